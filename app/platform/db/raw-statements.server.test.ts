import { beforeAll, describe, expect, it, vi } from 'vitest'
import { owner } from '../../../tests/fixtures/owner'
import { buildGround } from '../../../tests/fixtures/world'
import { OwnTransaction } from './own-transaction.server'
import { Prisma, prisma, type Tx } from './prisma.server'

beforeAll(() => buildGround())

/** What is asked here is asked by Prisma's own client as well. */
async function askBoth<Row>(query: Prisma.Sql): Promise<{ ours: Row[]; theirs: Row[] }> {
  return { ours: await prisma.$queryRaw<Row[]>(query), theirs: await owner.$queryRaw<Row[]>(query) }
}

describe('statements written by hand', () => {
  // the first here: Prisma listens as well, from its own first statement on
  it('go on after idle connections were lost', async () => {
    await Promise.all([1, 2, 3].map(() => prisma.$executeRaw`SELECT pg_sleep(0.05)`))
    const [ended] = await prisma.$queryRaw<{ count: bigint }[]>`
      SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()`
    expect(ended?.count).toBeGreaterThan(0n)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await prisma.$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }])
  })

  it('answer what Prisma would, value for value', async () => {
    const { ours, theirs } = await askBoth(Prisma.sql`
      SELECT 1::int2 AS a, 2::int4 AS b, 9007199254740993::int8 AS c, 1.5::float8 AS d, true AS e, 12.50::numeric AS f, 'x'::text AS g, NULL::text AS h,
        '2026-02-28'::date AS i, '10:11:12'::time AS j, '2026-02-28 10:11:12.345'::timestamp AS k, '2026-02-28 10:11:12+08'::timestamptz AS l,
        '{"a": [1, null, "x"]}'::jsonb AS m, '[]'::json AS n, '\\x00ff'::bytea AS o, '0190b8b4-9f2e-7c4e-8b51-0242ac120002'::uuid AS p, 26::oid AS q,
        ARRAY[1, NULL]::int[] AS r, ARRAY[9007199254740993]::int8[] AS s, ARRAY['x,"y', NULL] AS t, ARRAY['2026-02-28 10:11:12+08']::timestamptz[] AS u,
        ARRAY[1.25]::numeric[] AS v, ARRAY['{"a": 1}']::jsonb[] AS w, ARRAY['0190b8b4-9f2e-7c4e-8b51-0242ac120002']::uuid[] AS x, ARRAY[true, false] AS y,
        'paid'::"OrderStatus" AS z, ARRAY['2026-02-28']::date[] AS aa, ARRAY['\\x00ff']::bytea[] AS ab, '0.25'::float4 AS ac`)
    expect(ours).toEqual(theirs)
    expect(ours[0]).toMatchObject({ c: 9007199254740993n, l: new Date('2026-02-28T02:11:12Z') })
  })

  it('are asked with the values that Prisma would ask with', async () => {
    const values = [
      'it’s "so"\\',
      7,
      1.25,
      9007199254740993n,
      true,
      null,
      new Date('2026-02-28T02:11:12.045Z'),
      new Date('2026-02-28T02:11:12Z'),
      new Prisma.Decimal('0.10'),
      ['x', 'y,"z', null],
      [1n, 2n],
      [new Date('2026-02-28T02:11:12Z')],
      { a: [1, null] },
    ]
    for (const value of values) {
      const { ours, theirs } = await askBoth<{ said: string }>(Prisma.sql`SELECT ${value}::text AS said`)
      expect(ours).toEqual(theirs)
    }
    const bytes = new Uint8Array([0, 255])
    const { ours, theirs } = await askBoth(Prisma.sql`SELECT encode(${bytes}::bytea, 'hex') AS said`)
    expect(ours).toEqual(theirs)
    expect(
      await prisma.$queryRaw`SELECT encode(b, 'hex') AS said FROM unnest(${[bytes, null]}::bytea[]) AS b`,
    ).toEqual([{ said: '00ff' }, { said: null }])
  })

  it('count the rows they change, and fail as Prisma says it, with the database’s own code', async () => {
    expect(await prisma.$executeRaw`UPDATE "Craft" SET position = position WHERE false`).toBe(0)
    expect(await prisma.$executeRaw`UPDATE "Craft" SET position = position`).toBeGreaterThan(0)
    const error = await prisma.$queryRaw`SELECT 1 / 0`.catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Prisma.PrismaClientKnownRequestError)
    expect(error).toMatchObject({
      code: 'P2010',
      meta: { driverAdapterError: { cause: { originalCode: '22012' } } },
    })
  })
})

describe('in a transaction', () => {
  const positionOf = async (tx: Tx) =>
    (await tx.$queryRaw<{ sum: bigint }[]>`SELECT sum(position) FROM "Craft"`)[0]?.sum

  it('they see what Prisma has written, it sees what they have written, and all of it goes back together', async () => {
    const before = await positionOf(prisma)
    const failed = prisma.$transaction(async (tx) => {
      await tx.craft.updateMany({ data: { position: 40 } })
      await tx.$executeRaw`UPDATE "Craft" SET position = position + 2`
      expect(await tx.craft.count({ where: { position: { not: 42 } } })).toBe(0)
      expect(await positionOf(prisma)).toBe(before)
      throw new Error('back')
    })
    await expect(failed).rejects.toThrow('back')
    expect(await positionOf(prisma)).toBe(before)
  })

  it('what the database refuses at the end says so with its own code, and the connection goes on', async () => {
    const unbalanced = prisma.$transaction(
      (tx) => tx.$executeRaw`
      WITH t AS (INSERT INTO "LedgerTransaction" (id, reference, kind, legs) VALUES (gen_random_uuid(), 'one leg', 'test', 2) RETURNING id) SELECT id FROM t`,
    )
    await expect(unbalanced).rejects.toMatchObject({
      meta: { driverAdapterError: { cause: { originalCode: '23514' } } },
    })
    expect(await prisma.ledgerTransaction.count({ where: { reference: 'one leg' } })).toBe(0)
    expect(await prisma.$transaction((tx) => positionOf(tx))).toBe(await positionOf(prisma))
  })

  it('one whose connection is cut fails, with Prisma’s part of it, and the next one has another', async () => {
    const before = await positionOf(prisma)
    const cut = prisma.$transaction(async (tx) => {
      await tx.craft.updateMany({ data: { position: 77 } })
      const [own] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
      await prisma.$executeRaw`SELECT pg_terminate_backend(${own?.pid})`
      await tx.craft.count()
    })
    await expect(cut).rejects.toThrow()
    expect(await prisma.$transaction((tx) => positionOf(tx))).toBe(before)
  })

  it('Prisma’s client comes with the first thing that is asked of it, and not before', async () => {
    const begun = vi.spyOn(OwnTransaction.prototype, 'invite')
    await prisma.$transaction((tx) => positionOf(tx))
    expect(begun).not.toHaveBeenCalled()
    await prisma.$transaction(async (tx) => (await tx.craft.count()) + (await tx.craft.count()))
    expect(begun).toHaveBeenCalledTimes(1)
    begun.mockRestore()
  })

  it('fail at the end where one has failed and the work went on', async () => {
    const gone = prisma.$transaction(async (tx) => {
      await tx.$executeRaw`UPDATE "Craft" SET position = 77`
      await tx.$queryRaw`SELECT 1 / 0`.catch(() => {})
    })
    await expect(gone).rejects.toThrow('not committed')
    expect(await prisma.craft.count({ where: { position: 77 } })).toBe(0)
  })

  it.each(['committed', 'rolled back'])('they ask nothing of a connection once it is %s', async (end) => {
    let kept: Tx = prisma
    await prisma
      .$transaction(async (tx) => {
        kept = tx
        if (end === 'rolled back') throw new Error('back')
      })
      .catch(() => {})
    await expect(kept.$executeRaw`UPDATE "Craft" SET position = 99`).rejects.toMatchObject({ code: 'P2028' })
    await expect(kept.craft.updateMany({ data: { position: 99 } })).rejects.toMatchObject({ code: 'P2028' })
    expect(await prisma.craft.count({ where: { position: 99 } })).toBe(0)
  })
})

import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import walls from '../../../prisma/walls.json'
import { urlOf } from '../../../scripts/database/roles'
import { plantTwoPlaces, twoPlaces } from '../../../tests/setup/two-places'
import { inScope, type Scope, withinScope } from './in-scope.server'
import { prisma, type Tx } from './prisma.server'

vi.hoisted(() => {
  process.env.DATABASE_POOL = '2'
})

const walled = [
  'Address',
  'AuditEvent',
  'BankAccount',
  'Household',
  'HouseholdImport',
  'HouseholdLink',
  'HouseholdMember',
  'HouseholdStatus',
  'IncomeAttribution',
  'Invoice',
  'OrderContact',
  'Person',
  'PersonSecret',
] as const

/** Looked at beside what writes them, in who-reads.server.test.ts and walls.server.test.ts. */
const walledElsewhere = walls.walled.filter((table) => !walled.some((one) => one === table))

type Counts = Record<(typeof walled)[number], number>

const nothing: Counts = countsOf(0)
const { city, county, village, villageId, person } = twoPlaces

function countsOf(count: number, differently: Partial<Counts> = {}): Counts {
  const counts = Object.fromEntries(walled.map((table) => [table, count])) as Counts
  return { ...counts, ...differently }
}

/** How many rows of each walled table a transaction sees. */
async function look(tx: Tx): Promise<Counts> {
  const counts = { ...nothing }
  for (const table of walled) {
    const [row] = await tx.$queryRawUnsafe<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM "${table}"`,
    )
    counts[table] = row?.count ?? -1
  }
  return counts
}

async function connectionOf(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
  return row?.pid ?? 0
}

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env.MIGRATE_DATABASE_URL })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** One of the pool's two connections is held until the end, so that everything else goes through the other. */
let letGo = () => {}
const untilTheEnd = new Promise<void>((resolve) => {
  letGo = resolve
})
let holding: Promise<unknown>

beforeAll(async () => {
  const database = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1)
  const superuser = new pg.Client({
    connectionString: urlOf(inject('testDatabaseServer').superuserUrl, database),
  })
  await superuser.connect()
  await superuser.query(plantTwoPlaces)
  await superuser.end()
  await new Promise<void>((isHeld) => {
    holding = prisma.$transaction(
      async (tx) => {
        await connectionOf(tx)
        isHeld()
        await untilTheEnd
      },
      { timeout: 60_000 },
    )
  })
})

afterAll(async () => {
  letGo()
  await holding
})

describe('without a scope', () => {
  it('a query on a reused connection returns nothing, after a transaction that saw everything', async () => {
    const before = await inScope({ region: city }, async (tx) => ({
      pid: await connectionOf(tx),
      seen: (await look(tx)).Person,
    }))
    expect(before.seen).toBe(2)
    expect(await connectionOf(prisma)).toBe(before.pid)
    expect(await look(prisma)).toEqual(nothing)
    const [left] = await prisma.$queryRaw<{ region: string | null }[]>`
      SELECT current_setting('app.region', true) AS region`
    expect(left?.region).toBe('')
  })

  it('nor after one that was rolled back, nor after a job, nor in a transaction', async () => {
    const pid = await inScope({ job: 'payout' }, connectionOf)
    await inScope({ region: city }, async () => {
      throw new Error('rolled back')
    }).catch((error: Error) => expect(error.message).toBe('rolled back'))
    expect(await connectionOf(prisma)).toBe(pid)
    expect(await look(prisma)).toEqual(nothing)
    expect(await prisma.$transaction(look)).toEqual(nothing)
  })

  it('nothing can be changed, removed or added', async () => {
    expect(await prisma.person.updateMany({ data: { name: '改' } })).toEqual({ count: 0 })
    expect(await prisma.householdMember.deleteMany()).toEqual({ count: 0 })
    await expect(
      prisma.household.create({ data: { code: 'H-c', regionId: villageId.a, sourceDocument: 'x' } }),
    ).rejects.toThrow(/row-level security/)
  })
})

describe('a region', () => {
  const own = countsOf(1, { OrderContact: 0, Address: 0, Invoice: 0 })

  it.each([
    ['her county', county.a, own],
    ['her village', village.a, own],
    ['the county whose code begins like hers', county.b, own],
    ['the city above', city, countsOf(2, { OrderContact: 0, Address: 0, Invoice: 0 })],
    ['a region that is none', '62.6201.620199', nothing],
    ['a path that begins like hers and is none', '62.6201.62012', nothing],
  ])('%s sees its own and below', async (_, region, counts) => {
    expect(await inScope({ region }, look)).toEqual(counts)
  })

  it('sees its own person only, and changes nobody else', async () => {
    const seen = await inScope({ region: county.a }, (tx) => tx.person.findMany({ select: { id: true } }))
    expect(seen).toEqual([{ id: person.a }])
    const changed = await inScope({ region: county.a }, (tx) =>
      tx.person.updateMany({ where: { id: person.b }, data: { name: '改' } }),
    )
    expect(changed).toEqual({ count: 0 })
  })

  it('adds inside only, and takes nobody in from elsewhere', async () => {
    const add = (regionId: string, code: string) =>
      inScope({ region: county.a }, async (tx) => {
        await tx.household.create({ data: { code, regionId, sourceDocument: 'x' } })
        await tx.household.deleteMany({ where: { code } })
      })
    await add(villageId.a, 'H-d')
    await expect(add(villageId.b, 'H-e')).rejects.toThrow(/row-level security/)
    const taken = await inScope({ region: county.a }, (tx) =>
      tx.household.updateMany({ where: { code: 'H-b' }, data: { regionId: villageId.a } }),
    )
    expect(taken).toEqual({ count: 0 })
  })
})

describe('a person', () => {
  it('sees herself, her household and what she bought', async () => {
    expect(await inScope({ person: person.a }, look)).toEqual(
      countsOf(1, { AuditEvent: 0, HouseholdImport: 0 }),
    )
  })

  it('sees the address of a parcel that is hers to send, and no longer once it has arrived', async () => {
    const orders = (id: string) =>
      inScope({ person: id }, (tx) => tx.orderContact.findMany({ select: { orderId: true } }))
    const [bought] = await orders(person.a)
    expect(await orders(person.b)).toEqual([bought])
    expect(await inScope({ person: person.b }, look)).toEqual(
      countsOf(1, { AuditEvent: 0, HouseholdImport: 0, Invoice: 0 }),
    )
  })

  it('that is nobody sees nothing', async () => {
    expect(await inScope({ person: villageId.a }, look)).toEqual(nothing)
  })
})

describe('a job', () => {
  const contacts = countsOf(0, { OrderContact: 2, Invoice: 2 })

  it.each([
    ['sign_in', countsOf(0, { Person: 2, PersonSecret: 2 })],
    [
      'income',
      countsOf(2, {
        Address: 0,
        AuditEvent: 0,
        HouseholdImport: 0,
        Invoice: 0,
        PersonSecret: 0,
        BankAccount: 0,
        OrderContact: 0,
      }),
    ],
    ['audit', countsOf(0, { AuditEvent: 2 })],
    ['payout', countsOf(0, { Person: 2, PersonSecret: 2, BankAccount: 2 })],
    ['checkout', contacts],
    ['order_access', contacts],
  ] as const)('%s sees what it needs', async (job, counts) => {
    expect(await inScope({ job }, look)).toEqual(counts)
  })
})

describe('withinScope', () => {
  it('widens for one step and returns to the caller’s scope', async () => {
    const scope: Scope = { person: person.a }
    const seen = await inScope(scope, async (tx) => {
      const during = await withinScope(tx, { job: 'sign_in' }, () => tx.person.count())
      return { during, after: await tx.person.count(), secrets: await tx.personSecret.count() }
    })
    expect(seen).toEqual({ during: 2, after: 1, secrets: 1 })
  })

  it('returns to no scope where there was none', async () => {
    const after = await prisma.$transaction(async (tx) => {
      await withinScope(tx, { job: 'payout' }, async () => undefined)
      return look(tx)
    })
    expect(after).toEqual(nothing)
  })
})

describe('the database roles', () => {
  it('every walled table forces its policies, also on the owner', async () => {
    const rows = await prisma.$queryRaw<{ name: string }[]>`
      SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relrowsecurity AND relforcerowsecurity ORDER BY relname`
    expect(rows.map(({ name }) => name)).toEqual([...walled, ...walledElsewhere].sort())
  })

  it('the owner’s backfill changes rows', async () => {
    await asOwner(async (client) => {
      const backfill = await client.query('UPDATE "Person" SET name = name')
      expect(backfill.rowCount).toBe(2)
      for (const table of walled) {
        const { rows } = await client.query(`SELECT count(*)::int AS count FROM "${table}"`)
        expect([table, rows[0].count]).toEqual([table, 2])
      }
    })
  })

  it('the application neither owns a table nor passes the walls by', async () => {
    await expect(prisma.$executeRaw`ALTER TABLE "Person" DISABLE ROW LEVEL SECURITY`).rejects.toThrow()
    await expect(
      prisma.$transaction(async (tx) => {
        await tx.$executeRaw`SET LOCAL row_security = off`
        return tx.person.count()
      }),
    ).rejects.toThrow(/row-level security/)
    const [role] = await prisma.$queryRaw<{ passes: boolean }[]>`
      SELECT rolsuper OR rolbypassrls AS passes FROM pg_roles WHERE rolname = current_user`
    expect(role).toEqual({ passes: false })
  })
})

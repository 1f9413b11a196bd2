import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { allTables, columnsOf, isAboutSomebody } from '../../../prisma/personal-data/inventory'
import walls from '../../../prisma/walls.json'
import { owner } from '../../../tests/fixtures/owner'
import { inScope, type Scope } from './in-scope.server'
import { prisma, type Tx } from './prisma.server'

const hash = () => new Uint8Array(randomBytes(32))

describe('every table has its place', () => {
  it('walled, public, of the machine, or open for a reason that is written down; none twice, none forgotten', async () => {
    const tables = await prisma.$queryRaw<{ name: string }[]>`
      SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations'`
    const placed = [...walls.walled, ...walls.public, ...walls.system, ...Object.keys(walls.open)]
    expect(placed.sort()).toEqual(tables.map(({ name }) => name).sort())
    expect(Object.values(walls.open).filter((reason) => reason.length < 12)).toEqual([])
  })

  it('every walled one has a policy of its own, and none lets the application read everything', async () => {
    const policies = await prisma.$queryRaw<{ table: string; name: string; shown: string | null }[]>`
      SELECT tablename AS table, policyname AS name, qual AS shown FROM pg_policies WHERE schemaname = 'public' ORDER BY 1, 2`
    for (const table of walls.walled) {
      const own = policies.filter((one) => one.table === table && one.name !== 'owner')
      expect([table, policies.some((one) => one.table === table && one.name === 'owner')]).toEqual([
        table,
        true,
      ])
      expect([table, own.some(({ shown }) => shown?.trim() === 'true')]).toEqual([table, false])
    }
  })
})

describe('what says something about somebody', () => {
  const outside = allTables()
    .filter(([table]) => !walls.walled.includes(table))
    .flatMap(([table, entry]) =>
      columnsOf(entry)
        .filter(({ dataClass }) => isAboutSomebody(dataClass))
        .map(({ name, dataClass }) => ({ column: `${table}.${name}`, dataClass })),
    )
  const numbers = Object.entries(walls.numbers).flatMap(([table, names]) =>
    names.split(' ').map((name) => `${table}.${name}`),
  )
  const words = Object.keys(walls.words)

  it('lies behind a wall, or is named one by one', () => {
    expect([...numbers, ...words].sort()).toEqual(outside.map(({ column }) => column).sort())
  })

  it('never outside when it would harm her', () => {
    expect(outside.filter(({ dataClass }) => dataClass === 'sensitive')).toEqual([])
  })

  it('is there an id, a time, a state, a count or a sum; words and bytes have a reason each', async () => {
    const rows = await prisma.$queryRaw<{ column: string }[]>`
      SELECT c.relname || '.' || a.attname AS column FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN pg_type t ON t.oid = a.atttypid WHERE c.relnamespace = 'public'::regnamespace AND t.typtype <> 'e'
        AND t.typname NOT IN ('uuid', 'timestamptz', 'date', 'int2', 'int4', 'int8', 'bool')`
    const told = new Set(rows.map(({ column }) => column))
    expect(outside.flatMap(({ column }) => (told.has(column) ? [column] : [])).sort()).toEqual(words.sort())
    expect(Object.entries(walls.words).filter(([, why]) => why.trim() === '')).toEqual([])
  })
})

describe('what signs people in and what they agreed to', () => {
  const people = { a: '', b: '' }
  const tables = [
    'OneTimeCode',
    'EmailLink',
    'Session',
    'SecondFactor',
    'RecoveryCode',
    'UsedStep',
    'Consent',
  ]

  const plant = async (side: 'a' | 'b') => {
    const { id: keyId } = await owner.dataKey.create({ data: { kekId: 'x', wrapped: hash() } })
    const person = await owner.person.create({ data: { dataKeyId: keyId } })
    const user = await owner.user.create({ data: { personId: person.id } })
    const expiresAt = new Date('2036-01-01')
    await owner.oneTimeCode.create({
      data: { purpose: 'sign_in', phoneIndex: hash(), codeHash: hash(), addressHash: hash(), expiresAt },
    })
    await owner.emailLink.create({
      data: {
        tokenHash: hash(),
        emailIndex: hash(),
        keyId,
        cipher: hash(),
        browserHash: hash(),
        addressHash: hash(),
        returnTo: '/',
        expiresAt,
      },
    })
    await owner.session.create({ data: { userId: user.id, tokenHash: hash(), expiresAt } })
    await owner.secondFactor.create({
      data: {
        userId: user.id,
        passwordHash: '$argon2id$x',
        keyId,
        secretCipher: hash(),
        recoveryCodes: { create: { codeHash: hash() } },
        usedSteps: { create: { step: 1 } },
      },
    })
    const text = await owner.textVersion.findFirst({ where: { kind: 'payout_abroad' }, select: { id: true } })
    await owner.consent.create({
      data: {
        personId: person.id,
        purpose: 'payout_abroad',
        textVersionId: text?.id ?? (await newText()),
        means: 'tick',
      },
    })
    people[side] = person.id
  }
  const newText = async () =>
    (
      await owner.textVersion.create({
        data: { kind: 'payout_abroad', version: 1, locale: 'zh-CN', title: '示例', body: '示例' },
        select: { id: true },
      })
    ).id

  const look = async (tx: Tx) => {
    const seen: Record<string, number> = {}
    for (const table of tables) {
      const [row] = await tx.$queryRawUnsafe<{ count: number }[]>(
        `SELECT count(*)::int AS count FROM "${table}"`,
      )
      seen[table] = row?.count ?? -1
    }
    return Object.values(seen)
  }

  beforeAll(async () => {
    await plant('a')
    await plant('b')
  })

  it.each<[string, () => Scope, number[]]>([
    ['she herself', () => ({ person: people.a }), [0, 0, 1, 1, 1, 1, 1]],
    ['the job that signs in', () => ({ job: 'sign_in' }), [2, 2, 2, 2, 2, 2, 0]],
    ['the job that pays out', () => ({ job: 'payout' }), [0, 0, 0, 0, 0, 0, 2]],
    ['a desk', () => ({ region: '62' }), [0, 0, 0, 0, 0, 0, 0]],
    ['a job that has nothing to do with it', () => ({ job: 'checkout' }), [0, 0, 0, 0, 0, 0, 0]],
  ])('%s sees what it needs', async (_, scope, seen) => {
    expect(await inScope(scope(), look)).toEqual(seen)
    expect(await look(prisma)).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  it('she changes nobody else’s, and writes none for another', async () => {
    const others = (tx: Tx) => tx.session.updateMany({ data: { device: '别人的' } })
    expect(await inScope({ person: people.a }, others)).toEqual({ count: 1 })
    const { id: userId } = await owner.user.findUniqueOrThrow({ where: { personId: people.b } })
    const planted = inScope({ person: people.a }, (tx) =>
      tx.session.create({ data: { userId, tokenHash: hash(), expiresAt: new Date('2036-01-01') } }),
    )
    await expect(planted).rejects.toThrow(/row-level security/)
  })

  it('a session, what it stands for and a shared device are shown to whoever brings the secret, and to nobody else', async () => {
    const session = await owner.session.findFirstOrThrow({ where: { user: { personId: people.a } } })
    const found = (bytes: Uint8Array<ArrayBuffer>) =>
      prisma.$queryRaw<{ id: string }[]>`SELECT id::text FROM session_of(${bytes})`
    expect(await found(session.tokenHash)).toEqual([{ id: session.id }])
    expect(await found(hash())).toEqual([])
    const standing = (bytes: Uint8Array<ArrayBuffer>) =>
      prisma.$queryRaw<{ id: string }[]>`SELECT "userId"::text AS id FROM standing_of(${bytes})`
    expect(await standing(session.tokenHash)).toEqual([{ id: session.userId }])
    expect(await standing(hash())).toEqual([])
    const point = (bytes: Uint8Array<ArrayBuffer>) =>
      prisma.$queryRaw<{ name: string }[]>`SELECT name FROM point_of(${bytes})`
    const tokenHash = hash()
    const region = await owner.region.create({ data: { code: '62', level: 'province', nameZh: '甘肃省' } })
    await owner.servicePoint.create({
      data: { tokenHash, name: '合作社', regionId: region.id, openedById: session.userId },
    })
    expect(await point(tokenHash)).toEqual([{ name: '合作社' }])
    expect(await point(hash())).toEqual([])
  })
})

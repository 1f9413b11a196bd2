import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { mergeTerm } from '~/modules/codes/merge-term.server'
import { addDays, type Day, dayOf, monthStart } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { translator } from '~/platform/i18n/translate'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { sell } from '../../../tests/fixtures/shopping'
import {
  buildActor,
  buildGround,
  buildHousehold,
  buildPerson,
  buildPiece,
  buildSeller,
  joinHousehold,
} from '../../../tests/fixtures/world'
import { findIncomeMonth } from './find-income-month.server'
import { findIncomeRows } from './find-income-rows.server'
import { getIncomeFile } from './get-income-file.server'
import { type IncomeFilter, IncomeRowsSearch, noStatus } from './schema'

let month: Day
let county: Actor
const homes: { householdId: string; seller: Awaited<ReturnType<typeof buildSeller>> }[] = []

async function buildHome(village: string) {
  const seller = await buildSeller({ village })
  const { householdId } = await buildHousehold({ village })
  const verifiedById = (await buildPerson()).userId
  await joinHousehold({ personId: seller.person.personId, householdId, verifiedById })
  homes.push({ householdId, seller })
  return { householdId, seller }
}

async function earn({ seller }: (typeof homes)[number], priceFen: bigint) {
  const { variantId } = await buildPiece({ sellerId: seller.sellerId, priceFen })
  return sell(seller.actor, [{ variantId }])
}

beforeAll(async () => {
  await buildGround()
  county = await buildActor({ role: 'coordinator', region: '620123' })
  const one = await buildHome('620123100201')
  const two = await buildHome('620123100202')
  await buildHome('620123100202')
  const elsewhere = await buildHome('620121100201')
  await earn(one, 10_000n)
  const day = Number(dayOf(await appNow()).slice(8))
  await passDays(33 - day)
  await earn(one, 20_000n)
  await earn(two, 40_000n)
  await earn(elsewhere, 90_000n)
  month = monthStart(dayOf(await appNow()))
})

const look = (actor = county, of = month) => findIncomeMonth({ actor, month: of, locale: 'zh-CN' })

it('counts households, their median and those who never earned before, within her region', async () => {
  expect(await look()).toMatchObject({
    households: 2,
    incomeFen: 19_000 + 38_000,
    medianFen: 38_000,
    newHouseholds: 1,
    lastYear: { households: 0, incomeFen: 0 },
    bySource: [{ key: 'sale', households: 2, incomeFen: 57_000 }],
    byStatus: [{ key: 'lifted', households: 2, incomeFen: 57_000 }],
    byPlace: [{ key: '620123100', households: 2, incomeFen: 57_000 }],
  })
})

it('opens every figure into households in the order of the register, those in her region alone', async () => {
  const open = (filter: Partial<IncomeFilter>, actor = county) =>
    findIncomeRows({
      actor,
      filter: { ...IncomeRowsSearch.parse({}), month: month.slice(0, 7), ...filter },
      locale: 'zh-CN',
    })
  const all = await open({})
  expect(all).toMatchObject({ households: 2, amountFen: 57_000, next: null })
  expect(all.rows.map(({ code }) => code)).toEqual(all.rows.map(({ code }) => code).sort())
  expect(all.rows.map(({ amountFen }) => amountFen).reduce((a, b) => a + b)).toBe(57_000)
  const fresh = await open({ fresh: 'yes' })
  expect(fresh.rows).toMatchObject([{ householdId: homes[1]?.householdId, isFirst: true, amountFen: 38_000 }])
  expect(await open({ status: 'lifted', place: '620123100', source: 'sale' })).toMatchObject({
    households: 2,
  })
  for (const none of [{ status: noStatus }, { source: 'piecework' }, { own: 'yes' }] as const)
    expect(await open(none)).toMatchObject({ households: 0, amountFen: 0, rows: [] })
  const after = `${all.rows[0]?.key}`
  expect((await open({ after })).rows.map(({ key }) => key)).toEqual([all.rows[1]?.key])
  await expect(open({ place: '620121' })).rejects.toMatchObject({ status: 404 })
})

it('agrees with the ledger, reckoned otherwise', async () => {
  const [row] = await owner.$queryRaw<{ fen: bigint }[]>`
    SELECT sum(abs(e."amountMinor"))::bigint AS fen FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t.id = e."transactionId" JOIN "SellerOrder" o ON o.id = t."sellerOrderId"
    JOIN "Seller" s ON s.id = o."sellerId" JOIN "Region" r ON r.id = s."countyId" WHERE e.purpose = 'share' AND r.code = '620123' AND (t."occurredAt" AT TIME ZONE 'Asia/Shanghai')::date >= ${month}::date`
  expect((await look()).incomeFen).toBe(Number(row?.fen))
})

it('names those who have earned nothing for three months, by their number, and nobody of another county', async () => {
  const { quiet, quietCount } = await look()
  expect(quietCount).toBe(1)
  expect(quiet).toMatchObject([{ id: homes[2]?.householdId, lastOn: null }])
  const later = monthStart(addDays(month, 100))
  const codes = (await look(county, later)).quiet.map(({ code }) => code)
  expect(codes).toHaveLength(3)
  expect(codes).toEqual([...codes].sort())
})

it('leaves out what is suspected to be between kin', async () => {
  const { sellerOrderId } = await earn(homes[0] ?? { householdId: '', seller: await buildSeller() }, 70_000n)
  await owner.orderFlag.create({ data: { sellerOrderId, signs: ['phone'] } })
  expect(await look()).toMatchObject({ incomeFen: 57_000 })
})

it('stands beside what households were given, which is in none of its sums', async () => {
  const [home] = homes
  const before = await look()
  const { id: termId } = await owner.codeTerm.findFirstOrThrow({
    where: { list: 'assistance_kind', code: 'subsidy' },
  })
  await owner.householdAssistance.create({
    data: {
      householdId: home?.householdId ?? '',
      termId,
      amountFen: 123_400n,
      receivedOn: new Date(month),
      document: '榆民字 1 号',
      enteredById: county.userId,
    },
  })
  const { assistance, ...income } = await look()
  expect(income).toEqual({ ...before, assistance: undefined })
  expect(assistance).toMatchObject({
    households: 1,
    fen: 123_400,
    byPlace: [{ key: '620123100', households: 1, fen: 123_400 }],
    byKind: [{ key: 'subsidy', households: 1, fen: 123_400 }],
  })
})

it('tells outside the desk nothing about fewer than five households', async () => {
  const ask = { actor: county, month, locale: 'zh-CN' as const, t: translator('zh-CN') }
  const csv = new TextDecoder().decode((await getIncomeFile({ ...ask, form: 'csv' })).bytes)
  expect(csv).toContain('不到 5 户或会推出')
  expect(csv).not.toMatch(/570|190|380|1234/)
  for (const { householdId } of homes) {
    const { code } = await owner.household.findUniqueOrThrow({ where: { id: householdId } })
    expect(csv).not.toContain(code)
  }
  expect(await owner.auditEvent.count({ where: { action: 'income.exported' } })).toBe(1)
})

it('counts a status that was merged as the other one from that day on, and the days before as they were', async () => {
  const [home] = homes
  if (!home) throw new Error('a home')
  const before = await look()
  await passDays(1)
  const lifted = await owner.codeTerm.findFirstOrThrow({
    where: { list: 'household_status', code: 'lifted' },
  })
  const into = await owner.codeTerm.create({
    data: {
      ...{ list: 'household_status', code: 'watched', nameZh: '监测户', nameEn: 'watched household' },
      validFrom: new Date('2021-01-01'),
    },
  })
  const admin = await buildActor({ role: 'admin' })
  await mergeTerm({ actor: admin, termId: lifted.id, into: into.id, reason: '示例文件' })
  expect((await look()).byStatus).toEqual(before.byStatus)
  await earn(home, 10_000n)
  const since = await look(county, monthStart(dayOf(await appNow())))
  expect(since.byStatus).toContainEqual(
    expect.objectContaining({ key: 'watched', name: '监测户', incomeFen: 9_500 }),
  )
  expect((await look()).byStatus.find(({ key }) => key === 'lifted')).toEqual(before.byStatus[0])
})

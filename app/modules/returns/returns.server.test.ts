import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { findFlags } from '~/modules/flags/find-flags.server'
import { completeSellerOrder } from '~/modules/orders/complete-seller-order.server'
import { receiveSellerOrder } from '~/modules/orders/receive-seller-order.server'
import { shipSellerOrder } from '~/modules/orders/ship-seller-order.server'
import { addDays, type Day, dayOf, monthStart, nextMonthStart, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { translator } from '~/platform/i18n/translate'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { payAll } from '../../../tests/fixtures/payouts'
import { order, pay, sell } from '../../../tests/fixtures/shopping'
import {
  buildActor,
  buildBankAccount,
  buildCart,
  buildGround,
  buildHousehold,
  buildPerson,
  buildPiece,
  buildSeller,
  joinHousehold,
  regionId,
} from '../../../tests/fixtures/world'
import { confirmBelow, confirmReturn } from './confirm-return.server'
import { type FigureName, type Figures, figureNames, isMoney, noFigures } from './figures'
import { findReturnMonths } from './find-return-months.server'
import { findReturnRows, type ReturnFigureRow } from './find-return-rows.server'
import { findOwnTemplate } from './find-template.server'
import { getReturn } from './get-return.server'
import { getReturnFile } from './get-return-file.server'
import { getReturnVersion } from './get-return-version.server'
import { lockReturn } from './lock-return.server'
import { returnText } from './return-text'
import { rowFigures, rowKinds } from './row-kinds'
import { saveTemplate } from './save-template.server'
import { toldFigures } from './small-rows'

const villages = {
  one: '620123100201',
  two: '620123100202',
  town: '620123100',
  county: '620123',
  city: '6201',
}
let month: Day
let county: Actor
let city: Actor
let seller: Awaited<ReturnType<typeof buildSeller>>
let householdId: string

/** Confirms what the page of the place shows just then. */
async function confirm(actor: Actor, code: string, over: Partial<Parameters<typeof confirmReturn>[0]> = {}) {
  const which = { actor, month: over.month ?? month, code }
  const { seen } = await getReturn({ ...which, locale: 'zh-CN' })
  return confirmReturn({ ...which, missing: [], seenVersion: 0, seen, reason: '', ...over })
}
/** So many makers of the second village, each with a card, sell a piece each in the days that are left. */
async function sellTogether(count: number): Promise<void> {
  const parcels: { orderId: string; actor: Actor; sellerId: string }[] = []
  for (let at = 0; at < count; at += 1) {
    const { sellerId, actor, person } = await buildSeller({ village: villages.two })
    await buildBankAccount({ sellerId, key: person.key, number: `621700001234567${at}` })
    const { variantId } = await buildPiece({ sellerId, stock: 5 })
    const { orderId } = await order(await buildCart([{ variantId, quantity: 2 }]))
    await pay(orderId)
    parcels.push({ orderId, actor, sellerId })
  }
  const ids: string[] = []
  for (const { orderId, actor, sellerId } of parcels) {
    const { id } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId, sellerId } })
    await shipSellerOrder({ actor, sellerOrderId: id, carrier: 'ems', trackingNumber: `EM${id.slice(0, 8)}` })
    await prisma.$transaction((tx) => receiveSellerOrder(tx, { sellerOrderId: id, how: 'buyer' }))
    ids.push(id)
  }
  // as if the nine days of the return window had been those before
  await owner.sellerOrder.updateMany({ where: { id: { in: ids } }, data: { completeAfter: await appNow() } })
  for (const id of ids) await completeSellerOrder(id)
}

/** What rows come to, figure by figure. */
function sumRows(name: FigureName, rows: readonly ReturnFigureRow[]): number {
  const sum = (take: (row: ReturnFigureRow) => number) => rows.reduce((all, row) => all + take(row), 0)
  if (isMoney(name)) return sum(({ amountFen }) => amountFen)
  if (name === 'pieces') return sum(({ pieces }) => pieces)
  if (name === 'newEarners') return rows.filter(({ isFirst }) => isFirst).length
  if (name === 'earners') return rows.length
  return sum(({ times }) => times)
}

const look = (actor: Actor, code: string) => getReturn({ actor, month, code, locale: 'zh-CN' })

/** The month's figures of a county, asked otherwise than the return does: person by person, order by order. */
async function figuresOfCounty(path: string, from: Day): Promise<Partial<Figures>> {
  const to = nextMonthStart(from)
  const [row] = await owner.$queryRaw<Record<string, bigint>[]>`
    SELECT (SELECT count(DISTINCT so.id) FROM "SellerOrder" so, "Seller" s, "Region" r, "SellerOrderEvent" v
        WHERE s.id = so."sellerId" AND r.id = s."regionId" AND r.path <@ ${path}::ltree AND v."sellerOrderId" = so.id AND v.status = 'completed'
          AND (v.at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN ${from}::date AND ${to}::date - 1) AS sales,
      (SELECT sum(abs(e."amountMinor")) FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t.id = e."transactionId" JOIN "IncomeAttribution" a ON a."ledgerEntryId" = e.id JOIN "Region" r ON r.id = a."regionId"
        WHERE e.purpose = 'share' AND t.kind = 'earned' AND r.path <@ ${path}::ltree AND (t."occurredAt" AT TIME ZONE 'Asia/Shanghai')::date BETWEEN ${from}::date AND ${to}::date - 1) AS "incomeFen",
      (SELECT count(*) FROM "Person" p WHERE EXISTS (SELECT 1 FROM "IncomeAttribution" a JOIN "Region" r ON r.id = a."regionId"
        WHERE a."personId" = p.id AND r.path <@ ${path}::ltree AND a."earnedOn" >= ${from}::date AND a."earnedOn" < ${to}::date)) AS earners,
      (SELECT count(*) FROM "Household" h WHERE EXISTS (SELECT 1 FROM "IncomeAttribution" a WHERE a."householdId" = h.id AND a."earnedOn" >= ${from}::date AND a."earnedOn" < ${to}::date)) AS households,
      (SELECT count(*) FROM "PayoutLine" l, "Party" y, "Seller" s, "Region" r WHERE y.id = l."partyId" AND s.id = y."sellerId" AND r.id = s."regionId" AND r.path <@ ${path}::ltree
        AND l.state = 'paid' AND to_char(l."finishedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') = left(${from}, 7)) AS payouts,
      (SELECT sum(e."amountMinor") FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t.id = e."transactionId" JOIN "LedgerAccount" a ON a.id = e."accountId" JOIN "Party" y ON y.id = a."partyId"
        JOIN "Seller" s ON s.id = y."sellerId" JOIN "Region" r ON r.id = s."regionId" WHERE a.kind = 'payable' AND e."amountMinor" > 0 AND r.path <@ ${path}::ltree
        AND to_char(t."occurredAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') = left(${from}, 7)) AS "payoutsFen",
      (SELECT count(*) FROM "Seller" s JOIN "Region" r ON r.id = s."regionId" WHERE s.status = 'active' AND r.path <@ ${path}::ltree
        AND to_char(s."createdAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') = left(${from}, 7)) AS onboarded`
  return Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, Number(value)]))
}

beforeAll(async () => {
  await buildGround()
  county = await buildActor({ role: 'coordinator', region: villages.county })
  city = await buildActor({ role: 'coordinator', region: villages.city })
  seller = await buildSeller({ village: villages.one })
  const verifiedById = (await buildPerson()).userId
  householdId = (await buildHousehold({ village: villages.one })).householdId
  await joinHousehold({ personId: seller.person.personId, householdId, verifiedById })
  const other = await buildSeller({ village: villages.two })
  await buildSeller({ village: '620121100201' })
  // every sale takes nine days; the month in which the last three were earned is reported
  const day = Number(dayOf(await appNow()).slice(8))
  await passDays(32 - day)
  for (const { sellerId, actor } of [seller, seller, other]) {
    const { variantId } = await buildPiece({ sellerId, stock: 5 })
    await sell(actor, [{ variantId, quantity: 2 }])
  }
  month = monthStart(dayOf(await appNow()))
  await sellTogether(5)
  await buildSeller({ village: '620121100201' })
  await payAll()
  await passDays(31)
})

describe('a month goes up', () => {
  it('is not confirmed above while a place below is silent, and says which', async () => {
    await expect(confirm(county, villages.town)).rejects.toMatchObject({
      key: 'returns.waitsFor',
      status: 409,
    })
    await expect(confirm(county, villages.county)).rejects.toMatchObject({ key: 'returns.waitsFor' })
  })

  it('is not reported before it is over', async () => {
    await expect(
      confirm(county, villages.one, { month: monthStart(dayOf(await appNow())) }),
    ).rejects.toMatchObject({ key: 'returns.notOver', status: 409 })
  })

  it('counts people and times apart', async () => {
    await confirm(county, villages.one)
    const page = await look(county, villages.one)
    expect(page).toMatchObject({ version: 1, isLocked: false, changed: [] })
    expect(page.total).toMatchObject({
      sales: 2,
      pieces: 4,
      earnings: 2,
      earners: 1,
      newEarners: 1,
      households: 1,
    })
  })

  it('is what its rows sum to at every level, and what another reckoning says', async () => {
    await confirm(county, villages.two)
    await confirm(county, villages.town)
    await confirm(county, villages.county)
    await confirm(city, villages.city, { missing: ['620121'] })
    const page = await look(city, villages.city)
    expect(page.rows.map(({ code, state }) => [code, state])).toEqual([
      ['620121', 'missing'],
      ['620123', 'locked'],
      ['6201', 'own'],
    ])
    expect(page.rows[0]?.figures).toBeNull()
    const [path] = await owner.$queryRaw<
      { path: string }[]
    >`SELECT path::text FROM "Region" WHERE code = '620123'`
    expect((await look(city, villages.county)).total).toMatchObject(
      await figuresOfCounty(path?.path ?? '', month),
    )
    expect(page.total).toMatchObject({ payouts: 5, onboarded: 5 })
    expect(page.total.sales).toBe(8)
    for (const name of figureNames)
      expect(page.total[name]).toBe(page.rows.reduce((sum, row) => sum + (row.figures?.[name] ?? 0), 0))
  })

  it('opens every figure into rows that come to it, of a place with those below and of it alone', async () => {
    // of the city without the county that did not report
    for (const code of [villages.city, villages.county, villages.two])
      for (const isOwn of [false, true]) {
        const page = await look(city, code)
        const figures = isOwn ? page.rows.at(-1)?.figures : page.total
        for (const of of rowKinds) {
          const found = await findReturnRows({
            actor: city,
            month,
            code,
            of,
            isOwn,
            after: null,
            locale: 'zh-CN',
          })
          expect(found.reported).toBeNull()
          for (const name of rowFigures[of]) {
            expect(found.sums[name]).toBe(figures?.[name])
            expect(sumRows(name, found.rows), `${name} of ${code}`).toBe(figures?.[name])
          }
        }
      }
  })

  it('is locked below by the level above, and at the top by hand, once', async () => {
    expect(await look(county, villages.one)).toMatchObject({ isLocked: true })
    const presses = await Promise.allSettled(
      [1, 2, 3].map(() => lockReturn({ actor: city, month, code: villages.city, seenVersion: 1 })),
    )
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('is amended with a reason as another version, which those above see and take in with theirs', async () => {
    await expect(confirm(county, villages.one, { seenVersion: 1 })).rejects.toMatchObject({
      key: 'returns.reasonNeeded',
      field: 'reason',
    })
    await confirm(county, villages.one, { seenVersion: 1, reason: '补报' })
    expect((await look(county, villages.town)).rows[0]).toMatchObject({ isNewer: true, version: 2 })
    await confirm(county, villages.town, { seenVersion: 1, reason: '随村更正' })
    expect((await look(county, villages.town)).rows[0]).toMatchObject({ isNewer: false })
    expect(
      (await look(county, villages.one)).versions.map(({ version, reason }) => [version, reason]),
    ).toEqual([
      [2, '补报'],
      [1, null],
    ])
  })

  it('keeps every version to be read, beside what the next one changed', async () => {
    const which = { actor: county, month, code: villages.town, locale: 'zh-CN' as const }
    const old = await getReturnVersion({ ...which, version: 1 })
    const [first] = await owner.monthlyReturn.findMany({
      where: { month: toDateColumn(month), regionId: await regionId(villages.town), version: 1 },
    })
    expect(old.total.incomeFen).toBe(Number(first?.incomeFen))
    expect(old.nextReason).toBe('随村更正')
    expect(old.rows.map(({ code, version }) => [code, version])).toEqual([
      [villages.one, 1],
      [villages.two, 1],
      [villages.town, null],
    ])
    for (const name of figureNames)
      expect(old.total[name]).toBe(old.rows.reduce((sum, row) => sum + (row.figures?.[name] ?? 0), 0))
    await expect(getReturnVersion({ ...which, version: 2 })).rejects.toMatchObject({ status: 404 })
    const other = await buildActor({ role: 'coordinator', region: '620121' })
    await expect(getReturnVersion({ ...which, actor: other, version: 1 })).rejects.toMatchObject({
      status: 404,
    })
  })

  it('is confirmed by one of ten who press', async () => {
    const presses = await Promise.allSettled(
      Array.from({ length: 10 }, () => confirm(county, villages.two, { seenVersion: 1, reason: '核对' })),
    )
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const press of presses)
      if (press.status === 'rejected') expect(press.reason).toMatchObject({ status: 409 })
    expect(
      await owner.monthlyReturn.count({
        where: { month: new Date(month), regionId: await regionId(villages.two) },
      }),
    ).toBe(2)
  })

  it('says when the books have changed since, and leaves sales to kin out', async () => {
    const before = (await look(county, villages.one)).total
    const flagged = await owner.sellerOrder.findFirstOrThrow({ where: { sellerId: seller.sellerId } })
    await owner.orderFlag.create({ data: { sellerOrderId: flagged.id, signs: ['phone'] } })
    const page = await look(county, villages.one)
    expect(page.total).toEqual(before)
    expect(page.changed).toEqual(expect.arrayContaining(['sales', 'goodsFen', 'earnings', 'incomeFen']))
    expect(page.changed).not.toContain('earners')
    const which = { actor: county, month, code: villages.one, after: null, locale: 'zh-CN' } as const
    const { reported, sums, rows } = await findReturnRows({ ...which, of: 'sales' })
    expect([reported?.figures.sales, sums.sales, rows.length]).toEqual([before.sales, before.sales - 1, 1])
    expect((await findReturnRows({ ...which, of: 'earners' })).reported).toBeNull()
    expect((await findFlags({ actor: county, locale: 'zh-CN' })).waiting.rows).toHaveLength(1)
  })

  it('is listed month by month with how many have reported', async () => {
    const { place, months } = await findReturnMonths({ actor: county })
    expect(place).toBe(villages.county)
    expect(months.find((one) => one.month === month)).toMatchObject({ version: 1, below: 1, reported: 1 })
    expect(months.filter(({ version }) => version === 0).length).toBe(12)
  })
})

describe('a county without staff in its villages', () => {
  it('confirms all that are silent from the villages up, in one go, and nothing twice', async () => {
    const earlier = monthStart(addDays(month, -1))
    const which = { actor: county, month: earlier, code: villages.county }
    await confirm(county, villages.one, { month: earlier })
    await Promise.all([confirmBelow(which), confirmBelow(which)])
    const page = await getReturn({ ...which, locale: 'zh-CN' })
    expect(page.version).toBe(0)
    expect(page.rows.map(({ state }) => state)).toEqual(['confirmed', 'own'])
    expect(await owner.monthlyReturn.count({ where: { month: toDateColumn(earlier) } })).toBe(3)
    await confirm(county, villages.county, { month: earlier })
    expect((await getReturn({ ...which, locale: 'zh-CN' })).rows[0]).toMatchObject({ state: 'locked' })
  })
})

describe('a file of a return', () => {
  it('holds the rows of the page, their sum and the paragraph, and is written down', async () => {
    const ask = {
      actor: county,
      month,
      code: villages.county,
      locale: 'zh-CN' as const,
      t: translator('zh-CN'),
    }
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      (await getReturnFile({ ...ask, form: 'csv' })).bytes,
    )
    expect(csv.startsWith('\uFEFF地区,状态,成交（笔）')).toBe(true)
    const page = await look(county, villages.county)
    const sum = csv.split('\r\n').find((line) => line.startsWith('合计'))
    expect(sum).toBe(
      `合计,,${figureNames
        .map((name) =>
          name === 'households' ? '' : isMoney(name) ? page.total[name] / 100 : page.total[name],
        )
        .join(',')}`,
    )
    const { default: Excel } = await import('exceljs')
    const book = new Excel.Workbook()
    const { bytes } = await getReturnFile({ ...ask, form: 'xlsx' })
    await book.xlsx.load(bytes.buffer)
    const sheet = book.worksheets[0]
    expect(sheet?.getRow(2).getCell(1).value).toBe(page.rows[0]?.name)
    expect(sheet?.getRow(2).getCell(3).value).toBe(page.rows[0]?.figures?.sales)
    expect(
      await owner.auditEvent.count({ where: { action: 'return.exported', actorUserId: county.userId } }),
    ).toBe(2)
    const words = returnText(translator('zh-CN'), 'zh-CN', page)
    expect(words).toMatch(
      /^\d{4} 年 \d{1,2} 月，榆中县巧手共成交 8 笔、16 件，货款 1,088.00 元；7 人有收入，共 8 人次/,
    )
  })
})

describe('what leaves the desk', () => {
  const csvOf = async (code: string) =>
    new TextDecoder().decode(
      (
        await getReturnFile({
          actor: county,
          month,
          code,
          form: 'csv',
          locale: 'zh-CN',
          t: translator('zh-CN'),
        })
      ).bytes,
    )

  it('does not tell in the sheet of one village what the sheet of the town leaves out for the other', async () => {
    expect((await look(county, villages.two)).total.earners).toBeGreaterThanOrEqual(5)
    expect(await csvOf(villages.two)).toMatch(/\r\n合计,,,,,,,,,,/)
  })

  it('leaves one household out of the sum and of the words that are copied into a report', async () => {
    const page = await look(county, villages.county)
    expect(page.total.households).toBe(1)
    const words = returnText(translator('zh-CN'), 'zh-CN', page)
    expect(words).not.toContain('在册户')
    expect(words).toContain('首次有收入 7 人')
    expect(words).toContain('涉及不到 5 人（户、家）的数不列')
    const alone = returnText(translator('zh-CN'), 'zh-CN', await look(county, villages.one))
    expect(alone).not.toContain('成交')
  })

  it('does not tell in the sheet of a county what the city’s leaves out of another, which the county does not see', async () => {
    const before = await look(county, villages.county)
    expect(before.above).toBeNull()
    expect(before.hiddenAbove).not.toContain('onboarded')
    expect(toldFigures(before).total.onboarded).toBe(5)
    await confirmBelow({ actor: city, month, code: '620121' })
    await confirm(city, '620121')
    await confirm(city, villages.city, { seenVersion: 1, reason: '永登县补报' })
    expect((await look(city, '620121')).total.onboarded).toBe(1)
    const page = await look(county, villages.county)
    expect(page.hiddenAbove).toContain('onboarded')
    expect(toldFigures(page).total.onboarded).toBeNull()
  })

  it('asks for five who are surely different people where one woman may be in two rows', () => {
    const row = { code: '1', name: '', isOwn: false, state: 'confirmed', version: 1, isNewer: false } as const
    const three = { ...noFigures, earners: 3, incomeFen: 30_000 }
    const many = { ...noFigures, earners: 20, incomeFen: 200_000 }
    const told = (isApart: boolean) =>
      toldFigures({
        rows: [three, three, many].map((figures) => ({ ...row, figures })),
        total: { ...many, earners: 26 },
        hiddenAbove: [],
        isApart,
      }).rows.map((one) => one?.earners)
    expect(told(true)).toEqual([null, null, 20])
    // the three may be the same in both
    expect(told(false)).toEqual([null, null, null])
  })

  it('counts money without anybody, as when it was given back, as one woman’s', () => {
    const figures = { ...noFigures, incomeFen: -5_000 }
    const row = { code: '1', name: '', isOwn: false, state: 'confirmed', version: 1, isNewer: false } as const
    const others = { ...noFigures, earners: 9, incomeFen: 90_000 }
    const { rows, total } = toldFigures({
      rows: [
        { ...row, figures },
        { ...row, figures: others },
        { ...row, figures: { ...others, earners: 20 } },
      ],
      total: { ...others, earners: 29 },
      hiddenAbove: [],
      isApart: true,
    })
    expect(rows.map((one) => one?.incomeFen)).toEqual([null, null, 90_000])
    expect(total.earners).toBe(29)
  })

  it('says nothing of a village with one earner, nor what would tell it', async () => {
    const { bytes } = await getReturnFile({
      actor: county,
      month,
      code: villages.town,
      form: 'csv',
      locale: 'zh-CN',
      t: translator('zh-CN'),
    })
    const lines = new TextDecoder().decode(bytes).split('\r\n')
    for (const row of (await look(county, villages.town)).rows.slice(0, 2))
      expect(lines.find((line) => line.includes(row.name))).toMatch(/,[^,]+,,,,,,,,/)
    expect(lines.find((line) => line.startsWith('合计'))).toMatch(/^合计,,8,16,/)
    expect(lines.join()).toContain('涉及不到 5 人（户、家）的数不列')
  })
})

describe('what she did not see', () => {
  it('is not confirmed, locked or passed over', async () => {
    const fresh = { month: monthStart(addDays(month, -40)) }
    await expect(confirm(county, villages.one, { ...fresh, seen: 'another page' })).rejects.toMatchObject({
      key: 'returns.figuresMoved',
      status: 409,
    })
    await confirm(county, villages.one, fresh)
    await confirm(county, villages.two, fresh)
    await confirm(county, villages.town, fresh)
    const { seen } = await getReturn({ actor: county, ...fresh, code: villages.town, locale: 'zh-CN' })
    await confirm(county, villages.one, { ...fresh, seenVersion: 1, reason: '补报' })
    await expect(
      confirm(county, villages.town, { ...fresh, seenVersion: 1, reason: '随村', seen }),
    ).rejects.toMatchObject({ key: 'returns.figuresMoved' })
    await expect(
      lockReturn({ actor: county, month: fresh.month, code: villages.one, seenVersion: 1 }),
    ).rejects.toMatchObject({ key: 'returns.raced' })
  })

  it('keeps a confirmed page what it was when another village comes to report', async () => {
    const before = await look(county, villages.town)
    const [town] = await owner.region.findMany({ where: { code: villages.town } })
    await owner.region.create({
      data: { code: '620123100299', level: 'village', nameZh: '新来村', parentId: town?.id ?? null },
    })
    await buildSeller({ village: '620123100299' })
    await confirm(county, '620123100299')
    const page = await look(county, villages.town)
    expect(page.total).toEqual(before.total)
    expect(page.rows.find(({ code }) => code === '620123100299')).toMatchObject({
      figures: null,
      isNewer: true,
    })
    for (const name of figureNames)
      expect(page.total[name]).toBe(page.rows.reduce((sum, row) => sum + (row.figures?.[name] ?? 0), 0))
  })
})

describe('the table that a city brings', () => {
  async function book(cells: Record<string, string | { formula: string }>): Promise<Uint8Array<ArrayBuffer>> {
    const { default: Excel } = await import('exceljs')
    const workbook = new Excel.Workbook()
    const sheet = workbook.addWorksheet('月报')
    for (const [address, value] of Object.entries(cells))
      sheet.getCell(address).value =
        typeof value === 'string' ? value : { formula: value.formula, date1904: false }
    return new Uint8Array(await workbook.xlsx.writeBuffer())
  }
  const save = (bytes: Uint8Array<ArrayBuffer>, actor = city) =>
    saveTemplate({ actor, fileName: '市表 2026.xlsx', bytes })

  it('is refused with the cell where it cannot be filled', async () => {
    const refused = (bytes: Uint8Array<ArrayBuffer>) => expect(save(bytes)).rejects
    await refused(await book({ A1: '{{行.地区}}', B1: { formula: 'SUM(A1:A2)' } })).toMatchObject({
      key: 'returns.templateFormula',
      params: { cell: 'B1' },
      field: 'file',
    })
    await refused(await book({ A1: '{{行.地区}}', C7: '{{户主}}' })).toMatchObject({
      key: 'returns.templateUnknown',
      params: { cell: 'C7', code: '{{户主}}' },
    })
    await refused(await book({ A1: '{{地区}}' })).toMatchObject({ key: 'returns.templateNoRow' })
    const { default: Excel } = await import('exceljs')
    const merged = new Excel.Workbook()
    const sheet = merged.addWorksheet('月报')
    sheet.getCell('A1').value = '{{行.地区}}'
    for (let row = 2; row < 600; row += 1) sheet.mergeCells(row, 1, row, 2)
    await refused(new Uint8Array(await merged.xlsx.writeBuffer())).toMatchObject({
      key: 'returns.templateMerges',
      field: 'file',
    })
    await refused(new TextEncoder().encode('不是表')).toMatchObject({ status: 422, field: 'file' })
    expect(await findOwnTemplate(city)).toBeNull()
  })

  it('is what every place below hands over from then on, numbers as numbers', async () => {
    await save(
      await book({
        A1: '{{地区}} {{月份}}（第 {{版次}} 版）',
        A3: '{{行.地区}}',
        B3: '{{行.成交}}',
        C3: '{{行.收入}}',
        A4: '合计',
        B4: '{{合计.成交}}',
        A6: '{{文字稿}}',
      }),
    )
    expect(await findOwnTemplate(city)).toMatchObject({ fileName: '市表 2026.xlsx' })
    const { bytes } = await getReturnFile({
      actor: county,
      month,
      code: villages.county,
      form: 'xlsx',
      locale: 'zh-CN',
      t: translator('zh-CN'),
    })
    const { default: Excel } = await import('exceljs')
    const workbook = new Excel.Workbook()
    await workbook.xlsx.load(bytes.buffer)
    const sheet = workbook.getWorksheet('月报')
    const page = await look(county, villages.county)
    const value = (address: string) => sheet?.getCell(address).value
    expect(value('A1')).toMatch(/^榆中县 \d{4} 年 \d{1,2} 月（第 1 版）$/)
    expect([value('A3'), value('B3'), value('C3')]).toEqual([
      page.rows[0]?.name,
      page.rows[0]?.figures?.sales,
      (page.rows[0]?.figures?.incomeFen ?? 0) / 100,
    ])
    expect(value('A4')).toBe('榆中县（不分下级）')
    expect([value('A5'), value('B5')]).toEqual(['合计', 8])
    expect(value('A7')).toContain('榆中县巧手共成交 8 笔')
  })
})

describe('the walls of a return', () => {
  it('hide every place outside her region', async () => {
    const other = await buildActor({ role: 'coordinator', region: '620121' })
    await expect(look(other, villages.one)).rejects.toMatchObject({ status: 404 })
    await expect(confirm(other, villages.one)).rejects.toMatchObject({ status: 404 })
    await expect(confirm(county, villages.city)).rejects.toMatchObject({ status: 404 })
    expect(await prisma.monthlyReturn.count()).toBe(0)
    expect(await prisma.monthlyReturnRow.count()).toBe(0)
  })

  it('keep every version as it was confirmed', async () => {
    const [one] = await owner.monthlyReturn.findMany({ take: 1 })
    const id = one?.id ?? ''
    await expect(owner.monthlyReturn.update({ where: { id }, data: { sales: 99 } })).rejects.toThrow(
      /never changed/,
    )
    await expect(owner.monthlyReturn.delete({ where: { id } })).rejects.toThrow(/never changed/)
    await expect(
      owner.monthlyReturnRow.updateMany({ where: { returnId: id }, data: { sales: 99 } }),
    ).rejects.toThrow()
  })

  it('refuse a total that is not the sum of its rows, and a row that says otherwise than its place', async () => {
    const [latest] = await owner.monthlyReturn.findMany({
      where: { regionId: await regionId(villages.county) },
      orderBy: { version: 'desc' },
      take: 1,
      include: { rows: true },
    })
    if (!latest) throw new Error('the county has reported')
    const { rows, id: _, lockedAt: __, lockedById: ___, ...figures } = latest
    const again = { ...figures, version: latest.version + 1, reason: '试' }
    await expect(
      owner.monthlyReturn.create({
        data: { ...again, sales: 7, rows: { create: rows.map(({ returnId: _r, ...row }) => row) } },
      }),
    ).rejects.toThrow(/newest return|sum of its rows/)
    await expect(owner.monthlyReturn.create({ data: { ...again, rows: { create: [] } } })).rejects.toThrow(
      /sum of its rows/,
    )
  })
})

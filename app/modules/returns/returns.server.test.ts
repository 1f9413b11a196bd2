import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { findFlags } from '~/modules/flags/find-flags.server'
import { addDays, type Day, dayOf, monthStart, nextMonthStart, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { owner } from '../../../tests/fixtures/owner'
import { buildSoldMonth, confirmShown, type SoldMonth, villages } from '../../../tests/fixtures/sold-month'
import { buildActor, buildSeller, regionId } from '../../../tests/fixtures/world'
import { confirmBelow } from './confirm-return.server'
import { type FigureName, type Figures, figureNames, isMoney } from './figures'
import { findReturnMonths } from './find-return-months.server'
import { findReturnRows, type ReturnFigureRow } from './find-return-rows.server'
import { getReturn } from './get-return.server'
import { getReturnVersion } from './get-return-version.server'
import { lockReturn } from './lock-return.server'
import { rowFigures, rowKinds } from './row-kinds'

let month: Day
let county: Actor
let city: Actor
let seller: SoldMonth['seller']

const confirm = (actor: Actor, code: string, over: Partial<Parameters<typeof confirmShown>[1]> = {}) =>
  confirmShown({ actor, month, code }, over)

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
  ;({ month, county, city, seller } = await buildSoldMonth())
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

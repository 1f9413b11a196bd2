import { beforeAll, describe, expect, it } from 'vitest'
import { refundParcel } from '~/modules/aftersales/refund-parcel.server'
import type { Actor } from '~/modules/auth/actor'
import { completeSellerOrder } from '~/modules/orders/complete-seller-order.server'
import { receiveSellerOrder } from '~/modules/orders/receive-seller-order.server'
import { shipSellerOrder } from '~/modules/orders/ship-seller-order.server'
import { dayOf, monthStart, nextMonthStart } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { translator } from '~/platform/i18n/translate'
import { streamTable } from '~/platform/table-stream.server'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { readAll } from '../../../tests/fixtures/read-all'
import { order, pay, sell } from '../../../tests/fixtures/shopping'
import { buildActor, buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { findSales, type SalesPage } from './find-sales.server'
import { findSalesRows, type SalesRow } from './find-sales-rows.server'
import { getSalesFile } from './get-sales-file.server'
import { noSales, type SalesSums } from './sales-sums'
import { type SalesFilter, SalesSearch } from './schema'

/** Random numbers that are the same in every run. */
let seed = 20_261_128
function random(below: number): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return Math.floor((seed / 2_147_483_648) * below)
}

const none = SalesSearch.parse({})
let county: Actor
let other: Actor
let city: Actor
let finance: Actor
let months: string[]

const look = (actor: Actor, filter: Partial<SalesFilter>) =>
  findSales({ actor, filter: { ...none, ...filter }, locale: 'zh-CN', mostSellers: 50 })

async function allRows(actor: Actor, filter: Partial<SalesFilter>): Promise<SalesRow[]> {
  const rows: SalesRow[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof findSalesRows>> = await findSalesRows({
      actor,
      filter: { ...none, ...filter },
      after,
      locale: 'zh-CN',
    })
    rows.push(...page.rows)
    after = page.next
  } while (after !== null)
  return rows
}

function sumOf(rows: readonly SalesSums[]): SalesSums {
  return rows.reduce(
    (sums, row) => ({
      orders: sums.orders + row.orders,
      pieces: sums.pieces + row.pieces,
      goodsFen: sums.goodsFen + row.goodsFen,
      returnedPieces: sums.returnedPieces + row.returnedPieces,
      refundedFen: sums.refundedFen + row.refundedFen,
    }),
    noSales,
  )
}

beforeAll(async () => {
  await buildGround()
  const beads = await owner.craft.create({
    data: { code: 'beads', nameZh: '串珠', nameEn: 'Beads', sentenceZh: '。', sentenceEn: '.', position: 2 },
  })
  county = await buildActor({ role: 'coordinator', region: '620123' })
  other = await buildActor({ role: 'coordinator', region: '620121' })
  city = await buildActor({ role: 'coordinator', region: '6201' })
  finance = await buildActor({ role: 'finance' })
  const first = monthStart(dayOf(await appNow()))
  const shops = await Promise.all(
    ['620123100201', '620123100202', '620121100201', '620123100201'].map(async (village) => {
      const seller = await buildSeller({ village })
      const knots = await buildPiece({ sellerId: seller.sellerId, stock: 90, priceFen: 6_830n })
      const beaded = await buildPiece({ sellerId: seller.sellerId, stock: 90, priceFen: 12_050n })
      await owner.product.update({ where: { id: beaded.productId }, data: { craftId: beads.id } })
      return { seller, pieces: [knots, beaded] }
    }),
  )
  for (let turn = 0; turn < 16; turn += 1) {
    const { seller, pieces } = shops[random(shops.length)] ?? { seller: await buildSeller(), pieces: [] }
    const lines = pieces.filter((_, at) => turn % 3 === 0 || at === turn % 2)
    const { orderId, sellerOrderId } = await sell(
      seller.actor,
      lines.map(({ variantId }) => ({ variantId, quantity: 1 + random(3) })),
    )
    const method = ['alipay', 'wechat_pay', 'card', 'paynow'][random(4)] ?? 'card'
    await owner.payment.updateMany({ where: { due: { orderId } }, data: { method } })
    if (turn % 2 === 0) await giveBackOne(sellerOrderId)
    if (turn % 5 === 4) await owner.orderFlag.create({ data: { sellerOrderId, signs: ['phone'] } })
  }
  const flags = await owner.orderFlag.findMany({ orderBy: { raisedAt: 'asc' } })
  await owner.orderFlag.update({
    where: { sellerOrderId: flags[0]?.sellerOrderId ?? '' },
    data: { decision: 'counted', decidedById: finance.userId, decidedAt: new Date(), reason: '普通买家' },
  })
  months = []
  for (let month = first; month <= dayOf(await appNow()); month = nextMonthStart(month))
    months.push(month.slice(0, 7))
})

async function giveBackOne(sellerOrderId: string): Promise<void> {
  const line = await owner.orderLine.findFirstOrThrow({ where: { sellerOrderId }, orderBy: { id: 'asc' } })
  await refundParcel(finance, sellerOrderId, {
    lines: [{ id: line.id, quantity: 1, amount: line.priceFen }],
    postage: 0n,
    bearer: 'seller',
    byBank: false,
    reason: '破了一处',
  })
}

/** The same figures in other words: from the orders, lines and refunds, and the ledger for what is left of the money. */
async function reckonOtherwise(code: string, month: string): Promise<SalesSums & { netFen: number }> {
  const parts = await owner.sellerOrder.findMany({
    where: { status: 'completed', OR: [{ flag: null }, { flag: { decision: 'counted' } }] },
    include: {
      lines: true,
      refundLines: { include: { refund: true } },
      seller: { include: { region: true } },
    },
  })
  const isIn = (at: Date | null) => at !== null && dayOf(at).startsWith(month)
  const own = parts.filter(({ seller }) => seller.region.code.startsWith(code))
  const sold = own.filter(({ completedAt }) => isIn(completedAt))
  const lines = sold.flatMap((part) => part.lines)
  const back = own
    .flatMap((part) => part.refundLines)
    .filter(({ refund, orderLineId }) => orderLineId !== null && isIn(refund.createdAt))
  const [ledger] = await owner.$queryRaw<{ fen: bigint }[]>`
    SELECT coalesce(-sum(e."amountMinor"), 0)::bigint AS fen FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t.id = e."transactionId" JOIN "SellerOrder" so ON so.id = t."sellerOrderId"
    JOIN "Seller" s ON s.id = so."sellerId" JOIN "Region" r ON r.id = s."regionId" LEFT JOIN "OrderFlag" g ON g."sellerOrderId" = so.id
    WHERE e.purpose IN ('share', 'commission', 'commission_tax', 'broker') AND r.code LIKE ${`${code}%`} AND (g."sellerOrderId" IS NULL OR g.decision = 'counted')
      AND to_char(t."occurredAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') = ${month}`
  return {
    orders: sold.length,
    pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    goodsFen: Number(lines.reduce((sum, { amountFen }) => sum + amountFen, 0n)),
    returnedPieces: back.reduce((sum, { quantity }) => sum + quantity, 0),
    refundedFen: Number(back.reduce((sum, { amountFen }) => sum + amountFen, 0n)),
    netFen: Number(ledger?.fen ?? 0n),
  }
}

describe('the sales of a month', () => {
  it('are what the orders say, and the ledger, in each month and place', async () => {
    const seen: SalesPage[] = []
    for (const month of months)
      for (const [actor, place] of [
        [county, '620123'],
        [county, '620123100202'],
        [other, '620121'],
        [city, '6201'],
      ] as const) {
        const page = await look(actor, { month, place })
        const { netFen, ...sums } = await reckonOtherwise(place, month)
        expect(page.sums, `${place} ${month}`).toMatchObject(sums)
        expect(page.sums.goodsFen - page.sums.refundedFen, `${place} ${month}`).toBe(netFen)
        seen.push(page)
      }
    const all = sumOf(seen.map(({ sums }) => sums))
    for (const figure of Object.values(all)) expect(figure).toBeGreaterThan(0)
  })

  it('sum over their groups and over their rows to the fen', async () => {
    for (const month of months) {
      const { sums, groups } = await look(city, { month })
      for (const kind of ['place', 'seller', 'base', 'channel', 'paidBy'] as const)
        expect(sumOf(groups[kind]), `${kind} ${month}`).toEqual({ ...noSales, ...pick(sums) })
      expect({ ...sumOf(groups.craft), orders: 0 }).toEqual({ ...pick(sums), orders: 0 })
      expect(sumOf(await allRows(city, { month }))).toEqual(pick(sums))
      for (const kind of ['place', 'craft', 'seller', 'base', 'channel', 'paidBy'] as const)
        for (const group of groups[kind]) {
          const filter = { month, [kind]: group.key }
          expect(pick((await look(city, filter)).sums), `${kind} ${group.key} ${month}`).toEqual(pick(group))
          expect(sumOf(await allRows(city, filter)), `${kind} ${group.key} ${month}`).toEqual(pick(group))
        }
    }
  })

  it('leave out what is suspected, say how much, and count it once it is found ordinary', async () => {
    const pages = await Promise.all(months.map((month) => look(city, { month })))
    expect(pages.reduce((sum, { leftOut }) => sum + leftOut.orders, 0)).toBe(2)
    expect(await owner.orderFlag.count()).toBe(3)
  })

  it('stand beside the month before and the same month of last year', async () => {
    const [month = '', next = ''] = months
    const page = await look(city, { month: next })
    expect(pick(page.lastMonth)).toEqual(pick((await look(city, { month })).sums))
    expect(page.months).toHaveLength(13)
    expect(page.months[0]?.month).toBe(page.lastYear.month)
    const later = await look(city, { month: `${Number(next.slice(0, 4)) + 1}${next.slice(4)}` })
    expect(pick(later.lastYear)).toEqual(pick(page.sums))
    expect(later.groups.place.reduce((sum, { lastYearFen }) => sum + lastYearFen, 0)).toBe(page.sums.goodsFen)
  })

  it('are kept as one reckoning of everything would keep them', async () => {
    const kept = () => owner.$queryRaw<object[]>`
      SELECT day, "sellerId", "regionId", "isWhole", "craftId", channel, "paidBy", orders, pieces, "goodsFen", "returnedPieces", "refundedFen" FROM "SalesDay" ORDER BY 1, 2, 3, 4, 5 NULLS FIRST, 6, 7`
    const before = await kept()
    await owner.$executeRaw`SELECT sales_rebuild()`
    expect(await kept()).toEqual(before)
    expect(before.length).toBeGreaterThan(20)
    expect(await owner.salesChange.count()).toBe(0)
  })
})

describe('sales of one maker that end at the same moment', () => {
  it('are all in the sums of her day', async () => {
    const { sellerId, slug, actor } = await buildSeller({ village: '620121100202' })
    const { variantId } = await buildPiece({ sellerId, stock: 20 })
    const parts: string[] = []
    for (let at = 0; at < 6; at += 1) {
      const { orderId } = await order(await buildCart([{ variantId }]))
      await pay(orderId)
      const { id: sellerOrderId } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
      await shipSellerOrder({ actor, sellerOrderId, carrier: 'ems', trackingNumber: `EM-SALES-${at}` })
      await prisma.$transaction((tx) => receiveSellerOrder(tx, { sellerOrderId, how: 'buyer' }))
      parts.push(sellerOrderId)
    }
    await passDays(9)
    await Promise.all(parts.map((id) => completeSellerOrder(id)))
    expect((await look(other, { seller: slug })).sums).toMatchObject({
      orders: 6,
      pieces: 6,
      goodsFen: 6 * 6_800,
    })
    expect(await owner.salesChange.count()).toBe(0)
  })
})

describe('the file of a month', () => {
  it('says what the page says, calculates nothing, and who took it is on record', async () => {
    const month = months[1] ?? ''
    const { sums, groups } = await look(county, { month })
    const seller = await owner.seller.findUniqueOrThrow({ where: { slug: groups.seller[0]?.key ?? '' } })
    await owner.seller.update({ where: { id: seller.id }, data: { nameZh: '=1+1' } })
    const ask = {
      actor: county,
      filter: { ...none, month },
      locale: 'zh-CN',
      t: translator('zh-CN'),
    } as const
    const { name, table } = await getSalesFile({ ...ask, form: 'csv' })
    const bytes = await readAll(streamTable('csv', table))
    await owner.seller.update({ where: { id: seller.id }, data: { nameZh: seller.nameZh } })
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    expect(name).toBe(`sales-620123-${month}`)
    expect(text.startsWith('\ufeff')).toBe(true)
    const [, first = ''] = text.split('\r\n')
    expect(first.split(',').slice(1, 6)).toEqual(
      [sums.orders, sums.pieces, sums.goodsFen / 100, sums.returnedPieces, sums.refundedFen / 100].map(
        String,
      ),
    )
    expect(text).toContain("\r\n'=1+1,")
    const workbook = await getSalesFile({ ...ask, form: 'xlsx' })
    expect((await readAll(streamTable('xlsx', workbook.table))).length).toBeGreaterThan(1_000)
    const events = await owner.auditEvent.findMany({ where: { action: 'sales.exported' } })
    expect(events).toMatchObject([{ detail: { month, form: 'csv' } }, { detail: { month, form: 'xlsx' } }])
    await expect(
      getSalesFile({ ...ask, actor: other, filter: { ...none, place: '620123' }, form: 'csv' }),
    ).rejects.toMatchObject({ status: 404 })
  })
})

describe('another county', () => {
  it('sees nothing of it, not even by asking the table', async () => {
    const month = months[1] ?? ''
    await expect(look(other, { month, place: '620123' })).rejects.toMatchObject({ status: 404 })
    await expect(
      findSalesRows({ actor: other, filter: { ...none, place: '620123' }, after: null, locale: 'zh-CN' }),
    ).rejects.toMatchObject({ status: 404 })
    const { groups } = await look(county, { month })
    const [seller] = groups.seller
    const own = await look(other, { month, seller: seller?.key ?? null })
    expect(own.sums).toMatchObject(noSales)
    expect(await allRows(other, { month, seller: seller?.key ?? null })).toEqual([])
    expect(await prisma.salesDay.count()).toBe(0)
    await expect(prisma.salesDay.deleteMany()).resolves.toEqual({ count: 0 })
  })
})

function pick({ orders, pieces, goodsFen, returnedPieces, refundedFen }: SalesSums): SalesSums {
  return { orders, pieces, goodsFen, returnedPieces, refundedFen }
}

import { beforeAll, describe, expect, it } from 'vitest'
import { refundParcel } from '~/modules/aftersales/refund-parcel.server'
import type { Actor } from '~/modules/auth/actor'
import { addPlace } from '~/modules/places/add-place.server'
import { movePlace } from '~/modules/places/move-place.server'
import { getReturn } from '~/modules/returns/get-return.server'
import { dayOf, monthStart, nextMonthStart } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { payAll } from '../../../tests/fixtures/payouts'
import { sell } from '../../../tests/fixtures/shopping'
import {
  buildActor,
  buildBankAccount,
  buildGround,
  buildPiece,
  buildSeller,
  regionId,
} from '../../../tests/fixtures/world'
import { findLeftOutRows } from './find-left-out.server'
import { findPayoutRows } from './find-payouts.server'
import { findSales } from './find-sales.server'
import { findSalesRows } from './find-sales-rows.server'
import { getSalesPart } from './get-sales-part.server'
import { SalesSearch } from './schema'

const [village, moved, town] = ['620123100311', '620121100311', '620123100']
let yuzhong: Actor
let yongdeng: Actor
let city: Actor
let finance: Actor
let month: string
/** in which her shop opened */
let opening: string
let seller: Awaited<ReturnType<typeof buildSeller>>
let variantId: string
let sold: string
let suspected: string

const toNextMonth = async () => passDays(33 - Number(dayOf(await appNow()).slice(8)))
const filterOf = (of: string) => ({ ...SalesSearch.parse({}), month: of.slice(0, 7) })

/** All that a county is told of a month, by the kept sums and by the rows. */
async function told(actor: Actor, of = month) {
  const ask = { actor, filter: filterOf(of), locale: 'zh-CN' } as const
  const page = await findSales({ ...ask, mostSellers: 50 })
  const { rows } = await findSalesRows({ ...ask, after: null })
  const left = await findLeftOutRows({ ...ask, after: null })
  const paid = await findPayoutRows({ ...ask, after: null })
  const fenOf = (some: readonly { goodsFen: number }[]) =>
    some.reduce((sum, { goodsFen }) => sum + goodsFen, 0)
  expect(fenOf(rows)).toBe(page.sums.goodsFen)
  expect(rows.reduce((sum, { refundedFen }) => sum + refundedFen, 0)).toBe(page.sums.refundedFen)
  expect(fenOf(page.groups.place)).toBe(page.sums.goodsFen)
  expect(fenOf(left.rows)).toBe(page.leftOut.goodsFen)
  expect(paid.rows.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(page.payouts?.fen)
  const { sums, groups, leftOut, payouts } = page
  return { sums, groups, leftOut, payouts, rows, left: left.rows, paid: paid.rows }
}

/** What a place itself would report of a month, and the places that the town would wait for. */
async function returned(actor: Actor, code: string, of = month) {
  const { total } = await getReturn({ actor, month: of, code, locale: 'zh-CN' })
  const { rows } = await getReturn({ actor, month: of, code: code.slice(0, 9), locale: 'zh-CN' })
  return { total, below: rows.map((row) => row.code) }
}

beforeAll(async () => {
  await buildGround()
  const admin = await buildActor({ role: 'admin', region: '62' })
  yuzhong = await buildActor({ role: 'coordinator', region: '620123' })
  yongdeng = await buildActor({ role: 'coordinator', region: '620121' })
  city = await buildActor({ role: 'coordinator', region: '6201' })
  finance = await buildActor({ role: 'finance' })
  const words = { nameZh: '上坪村', nameEn: '', reason: '文件' }
  await addPlace({ actor: admin, parentCode: town, code: village, ...words })
  seller = await buildSeller({ village })
  opening = monthStart(dayOf(await appNow()))
  const [sellerId, key] = [seller.sellerId, seller.person.key]
  await buildBankAccount({ sellerId, key, number: '6217000012345678' })
  variantId = (await buildPiece({ sellerId, stock: 20, priceFen: 6_800n })).variantId
  await toNextMonth()
  sold = (await sell(seller.actor, [{ variantId, quantity: 2 }])).sellerOrderId
  suspected = (await sell(seller.actor, [{ variantId }])).sellerOrderId
  await owner.orderFlag.create({ data: { sellerOrderId: suspected, signs: ['phone'] } })
  month = monthStart(dayOf(await appNow()))
  await payAll()
  await toNextMonth()
  const [before, ofVillage] = [await told(yuzhong), await returned(yuzhong, village)]
  const opened = await returned(yuzhong, village, opening)
  expect(before.sums).toMatchObject({ orders: 1, pieces: 2, goodsFen: 13_600 })
  expect(before.leftOut).toMatchObject({ orders: 1, waiting: 1, goodsFen: 6_800 })
  const move = { code: village, to: '620121100', newCode: moved, reason: '区划调整文件' }
  await movePlace({ actor: admin, ...move })
  expect(await told(yuzhong)).toEqual(before)
  expect(await returned(yuzhong, village)).toEqual(ofVillage)
  expect(await returned(yuzhong, village, opening)).toEqual(opened)
})

describe('the sales of a village that moved', () => {
  it('stay in the months of the county in which they were made, which sees their rows, and the other nothing', async () => {
    const { rows } = await told(yuzhong)
    expect(rows.map(({ sellerOrderId }) => sellerOrderId)).toEqual([sold])
    const own = await returned(yuzhong, village)
    expect(own.total).toMatchObject({ sales: 1, pieces: 2, goodsFen: 13_600 })
    expect(own.below).toContain(village)
    expect((await returned(yongdeng, moved)).total).toMatchObject({ sales: 0, pieces: 0, goodsFen: 0 })
    const other = await told(yongdeng)
    expect([other.sums.orders, other.leftOut.orders, other.left.length]).toEqual([0, 0, 0])
    expect((await told(city)).sums).toMatchObject({ orders: 1, goodsFen: 13_600 })
    for (const [sellerOrderId, isLeftOut] of [
      [sold, false],
      [suspected, true],
    ] as const) {
      const ask = { sellerOrderId, locale: 'zh-CN' } as const
      expect(await getSalesPart({ actor: yuzhong, ...ask })).toMatchObject({ isLeftOut })
      await expect(getSalesPart({ actor: yongdeng, ...ask })).rejects.toMatchObject({ status: 404 })
    }
  })

  it('count where it is now from the day on which it moved; what is given back counts where it was sold', async () => {
    await sell(seller.actor, [{ variantId, quantity: 3 }])
    const line = await owner.orderLine.findFirstOrThrow({ where: { sellerOrderId: sold } })
    await refundParcel(finance, sold, {
      lines: [{ id: line.id, quantity: 1, amount: line.priceFen }],
      postage: 0n,
      bearer: 'seller',
      byBank: false,
      reason: '破了一处',
    })
    const now = nextMonthStart(month)
    const [here, there] = [await told(yuzhong, now), await told(yongdeng, now)]
    expect(here.sums).toMatchObject({ orders: 0, goodsFen: 0, returnedPieces: 1, refundedFen: 6_800 })
    expect(there.sums).toMatchObject({ orders: 1, goodsFen: 20_400, refundedFen: 0 })
    expect(there.groups.seller.map(({ key }) => key)).toEqual([seller.slug])
    expect((await returned(yuzhong, village, now)).total.goodsFen).toBe(-6_800)
    expect((await returned(yongdeng, moved, now)).total.goodsFen).toBe(20_400)
    expect((await told(city, now)).sums).toMatchObject({ orders: 1, goodsFen: 20_400, refundedFen: 6_800 })
  })

  it('were paid where it was then, with its opening; what comes back comes back there', async () => {
    const { paid, payouts } = await told(yuzhong)
    expect(payouts).toMatchObject({ payments: 1 })
    const fen = payouts?.fen ?? 0
    expect(paid).toMatchObject([{ sellerId: seller.sellerId, amountFen: fen }])
    expect(fen).toBeGreaterThan(0)
    expect((await told(city)).payouts).toEqual(payouts)
    expect(await told(yongdeng)).toMatchObject({ payouts: { payments: 0, fen: 0 }, paid: [] })
    expect((await returned(yuzhong, village)).total).toMatchObject({ payouts: 1, payoutsFen: fen })
    expect((await returned(yongdeng, moved)).total).toMatchObject({ payouts: 0, payoutsFen: 0 })
    const own = await returned(yuzhong, village, opening)
    expect(own.total.onboarded).toBe(1)
    expect(own.below).toContain(village)
    expect((await returned(yongdeng, moved, opening)).total.onboarded).toBe(0)

    await owner.payoutLine.updateMany({ data: { state: 'returned' } })
    const now = nextMonthStart(month)
    expect((await told(yuzhong, now)).payouts).toEqual({ payments: 0, fen: -fen })
    expect((await told(yongdeng, now)).payouts).toEqual({ payments: 0, fen: 0 })
    await payAll()
    expect((await told(yuzhong, now)).payouts).toEqual({ payments: 0, fen: -fen })
    expect((await told(yongdeng, now)).payouts).toMatchObject({ payments: 1 })
    expect((await returned(yongdeng, moved, now)).total).toMatchObject({ payouts: 1, onboarded: 0 })
  })

  it('are kept as one reckoning of everything would keep them', async () => {
    const kept = () =>
      owner.salesDay.findMany({
        omit: { id: true },
        orderBy: [{ day: 'asc' }, { regionId: 'asc' }, { isWhole: 'asc' }],
      })
    const before = await kept()
    await owner.$executeRaw`SELECT sales_rebuild()`
    expect(await kept()).toEqual(before)
    expect(new Set(before.map(({ regionId: place }) => place))).toEqual(
      new Set([await regionId(village), await regionId(moved)]),
    )
  })

  it('are put elsewhere by nobody', async () => {
    const elsewhere = await regionId(moved)
    const put = (id: string) =>
      inScope(yuzhong, (tx) => tx.sellerOrder.update({ where: { id }, data: { regionId: elsewhere } }))
    await expect(put(sold)).rejects.toThrow('never changes')
  })
})

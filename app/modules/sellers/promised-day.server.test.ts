import { beforeAll, describe, expect, it } from 'vitest'
import { getCart } from '~/modules/cart/get-cart.server'
import { findProductPage } from '~/modules/catalog/find-product-page.server'
import { productOffer } from '~/modules/catalog/product-offer'
import { findSellerPieces, findShopPieces } from '~/modules/search/find-seller-pieces.server'
import { addDays, type Day, dayOf, fromDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { owner } from '../../../tests/fixtures/owner'
import { order, pay } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { findShopCalendars } from './find-shop-calendars.server'
import { getMakerPage } from './get-maker-page.server'
import { planRest } from './plan-rest.server'
import { removeRest } from './remove-rest.server'
import { setShopOpen } from './set-shop-open.server'

const locale = 'zh-CN'
const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.key ?? String(error),
  )

/** What the page of a piece and a basket with it say: the day by which it leaves. */
async function promisedOf({ slug, variantId }: { slug: string; variantId: string }) {
  const product = await findProductPage(slug, locale)
  const onPage = product && productOffer(product, dayOf(await appNow()), 2)?.leavesBy
  const cart = await getCart({ cartIds: [await buildCart([{ variantId }])], locale })
  expect(cart.parcels[0]?.leavesBy).toBe(onPage)
  return onPage
}

async function paidDay(orderId: string): Promise<Day | null> {
  await pay(orderId)
  const { shipBy } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
  return shipBy && fromDateColumn(shipBy)
}

describe('the day that is promised to buyers', () => {
  let today: Day
  beforeAll(async () => {
    await buildGround()
    today = dayOf(await appNow())
  })
  const inDays = (days: number) => addDays(today, days)

  it('moves behind her days of rest, on the page, in the basket and in the order', async () => {
    const { actor, sellerId } = await buildSeller()
    const piece = await buildPiece({ sellerId, makeMode: 'made_to_order', makeDays: 7 })
    expect(await promisedOf(piece)).toBe(inDays(7))
    await planRest({ actor, sellerId, kind: 'farm', firstDay: inDays(3), lastDay: inDays(12) })
    expect(await promisedOf(piece)).toBe(inDays(17))
    const { orderId } = await order(await buildCart([piece]))
    expect(await paidDay(orderId)).toBe(inDays(17))
  })

  it('is not moved by what she plans or takes back after the order was placed', async () => {
    const { actor, sellerId } = await buildSeller()
    const piece = await buildPiece({ sellerId, makeMode: 'made_to_order', makeDays: 7 })
    const before = await order(await buildCart([piece]))
    await planRest({ actor, sellerId, kind: 'rest', firstDay: inDays(1), lastDay: inDays(5) })
    const during = await order(await buildCart([piece]))
    const { shops } = await findShopCalendars({ actor, locale })
    await removeRest({ actor, restId: shops[0]?.rests[0]?.restId ?? '' })
    const after = await order(await buildCart([piece]))
    expect(await paidDay(before.orderId)).toBe(inDays(7))
    expect(await paidDay(during.orderId)).toBe(inDays(12))
    expect(await paidDay(after.orderId)).toBe(inDays(7))
  })

  it('moves by a week for every week’s worth that is promised already, until she takes no more', async () => {
    const { sellerId } = await buildSeller()
    const piece = await buildPiece({ sellerId, makeMode: 'made_to_order', makeDays: 7 })
    const limitTo = (weeklyCapacity: number, makeDays: number) =>
      owner.variant.update({ where: { id: piece.variantId }, data: { weeklyCapacity, makeDays } })
    await limitTo(2, 7)
    const { orderId } = await order(await buildCart([{ ...piece, quantity: 2 }]))
    expect(await promisedOf(piece)).toBe(inDays(7))
    expect(await paidDay(orderId)).toBe(inDays(7))
    expect(await promisedOf(piece)).toBe(inDays(14))
    const three = await order(await buildCart([{ ...piece, quantity: 3 }]))
    expect(await paidDay(three.orderId)).toBe(inDays(21))
    const product = await findProductPage(piece.slug, locale)
    const [kind] = (product && productOffer(product, today, 2)?.kinds) ?? []
    expect(kind?.leavesBy).toBe(inDays(21))
    expect(kind?.later.slice(0, 2)).toEqual([
      { count: 2, day: inDays(28) },
      { count: 4, day: inDays(35) },
    ])
    await limitTo(1, 150)
    expect(await promisedOf(piece)).toBeNull()
    expect(await keyOf(order(await buildCart([piece])))).toBe('order.soldOut')
  })

  it('is planned in days that make sense, apart from each other, and by nobody else', async () => {
    const { actor, sellerId } = await buildSeller()
    const other = await buildSeller()
    const plan = (firstDay: Day, lastDay: Day, by = actor) =>
      keyOf(planRest({ actor: by, sellerId, kind: 'farm', firstDay, lastDay }))
    expect(await plan(inDays(9), inDays(8))).toBe('studio.restBackwards')
    expect(await plan(inDays(-9), inDays(-1))).toBe('studio.restOver')
    expect(await plan(inDays(400), inDays(401))).toBe('studio.restTooFar')
    expect(await plan(inDays(1), inDays(184))).toBe('studio.restTooLong')
    expect(await plan(inDays(1), inDays(2), other.actor)).toBe('errors.notFound')
    const twice = await Promise.all([plan(inDays(5), inDays(9)), plan(inDays(9), inDays(11))])
    expect(twice.toSorted()).toEqual(['done', 'studio.restMeets'])
    expect(await plan(inDays(20), inDays(22))).toBe('done')
    expect(await plan(inDays(20), inDays(22))).toBe('done')
    const rests = await owner.sellerRest.findMany({ where: { sellerId } })
    expect(rests).toHaveLength(2)
    expect(await keyOf(removeRest({ actor: other.actor, restId: rests[0]?.id ?? '' }))).toBe(
      'errors.notFound',
    )
  })

  it('stays in the calendar as it was: a rest is removed once and never changed', async () => {
    const { actor, sellerId } = await buildSeller()
    await planRest({ actor, sellerId, kind: 'rest', firstDay: inDays(1), lastDay: inDays(1) })
    const { id } = await owner.sellerRest.findFirstOrThrow({ where: { sellerId } })
    const longer = owner.sellerRest.update({ where: { id }, data: { untilDay: new Date('2030-01-01') } })
    await expect(longer).rejects.toThrow('removed once and never changed')
    await expect(owner.sellerRest.delete({ where: { id } })).rejects.toThrow('removed by its removedAt')
  })

  it('is made by nobody while she has closed her shop, and as before once it is open', async () => {
    const { actor, sellerId, slug } = await buildSeller()
    const other = await buildSeller()
    const piece = await buildPiece({ sellerId })
    const cart = await buildCart([piece])
    expect(await keyOf(setShopOpen({ actor: other.actor, sellerId, isOpen: false }))).toBe('errors.notFound')
    await setShopOpen({ actor, sellerId, isOpen: false })
    await setShopOpen({ actor, sellerId, isOpen: false })
    expect(await findProductPage(piece.slug, locale)).toMatchObject({ isOnSale: false, isShopPaused: true })
    expect(await keyOf(order(cart))).toBe('order.lineGone')
    expect(await getMakerPage(slug, locale)).toMatchObject({ isOpen: false, weeks: [] })
    expect(await findShopPieces({ sellerSlug: slug, locale, turn: null })).toMatchObject({
      pieces: [{ slug: piece.slug }],
    })
    expect(await findSellerPieces({ sellerSlug: slug, locale, take: 4 })).toEqual([])
    await setShopOpen({ actor, sellerId, isOpen: true })
    expect(await keyOf(order(cart))).toBe('done')
    const steps = await owner.auditEvent.findMany({ where: { subjectId: sellerId }, orderBy: { id: 'asc' } })
    expect(steps.map(({ action }) => action)).toEqual(['shop.paused', 'shop.opened'])
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { serviceField, shownField } from '~/modules/abroad/service-wishes'
import type { Actor } from '~/modules/auth/actor'
import { getCart } from '~/modules/cart/get-cart.server'
import { lockJoinedCart } from '~/modules/cart/join-carts.server'
import { keepServices } from '~/modules/cart/keep-services.server'
import { getCustomsForm } from '~/modules/customs/get-customs-form.server'
import { changedSince, ratesOf } from '~/modules/orders/changed-since'
import { unsafeGetOrderPage } from '~/modules/orders/get-order-page.server'
import { getSellerWork } from '~/modules/orders/get-seller-work.server'
import { prisma } from '~/platform/db/prisma.server'
import { translator } from '~/platform/i18n/translate'
import { tokenHash } from '~/platform/secrets/token.server'
import { buildFastRate, buildKnot, buildRate, placeAbroad } from '../../../tests/fixtures/abroad'
import { owner } from '../../../tests/fixtures/owner'
import { pay } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildSeller } from '../../../tests/fixtures/world'

let sellerId = ''
let maker: Actor
let fastId = ''

beforeAll(async () => {
  await buildGround()
  await buildRate()
  fastId = await buildFastRate()
  const seller = await buildSeller()
  sellerId = seller.sellerId
  maker = seller.actor
})

const wish = (wanted: string, shown: string, of = sellerId) => {
  const form = new FormData()
  form.set(shownField(of), shown)
  form.set(serviceField(of), wanted)
  return form
}
const parcelOf = async (cartId: string, country = 'DE') =>
  (await getCart({ cartIds: [cartId], locale: 'en', country })).parcels[0]

describe('the service by which a parcel goes abroad', () => {
  it('is the cheapest until she chooses, is kept with the basket and counted, and is frozen in the order', async () => {
    const cartId = await buildCart([await buildKnot({ sellerId })])
    expect((await parcelOf(cartId))?.ways).toMatchObject([
      { service: 'epacket', postageFen: 6_400, isChosen: true },
      { service: 'ems', postageFen: 28_000, isChosen: false, words: 'EMS, 7–14 days on the way' },
    ])
    expect(await keepServices(cartId, wish('epacket', 'epacket'))).toBe(false)
    expect(await keepServices(cartId, wish('ems', 'epacket'))).toBe(true)
    expect(await parcelOf(cartId)).toMatchObject({ postageFen: 28_000 })
    await expect(placeAbroad(cartId)).rejects.toMatchObject({ key: 'order.changed' })
    const { orderId } = await placeAbroad(cartId, 34_800n)
    const parcel = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
    expect(parcel).toMatchObject({ postageRateId: fastId, postageFen: 28_000n, parcelGrams: 412 })
    expect(await owner.cart.findUniqueOrThrow({ where: { id: cartId } })).toMatchObject({ services: {} })
    await pay(orderId)
    const { parcels } = await unsafeGetOrderPage({ orderId, locale: 'en' })
    const told = { service: 'ems', daysFrom: 7, daysTo: 14, isTracked: true }
    expect(parcels[0]?.sentBy).toEqual(told)
    expect((await getSellerWork({ actor: maker, sellerOrderId: parcel.id, locale: 'zh-CN' })).abroad).toEqual(
      {
        grams: 412,
        ...told,
      },
    )
    expect(await getCustomsForm({ actor: maker, sellerOrderId: parcel.id })).toMatchObject({
      service: 'ems',
      postageFen: 28_000,
    })
  })

  it('falls back to the cheapest where her choice does not take the parcel, and is chosen for each maker', async () => {
    const other = await buildSeller()
    const knots = [await buildKnot({ sellerId }), await buildKnot({ sellerId: other.sellerId })]
    const cartId = await buildCart(knots)
    await keepServices(cartId, wish('ems', 'epacket', other.sellerId))
    await keepServices(cartId, wish('parcel', 'epacket'))
    const { parcels } = await getCart({ cartIds: [cartId], locale: 'en', country: 'DE' })
    const fees = new Map(parcels.map((parcel) => [parcel.sellerId, parcel.postageFen]))
    expect([fees.get(sellerId), fees.get(other.sellerId)]).toEqual([6_400, 28_000])
    const { orderId } = await placeAbroad(cartId, 48_000n)
    expect(await owner.sellerOrder.findMany({ where: { orderId }, select: { togetherId: true } })).toEqual([
      { togetherId: null },
      { togetherId: null },
    ])
  })

  it('takes nothing of a form that is no choice, nor of a seller of whom nothing is there', async () => {
    const cartId = await buildCart([await buildKnot({ sellerId })])
    expect(await keepServices(cartId, wish('rocket', 'epacket'))).toBe(false)
    expect(await keepServices(cartId, wish('ems', 'epacket', "x' OR 1"))).toBe(false)
    await keepServices(cartId, wish('ems', 'epacket', crypto.randomUUID()))
    const cart = await owner.cart.findUniqueOrThrow({ where: { id: cartId } })
    expect(cart.services).toEqual({})
    await expect(
      owner.$executeRaw`UPDATE "Cart" SET services = '[]' WHERE id = ${cartId}::uuid`,
    ).rejects.toThrow(/Cart_services/)
  })

  it('comes along when two baskets become one', async () => {
    const one = await buildCart([await buildKnot({ sellerId })])
    const other = await buildCart([await buildKnot({ sellerId })])
    const tokens = ['services-one', 'services-other']
    for (const [at, id] of [one, other].entries())
      await owner.cart.update({ where: { id }, data: { tokenHash: tokenHash(tokens[at] ?? '') } })
    await keepServices(other, wish('ems', 'epacket'))
    const joined = await prisma.$transaction((tx) => lockJoinedCart(tx, tokens))
    expect((await parcelOf(joined?.id ?? ''))?.ways.find(({ isChosen }) => isChosen)?.service).toBe('ems')
  })

  it('is the one that the page showed when both baskets had chosen, as long as nobody chooses anew', async () => {
    const ids = [
      await buildCart([await buildKnot({ sellerId })]),
      await buildCart([await buildKnot({ sellerId })]),
    ].toSorted()
    const tokens = ['services-first', 'services-second']
    const chosen = ['ems', 'epacket']
    for (const [at, id] of ids.entries())
      await owner.cart.update({
        where: { id },
        data: { tokenHash: tokenHash(tokens[at] ?? ''), services: { [sellerId]: chosen[at] } },
      })
    const shown = await getCart({ cartIds: ids, locale: 'en', country: 'DE' })
    expect(shown.parcels[0]?.ways.find(({ isChosen }) => isChosen)?.service).toBe('ems')
    const cartId = (await prisma.$transaction((tx) => lockJoinedCart(tx, tokens)))?.id ?? ''
    await expect(placeAbroad(cartId, BigInt(shown.totalFen), `${sellerId}:`)).rejects.toMatchObject({
      key: 'abroad.otherWay',
    })
    const { orderId } = await placeAbroad(cartId, BigInt(shown.totalFen), ratesOf(shown))
    const parcel = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
    expect(parcel).toMatchObject({ postageRateId: fastId, postageFen: BigInt(shown.postageFen) })
  })

  it('is hers though another one costs the same: a press for what another tab changed orders nothing, and says what changed', async () => {
    const { id: slowId, ...slow } = await owner.postageRate.findFirstOrThrow({
      where: { service: 'epacket' },
    })
    // sooner there, and not followed on its way: neither outdoes the other
    const soon = { ...slow, service: 'parcel' as const, daysFrom: 4, daysTo: 9, isTracked: false }
    await owner.postageRate.create({ data: soon })
    const cartId = await buildCart([await buildKnot({ sellerId })])
    const look = () => getCart({ cartIds: [cartId], locale: 'en', country: 'DE' })
    const shown = await look()
    await keepServices(cartId, wish('epacket', 'parcel'))
    await expect(placeAbroad(cartId, 13_200n, ratesOf(shown))).rejects.toMatchObject({
      key: 'abroad.otherWay',
    })
    expect(await owner.cartLine.count({ where: { cartId } })).toBe(1)
    const now = await look()
    const seen = { seenTotalFen: String(shown.totalFen), seenRates: ratesOf(shown) }
    const words = { t: translator('en'), locale: 'en' } as const
    const seller = shown.parcels[0]?.sellerName
    expect(changedSince(seen, now, words)).toEqual([
      `The parcel from ${seller} was to go by International parcel, 4–9 days on the way; now it goes by e-packet, 10–20 days on the way.`,
    ])
    expect(changedSince({ seenRates: `${sellerId}:${fastId.replace(/^./, 'f')}` }, now, words)).toEqual([
      `The parcel from ${seller} now goes by e-packet, 10–20 days on the way.`,
    ])
    const { orderId } = await placeAbroad(cartId, 13_200n, ratesOf(now))
    expect(await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })).toMatchObject({
      postageRateId: slowId,
    })
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { closeOrder } from '~/modules/orders/close-order.server'
import { prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { owner, passSeconds } from '../../../tests/fixtures/owner'
import { buildPromotion, cartWithCode, orderWithCode } from '../../../tests/fixtures/promotions'
import { attempt, pay, placeForm } from '../../../tests/fixtures/shopping'
import { buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { giveUpParcel } from './give-up-parcel.server'

let piece: { variantId: string }

beforeAll(async () => {
  await buildGround()
  piece = await buildPiece({ sellerId: (await buildSeller()).sellerId, stock: 1_000 })
})

const phoneOf = (at: number) => `1390000${String(at).padStart(4, '0')}`
const usedOf = async (id: string) => (await owner.promotion.findUniqueOrThrow({ where: { id } })).used
const held = (promotionId: string) => owner.promotionUse.count({ where: { promotionId, givenBackAt: null } })

/** The keys of what was refused; anything else that is thrown fails the test. */
async function refusedOf(deeds: readonly Promise<unknown>[]): Promise<string[]> {
  const results = await Promise.allSettled(deeds)
  return results.flatMap((result) => {
    if (result.status === 'fulfilled') return []
    if (result.reason instanceof Refusal) return [result.reason.key]
    throw result.reason
  })
}

/** What one of many may be told: that it is used up, since when, or that she should press again. */
const said = ['promotion.usedUp', 'order.changed', 'errors.busy']

describe('a promotion with caps', () => {
  it('for one order is used by one of a hundred who press at once', async () => {
    const { id, code } = await buildPromotion({ mostUses: 1 })
    const carts = await Promise.all(Array.from({ length: 100 }, () => cartWithCode([piece], code)))
    const refused = await refusedOf(
      carts.map(({ cartId, seenTotalFen }, at) => placeForm(cartId, { seenTotalFen, phone: phoneOf(at) })),
    )
    expect(refused).toHaveLength(99)
    expect(refused.filter((key) => !said.includes(key))).toEqual([])
    expect([await usedOf(id), await held(id)]).toEqual([1, 1])
  })

  it('per buyer is used as often as allowed of fifty presses, and by others still', async () => {
    const { id, code } = await buildPromotion({ mostPerBuyer: 3 })
    const carts = await Promise.all(Array.from({ length: 50 }, () => cartWithCode([piece], code)))
    const refused = await refusedOf(
      carts.map(({ cartId, seenTotalFen }) => placeForm(cartId, { seenTotalFen, phone: phoneOf(500) })),
    )
    expect(refused).toEqual(Array(47).fill('promotion.usedByYou'))
    expect(await held(id)).toBe(3)
    await orderWithCode([piece], code, { phone: phoneOf(501) })
    expect(await held(id)).toBe(4)
  })

  it('is free again when its order is cancelled, expires, or is given up whole', async () => {
    const { id, code } = await buildPromotion({ mostUses: 1 })
    const first = await orderWithCode([piece], code)
    await expect(orderWithCode([piece], code).then(({ orderId }) => discountOf(orderId))).resolves.toBe(0n)
    await closeOrder({ orderId: first.orderId, to: 'cancelled', cause: 'buyer' })
    expect([await usedOf(id), await held(id)]).toEqual([0, 0])

    const second = await orderWithCode([piece], code)
    expect(await discountOf(second.orderId)).toBe(680n)
    await passSeconds(16 * 60)
    await closeOrder({ orderId: second.orderId, to: 'expired', cause: 'sweep' })
    expect(await usedOf(id)).toBe(0)

    const other = await buildPiece({ sellerId: (await buildSeller()).sellerId })
    const third = await orderWithCode([piece, other], code)
    await pay(third.orderId)
    const parcels = await owner.sellerOrder.findMany({ where: { orderId: third.orderId } })
    const giveUp = (parcel: { id: string; orderId: string }) =>
      prisma.$transaction((tx) => giveUpParcel(tx, { parcel, reason: 'buyer_cancelled' }))
    const [one, two] = parcels
    if (!one || !two) throw new Error('an order of two makers has two parcels')
    await giveUp(one)
    expect(await usedOf(id)).toBe(1)
    await giveUp(two)
    expect([await usedOf(id), await held(id)]).toEqual([0, 0])
  })

  it('is kept through a payment that is tried again', async () => {
    const { id, code } = await buildPromotion({ mostUses: 1 })
    const { orderId } = await orderWithCode([piece], code)
    const { paymentId } = await attempt(orderId)
    await owner.payment.update({ where: { id: paymentId }, data: { state: 'failed' } })
    expect(await usedOf(id)).toBe(1)
    await pay(orderId)
    expect([await usedOf(id), await discountOf(orderId)]).toEqual([1, 680n])
  })

  it('is taken again by money that comes late, or the money goes back', async () => {
    const { id, code } = await buildPromotion({ mostUses: 1 })
    const late = async () => {
      const { orderId } = await orderWithCode([piece], code)
      await closeOrder({ orderId, to: 'cancelled', cause: 'buyer' })
      return orderId
    }
    const [first, second] = [await late(), await late()]
    await pay(first)
    expect(await statusOf(first)).toBe('paid')
    expect(await usedOf(id)).toBe(1)
    const paymentId = await pay(second)
    expect(await statusOf(second)).toBe('cancelled')
    const refunds = await owner.refund.findMany({ where: { paymentId } })
    expect(refunds).toMatchObject([{ reason: 'late_payment', amountMinor: 7_120n }])
    expect([await usedOf(id), await held(id)]).toEqual([1, 1])
  })

  it('holds in the database itself, and no version is ever rewritten', async () => {
    const { id, code } = await buildPromotion({ mostUses: 1, mostPerBuyer: 1 })
    const first = await orderWithCode([piece], code)
    const { orderId } = await orderWithCode([piece], null)
    const use = await owner.promotionUse.findUniqueOrThrow({ where: { orderId: first.orderId } })
    await expect(owner.promotionUse.create({ data: { ...use, orderId } })).rejects.toThrow('is used up')
    const rewrite = (data: object) => prisma.promotion.update({ where: { id }, data })
    await expect(rewrite({ percentBps: 2_000 })).rejects.toThrow('never changes')
    await expect(rewrite({ mostUses: 5 })).rejects.toThrow('never changes')
    await expect(rewrite({ validTo: new Date('2100-01-01') })).rejects.toThrow('never made longer')
  })
})

const discountOf = async (orderId: string) =>
  (await owner.order.findUniqueOrThrow({ where: { id: orderId } })).discountFen
const statusOf = async (orderId: string) =>
  (await owner.order.findUniqueOrThrow({ where: { id: orderId } })).status

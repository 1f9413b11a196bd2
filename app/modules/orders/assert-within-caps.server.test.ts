import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Refusal } from '~/platform/errors'
import { owner, passSeconds } from '../../../tests/fixtures/owner'
import { attempt, order, pay } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { closeOrder } from './close-order.server'

let sellerId: string
beforeAll(async () => {
  await buildGround()
  sellerId = (await buildSeller()).sellerId
})

async function set(key: string, value: number) {
  await owner.setting.deleteMany({ where: { key } })
  await owner.setting.create({ data: { key, value, validFrom: new Date('2020-01-01') } })
}

/** Earlier tests' unpaid orders are of the same phone: let them lapse. */
beforeEach(() => passSeconds(16 * 60))

const refused = (results: PromiseSettledResult<unknown>[], key: string) =>
  results.filter(
    (result) => result.status === 'rejected' && result.reason instanceof Refusal && result.reason.key === key,
  ).length

describe('unpaid orders of one buyer', () => {
  it('are at most three, however many she sends at once', async () => {
    await set('orders.unpaidAtOnce', 3)
    const { variantId } = await buildPiece({ sellerId, stock: 100 })
    const carts = await Promise.all(Array.from({ length: 20 }, () => buildCart([{ variantId }])))
    const results = await Promise.allSettled(carts.map((cart) => order(cart)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    expect(refused(results, 'order.tooManyUnpaid')).toBe(17)
    expect(await owner.stockItem.findUniqueOrThrow({ where: { variantId } })).toMatchObject({ reserved: 3 })
  })

  it('leave room again when one is paid, given up, or lapsed', async () => {
    const { variantId } = await buildPiece({ sellerId, stock: 100 })
    const place = async () => order(await buildCart([{ variantId }]))
    const [first, second] = [await place(), await place(), await place()]
    await expect(place()).rejects.toMatchObject({ key: 'order.tooManyUnpaid', params: { count: 3 } })
    await pay(first?.orderId ?? '')
    await place()
    await expect(place()).rejects.toMatchObject({ key: 'order.tooManyUnpaid' })
    await closeOrder({ orderId: second?.orderId ?? '', to: 'cancelled', cause: 'buyer' })
    await place()
    await passSeconds(16 * 60)
    await place()
    await set('orders.unpaidAtOnce', 0)
  })

  it('hold at most a fifth of a stock together, and one piece always', async () => {
    await set('orders.unpaidShareBps', 2000)
    const few = await buildPiece({ sellerId, stock: 3 })
    const many = await buildPiece({ sellerId, stock: 12 })
    await order(await buildCart([{ variantId: few.variantId }]))
    await expect(order(await buildCart([{ variantId: few.variantId }]))).rejects.toMatchObject({
      key: 'order.tooManyOfOne',
      params: { most: 0 },
    })
    await expect(order(await buildCart([{ variantId: many.variantId, quantity: 3 }]))).rejects.toMatchObject({
      key: 'order.tooManyOfOne',
      params: { most: 2 },
    })
    const { orderId } = await order(await buildCart([{ variantId: many.variantId, quantity: 2 }]))
    await attempt(orderId)
    await expect(order(await buildCart([{ variantId: many.variantId }]))).rejects.toMatchObject({
      key: 'order.tooManyOfOne',
    })
    await pay(orderId)
    await order(await buildCart([{ variantId: many.variantId, quantity: 2 }]))
    await set('orders.unpaidShareBps', 0)
  })
})

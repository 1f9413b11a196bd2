import { beforeAll, describe, expect, it } from 'vitest'
import { order } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { closeOrder } from './close-order.server'
import { findUnpaidOrder } from './find-unpaid-order.server'
import { orderCookie } from './order-cookie.server'

beforeAll(buildGround)

async function place() {
  const { sellerId } = await buildSeller()
  return order(await buildCart([await buildPiece({ sellerId })]))
}

/** A request of a browser that holds what it was given when each of these orders was placed. */
async function holding(orders: readonly { orderId: string; number: string; secret: string }[]) {
  const cookies = await Promise.all(
    orders.map(({ orderId, number, secret }) => orderCookie(number).serialize({ orderId, secret })),
  )
  const Cookie = cookies.map((cookie) => cookie.split(';')[0]).join('; ')
  return new Request('http://shop.test/checkout', { headers: { Cookie } })
}

describe('the order that waits for its payment', () => {
  it('is found by the key that its browser holds, the newest first, until it is closed', async () => {
    const [first, second] = [await place(), await place()]
    const request = await holding([first, second])
    expect(await findUnpaidOrder(request)).toBe(second.number)
    await closeOrder({ orderId: second.orderId, to: 'cancelled', cause: 'test' })
    expect(await findUnpaidOrder(request)).toBe(first.number)
  })

  it('is nobody else’s: not with another order’s key, not with a made-up cookie, not with none', async () => {
    const [mine, other] = [await place(), await place()]
    const [name, value] = [`order-${other.number}`, await orderCookie(other.number).serialize(mine)]
    const ask = (Cookie: string) =>
      findUnpaidOrder(new Request('http://shop.test/checkout', { headers: { Cookie } }))
    expect(await ask(value.split(';')[0] ?? '')).toBeNull()
    expect(await ask(`${name}=made-up`)).toBeNull()
    expect(await findUnpaidOrder(new Request('http://shop.test/checkout'))).toBeNull()
  })
})

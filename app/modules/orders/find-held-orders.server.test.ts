import { beforeAll, describe, expect, it } from 'vitest'
import { order } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { findHeldOrders } from './find-held-orders.server'
import { orderCookie } from './order-cookie.server'

beforeAll(buildGround)

async function place() {
  const { sellerId } = await buildSeller()
  return order(await buildCart([await buildPiece({ sellerId })]))
}

const ask = (...cookies: string[]) =>
  findHeldOrders(
    new Request('http://shop.test/orders', {
      headers: { Cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') },
    }),
  )
const numbersOf = async (...cookies: string[]) => (await ask(...cookies)).map(({ number }) => number)

describe('the orders that a browser opens by itself', () => {
  it('are those whose keys it holds, the newest first', async () => {
    const [first, second] = [await place(), await place()]
    const keys = await Promise.all(
      [first, second].map(({ orderId, number, secret }) =>
        orderCookie(number).serialize({ orderId, secret }),
      ),
    )
    expect(await numbersOf(...keys)).toEqual([second.number, first.number])
    expect(await numbersOf('cart=x')).toEqual([])
  })

  it('are not those of another order’s key, of a made-up one, or got in an account that is signed out', async () => {
    const [mine, other] = [await place(), await place()]
    expect(await numbersOf(await orderCookie(other.number).serialize(mine))).toEqual([])
    expect(await numbersOf(`order-${mine.number}=made-up`)).toEqual([])
    const by = crypto.randomUUID()
    expect(await numbersOf(await orderCookie(mine.number).serialize({ ...mine, by }))).toEqual([])
  })
})

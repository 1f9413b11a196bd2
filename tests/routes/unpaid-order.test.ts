import { beforeAll, describe, expect, it } from 'vitest'
import { orderCookie } from '../../app/modules/orders/order-cookie.server'
import { loader as openCart } from '../../app/routes/shop/cart'
import { loader as openCheckout } from '../../app/routes/shop/checkout'
import { order } from '../fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../fixtures/world'

beforeAll(buildGround)

/** What a browser asks for, with the cookies that it holds. */
const ask = (path: string, Cookie = '') => ({
  request: new Request(`http://127.0.0.1:3000${path}`, { headers: Cookie ? { Cookie } : {} }),
  params: {},
  context: { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' },
})

describe('after the payment page was left', () => {
  it('an empty checkout and an empty basket say where the order is that waits', async () => {
    const { sellerId } = await buildSeller()
    const { orderId, number, secret } = await order(await buildCart([await buildPiece({ sellerId })]))
    const [cookie] = (await orderCookie(number).serialize({ orderId, secret })).split(';')
    for (const [cookies, unpaid] of [
      [cookie, number],
      ['', null],
    ] as const) {
      expect((await openCheckout(ask('/checkout', cookies))).data).toMatchObject({ unpaid })
      expect((await openCart(ask('/cart', cookies))).data).toMatchObject({ unpaid })
    }
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { addToCart } from '../../app/modules/cart/add-to-cart.server'
import { keepCartToken } from '../../app/modules/cart/cart-cookie.server'
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
  it('a basket says so whose pieces are others', async () => {
    const { sellerId } = await buildSeller()
    const { variantId } = await buildPiece({ sellerId })
    const { orderId, number, secret } = await order(await buildCart([{ variantId }]))
    const { token } = await addToCart({ tokens: [], variantId, quantity: 1 })
    const cookies = await Promise.all([
      orderCookie(number).serialize({ orderId, secret }),
      keepCartToken(token),
    ])
    const { data } = await openCart(ask('/cart', cookies.map((cookie) => cookie.split(';')[0]).join('; ')))
    expect(data).toMatchObject({ unpaid: number, cart: { pieceCount: 1 } })
  })

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

import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { orderCookie } from '../../app/modules/orders/order-cookie.server'
import { env } from '../../app/platform/env.server'
import { publicOrigin } from '../../app/platform/http/public-origin.server'
import { loader as openOrder } from '../../app/routes/shop/order'
import { loader as openPay } from '../../app/routes/shop/order-pay'
import { order, pay } from '../fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../fixtures/world'

const { APP_MODE, PUBLIC_ORIGIN } = env
afterEach(() => Object.assign(env, { APP_MODE, PUBLIC_ORIGIN }))

let paid: Awaited<ReturnType<typeof place>>
let unpaid: Awaited<ReturnType<typeof place>>

beforeAll(async () => {
  await buildGround()
  const { sellerId } = await buildSeller()
  paid = await place(sellerId)
  unpaid = await place(sellerId)
  await pay(paid.orderId)
})

async function place(sellerId: string) {
  const { orderId, number, secret } = await order(await buildCart([await buildPiece({ sellerId })]))
  return { orderId, number, secret, cookie: await orderCookie(number).serialize({ orderId, secret }) }
}

/** Where the link leads by which the order is kept: on its own page, and on that of its payment in WeChat, which leads to another browser. */
async function originsOn(host: string): Promise<string[]> {
  const ask = (path: string, { number, cookie }: typeof paid) => ({
    request: new Request(`http://127.0.0.1:3000${path}`, {
      headers: { Host: host, Cookie: cookie.split(';')[0] ?? '', 'User-Agent': 'MicroMessenger/8.0' },
    }),
    params: { number },
    context: { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' },
  })
  const pages = [
    await (await openOrder(ask(`/orders/${paid.number}`, paid))).text(),
    await (await openPay(ask(`/orders/${unpaid.number}/pay`, unpaid))).text(),
  ]
  return pages.map((page) => /"(https?:[^"]*?)\/orders\/[\d-]+\/open\//.exec(page)?.[1] ?? 'no link')
}

const both = (origin: string) => [origin, origin]

describe('the link by which an order is kept', () => {
  it.each(['127.0.0.1', 'localhost', '[::1]'])('names %s, by which a demo was opened', async (name) => {
    Object.assign(env, { APP_MODE: 'demo', PUBLIC_ORIGIN: undefined })
    expect(await originsOn(`${name}:${env.PORT}`)).toEqual(both(`http://${name}:${env.PORT}`))
  })

  it.each(['evil.example', `localhost.evil.example:${env.PORT}`, `localhost:${env.PORT}@evil.example`])(
    'names no host of an attacker: %s',
    async (host) => {
      Object.assign(env, { APP_MODE: 'demo', PUBLIC_ORIGIN: undefined })
      expect(await originsOn(host)).toEqual(both(publicOrigin()))
    },
  )

  it('names the public origin of a live shop, whatever the request says', async () => {
    Object.assign(env, { APP_MODE: 'live', PUBLIC_ORIGIN: 'http://shop.example' })
    for (const host of [`localhost:${env.PORT}`, 'evil.example'])
      expect(await originsOn(host)).toEqual(both('http://shop.example'))
  })
})

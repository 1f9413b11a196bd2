import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { submitPayment } from '../../../scripts/stripe-sandbox/submit-payment'
import { startTestShop, type TestShop, testOrder } from './test-shop'

let shop: TestShop
let skewMs = 0
beforeAll(async () => {
  shop = await startTestShop({ clock: () => Date.now() + skewMs })
})
afterAll(() => shop.close())

const confirmingCard = { cardNumber: '4000002760003184' }

/** What a press of a button on the bank's page leads to. */
async function answerBank(paymentRef: string, action: 'confirm' | 'refuse') {
  const page = new URL(`/c/confirm/${paymentRef}`, shop.sandbox.origin)
  const answer = await fetch(page, {
    method: 'POST',
    body: new URLSearchParams({ action }),
    redirect: 'manual',
  })
  return answer.headers.get('location')
}

describe('a bank that asks the buyer to confirm', () => {
  test('has a page of its own, in the language of the checkout, that says it is simulated', async () => {
    for (const [locale, words] of [
      ['zh-CN', ['模拟支付', '银行要你确认', '¥716.00']],
      ['en', ['Simulated payment', 'Your bank asks you to confirm', 'CN¥716.00']],
    ] as const) {
      const { url } = await shop.gateway.startCheckout(testOrder({ locale }))
      const { html } = await submitPayment(url, confirmingCard)
      for (const word of words) expect(html).toContain(word)
    }
  })

  test('takes nothing until she does', async () => {
    const { sessionId, paymentRef } = await shop.pay(confirmingCard)
    expect((await shop.gateway.readCheckout(sessionId)).status).toBe('open')
    expect(await shop.gateway.readPayment(paymentRef)).toMatchObject({
      status: 'requires_action',
      chargeRef: null,
    })
    const back = await answerBank(paymentRef, 'confirm')
    expect(back).toBe(`http://127.0.0.1:3000/orders/QS-1?paid=${sessionId}`)
    expect((await shop.gateway.readPayment(paymentRef)).status).toBe('succeeded')
    expect(await answerBank(paymentRef, 'confirm')).toBe(back)
    expect((await shop.gateway.readCheckout(sessionId)).status).toBe('paid')
  })

  test('sends her back to the pay page when she does not, and another card pays there', async () => {
    const { url, sessionId } = await shop.gateway.startCheckout(testOrder())
    await submitPayment(url, confirmingCard)
    const { paymentRef } = await shop.gateway.readCheckout(sessionId)
    const back = await answerBank(paymentRef ?? '', 'refuse')
    const page = await (await fetch(new URL(back ?? '', url))).text()
    expect(page).toContain('银行那边没有确认')
    expect(await shop.gateway.readPayment(paymentRef ?? '')).toMatchObject({
      status: 'unpaid',
      failureCode: 'payment_intent_authentication_failure',
    })
    await submitPayment(url, { cardNumber: '4242424242424242' })
    expect(await shop.gateway.readCheckout(sessionId)).toMatchObject({ status: 'paid', paymentRef })
  })

  test('can refuse the card all the same', async () => {
    const { sessionId, paymentRef } = await shop.pay({ cardNumber: '4000008400001629' })
    await answerBank(paymentRef, 'confirm')
    expect((await shop.gateway.readPayment(paymentRef)).failureCode).toBe('generic_decline')
    expect((await shop.gateway.readCheckout(sessionId)).status).toBe('open')
  })

  test('asks in vain once the checkout is closed', async () => {
    const { sessionId, paymentRef } = await shop.pay(confirmingCard)
    await shop.gateway.expireCheckout(sessionId)
    await answerBank(paymentRef, 'confirm')
    expect(await shop.gateway.readPayment(paymentRef)).toMatchObject({ status: 'canceled', chargeRef: null })
    expect((await shop.gateway.readCheckout(sessionId)).status).toBe('expired')
  })
})

test('a checkout offers the methods that were asked for, in the shop’s order', async () => {
  const order = testOrder({ methods: ['alipay', 'card'] })
  expect((await shop.gateway.startCheckout(order)).offeredMethods).toEqual(['card', 'alipay'])
})

describe('finding a checkout whose answer was lost', () => {
  test('by the id of its operation, since a time', async () => {
    const order = testOrder()
    const { sessionId, url } = await shop.gateway.startCheckout(order)
    const createdAfter = new Date(Date.now() - 60_000)
    expect(await shop.gateway.findCheckout({ operationId: order.operationId, createdAfter })).toEqual({
      sessionId,
      url,
      reference: order.reference,
      operationId: order.operationId,
      paymentRef: null,
      isOpen: true,
      created: expect.any(Date),
      expiresAt: new Date(Math.floor(order.expiresAt.getTime() / 1000) * 1000),
      offeredMethods: ['card', 'alipay', 'wechat_pay'],
    })
    expect(await shop.gateway.findCheckout({ operationId: randomUUID(), createdAfter })).toBeNull()
    const later = new Date(Date.now() + 60_000)
    expect(
      await shop.gateway.findCheckout({ operationId: order.operationId, createdAfter: later }),
    ).toBeNull()
  })

  test('the open ones are listed page by page, each once, until their time is up', async () => {
    const other = await startTestShop()
    const made: string[] = []
    for (let count = 0; count < 101; count += 1) {
      made.unshift((await other.gateway.startCheckout(testOrder())).sessionId)
    }
    await other.gateway.expireCheckout(made[50] ?? '')
    const createdAfter = new Date(Date.now() - 600_000)
    const first = await other.gateway.listCheckouts({ createdAfter, onlyOpen: true })
    expect(first.items.map(({ sessionId }) => sessionId)).toEqual(
      made.filter((_, index) => index !== 50).slice(0, 100),
    )
    expect(first.next).toBeNull()
    const all = await other.gateway.listCheckouts({ createdAfter })
    const rest = await other.gateway.listCheckouts({ createdAfter, cursor: all.next ?? '' })
    expect([...all.items, ...rest.items].map(({ sessionId }) => sessionId)).toEqual(made)
    expect(rest.next).toBeNull()
    await other.close()
  })

  test('a closed one has no address any more', async () => {
    const order = testOrder()
    await shop.gateway.startCheckout(order)
    skewMs = 61 * 60_000
    const query = { operationId: order.operationId, createdAfter: new Date(Date.now() - 60_000) }
    expect(await shop.gateway.findCheckout(query)).toMatchObject({ isOpen: false, url: null })
    skewMs = 0
  })
})

test('moving the sandbox’s clock ahead does not close the doors of payment pages', async () => {
  const other = await startTestShop()
  await other.passSeconds(100 * 24 * 60 * 60)
  const { sessionId } = await other.pay({ method: 'alipay' })
  expect((await other.gateway.readCheckout(sessionId)).status).toBe('paid')
  await other.close()
})

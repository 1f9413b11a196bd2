import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../../scripts/stripe-sandbox/server'
import { submitPayment } from '../../../scripts/stripe-sandbox/submit-payment'
import { type CheckoutOrder, missingMethods, PaymentGatewayError, sessionDeadline } from './payment-gateway'
import { StripeGateway } from './stripe-gateway.server'

const keys = { secretKey: 'sk_test_gateway', webhookSecret: 'whsec_gateway', appMode: 'demo' as const }

let skewMs = 0
let sandbox: Sandbox
let gateway: StripeGateway

beforeAll(async () => {
  sandbox = await startSandbox({ ...keys, clock: () => Date.now() + skewMs })
  gateway = new StripeGateway({ ...keys, apiBase: sandbox.origin })
})
afterAll(() => sandbox.close())

function order(change: Partial<CheckoutOrder> = {}): CheckoutOrder {
  return {
    operationId: randomUUID(),
    reference: `QS-${randomUUID().slice(0, 8)}`,
    attempt: 1,
    lines: [
      { name: '盘长中堂挂结，朱红', quantity: 1, unitAmount: 36800n },
      { name: '折染长巾 "靛蓝" & <两条>', quantity: 2, unitAmount: 16800n },
      { name: '邮费', quantity: 1, unitAmount: 1200n },
    ],
    total: 71600n,
    currency: 'CNY',
    locale: 'zh-CN',
    expiresAt: sessionDeadline(new Date()),
    successUrl: 'http://127.0.0.1:3000/orders/QS-1?paid={CHECKOUT_SESSION_ID}',
    cancelUrl: 'http://127.0.0.1:3000/checkout?left=1',
    metadata: { due: 'full' },
    ...change,
  }
}

async function paidOrder(method: 'card' | 'alipay' | 'wechat_pay' = 'alipay') {
  const started = await gateway.startCheckout(order())
  await submitPayment(started.url, { method, cardNumber: '4242 4242 4242 4242' })
  const { paymentRef, ...snapshot } = await gateway.readCheckout(started.sessionId)
  if (paymentRef === null) throw new Error('not paid')
  return { ...started, ...snapshot, paymentRef }
}

async function failureOf(promise: Promise<unknown>): Promise<PaymentGatewayError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof PaymentGatewayError) return error
  throw new Error(`not a PaymentGatewayError: ${String(error)}`)
}

describe('starting a checkout', () => {
  test('gives a page on loopback that offers all three ways to pay', async () => {
    const wanted = order()
    const { sessionId, url, offeredMethods } = await gateway.startCheckout(wanted)
    expect(new URL(url).origin).toBe(sandbox.origin.origin)
    expect(offeredMethods).toEqual(['card', 'alipay', 'wechat_pay'])
    expect(await gateway.readCheckout(sessionId)).toEqual({
      sessionId,
      status: 'open',
      reference: wanted.reference,
      paymentRef: null,
      chargeRef: null,
      amount: 71600n,
      currency: 'CNY',
      method: null,
      settlement: null,
    })
  })

  test('tells which methods the account does not have', async () => {
    const small = await startSandbox({ ...keys, offeredMethods: ['card', 'alipay'] })
    const other = new StripeGateway({ ...keys, apiBase: small.origin })
    const { offeredMethods } = await other.startCheckout(order())
    expect(missingMethods(offeredMethods)).toEqual(['wechat_pay'])
    await small.close()
  })

  test('the same attempt again is the same session, the next attempt another', async () => {
    const first = order()
    const [one, two] = [await gateway.startCheckout(first), await gateway.startCheckout(first)]
    expect(two).toEqual(one)
    const three = await gateway.startCheckout({ ...first, attempt: 2 })
    expect(three.sessionId).not.toBe(one.sessionId)
  })

  test('the same attempt at the same moment is one session too', async () => {
    const same = order()
    const started = await Promise.all(Array.from({ length: 20 }, () => gateway.startCheckout(same)))
    expect(new Set(started.map(({ sessionId }) => sessionId)).size).toBe(1)
  })

  test('an attempt with other contents is a reused key', async () => {
    const first = order()
    await gateway.startCheckout(first)
    const lines = [{ name: '盘长', quantity: 1, unitAmount: 36800n }]
    const error = await failureOf(gateway.startCheckout({ ...first, lines, total: 36800n }))
    expect(error.failure).toBe('key_reused')
  })

  test('an order that contradicts itself is refused before anything is sent', async () => {
    await expect(gateway.startCheckout(order({ total: 71599n }))).rejects.toThrow(RangeError)
  })

  test('a sum below what the provider takes is refused with its code', async () => {
    const error = await failureOf(
      gateway.startCheckout(
        order({ lines: [{ name: '一根线', quantity: 1, unitAmount: 100n }], total: 100n }),
      ),
    )
    expect(error).toMatchObject({ failure: 'refused', code: 'amount_too_small' })
    expect(error.requestId).toMatch(/^req_/)
  })

  test('a page that would close within half an hour is refused', async () => {
    const error = await failureOf(
      gateway.startCheckout(order({ expiresAt: new Date(Date.now() + 15 * 60_000) })),
    )
    expect(error.failure).toBe('refused')
  })

  test('a wrong key and an unknown session have their own names', async () => {
    const stranger = new StripeGateway({ ...keys, secretKey: 'sk_test_other', apiBase: sandbox.origin })
    expect((await failureOf(stranger.startCheckout(order()))).failure).toBe('misconfigured')
    expect((await failureOf(gateway.readCheckout('cs_test_unknown'))).failure).toBe('not_found')
  })

  test('a provider that does not answer leaves the outcome unknown', async () => {
    const gone = await startSandbox(keys)
    await gone.close()
    const nobody = new StripeGateway({ ...keys, apiBase: gone.origin })
    expect((await failureOf(nobody.startCheckout(order()))).failure).toBe('unreachable')
  })
})

describe('paying on the hosted page', () => {
  test.each(['card', 'alipay', 'wechat_pay'] as const)(
    '%s pays, and settles in another currency',
    async (method) => {
      const started = await gateway.startCheckout(order())
      const { status, location } = await submitPayment(started.url, {
        method,
        cardNumber: '4242424242424242',
      })
      expect(status).toBe(303)
      expect(location).toBe(`http://127.0.0.1:3000/orders/QS-1?paid=${started.sessionId}`)
      expect(await gateway.readCheckout(started.sessionId)).toMatchObject({
        status: 'paid',
        amount: 71600n,
        currency: 'CNY',
        method,
        paymentRef: expect.stringMatching(/^pi_/),
        // 716.00 × 1.0865, and 3.4 % + 2.35 of it
        settlement: { amount: 77793n, currency: 'HKD', fee: 2880n, exchangeRate: '1.0865' },
      })
    },
  )

  test('pressing twice pays once', async () => {
    const { url, sessionId } = await gateway.startCheckout(order())
    const both = await Promise.all([
      submitPayment(url, { method: 'alipay' }),
      submitPayment(url, { method: 'alipay' }),
    ])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const { paymentRef } = await gateway.readCheckout(sessionId)
    await submitPayment(url, { method: 'wechat_pay' })
    expect(await gateway.readCheckout(sessionId)).toMatchObject({ paymentRef, method: 'alipay' })
  })

  test('a declined card leaves the session open, and another card pays it', async () => {
    const { url, sessionId } = await gateway.startCheckout(order())
    const declined = await submitPayment(url, { cardNumber: '4000 0000 0000 0002' })
    expect(declined.html).toContain('银行拒了这张卡')
    const open = await gateway.readCheckout(sessionId)
    expect(open).toMatchObject({ status: 'open', amount: 71600n, settlement: null })
    await submitPayment(url, { cardNumber: '6200000000000005' })
    expect(await gateway.readCheckout(sessionId)).toMatchObject({
      status: 'paid',
      paymentRef: open.paymentRef,
    })
  })

  test('a wallet that fails leaves the session open', async () => {
    const { url, sessionId } = await gateway.startCheckout(order())
    await submitPayment(url, { method: 'wechat_pay', action: 'fail' })
    expect(await gateway.readCheckout(sessionId)).toMatchObject({ status: 'open', method: null })
  })

  test('leaving goes back to the shop and changes nothing', async () => {
    const { url, sessionId } = await gateway.startCheckout(order())
    const page = await (await fetch(url)).text()
    expect(page).toContain('href="http://127.0.0.1:3000/checkout?left=1"')
    expect((await gateway.readCheckout(sessionId)).status).toBe('open')
  })
})

describe('expiring', () => {
  test('closes an open session for good', async () => {
    const { url, sessionId } = await gateway.startCheckout(order())
    expect(await gateway.expireCheckout(sessionId)).toBe('expired')
    expect(await gateway.expireCheckout(sessionId)).toBe('expired')
    expect((await submitPayment(url, { method: 'alipay' })).html).toContain('付款页已关闭')
    expect(await gateway.readCheckout(sessionId)).toMatchObject({ status: 'expired', paymentRef: null })
  })

  test('comes too late for a paid session', async () => {
    const { sessionId } = await paidOrder()
    expect(await gateway.expireCheckout(sessionId)).toBe('already_complete')
    expect((await gateway.readCheckout(sessionId)).status).toBe('paid')
  })

  test('happens by itself when the time is up', async () => {
    const { url, sessionId } = await gateway.startCheckout(order())
    skewMs = 61 * 60_000
    expect((await gateway.readCheckout(sessionId)).status).toBe('expired')
    expect((await submitPayment(url, { method: 'alipay' })).location).toBeNull()
    skewMs = 0
  })

  test('an unknown session is an error, not an expiry', async () => {
    expect((await failureOf(gateway.expireCheckout('cs_test_unknown'))).failure).toBe('not_found')
  })

  test('paying and expiring at once has one winner', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { url, sessionId } = await gateway.startCheckout(order())
      const [, expiry] = await Promise.all([
        submitPayment(url, { method: 'alipay' }),
        gateway.expireCheckout(sessionId),
      ])
      const { status } = await gateway.readCheckout(sessionId)
      expect([status, expiry]).toEqual(
        status === 'paid' ? ['paid', 'already_complete'] : ['expired', 'expired'],
      )
    }
  })
})

describe('refunding', () => {
  const reason = 'requested_by_customer'

  test.each(['card', 'wechat_pay'] as const)('part, then the rest, then no more: %s', async (method) => {
    const { paymentRef } = await paidOrder(method)
    const refund = (amount: bigint) =>
      gateway.refund({ operationId: randomUUID(), paymentRef, amount, currency: 'CNY', reason })
    const part = await refund(36800n)
    expect(part).toEqual({
      refundRef: expect.any(String),
      paymentRef,
      status: 'succeeded',
      amount: 36800n,
      currency: 'CNY',
      failureReason: null,
      settlement: { amount: -39983n, currency: 'HKD', fee: 0n, exchangeRate: '1.0865' },
    })
    expect(await gateway.readRefund(part.refundRef)).toEqual(part)
    expect(await failureOf(refund(34801n))).toMatchObject({ failure: 'refused', code: 'amount_too_large' })
    expect((await refund(34800n)).amount).toBe(34800n)
    expect(await failureOf(refund(1n))).toMatchObject({ failure: 'refused', code: 'charge_already_refunded' })
  })

  test('the same refund again is the same refund', async () => {
    const { paymentRef } = await paidOrder()
    const once = { operationId: randomUUID(), paymentRef, amount: 71600n, currency: 'CNY', reason } as const
    const all = await Promise.all(Array.from({ length: 10 }, () => gateway.refund(once)))
    expect(new Set(all.map(({ refundRef }) => refundRef)).size).toBe(1)
    expect((await failureOf(gateway.refund({ ...once, amount: 1n }))).failure).toBe('key_reused')
  })

  test('fifty at once never return more than was paid', async () => {
    const { paymentRef } = await paidOrder()
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, () =>
        gateway.refund({ operationId: randomUUID(), paymentRef, amount: 2000n, currency: 'CNY', reason }),
      ),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(35)
  })

  test('what was not paid cannot be refunded, nor can nothing, nor in another currency', async () => {
    const base = { operationId: randomUUID(), amount: 100n, currency: 'CNY', reason } as const
    expect((await failureOf(gateway.refund({ ...base, paymentRef: 'pi_unknown' }))).failure).toBe('not_found')
    const { paymentRef } = await paidOrder()
    await expect(gateway.refund({ ...base, paymentRef, amount: 0n })).rejects.toThrow(RangeError)
    const mixedUp = { ...base, operationId: randomUUID(), paymentRef, currency: 'HKD' }
    expect((await failureOf(gateway.refund(mixedUp))).failure).toBe('unexpected_answer')
  })
})

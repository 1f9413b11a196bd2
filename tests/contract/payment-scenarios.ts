import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StripeGateway } from '~/platform/payments-sdk/stripe-gateway.server'
import { failureOf, order, type PaymentProvider, refundOf } from './payment-provider'

/**
 * What the shop relies on, told once for whoever answers: a difference between the sandbox and Stripe's test mode shows
 * as a scenario that passes with one and fails with the other. Only what needs no browser.
 */
export function paymentScenarios(name: string, start: () => Promise<PaymentProvider>): void {
  describe(`payments with ${name}`, () => {
    let provider: PaymentProvider
    let gateway: StripeGateway

    beforeAll(async () => {
      provider = await start()
      gateway = provider.gateway
    })
    afterAll(() => provider.close())

    test('a checkout opens a page, and reads back as it was asked for', async () => {
      const wanted = order()
      const { sessionId, url, offeredMethods } = await gateway.startCheckout(wanted)
      expect(url).toMatch(/^https?:\/\//)
      expect(offeredMethods).toContain('card')
      expect(await gateway.readCheckout(sessionId)).toEqual({
        sessionId,
        status: 'open',
        reference: wanted.reference,
        paymentRef: null,
        chargeRef: null,
        amount: 70400n,
        currency: 'CNY',
        method: null,
        settlement: null,
      })
    })

    test('the same attempt is the same page; with other contents it is a reused key', async () => {
      const first = order()
      const one = await gateway.startCheckout(first)
      expect(await gateway.startCheckout(first)).toEqual(one)
      const lines = [{ name: '盘长', quantity: 1, unitAmount: 36800n }]
      const changed = gateway.startCheckout({ ...first, lines, total: 36800n })
      expect((await failureOf(changed)).failure).toBe('key_reused')
      const next = await gateway.startCheckout({ ...first, attempt: 2 })
      expect(next.sessionId).not.toBe(one.sessionId)
    })

    test('an open page is closed for good, however often it is asked', async () => {
      const { sessionId } = await gateway.startCheckout(order())
      expect(await gateway.expireCheckout(sessionId)).toBe('expired')
      expect(await gateway.expireCheckout(sessionId)).toBe('expired')
      expect(await gateway.readCheckout(sessionId)).toMatchObject({ status: 'expired', paymentRef: null })
    })

    test('what it cannot do has a name: too little, too soon, unknown', async () => {
      const lines = [{ name: '一根线', quantity: 1, unitAmount: 10n }]
      const tooLittle = await failureOf(gateway.startCheckout(order({ lines, total: 10n })))
      expect(tooLittle).toMatchObject({ failure: 'refused', code: 'amount_too_small' })
      const tooSoon = order({ expiresAt: new Date(Date.now() + 15 * 60_000) })
      expect((await failureOf(gateway.startCheckout(tooSoon))).failure).toBe('refused')
      expect((await failureOf(gateway.readCheckout('cs_test_unknown'))).failure).toBe('not_found')
      expect((await failureOf(gateway.readRefund('re_unknown'))).failure).toBe('not_found')
      expect((await failureOf(gateway.refund(refundOf('pi_unknown', 1n)))).failure).toBe('not_found')
    })

    test('a payment reads back with what it settles as', async () => {
      const paymentRef = await provider.pay(70400n)
      expect(await gateway.readPayment(paymentRef)).toMatchObject({
        paymentRef,
        status: 'succeeded',
        amount: 70400n,
        amountRefunded: 0n,
        currency: 'CNY',
        method: 'card',
        chargeRef: expect.stringMatching(/^(ch|py)_/),
        disputed: false,
        failureCode: null,
        settlement: { currency: expect.stringMatching(/^[A-Z]{3}$/), fee: expect.anything() },
        availableOn: expect.any(Date),
      })
    })

    test('a payment goes back in parts, each once, and never more than it was', async () => {
      const paymentRef = await provider.pay(70400n)
      const once = refundOf(paymentRef, 36800n)
      const part = await gateway.refund(once)
      expect(part).toMatchObject({ paymentRef, amount: 36800n, currency: 'CNY', failureReason: null })
      expect((await gateway.refund(once)).refundRef).toBe(part.refundRef)
      expect((await failureOf(gateway.refund({ ...once, amount: 1n }))).failure).toBe('key_reused')
      expect(await gateway.readRefund(part.refundRef)).toMatchObject({ paymentRef, amount: 36800n })
      expect((await failureOf(gateway.refund(refundOf(paymentRef, 33601n)))).failure).toBe('refused')
      expect((await gateway.refund(refundOf(paymentRef, 33600n))).amount).toBe(33600n)
      const found = await gateway.findRefunds(paymentRef)
      expect(found.map(({ amount }) => amount)).toEqual([33600n, 36800n])
      expect(found[1]?.operationId).toBe(once.operationId)
      const more = await failureOf(gateway.refund(refundOf(paymentRef, 1n)))
      expect(more).toMatchObject({ failure: 'refused', code: 'charge_already_refunded' })
    })
  })
}

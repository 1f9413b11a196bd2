import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day, failureOf, startTestShop, type TestShop } from './test-shop'

let shop: TestShop
beforeAll(async () => {
  shop = await startTestShop({ delays: { walletRefund: 5 } })
})
afterAll(() => shop.close())

const refundOf = (paymentRef: string, amount = 71600n) => ({
  operationId: randomUUID(),
  paymentRef,
  amount,
  currency: 'CNY',
  reason: 'requested_by_customer' as const,
})

describe('reading a payment', () => {
  test('tells what was paid, what it settles as and when that is available', async () => {
    const operationId = randomUUID()
    const { paymentRef } = await shop.pay(undefined, { operationId, reference: `QS-${operationId}` })
    const { availableOn, ...paid } = await shop.gateway.readPayment(paymentRef)
    expect(paid).toEqual({
      paymentRef,
      reference: `QS-${operationId}`,
      operationId,
      status: 'succeeded',
      amount: 71600n,
      amountRefunded: 0n,
      currency: 'CNY',
      method: 'card',
      chargeRef: expect.stringMatching(/^ch_/),
      disputed: false,
      failureCode: null,
      settlement: { amount: 77793n, currency: 'HKD', fee: 2880n, exchangeRate: '1.0865' },
    })
    const { now } = await shop.steer('clock', { advance: '0' })
    const inDays = (availableOn?.getTime() ?? 0) / 1000 - now
    expect(inDays / day).toBeCloseTo(7, 2)
  })

  test.each([
    ['4000000000000002', 'generic_decline'],
    ['4000000000009995', 'insufficient_funds'],
    ['4000000000000069', 'expired_card'],
    ['4000000000000127', 'incorrect_cvc'],
  ])('card %s was refused: %s', async (cardNumber, failureCode) => {
    const { paymentRef } = await shop.pay({ cardNumber })
    expect(await shop.gateway.readPayment(paymentRef)).toMatchObject({
      status: 'unpaid',
      failureCode,
      amount: 71600n,
      settlement: null,
      availableOn: null,
    })
  })

  test('an unknown one is not found', async () => {
    expect((await failureOf(shop.gateway.readPayment('pi_none'))).failure).toBe('not_found')
  })
})

describe('a wallet whose money comes later', () => {
  test.each(['alipay', 'wechat_pay'] as const)('%s: processing, then paid', async (method) => {
    const { sessionId, paymentRef } = await shop.pay({ method, settles: 'later' })
    expect((await shop.gateway.readCheckout(sessionId)).status).toBe('processing')
    expect(await shop.gateway.readPayment(paymentRef)).toMatchObject({
      status: 'processing',
      method,
      settlement: null,
    })
    expect((await failureOf(shop.gateway.refund(refundOf(paymentRef)))).failure).toBe('refused')
    await shop.passSeconds(10)
    expect(await shop.gateway.readCheckout(sessionId)).toMatchObject({ status: 'paid', paymentRef, method })
    expect((await shop.gateway.readPayment(paymentRef)).settlement?.amount).toBe(77793n)
  })

  test('or it never comes: the checkout has failed, and nothing is booked', async () => {
    const { sessionId, paymentRef } = await shop.pay({ method: 'alipay', settles: 'never' })
    expect((await shop.gateway.readCheckout(sessionId)).status).toBe('processing')
    await shop.passSeconds(10)
    expect((await shop.gateway.readCheckout(sessionId)).status).toBe('failed')
    expect(await shop.gateway.readPayment(paymentRef)).toMatchObject({
      status: 'unpaid',
      failureCode: 'payment_method_provider_decline',
      settlement: null,
    })
  })
})

describe('refunds that take their time', () => {
  test('a wallet’s is pending, then succeeded', async () => {
    const { paymentRef } = await shop.pay({ method: 'wechat_pay' })
    const refund = await shop.gateway.refund(refundOf(paymentRef))
    expect(refund).toMatchObject({ status: 'pending', amount: 71600n })
    await shop.passSeconds(5)
    expect((await shop.gateway.readRefund(refund.refundRef)).status).toBe('succeeded')
  })

  test('a card’s can be pending, too', async () => {
    const { paymentRef } = await shop.pay({ cardNumber: '4000000000007726' })
    const { refundRef, status } = await shop.gateway.refund(refundOf(paymentRef))
    expect(status).toBe('pending')
    await shop.passSeconds(5)
    expect((await shop.gateway.readRefund(refundRef)).status).toBe('succeeded')
  })

  test('one that has succeeded fails days later, and the money can be sent again', async () => {
    const { paymentRef } = await shop.pay({ cardNumber: '4000000000005126' })
    const first = await shop.gateway.refund(refundOf(paymentRef, 30000n))
    expect(first.status).toBe('succeeded')
    expect((await shop.gateway.readPayment(paymentRef)).amountRefunded).toBe(30000n)
    await shop.passSeconds(5)
    expect(await shop.gateway.readRefund(first.refundRef)).toMatchObject({
      status: 'failed',
      failureReason: 'expired_or_canceled_card',
    })
    expect((await shop.gateway.readPayment(paymentRef)).amountRefunded).toBe(0n)
    expect((await shop.gateway.refund(refundOf(paymentRef))).amount).toBe(71600n)
  })

  test('a wallet’s fails when its provider says so; failing twice changes nothing', async () => {
    const { paymentRef } = await shop.pay({ method: 'alipay' })
    const { refundRef } = await shop.gateway.refund(refundOf(paymentRef))
    for (const _twice of [1, 2]) await shop.steer(`refunds/${refundRef}`, { outcome: 'failed' })
    await shop.passSeconds(5)
    expect((await shop.gateway.readRefund(refundRef)).status).toBe('failed')
    expect((await shop.gateway.readPayment(paymentRef)).amountRefunded).toBe(0n)
  })

  test('all refunds of a payment are found with our own ids, newest first', async () => {
    const { paymentRef } = await shop.pay()
    const orders = [refundOf(paymentRef, 100n), refundOf(paymentRef, 200n)]
    for (const order of orders) await shop.gateway.refund(order)
    const found = await shop.gateway.findRefunds(paymentRef)
    expect(found.map(({ operationId, amount }) => [operationId, amount])).toEqual([
      [orders[1]?.operationId, 200n],
      [orders[0]?.operationId, 100n],
    ])
    expect(await shop.gateway.findRefunds((await shop.pay()).paymentRef)).toEqual([])
  })
})

test.each([
  ['alipay', 90],
  ['wechat_pay', 180],
] as const)('%s takes money back for %i days', async (method, days) => {
  const { paymentRef } = await shop.pay({ method })
  await shop.passSeconds(days * day - 60)
  await shop.gateway.refund(refundOf(paymentRef, 100n))
  await shop.passSeconds(120)
  const late = await failureOf(shop.gateway.refund(refundOf(paymentRef, 100n)))
  expect(late).toMatchObject({ failure: 'refused', code: 'charge_not_refundable' })
})

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '~/platform/db/prisma.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { sessionDeadline } from '~/platform/payments-sdk/payment-gateway'
import { submitPayment } from '../../../scripts/stripe-sandbox/submit-payment'
import { owner } from '../../../tests/fixtures/owner'
import { type OpenSandbox, openSandbox } from '../../../tests/fixtures/sandbox'
import { abroadText, order } from '../../../tests/fixtures/shopping'
import { bookedLegs, deliver, eventsOf, paidThere, workOff } from '../../../tests/fixtures/webhooks'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { applyPaymentEvent } from './apply-payment-event.server'
import { expireUnpaidOrders } from './expire-unpaid-orders.server'
import { healPayments } from './heal-payments.server'
import { recordPayment } from './record-payment.server'
import { syncPayment } from './sync-payment.server'

let sandbox: OpenSandbox
let variantId: string
/** Takes no delivery: the shop was away. */
const away = createServer((_, response) => response.writeHead(503).end())

/** Milliseconds by which the provider's clock is ahead. */
let ahead = 0

beforeAll(async () => {
  await new Promise<void>((ready) => away.listen(0, '127.0.0.1', ready))
  const { port } = away.address() as AddressInfo
  sandbox = await openSandbox({
    clock: () => Date.now() + ahead,
    webhookUrl: new URL(`http://127.0.0.1:${port}/webhooks/stripe`),
  })
  await buildGround()
  const { sellerId } = await buildSeller()
  variantId = (await buildPiece({ sellerId, stock: 1000 })).variantId
})
afterAll(async () => {
  await sandbox.close()
  await new Promise((closed) => away.close(closed))
})

/** The id of a row that was made so many seconds ago, in real time. */
function bornAgo(seconds: number): string {
  const hex = (Date.now() - seconds * 1000).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${crypto.randomUUID().slice(15)}`
}

const kindsOf = async (orderId: string) => (await bookedLegs(orderId)).map((leg) => leg.split(' ')[0])

const statusOf = async (orderId: string) =>
  (await owner.order.findUniqueOrThrow({ where: { id: orderId } })).status

describe('what the sweep mends', () => {
  it('a delivery that the shop was not there to take', async () => {
    const { orderId, sessionId } = await paidThere(variantId)
    expect(await eventsOf(sessionId)).toEqual([])
    await healPayments()
    const events = await eventsOf(sessionId)
    expect(events).toMatchObject([{ type: 'checkout.session.completed', state: 'received' }])
    for (const { id } of events) await applyPaymentEvent({ eventId: id })
    expect(await statusOf(orderId)).toBe('paid')
  })

  it('a payment page whose answer was lost, and that was paid all the same', async () => {
    const { orderId } = await order(await buildCart([{ variantId }]))
    const due = await owner.orderDue.findFirstOrThrow({ where: { orderId }, include: { order: true } })
    const payment = await owner.payment.create({
      data: {
        id: bornAgo(60),
        dueId: due.id,
        attempt: 1,
        amountMinor: due.amountFen,
        currency: 'CNY',
        abroadTextId: await abroadText(),
        abroadAgreedAt: new Date(),
      },
    })
    const { url, sessionId } = await paymentGateway().startCheckout({
      operationId: payment.id,
      reference: due.order.number,
      attempt: 1,
      lines: [{ name: '折染长巾', quantity: 1, unitAmount: due.amountFen }],
      total: due.amountFen,
      currency: 'CNY',
      locale: 'zh-CN',
      expiresAt: sessionDeadline(new Date()),
      successUrl: 'https://shop.example/back',
      cancelUrl: 'https://shop.example/pay',
      metadata: { paymentId: payment.id },
    })
    await submitPayment(url, { method: 'alipay' })
    await healPayments()
    expect(await statusOf(orderId)).toBe('paid')
    expect(await owner.payment.findUniqueOrThrow({ where: { id: payment.id } })).toMatchObject({
      sessionId,
      state: 'paid',
    })
  })

  it('a settlement that the provider books only later: at its event, once', async () => {
    const { orderId, paymentId, sessionId } = await paidThere(variantId)
    const read = await paymentGateway().readCheckout(sessionId)
    const early = { ...read, settlement: null }
    await prisma.$transaction((tx) => recordPayment(tx, { paymentId, snapshot: early }))
    expect(await kindsOf(orderId)).toEqual(['payment', 'payment'])
    for (let time = 0; time < 2; time += 1) {
      await deliver({ type: 'charge.updated', objectId: read.chargeRef })
      await workOff(read.chargeRef ?? '')
      expect(await kindsOf(orderId)).toEqual(['payment', 'payment', ...Array(5).fill('settlement')])
    }
    expect(await owner.payment.findUniqueOrThrow({ where: { id: paymentId } })).toMatchObject({
      settlementMinor: read.settlement?.amount,
      feeMinor: read.settlement?.fee,
      chargeRef: read.chargeRef,
    })
  })

  it('a refund whose answer was lost longer ago than the provider remembers our key: still one', async () => {
    const { orderId, paymentId } = await paidThere(variantId)
    await syncPayment({ paymentId })
    const { paymentRef } = await owner.payment.findUniqueOrThrow({ where: { id: paymentId } })
    const { id: old } = await owner.refund.create({
      data: {
        id: bornAgo(25 * 3600),
        paymentId,
        amountMinor: 500n,
        currency: 'CNY',
        reason: 'late_payment',
      },
    })
    const { refundRef } = await paymentGateway().refund({
      operationId: old,
      paymentRef: paymentRef ?? '',
      amount: 500n,
      currency: 'CNY',
      reason: 'requested_by_customer',
    })
    ahead = 25 * 3_600_000
    // the provider forgets old keys with the next one
    await paymentGateway().refund({
      operationId: crypto.randomUUID(),
      paymentRef: paymentRef ?? '',
      amount: 1n,
      currency: 'CNY',
      reason: 'requested_by_customer',
    })
    await expireUnpaidOrders()
    ahead = 0
    const made = await paymentGateway().findRefunds(paymentRef ?? '')
    expect(made.filter(({ operationId }) => operationId === old)).toHaveLength(1)
    expect(await owner.refund.findUniqueOrThrow({ where: { id: old } })).toMatchObject({
      state: 'succeeded',
      providerRef: refundRef,
    })
    expect((await bookedLegs(orderId)).filter((leg) => leg.startsWith('refund'))).toEqual([
      'refund platform:held 500',
      'refund stripe:clearing -500',
    ])
  })
})

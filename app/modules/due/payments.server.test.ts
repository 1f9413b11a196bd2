import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordPayment } from '~/modules/payments/record-payment.server'
import { sendRefund } from '~/modules/payments/send-refund.server'
import { syncOrderPayment } from '~/modules/payments/sync-payment.server'
import { prisma } from '~/platform/db/prisma.server'
import { submitPayment } from '../../../scripts/stripe-sandbox/submit-payment'
import { owner, passSeconds } from '../../../tests/fixtures/owner'
import { type OpenSandbox, openSandbox } from '../../../tests/fixtures/sandbox'
import { attempt, goToPay, order, paidSnapshot } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { runDue } from './run-due.server'

let sandbox: OpenSandbox

beforeAll(async () => {
  sandbox = await openSandbox()
  await buildGround()
})
afterAll(() => sandbox.close())

async function placed(stock = 5) {
  const { sellerId } = await buildSeller()
  const piece = await buildPiece({ sellerId, stock })
  const { orderId } = await order(await buildCart([piece]))
  return { orderId, piece, sellerId }
}

const statusOf = async (orderId: string) =>
  (await owner.order.findUniqueOrThrow({ where: { id: orderId } })).status
const stockOf = async (variantId: string) => {
  const { onHand, reserved } = await owner.stockItem.findUniqueOrThrow({ where: { variantId } })
  return { onHand, reserved }
}

describe('paying', () => {
  it('opens one page however often it is asked, and takes the money once', async () => {
    const { orderId, piece } = await placed()
    const urls = await Promise.all(Array.from({ length: 10 }, () => goToPay(orderId)))
    expect(new Set(urls).size).toBe(1)
    await submitPayment(urls[0] ?? '', { method: 'alipay' })
    await Promise.all(Array.from({ length: 10 }, () => syncOrderPayment({ orderId })))
    expect(await statusOf(orderId)).toBe('paid')
    expect(await stockOf(piece.variantId)).toEqual({ onHand: 4, reserved: 0 })
    const { id: paymentId } = await owner.payment.findFirstOrThrow({ where: { due: { orderId } } })
    const posted = await owner.ledgerTransaction.findMany({
      where: { orderId },
      orderBy: { reference: 'asc' },
      select: { reference: true },
    })
    expect(posted.map(({ reference }) => reference)).toEqual([
      `payment:${paymentId}`,
      `settlement:${paymentId}`,
    ])
    const part = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
    expect(part).toMatchObject({ status: 'to_ship' })
    expect(part.shipBy).not.toBeNull()
  })

  it('leaves the order open after a declined card', async () => {
    const { orderId } = await placed()
    const url = await goToPay(orderId)
    await submitPayment(url, { cardNumber: '4000 0000 0000 0002' })
    await syncOrderPayment({ orderId })
    expect(await statusOf(orderId)).toBe('pending_payment')
    await submitPayment(url, { cardNumber: '4242 4242 4242 4242' })
    await syncOrderPayment({ orderId })
    expect(await statusOf(orderId)).toBe('paid')
  })

  it('sets money of another amount aside and leaves the order unpaid', async () => {
    const { orderId } = await placed()
    const { paymentId, amount } = await attempt(orderId)
    await prisma.$transaction((tx) => recordPayment(tx, { paymentId, snapshot: paidSnapshot(amount + 1n) }))
    expect(await statusOf(orderId)).toBe('pending_payment')
    expect(await owner.payment.findUniqueOrThrow({ where: { id: paymentId } })).toMatchObject({
      state: 'quarantined',
    })
  })

  it('does not un-pay when an older attempt fails late', async () => {
    const { orderId } = await placed()
    const first = await attempt(orderId)
    const second = await attempt(orderId)
    await prisma.$transaction((tx) =>
      recordPayment(tx, { paymentId: second.paymentId, snapshot: paidSnapshot(second.amount) }),
    )
    await prisma.$transaction((tx) =>
      recordPayment(tx, {
        paymentId: first.paymentId,
        snapshot: paidSnapshot(first.amount, { status: 'failed' }),
      }),
    )
    expect(await statusOf(orderId)).toBe('paid')
  })
})

describe('the end of the time to pay', () => {
  it('frees the pieces after fifteen minutes and closes the page', async () => {
    const { orderId, piece } = await placed(1)
    const url = await goToPay(orderId)
    await passSeconds(14 * 60)
    await runDue()
    expect(await statusOf(orderId)).toBe('pending_payment')
    await passSeconds(2 * 60)
    await runDue()
    expect(await statusOf(orderId)).toBe('expired')
    expect(await stockOf(piece.variantId)).toEqual({ onHand: 1, reserved: 0 })
    await submitPayment(url, { method: 'alipay' })
    await syncOrderPayment({ orderId })
    expect(await statusOf(orderId)).toBe('expired')
    await expect(goToPay(orderId)).rejects.toMatchObject({ key: 'order.payTimeOver' })
  })

  it('gives a late payment the pieces if they are free, else the money back', async () => {
    for (const taken of [false, true]) {
      const { orderId, piece } = await placed(1)
      const { paymentId, amount } = await attempt(orderId)
      await owner.payment.update({ where: { id: paymentId }, data: { sessionId: null } })
      await passSeconds(16 * 60)
      await runDue()
      if (taken) await owner.stockItem.update({ where: { variantId: piece.variantId }, data: { onHand: 0 } })
      await prisma.$transaction((tx) => recordPayment(tx, { paymentId, snapshot: paidSnapshot(amount) }))
      expect(await statusOf(orderId)).toBe(taken ? 'expired' : 'paid')
      const refunds = await owner.refund.findMany({ where: { paymentId } })
      expect(refunds.map((refund) => refund.reason)).toEqual(taken ? ['late_payment'] : [])
      expect(await stockOf(piece.variantId)).toEqual({ onHand: 0, reserved: 0 })
    }
  })

  it('is paid or expired, never both and never neither, when payment and expiry meet', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { orderId, piece } = await placed(1)
      const { paymentId, amount } = await attempt(orderId)
      await owner.order.update({ where: { id: orderId }, data: { payBy: new Date(0) } })
      await Promise.all([
        runDue(),
        prisma.$transaction((tx) => recordPayment(tx, { paymentId, snapshot: paidSnapshot(amount) })),
      ])
      expect(await statusOf(orderId)).toBe('paid')
      expect(await stockOf(piece.variantId)).toEqual({ onHand: 0, reserved: 0 })
      expect(
        await owner.stockReservation.findMany({
          where: { orderLine: { sellerOrder: { orderId } } },
          select: { state: true },
        }),
      ).toEqual([{ state: 'claimed' }])
    }
  })
})

describe('a refund', () => {
  it('goes back once and zeroes what was held', async () => {
    const { orderId } = await placed()
    const url = await goToPay(orderId)
    await submitPayment(url, { method: 'wechat_pay' })
    await syncOrderPayment({ orderId })
    const payment = await owner.payment.findFirstOrThrow({ where: { due: { orderId } } })
    const refund = await owner.refund.create({
      data: {
        paymentId: payment.id,
        amountMinor: payment.amountMinor,
        currency: 'CNY',
        reason: 'late_payment',
      },
    })
    await Promise.all([
      sendRefund({ refundId: refund.id }),
      sendRefund({ refundId: refund.id }),
      sendRefund({ refundId: refund.id }),
    ])
    expect(await owner.refund.findUniqueOrThrow({ where: { id: refund.id } })).toMatchObject({
      state: 'succeeded',
    })
    expect(await owner.ledgerTransaction.count({ where: { reference: `refund:${refund.id}` } })).toBe(1)
    await expect(
      owner.refund.create({
        data: { paymentId: payment.id, amountMinor: 1n, currency: 'CNY', reason: 'late_payment' },
      }),
    ).rejects.toThrow('never exceed')
  })
})

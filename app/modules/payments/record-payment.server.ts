import { postTransaction } from '~/modules/ledger/post-transaction.server'
import { lockOrder } from '~/modules/orders/close-order.server'
import { markOrderPaid } from '~/modules/orders/mark-order-paid.server'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { log } from '~/platform/log.server'
import type { CheckoutSnapshot } from '~/platform/payments-sdk/payment-gateway'
import { advancePayment } from './advance-payment.server'
import { requestRefund } from './request-refund.server'

type RecordInput = { paymentId: string; snapshot: CheckoutSnapshot }

/**
 * Applies what the provider says of a payment. Monotonic and idempotent: a later or repeated word never un-pays. Money of another amount or currency
 * than the due's is set aside (quarantined) and staff is alerted; money for an order that is paid already, or whose pieces are gone, goes back.
 */
export async function recordPayment(tx: Tx, { paymentId, snapshot }: RecordInput): Promise<void> {
  const found = await tx.payment.findUniqueOrThrow({
    where: { id: paymentId },
    select: { due: { select: { orderId: true } } },
  })
  await lockOrder(tx, found.due.orderId)
  const payment = await tx.payment.findUniqueOrThrow({
    where: { id: paymentId },
    select: {
      id: true,
      state: true,
      amountMinor: true,
      currency: true,
      settlementMinor: true,
      due: { select: { id: true, state: true, orderId: true } },
    },
  })
  if (snapshot.status === 'failed' || snapshot.status === 'expired') {
    await advancePayment(tx, { paymentId, to: snapshot.status, cause: 'provider' })
    return
  }
  if (snapshot.status !== 'paid' || !snapshot.paymentRef) return
  if (payment.state === 'paid' || payment.state === 'quarantined') {
    if (payment.settlementMinor === null)
      await tx.payment.update({ where: { id: paymentId }, data: settlementOf(snapshot) })
    return
  }
  const arrived = {
    paymentRef: snapshot.paymentRef,
    method: snapshot.method,
    paidAt: await appNow(tx),
    ...settlementOf(snapshot),
  }
  if (snapshot.amount !== payment.amountMinor || snapshot.currency.toUpperCase() !== payment.currency) {
    await advancePayment(tx, { paymentId, to: 'quarantined', cause: 'amount', data: arrived })
    log.error('payment.quarantined', new Error('amount or currency differs from the due'), {
      paymentId,
      orderId: payment.due.orderId,
    })
    return
  }
  if (payment.due.state === 'paid') {
    await advancePayment(tx, { paymentId, to: 'quarantined', cause: 'duplicate', data: arrived })
    await requestRefund(tx, { paymentId, amount: payment.amountMinor, reason: 'duplicate' })
    return
  }
  await advancePayment(tx, { paymentId, to: 'paid', cause: 'provider', data: arrived })
  await postTransaction(tx, {
    reference: `payment:${paymentId}`,
    kind: 'payment',
    orderId: payment.due.orderId,
    legs: [
      { account: { system: 'stripe', kind: 'clearing' }, amount: payment.amountMinor, purpose: 'payment' },
      { account: { system: 'platform', kind: 'held' }, amount: -payment.amountMinor, purpose: 'payment' },
    ],
  })
  const outcome = await markOrderPaid(tx, payment.due.orderId)
  if (outcome === 'no_stock') {
    await tx.orderDue.update({ where: { id: payment.due.id }, data: { state: 'void' } })
    await requestRefund(tx, { paymentId, amount: payment.amountMinor, reason: 'late_payment' })
    return
  }
  await tx.orderDue.update({ where: { id: payment.due.id }, data: { state: 'paid' } })
}

function settlementOf(snapshot: CheckoutSnapshot) {
  const settlement = snapshot.settlement
  if (!settlement) return {}
  return {
    settlementMinor: settlement.amount,
    settlementCurrency: settlement.currency.toUpperCase(),
    feeMinor: settlement.fee,
    exchangeRate: settlement.exchangeRate,
  }
}

import type Stripe from 'stripe'
import { fromSafeNumber, toSafeNumber } from '~/platform/money'
import type { RefundOrder, RefundSnapshot } from './payment-gateway'
import type { FoundRefund, PaymentSnapshot, PaymentStatus, RefusedCard } from './payments'
import {
  allOf,
  answerOf,
  dateOf,
  expanded,
  idOf,
  markOf,
  operationOf,
  settlementOf,
  unexpected,
} from './stripe-client.server'

export async function readPayment(stripe: Stripe, paymentRef: string): Promise<PaymentSnapshot> {
  const expand = ['latest_charge.balance_transaction']
  const payment = await answerOf(() => stripe.paymentIntents.retrieve(paymentRef, { expand }))
  if (payment.object !== 'payment_intent') throw unexpected('payment_intent')
  const charge = expanded(payment.latest_charge, 'latest_charge')
  const booked = expanded(charge?.balance_transaction, 'balance_transaction')
  const status = paymentStatus(payment.status)
  const failure = status === 'succeeded' ? null : payment.last_payment_error
  return {
    paymentRef: payment.id,
    reference: payment.metadata.reference ?? null,
    operationId: operationOf(payment.metadata),
    status,
    amount: fromSafeNumber(status === 'succeeded' ? payment.amount_received : payment.amount),
    amountRefunded: fromSafeNumber(charge?.amount_refunded ?? 0),
    currency: payment.currency.toUpperCase(),
    method: charge?.payment_method_details?.type ?? null,
    chargeRef: charge?.id ?? null,
    disputed: charge?.disputed ?? false,
    failureCode: failure?.decline_code ?? failure?.code ?? null,
    settlement: settlementOf(booked),
    availableOn: booked && dateOf(booked.available_on),
  }
}

export async function findRefusedCards(stripe: Stripe, paymentRef: string): Promise<RefusedCard[]> {
  const charges = await allOf((paging) => stripe.charges.list({ ...paging, payment_intent: paymentRef }))
  return charges
    .filter(({ status, payment_method_details: how }) => status === 'failed' && how?.type === 'card')
    .map(({ id, outcome, failure_code }) => ({ chargeRef: id, code: outcome?.reason ?? failure_code }))
}

function paymentStatus(status: string): PaymentStatus {
  switch (status) {
    case 'succeeded':
    case 'canceled':
    case 'requires_action':
      return status
    case 'requires_payment_method':
    case 'requires_confirmation':
      return 'unpaid'
    default:
      return 'processing'
  }
}

export async function refund(stripe: Stripe, order: RefundOrder): Promise<RefundSnapshot> {
  if (order.amount <= 0n) throw new RangeError('A refund returns more than nothing.')
  const made = await answerOf(() =>
    stripe.refunds.create(
      {
        payment_intent: order.paymentRef,
        amount: toSafeNumber(order.amount),
        reason: order.reason,
        metadata: markOf(order.operationId),
        expand: ['balance_transaction'],
      },
      { idempotencyKey: `refund:${order.operationId}` },
    ),
  )
  const snapshot = refundSnapshot(made)
  if (snapshot.currency !== order.currency) throw unexpected('refund.currency')
  return snapshot
}

export async function readRefund(stripe: Stripe, refundRef: string): Promise<RefundSnapshot> {
  const expand = ['balance_transaction']
  return refundSnapshot(await answerOf(() => stripe.refunds.retrieve(refundRef, { expand })))
}

export async function findRefunds(stripe: Stripe, paymentRef: string): Promise<FoundRefund[]> {
  const expand = ['data.balance_transaction']
  const refunds = await allOf((paging) =>
    stripe.refunds.list({ ...paging, payment_intent: paymentRef, expand }),
  )
  return refunds.map((found) => ({
    ...refundSnapshot(found),
    operationId: operationOf(found.metadata),
    created: dateOf(found.created),
  }))
}

function refundSnapshot(made: Stripe.Refund): RefundSnapshot {
  if (made.object !== 'refund') throw unexpected('refund')
  return {
    refundRef: made.id,
    paymentRef: idOf(made.payment_intent),
    status: refundStatus(made.status),
    amount: fromSafeNumber(made.amount),
    currency: made.currency.toUpperCase(),
    failureReason: made.failure_reason ?? null,
    settlement: settlementOf(made.balance_transaction),
  }
}

/** A word that we do not know is `pending`: it is asked for again, and nothing is booked on it. */
function refundStatus(status: string | null): RefundSnapshot['status'] {
  if (status === 'succeeded') return 'succeeded'
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending'
}

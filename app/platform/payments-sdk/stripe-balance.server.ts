import type Stripe from 'stripe'
import { fromSafeNumber, toSafeNumber } from '~/platform/money'
import type {
  BalanceMovement,
  Money,
  Page,
  PayoutOrder,
  PayoutSnapshot,
  PayoutState,
  Period,
  ProviderBalance,
} from './balance'
import {
  allOf,
  answerOf,
  dateOf,
  idOf,
  markOf,
  operationOf,
  pageOf,
  rateOf,
  secondsOf,
  unexpected,
} from './stripe-client.server'

export async function readBalance(stripe: Stripe): Promise<ProviderBalance> {
  const { available, pending } = await answerOf(() => stripe.balance.retrieve())
  const money = (part: { amount: number; currency: string }): Money => ({
    amount: fromSafeNumber(part.amount),
    currency: part.currency.toUpperCase(),
  })
  return { available: available.map(money), pending: pending.map(money) }
}

export async function listBalanceTransactions(
  stripe: Stripe,
  { createdAfter, createdBefore, cursor }: Period & { cursor?: string | undefined },
): Promise<Page<BalanceMovement>> {
  const created = { gte: secondsOf(createdAfter), lt: secondsOf(createdBefore) }
  const { items, next } = await pageOf(cursor, (paging) =>
    stripe.balanceTransactions.list({ ...paging, created }),
  )
  return { items: items.map(movementOf), next }
}

export function movementOf(booked: Stripe.BalanceTransaction): BalanceMovement {
  if (booked.object !== 'balance_transaction') throw unexpected('balance_transaction')
  return {
    ref: booked.id,
    type: booked.type,
    amount: fromSafeNumber(booked.amount),
    fee: fromSafeNumber(booked.fee),
    net: fromSafeNumber(booked.net),
    currency: booked.currency.toUpperCase(),
    exchangeRate: rateOf(booked),
    sourceRef: idOf(booked.source),
    created: dateOf(booked.created),
    availableOn: dateOf(booked.available_on),
  }
}

export async function payOut(stripe: Stripe, order: PayoutOrder): Promise<PayoutSnapshot> {
  if (order.amount <= 0n) throw new RangeError('A payout sends more than nothing.')
  const payout = await answerOf(() =>
    stripe.payouts.create(
      {
        amount: toSafeNumber(order.amount),
        currency: order.currency.toLowerCase(),
        metadata: markOf(order.operationId),
      },
      { idempotencyKey: `payout:${order.operationId}` },
    ),
  )
  return payoutSnapshot(payout)
}

export async function readPayout(stripe: Stripe, payoutRef: string): Promise<PayoutSnapshot> {
  return payoutSnapshot(await answerOf(() => stripe.payouts.retrieve(payoutRef)))
}

export async function listPayouts(
  stripe: Stripe,
  { createdAfter }: { createdAfter: Date },
): Promise<PayoutSnapshot[]> {
  const created = { gte: secondsOf(createdAfter) }
  return (await allOf((paging) => stripe.payouts.list({ ...paging, created }))).map(payoutSnapshot)
}

function payoutSnapshot(payout: Stripe.Payout): PayoutSnapshot {
  if (payout.object !== 'payout') throw unexpected('payout')
  return {
    payoutRef: payout.id,
    operationId: operationOf(payout.metadata),
    state: payoutState(payout.status),
    amount: fromSafeNumber(payout.amount),
    currency: payout.currency.toUpperCase(),
    automatic: payout.automatic,
    arrivalDate: dateOf(payout.arrival_date),
    created: dateOf(payout.created),
    failureCode: payout.failure_code,
  }
}

function payoutState(status: string): PayoutState {
  switch (status) {
    case 'pending':
    case 'in_transit':
    case 'paid':
    case 'failed':
    case 'canceled':
      return status
    default:
      return 'unknown'
  }
}

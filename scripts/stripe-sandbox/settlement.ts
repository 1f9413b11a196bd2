import { type BalanceTransaction, newId } from './state'
import type { SettlementTerms, World } from './world'

/** Money becomes available a week after it was paid. */
const PENDING_SECONDS = 7 * 24 * 60 * 60

/** Converts minor units, rounded half away from zero. */
export function settled(amount: number, { ratePerMillion }: SettlementTerms): number {
  const scaled = BigInt(amount) * ratePerMillion
  const half = scaled < 0n ? -500_000n : 500_000n
  return Number((scaled + half) / 1_000_000n)
}

/** Books a charge (amount above zero, with Stripe's fee) or a refund (below zero, the fee is not given back). */
export function bookMovement(
  world: World,
  movement: {
    amount: number
    currency: string
    source: string
    type: 'charge' | 'payment' | 'refund' | 'payment_refund'
  },
): BalanceTransaction {
  const { settlement: terms, store } = world
  const converted = movement.currency !== terms.currency
  const amount = converted ? settled(movement.amount, terms) : movement.amount
  const fee = amount > 0 ? Number((BigInt(amount) * terms.feeBps + 5_000n) / 10_000n + terms.feeFixed) : 0
  const description = 'Stripe processing fees'
  const created = world.now()
  const booked: BalanceTransaction = {
    id: newId('txn_3'),
    object: 'balance_transaction',
    amount,
    available_on: created + PENDING_SECONDS,
    balance_type: 'payments',
    created,
    currency: terms.currency,
    description: null,
    exchange_rate: converted ? Number(terms.ratePerMillion) / 1_000_000 : null,
    fee,
    fee_details:
      fee === 0
        ? []
        : [{ amount: fee, application: null, currency: terms.currency, description, type: 'stripe_fee' }],
    net: amount - fee,
    reporting_category: amount > 0 ? 'charge' : 'refund',
    source: movement.source,
    status: 'pending',
    type: movement.type,
  }
  store.state.balanceTransactions.set(booked.id, booked)
  return booked
}

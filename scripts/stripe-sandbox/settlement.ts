import type Stripe from 'stripe'
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

interface Booking {
  /** Before the fee, in settlement units. */
  amount: number
  currency: string
  fee?: number
  /** Null when nothing was converted. */
  rate?: number | null
  source: string
  type: Stripe.BalanceTransaction.Type
  category: string
  /** At once when left out. */
  availableOn?: number
}

/** Books what a buyer paid: converted, less Stripe's fee, and available in a week unless it skips the wait. */
export function bookPayment(
  world: World,
  paid: { amount: number; currency: string; source: string; isCard: boolean; skipsPending: boolean },
): BalanceTransaction {
  const { feeBps, feeFixed } = world.settlement
  const { amount, ...money } = converted(world, paid.amount, paid.currency)
  const fee = Number((BigInt(amount) * feeBps + 5_000n) / 10_000n + feeFixed)
  const availableOn = world.now() + (paid.skipsPending ? 0 : PENDING_SECONDS)
  const type = paid.isCard ? 'charge' : 'payment'
  return book(world, { ...money, amount, fee, source: paid.source, type, category: 'charge', availableOn })
}

/** Books what goes back to a buyer, or comes back from a failed refund: the fee of the payment stays with Stripe. */
export function bookReturn(
  world: World,
  returned: { amount: number; currency: string; source: string; type: Stripe.BalanceTransaction.Type },
): BalanceTransaction {
  const { source, type } = returned
  const category = returned.amount < 0 ? 'refund' : 'refund_failure'
  return book(world, { ...converted(world, returned.amount, returned.currency), source, type, category })
}

/** Books a disputed sum: withdrawn with the dispute's fee, or returned, with or without it. */
export function bookDispute(
  world: World,
  disputed: { amount: number; currency: string; source: string; fee: number },
): BalanceTransaction {
  const { source, fee } = disputed
  const category = disputed.amount < 0 ? 'dispute' : 'dispute_reversal'
  const money = converted(world, disputed.amount, disputed.currency)
  return book(world, { ...money, fee, source, type: 'adjustment', category })
}

/** What a sum of any currency is in the platform's. */
function converted(world: World, amount: number, currency: string) {
  const { settlement: terms } = world
  if (currency === terms.currency) return { amount, currency, rate: null }
  const rate = Number(terms.ratePerMillion) / 1_000_000
  return { amount: settled(amount, terms), currency: terms.currency, rate }
}

/** Books a movement of the balance that needs no conversion. */
export function book(world: World, booking: Booking): BalanceTransaction {
  const { amount, currency, fee = 0, rate = null } = booking
  const created = world.now()
  const booked: BalanceTransaction = {
    id: newId('txn_3'),
    object: 'balance_transaction',
    amount,
    available_on: booking.availableOn ?? created,
    balance_type: 'payments',
    created,
    currency,
    description: null,
    exchange_rate: rate,
    fee,
    fee_details: fee === 0 ? [] : [feeDetail(fee, currency, booking.category)],
    net: amount - fee,
    reporting_category: booking.category,
    source: booking.source,
    status: 'pending',
    type: booking.type,
  }
  world.store.state.balanceTransactions.set(booked.id, booked)
  return booked
}

function feeDetail(amount: number, currency: string, category: string): Stripe.BalanceTransaction.FeeDetail {
  const description = category === 'charge' ? 'Stripe processing fees' : 'Dispute fee'
  return { amount, application: null, currency, description, type: 'stripe_fee' }
}

/** What may be sent out in a currency: all that is available, which refunds and disputes can push below zero. */
export function availableIn(world: World, currency: string): number {
  return sumOf(world, currency, ({ available_on }) => available_on <= world.now())
}

export function pendingIn(world: World, currency: string): number {
  return sumOf(world, currency, ({ available_on }) => available_on > world.now())
}

function sumOf(world: World, currency: string, counts: (booked: BalanceTransaction) => boolean): number {
  let sum = 0
  for (const booked of world.store.state.balanceTransactions.values()) {
    if (booked.currency === currency && counts(booked)) sum += booked.net
  }
  return sum
}

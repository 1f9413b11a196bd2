export interface Money {
  amount: bigint
  currency: string
}

/** What lies with the provider, one entry a currency. `available` can be below zero. */
export interface ProviderBalance {
  available: readonly Money[]
  pending: readonly Money[]
}

/** One movement of the balance at the provider, in the money that it keeps. */
export interface BalanceMovement {
  ref: string
  /** The provider's word: `charge`, `payment`, `refund`, `adjustment`, `transfer`, `payout`, `stripe_fee` … */
  type: string
  /** Above zero came in, below zero went out, before `fee`. */
  amount: bigint
  fee: bigint
  /** amount − fee: what the balance moved by. */
  net: bigint
  currency: string
  exchangeRate: string | null
  /** The charge, refund, dispute, transfer or payout that it belongs to. */
  sourceRef: string | null
  created: Date
  availableOn: Date
}

/** Half-open: from `createdAfter` on, and before `createdBefore`, in whole seconds. */
export interface Period {
  createdAfter: Date
  createdBefore: Date
}

/** One page of a long list, newest first; `next` is the `cursor` of the following page, null on the last. */
export interface Page<T> {
  items: readonly T[]
  next: string | null
}

export interface PayoutOrder {
  operationId: string
  amount: bigint
  /** A currency in which the balance is held. */
  currency: string
}

/** `paid` can still become `failed` days later, when the bank sends the money back. */
export type PayoutState = 'pending' | 'in_transit' | 'paid' | 'failed' | 'canceled' | 'unknown'

/** Money on its way from the provider to our own bank account. */
export interface PayoutSnapshot {
  payoutRef: string
  operationId: string | null
  state: PayoutState
  amount: bigint
  currency: string
  /** Made by the provider's schedule, not by us. */
  automatic: boolean
  arrivalDate: Date
  created: Date
  failureCode: string | null
}

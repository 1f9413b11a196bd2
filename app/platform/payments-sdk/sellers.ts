import type { Settlement } from './payment-gateway'

export interface SellerAccountOrder {
  operationId: string
  /** Ours; kept with the account so that a lost answer can be found again. */
  sellerId: string
  /** Where she has her bank account, ISO 3166. The provider refuses countries that it does not serve, the mainland of China among them. */
  country: string
}

export interface OnboardingOrder {
  accountRef: string
  /** Where the browser goes when the link was used up or is too old: ask for a new one there. */
  refreshUrl: string
  /** Where it goes after the form, finished or not: read the account there. */
  returnUrl: string
}

/**
 * - `onboarding`: she has not finished the provider's form.
 * - `verifying`: the provider is checking; nothing is asked of her.
 * - `restricted`: something is asked of her (`requirementsDue`), or the provider has paused the account.
 * - `active`: money can be sent to her and reaches her bank.
 * - `rejected`: for good.
 */
export type SellerState = 'onboarding' | 'verifying' | 'restricted' | 'active' | 'rejected'

export interface SellerSnapshot {
  accountRef: string
  sellerId: string | null
  country: string | null
  state: SellerState
  transfersEnabled: boolean
  payoutsEnabled: boolean
  /** What the provider asks for now, in its words. */
  requirementsDue: readonly string[]
  disabledReason: string | null
}

export interface TransferOrder {
  operationId: string
  accountRef: string
  amount: bigint
  /** Of the provider's balance, not of the order. */
  currency: string
  /** The public number of what is paid out: `findTransfers` looks by it. */
  group: string
  /** Ties it to a payment: may be sent before that payment is available, in its settlement currency and never above it. */
  sourceCharge?: string | undefined
}

export interface TransferSnapshot {
  transferRef: string
  operationId: string | null
  accountRef: string
  amount: bigint
  amountReversed: bigint
  currency: string
  group: string | null
  sourceCharge: string | null
  created: Date
  settlement: Settlement | null
}

export interface ReversalOrder {
  operationId: string
  transferRef: string
  amount: bigint
}

export interface ReversalSnapshot {
  reversalRef: string
  operationId: string | null
  transferRef: string
  amount: bigint
  currency: string
  created: Date
}

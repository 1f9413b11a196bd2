import type { PaymentMethod, RefundSnapshot, Settlement } from './payment-gateway'

export interface CheckoutQuery {
  createdAfter: Date
  /** Only pages that can still be paid. */
  onlyOpen?: boolean
  cursor?: string | undefined
}

export interface CheckoutListing {
  sessionId: string
  /** Null once the page is closed. */
  url: string | null
  reference: string | null
  operationId: string | null
  paymentRef: string | null
  isOpen: boolean
  created: Date
  expiresAt: Date
  offeredMethods: readonly PaymentMethod[]
}

/**
 * - `unpaid`: nobody has paid yet, or the last try was refused.
 * - `requires_action`: the buyer still has to confirm with her bank or wallet.
 * - `processing`: confirmed, the money is not certain; also for a word that this code does not know.
 */
export type PaymentStatus = 'unpaid' | 'requires_action' | 'processing' | 'succeeded' | 'canceled'

export interface PaymentSnapshot {
  paymentRef: string
  reference: string | null
  operationId: string | null
  status: PaymentStatus
  /** Received when `succeeded`, otherwise asked for. */
  amount: bigint
  /** Returned or on its way back to the buyer. */
  amountRefunded: bigint
  currency: string
  /** How it was paid or last tried, in the provider's word. */
  method: string | null
  /** What transfers name as their source; null until somebody tried to pay. */
  chargeRef: string | null
  disputed: boolean
  /** Why the last try was refused, in the provider's word. */
  failureCode: string | null
  settlement: Settlement | null
  /** When the settlement becomes available for transfers. */
  availableOn: Date | null
}

/** A card that was tried and refused. */
export interface RefusedCard {
  chargeRef: string
  /** Why, in the provider's word. */
  code: string | null
}

export interface FoundRefund extends RefundSnapshot {
  /** Null for one that was made in the provider's dashboard. */
  operationId: string | null
  created: Date
}

export interface UndeliveredQuery {
  createdAfter: Date
  /** At most 20; all when left out. */
  types?: readonly string[] | undefined
  accountRef?: string | undefined
}

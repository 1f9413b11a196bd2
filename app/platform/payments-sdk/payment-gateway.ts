/**
 * What the shop asks of whoever takes its payments, in the shop's own words. Amounts are bigint minor units beside an
 * upper-case ISO 4217 currency (CNY: fen). Every command carries an id of ours, so that repeating it after a timeout or a
 * crash, with the same arguments, has one effect.
 */
export interface PaymentGateway {
  /** Whether real money moves. A webhook event whose `livemode` differs belongs to another system and is ignored. */
  readonly livemode: boolean

  /**
   * Opens a hosted payment page for one attempt at paying `reference`. Refuses (RangeError) lines that do not add up to
   * `total`, a total that is not positive, and more lines than the provider shows.
   */
  startCheckout(order: CheckoutOrder): Promise<StartedCheckout>

  /** The provider's present truth about a session. Changes nothing. */
  readCheckout(sessionId: string): Promise<CheckoutSnapshot>

  /** Closes an open session so that it can no longer be paid; says so when the payment was faster. */
  expireCheckout(sessionId: string): Promise<'expired' | 'already_complete'>

  /** Returns all or part of a payment. The provider refuses more than what is left of it. */
  refund(order: RefundOrder): Promise<RefundSnapshot>

  readRefund(refundRef: string): Promise<RefundSnapshot>

  /**
   * Proves that a webhook body comes from the provider and was signed at most 300 s before or after `now`, else throws
   * `WebhookRefused`. `now` is the real clock: the demo's moved clock would make every event look stale.
   */
  parseWebhook(delivery: WebhookDelivery): VerifiedEvent
}

/** The ways to pay that the shop asks for, in the order it shows them. */
export const wantedMethods = ['card', 'alipay', 'wechat_pay'] as const
export type PaymentMethod = (typeof wantedMethods)[number]

export interface CheckoutLine {
  name: string
  quantity: number
  unitAmount: bigint
}

export interface CheckoutOrder {
  /** Our id of the payment attempt, kept with the provider so that a lost answer can be found again. */
  operationId: string
  /** What is being paid: the public number of the order or of its due. */
  reference: string
  /** 1, 2, 3 … per reference. The same attempt again is the same session. */
  attempt: number
  /** Goods and postage; their sum is `total`. */
  lines: readonly CheckoutLine[]
  total: bigint
  currency: 'CNY'
  locale: 'zh-CN' | 'en'
  /** When the provider closes the page by itself, real time; store it and repeat it unchanged: see `sessionDeadline`. */
  expiresAt: Date
  /** Absolute addresses. `{CHECKOUT_SESSION_ID}` in `successUrl` is replaced by the provider. */
  successUrl: string
  cancelUrl: string
  /** Short ids only, never anything about a person: it is shown in the provider's dashboard. */
  metadata: Readonly<Record<string, string>>
}

export interface StartedCheckout {
  sessionId: string
  url: string
  /** What the page really offers: a method that is not enabled in the provider's account disappears silently. */
  offeredMethods: readonly PaymentMethod[]
}

/**
 * - `open`: nobody has paid yet; a declined card leaves it open.
 * - `processing`: the buyer has confirmed, the money is not certain.
 * - `paid`: the money is ours to record. The only state in which goods are promised.
 * - `failed`: confirmed, then refused for good; a new attempt is needed.
 * - `expired`: closed without a payment.
 */
export type CheckoutStatus = 'open' | 'processing' | 'paid' | 'failed' | 'expired'

export interface CheckoutSnapshot {
  sessionId: string
  status: CheckoutStatus
  /** The `reference` that the session was opened for. */
  reference: string | null
  /** The payment to refund later; null until somebody tried to pay. */
  paymentRef: string | null
  /** Received when `paid`, otherwise asked for. */
  amount: bigint
  currency: string
  /** How it was paid or last tried, in the provider's word. */
  method: string | null
  settlement: Settlement | null
}

/**
 * The same movement in the money that the provider really credits (positive) or debits (negative), before `fee`. Null in
 * a snapshot until the provider has booked it.
 */
export interface Settlement {
  amount: bigint
  currency: string
  fee: bigint
  /** Decimal text, settlement units per unit paid; null when nothing was converted. */
  exchangeRate: string | null
}

/** The provider knows three reasons; ours, in words, stays in our own refund row. */
type RefundReason = 'requested_by_customer' | 'duplicate' | 'fraudulent'

export interface RefundOrder {
  /** Our id of the refund. The same id again is the same refund. */
  operationId: string
  paymentRef: string
  amount: bigint
  currency: string
  reason: RefundReason
}

export interface RefundSnapshot {
  refundRef: string
  paymentRef: string | null
  /** `succeeded` can still become `failed` days later, when the buyer's bank sends the money back. */
  status: 'pending' | 'succeeded' | 'failed'
  amount: bigint
  currency: string
  failureReason: string | null
  settlement: Settlement | null
}

export interface WebhookDelivery {
  /** The body exactly as received, not parsed and serialised again. */
  rawBody: string
  /** The `Stripe-Signature` header, null when there is none. */
  signature: string | null
  now: Date
}

/** A hint that something happened to an object: read the object again before acting on it. */
export interface VerifiedEvent {
  id: string
  type: string
  created: Date
  /** Null for the few events that are about no object with an id. */
  objectId: string | null
  /** The connected account that it happened on; null for our own. */
  account: string | null
  livemode: boolean
  apiVersion: string | null
}

type WebhookRefusalReason = 'missing_signature' | 'bad_signature' | 'outside_time_window' | 'unreadable'

/** A webhook that must not be believed. Answer 400 and store nothing. */
export class WebhookRefused extends Error {
  override readonly name = 'WebhookRefused'

  constructor(
    readonly reason: WebhookRefusalReason,
    options?: ErrorOptions,
  ) {
    super(`webhook refused: ${reason}`, options)
  }
}

/**
 * - `unreachable`: whether it happened is not known; repeat it with the same ids, later.
 * - `refused`: it did not happen and will not; `code` says why (`amount_too_small`, `charge_already_refunded` …).
 * - `not_found`: the provider has no such object.
 * - `key_reused`: the same operation id came with other arguments: a bug of ours.
 * - `misconfigured`: the key is wrong or may not do this.
 * - `unexpected_answer`: the provider's answer is not what this code was written for.
 */
export type PaymentFailure =
  | 'unreachable'
  | 'refused'
  | 'not_found'
  | 'key_reused'
  | 'misconfigured'
  | 'unexpected_answer'

/** A command or question that the provider did not carry out. Safe to log: it holds no key and nothing about a buyer. */
export class PaymentGatewayError extends Error {
  override readonly name = 'PaymentGatewayError'

  constructor(
    readonly failure: PaymentFailure,
    readonly code: string | null,
    readonly requestId: string | null,
    options?: ErrorOptions,
  ) {
    super(`payment provider: ${failure}, ${code ?? 'no code'}, request ${requestId ?? 'unknown'}`, options)
  }
}

const SESSION_LIFE_MS = 60 * 60 * 1000

/**
 * When the provider should close a session that we opened at `startedAt` (real time) and did not expire ourselves. Stripe
 * takes 30 minutes to 24 hours from the moment it first sees the request; an hour leaves room for a late repeat.
 */
export function sessionDeadline(startedAt: Date): Date {
  return new Date(startedAt.getTime() + SESSION_LIFE_MS)
}

/** The methods that the shop wanted and the provider left out: an operator has to hear of them. */
export function missingMethods(offered: readonly PaymentMethod[]): PaymentMethod[] {
  return wantedMethods.filter((method) => !offered.includes(method))
}

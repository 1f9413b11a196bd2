import type { BalanceMovement, Page, PayoutOrder, PayoutSnapshot, Period, ProviderBalance } from './balance'
import type { DisputeSnapshot, EvidenceOrder, EvidenceUpload } from './disputes'
import type {
  CheckoutListing,
  CheckoutQuery,
  FoundRefund,
  PaymentSnapshot,
  RefusedCard,
  UndeliveredQuery,
} from './payments'
import type {
  OnboardingOrder,
  ReversalOrder,
  ReversalSnapshot,
  SellerAccountOrder,
  SellerSnapshot,
  TransferOrder,
  TransferSnapshot,
} from './sellers'

/**
 * What the shop asks of whoever takes its payments, in the shop's own words. Amounts are bigint minor units beside an
 * upper-case ISO 4217 currency (CNY: fen). Every command carries an id of ours, so that repeating it after a timeout or a
 * crash, with the same arguments, has one effect.
 */
export interface PaymentGateway {
  /** Whether real money moves. A webhook event whose `livemode` differs belongs to another system and is ignored. */
  readonly livemode: boolean

  /** The shape of objects and events that this code was written for. */
  readonly apiVersion: string

  /**
   * Opens a hosted payment page for one attempt at paying `reference`. Refuses (RangeError) lines that do not add up to
   * `total`, a total that is not positive, and more lines than the provider shows.
   */
  startCheckout(order: CheckoutOrder): Promise<StartedCheckout>

  /** The provider's present truth about a session. Changes nothing. */
  readCheckout(sessionId: string): Promise<CheckoutSnapshot>

  /** Closes an open session so that it can no longer be paid; says so when the payment was faster. */
  expireCheckout(sessionId: string): Promise<'expired' | 'already_complete'>

  /** Sessions that the provider made since `createdAfter`, newest first: what a sweep compares with our own attempts. */
  listCheckouts(query: CheckoutQuery): Promise<Page<CheckoutListing>>

  /** The session that was opened for an operation of ours whose answer was lost; null when there is none since `createdAfter`. */
  findCheckout(query: { operationId: string; createdAfter: Date }): Promise<CheckoutListing | null>

  readPayment(paymentRef: string): Promise<PaymentSnapshot>

  /** The cards that were tried for a payment and refused, newest first: each once, however often its events came. */
  findRefusedCards(paymentRef: string): Promise<readonly RefusedCard[]>

  /** Returns all or part of a payment. The provider refuses more than what is left of it. */
  refund(order: RefundOrder): Promise<RefundSnapshot>

  readRefund(refundRef: string): Promise<RefundSnapshot>

  /** All refunds of a payment, newest first, with our own ids: also those whose answer was lost or that staff made by hand. */
  findRefunds(paymentRef: string): Promise<readonly FoundRefund[]>

  readDispute(disputeRef: string): Promise<DisputeSnapshot>

  listDisputes(query: { createdAfter: Date }): Promise<readonly DisputeSnapshot[]>

  /** Refuses (RangeError) an empty file and one above 5 MB. */
  uploadEvidence(upload: EvidenceUpload): Promise<{ fileRef: string }>

  submitEvidence(order: EvidenceOrder): Promise<DisputeSnapshot>

  /** Gives the money up. It cannot be taken back. */
  acceptDispute(order: { operationId: string; disputeRef: string }): Promise<DisputeSnapshot>

  openSellerAccount(order: SellerAccountOrder): Promise<SellerSnapshot>

  /** A page of the provider's for one use and a few minutes: hand it to nobody but the seller. */
  onboardingLink(order: OnboardingOrder): Promise<{ url: string; expiresAt: Date }>

  readSeller(accountRef: string): Promise<SellerSnapshot>

  /** Moves money of our balance to a seller. Refused (`balance_insufficient`) beyond what is available in that currency. */
  transfer(order: TransferOrder): Promise<TransferSnapshot>

  readTransfer(transferRef: string): Promise<TransferSnapshot>

  /** The transfers of a group, newest first, with our own ids. */
  findTransfers(group: string): Promise<readonly TransferSnapshot[]>

  /** Takes back all or part of a transfer, never more than is left of it. */
  reverseTransfer(order: ReversalOrder): Promise<ReversalSnapshot>

  findReversals(transferRef: string): Promise<readonly ReversalSnapshot[]>

  readBalance(): Promise<ProviderBalance>

  /** Every movement of the balance in a period: the provider's own ledger, to lay beside ours. */
  listBalanceTransactions(query: Period & { cursor?: string | undefined }): Promise<Page<BalanceMovement>>

  /** Sends money of the balance to our own bank account. */
  payOut(order: PayoutOrder): Promise<PayoutSnapshot>

  readPayout(payoutRef: string): Promise<PayoutSnapshot>

  listPayouts(query: { createdAfter: Date }): Promise<readonly PayoutSnapshot[]>

  /** Events since `createdAfter` that an endpoint has not taken, newest first; with `accountRef` those of a seller's account. */
  listUndeliveredEvents(query: UndeliveredQuery): Promise<readonly VerifiedEvent[]>

  readEvent(eventRef: string, accountRef?: string): Promise<VerifiedEvent>

  /**
   * Proves that a webhook body comes from the provider and was signed for this endpoint at most 300 s before or after `now`,
   * else throws `WebhookRefused`. `now` is the real clock: the demo's moved clock would make every event look stale.
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
  /** What this payment may be paid with; `wantedMethods` when left out. */
  methods?: readonly PaymentMethod[] | undefined
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
  /** The provider's movement of the money itself, which its later events name; null until somebody tried to pay. */
  chargeRef: string | null
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

/** Our own events, or those of the sellers' accounts: each has its secret, and refuses what the other signed. */
export type WebhookEndpoint = 'platform' | 'connect'

export interface WebhookDelivery {
  /** The body exactly as received, not parsed and serialised again. */
  rawBody: string
  /** The `Stripe-Signature` header, null when there is none. */
  signature: string | null
  now: Date
  /** `platform` when left out. */
  endpoint?: WebhookEndpoint | undefined
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
  /** The shape of its payload: an operator has to hear of one that is not ours. */
  apiVersion: string | null
}

type WebhookRefusalReason =
  | 'missing_signature'
  | 'bad_signature'
  | 'outside_time_window'
  | 'unreadable'
  /** This endpoint has no secret. */
  | 'not_configured'

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

/** The methods that were asked for and the provider left out: an operator has to hear of them. */
export function missingMethods(
  offered: readonly PaymentMethod[],
  asked: readonly PaymentMethod[] = wantedMethods,
): PaymentMethod[] {
  return asked.filter((method) => !offered.includes(method))
}

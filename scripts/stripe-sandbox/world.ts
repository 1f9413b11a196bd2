import type { Faults } from './faults'
import type { Store } from './state'
import type { WebhookSender } from './webhooks'

/** The version that the pinned SDK speaks; a version of the SDK that speaks another fails to compile here. */
export const API_VERSION = '2026-10-28.endive' satisfies import('stripe').Stripe.LatestApiVersion

export const knownMethods = ['card', 'alipay', 'wechat_pay'] as const
export type Method = (typeof knownMethods)[number]

/** What the provider really credits: yuan converted into `currency`, less a fee of `feeBps` and `feeFixed` a payment. */
export interface SettlementTerms {
  currency: string
  /** Settlement units for a million units paid. */
  ratePerMillion: bigint
  feeBps: bigint
  feeFixed: bigint
  /** What a dispute costs, in settlement units. */
  disputeFee: bigint
}

/** Hong Kong, as a shop in China would have it: there is no Stripe account on the mainland. */
export const hongKong: SettlementTerms = {
  currency: 'hkd',
  ratePerMillion: 1_086_500n,
  feeBps: 340n,
  feeFixed: 235n,
  disputeFee: 8_500n,
}

/** How long what happens by itself takes, in seconds of the sandbox's clock; 0 is at once. */
export interface Delays {
  /** From the buyer's confirmation in her wallet to the money. */
  wallet: number
  /** The same for a payment that the buyer chose to be late. */
  lateWallet: number
  walletRefund: number
  /** For the test cards whose refunds change their minds. */
  cardRefund: number
  disputeReview: number
  verification: number
  payout: number
}

export const promptly: Delays = {
  wallet: 0,
  lateWallet: 10,
  walletRefund: 0,
  cardRefund: 5,
  disputeReview: 5,
  verification: 5,
  payout: 2 * 24 * 60 * 60,
}

/** What every operation works on. */
export interface World {
  store: Store
  webhooks: WebhookSender
  /** Where this sandbox answers. */
  origin: string
  /** The methods that are switched on in the "dashboard"; others that a session asks for disappear silently. */
  offeredMethods: readonly Method[]
  settlement: SettlementTerms
  delays: Delays
  /** Where the platform's own account is kept, ISO 3166. */
  country: string
  faults: Faults
  /** Unix seconds by the clock that tests and the demo move ahead: money, refunds, disputes, events. */
  now(): number
  /** Unix seconds of the real clock: payment pages and signatures live by it, as the shop's side of them does. */
  realNow(): number
}

import { resourceMissing } from './errors'
import type { SessionRecord, Store } from './state'
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
}

/** Hong Kong, as a shop in China would have it: there is no Stripe account on the mainland. */
export const hongKong: SettlementTerms = {
  currency: 'hkd',
  ratePerMillion: 1_086_500n,
  feeBps: 340n,
  feeFixed: 235n,
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
  /** Unix seconds. */
  now(): number
}

/** A session, expired first when its time has come. Refuses one that is not known. */
export function sessionRecord(world: World, id: string): SessionRecord {
  const record = world.store.state.sessions.get(id)
  if (record === undefined) throw resourceMissing('checkout.session', id, 'session')
  closeWhenDue(world, record)
  return record
}

export function closeWhenDue(world: World, { session }: SessionRecord): void {
  if (session.status === 'open' && session.expires_at <= world.now()) session.status = 'expired'
}

import type Stripe from 'stripe'
import type { BalanceTransaction, LineItem, Session, SessionRecord } from './state'
import type { World } from './world'

/** A session as the API shows it: the address of its page only while it can be paid. */
export function presentSession(world: World, { session }: SessionRecord): Session {
  const url = session.status === 'open' ? `${world.origin}/c/pay/${session.id}` : null
  return { ...structuredClone(session), url }
}

/** A balance transaction as the API shows it: available once its day has come. */
export function presentBalanceTransaction(world: World, booked: BalanceTransaction): BalanceTransaction {
  return { ...structuredClone(booked), status: booked.available_on <= world.now() ? 'available' : 'pending' }
}

export function lineItemList(world: World, sessionId: string): Stripe.ApiList<LineItem> {
  const data = structuredClone(world.store.state.sessions.get(sessionId)?.lineItems ?? [])
  return { object: 'list', data, has_more: false, url: `/v1/checkout/sessions/${sessionId}/line_items` }
}

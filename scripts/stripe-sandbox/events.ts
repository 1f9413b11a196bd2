import type Stripe from 'stripe'
import { type Endpoint, type EventRecord, newId } from './state'
import { API_VERSION, type World } from './world'

/** So many events that were taken are kept, and all that were not. */
const KEPT = 500

/** The events that fill the list but that the shop's endpoints did not ask for. */
const notSubscribed = [
  'charge.failed',
  'charge.succeeded',
  'charge.updated',
  'file.created',
  'payment_intent.canceled',
  'payment_intent.created',
  'payment_intent.processing',
  'payment_intent.requires_action',
  'payment_intent.succeeded',
]

/** Puts an event on record and in the post; the caller saves the store, then calls `webhooks.flush`. */
export function emit(
  world: World,
  type: Stripe.Event.Type,
  object: object,
  about: { account?: string; previous?: object } = {},
): void {
  const endpoint: Endpoint = about.account === undefined ? 'platform' : 'connect'
  const goesOut = world.webhooks.isListening(endpoint) && !notSubscribed.includes(type)
  const event: EventRecord = {
    id: newId('evt_1'),
    object: 'event',
    ...(about.account !== undefined && { account: about.account }),
    api_version: API_VERSION,
    created: world.now(),
    data: {
      object: structuredClone(object),
      ...(about.previous && { previous_attributes: about.previous }),
    },
    livemode: false,
    request: { id: null, idempotency_key: null },
    type,
    undelivered: goesOut ? [endpoint] : [],
  }
  const { events } = world.store.state
  events.set(event.id, event)
  world.store.isTouched = true
  if (goesOut) world.webhooks.post(endpoint, event.id, presentEvent(event), event.created)
  forgetOldEvents(events)
}

export function presentEvent({ undelivered, ...event }: EventRecord) {
  return { ...event, pending_webhooks: undelivered.length }
}

function forgetOldEvents(events: Map<string, EventRecord>): void {
  let surplus = events.size - KEPT
  for (const { id, undelivered } of events.values()) {
    if (surplus <= 0) return
    if (undelivered.length > 0) continue
    events.delete(id)
    surplus -= 1
  }
}

import { createHmac } from 'node:crypto'
import type Stripe from 'stripe'
import { recordDelivery } from '../stripe-contract/record-exchange'
import { type Delivery, newId, type Session, type Store } from './state'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** How long to wait before each further try; the last one is repeated. */
const DEFAULT_WAITS = [1 * SECOND, 2 * SECOND, 5 * SECOND, 15 * SECOND, 1 * MINUTE, 5 * MINUTE]

/** Stripe tries for up to three days. */
const GIVE_UP_SECONDS = 3 * 24 * 60 * 60

/** A receiver that has not answered by then has failed; the buyer's redirect waits no longer either. */
const PATIENCE_MS = 10 * SECOND

type SessionEvent = Omit<Stripe.CheckoutSessionCompletedEvent, 'data'> & { data: { object: Session } }

/** `Stripe-Signature`: HMAC-SHA256 of `t.body`. https://docs.stripe.com/webhooks#verify-manually */
export function signatureHeader(payload: string, secret: string, signedAt: number): string {
  return `t=${signedAt},v1=${createHmac('sha256', secret).update(`${signedAt}.${payload}`).digest('hex')}`
}

interface WebhookTarget {
  /** Without it events are kept for nobody, and dropped. */
  url: URL | undefined
  secret: string
  waitsMs?: readonly number[] | undefined
}

/** Sends signed events and goes on trying, also after a restart. At least once; never in a promised order. */
export class WebhookSender {
  readonly #timers = new Map<string, NodeJS.Timeout>()
  readonly #stop = new AbortController()

  constructor(
    private readonly store: Store,
    private readonly target: WebhookTarget,
    private readonly now: () => number,
  ) {}

  /** Takes up what was not delivered before the last stop. */
  resume(): void {
    for (const delivery of this.store.state.deliveries.values()) void this.#attempt(delivery)
  }

  /** Keeps an event for delivery; the caller saves the store, then calls `send`. */
  keep(event: SessionEvent): string | undefined {
    if (this.target.url === undefined) return undefined
    // Two blanks of indentation, as Stripe sends it: a body that is parsed and serialised again is another body.
    const payload = JSON.stringify(event, null, 2)
    this.store.state.deliveries.set(event.id, { id: event.id, payload, created: event.created, tries: 0 })
    return event.id
  }

  /** Tries once now, and later again if that fails. Resolves after the first try, however it went. */
  async send(id: string | undefined): Promise<void> {
    const delivery = this.store.state.deliveries.get(id ?? '')
    if (delivery) await this.#attempt(delivery)
  }

  close(): void {
    this.#stop.abort()
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
  }

  async #attempt(delivery: Delivery): Promise<void> {
    const { url, secret } = this.target
    this.#timers.delete(delivery.id)
    if (url === undefined || this.#stop.signal.aborted) return
    delivery.tries += 1
    const delivered = await post(
      url,
      delivery.payload,
      signatureHeader(delivery.payload, secret, this.now()),
      this.#stop.signal,
    )
    recordDelivery(delivery.payload, delivered)
    if (this.#stop.signal.aborted) return
    if (delivered || delivery.created + GIVE_UP_SECONDS < this.now())
      this.store.state.deliveries.delete(delivery.id)
    else this.#again(delivery)
    await this.store.save().catch((error: unknown) => console.error('stripe-sandbox: state not saved', error))
  }

  #again(delivery: Delivery): void {
    const waits = this.target.waitsMs ?? DEFAULT_WAITS
    const wait = waits[Math.min(delivery.tries, waits.length) - 1] ?? MINUTE
    this.#timers.set(
      delivery.id,
      setTimeout(() => void this.#attempt(delivery), wait),
    )
  }
}

/** True for a 2xx; a redirect is a failure, as with Stripe. */
async function post(url: URL, body: string, signature: string, stop: AbortSignal): Promise<boolean> {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'stripe-signature': signature,
    'user-agent': 'Stripe/1.0 (sandbox)',
  }
  const signal = AbortSignal.any([stop, AbortSignal.timeout(PATIENCE_MS)])
  try {
    const answer = await fetch(url, { method: 'POST', body, headers, redirect: 'manual', signal })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    // Nobody there, or too slow: the same as an answer that is not 2xx.
    return false
  }
}

/** The event for a session that was just paid. */
export function completedEvent(session: Session, apiVersion: string, created: number): SessionEvent {
  return {
    id: newId('evt_1'),
    object: 'event',
    api_version: apiVersion,
    created,
    data: { object: session },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type: 'checkout.session.completed',
  }
}

import Stripe from 'stripe'
import { recordDelivery } from '../stripe-contract/record-exchange'
import { type ChaosKind, DELAY_MS, HOLD_MS, STALE_SECONDS } from './chaos'
import { type Delivery, type Endpoint, newId, type Store } from './state'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** How long to wait before each further try; the last one is repeated. */
const DEFAULT_WAITS = [1 * SECOND, 2 * SECOND, 5 * SECOND, 15 * SECOND, 1 * MINUTE, 5 * MINUTE]

/** Stripe tries for up to three days. */
const GIVE_UP_SECONDS = 3 * 24 * 60 * 60
const MAX_TRIES = 100

/** A receiver that has not answered by then has failed; the buyer's redirect waits no longer either. */
const PATIENCE_MS = 10 * SECOND

/** `Stripe-Signature`, made by the SDK: https://docs.stripe.com/webhooks#verify-manually */
export function signatureHeader(payload: string, secret: string, timestamp: number): string {
  return Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp })
}

interface WebhookTarget {
  url: URL
  secret: string
}

export interface WebhookTargets {
  /** An endpoint that is left out gets nothing. */
  platform?: WebhookTarget | undefined
  connect?: WebhookTarget | undefined
  waitsMs?: readonly number[] | undefined
}

/** Sends signed events and goes on trying, also after a restart. At least once; never in a promised order. */
export class WebhookSender {
  /** What goes wrong on purpose. */
  chaos: readonly ChaosKind[] = []
  readonly #timers = new Map<string, NodeJS.Timeout>()
  readonly #stop = new AbortController()
  #fresh: string[] = []

  /** `now`: the real clock, in Unix seconds: the shop judges signatures by its own. */
  constructor(
    private readonly store: Store,
    private readonly targets: WebhookTargets,
    private readonly now: () => number,
  ) {}

  isListening(endpoint: Endpoint): boolean {
    return this.targets[endpoint] !== undefined
  }

  /** Takes up what was not delivered before the last stop. */
  resume(): void {
    for (const delivery of this.store.state.deliveries.values()) void this.#attempt(delivery)
  }

  /** Keeps an event for delivery; the caller saves the store, then calls `flush`. */
  post(endpoint: Endpoint, event: string, body: object, created: number): void {
    // Two blanks of indentation, as Stripe sends it: a body that is parsed and serialised again is another body.
    const payload = JSON.stringify(body, null, 2)
    const id = newId('whd_')
    this.store.state.deliveries.set(id, { id, endpoint, event, payload, created, tries: 0 })
    this.#fresh.push(id)
  }

  /** Tries all that was posted once, and later again what fails. Resolves after the first tries, however they went. */
  async flush(): Promise<void> {
    const ids = this.#fresh
    this.#fresh = []
    const fresh = ids.flatMap((id) => this.store.state.deliveries.get(id) ?? [])
    if (this.chaos.includes('reorder')) return this.#shuffle(fresh)
    if (this.chaos.includes('delay')) return this.#delay(fresh)
    await Promise.all(fresh.map((delivery) => this.#attempt(delivery)))
  }

  close(): void {
    this.#stop.abort()
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
  }

  /** The first to come waits for those behind it, and the last goes out first. */
  #held: Delivery[] = []
  #shuffle(fresh: Delivery[]): void {
    this.#held.unshift(...fresh.toReversed())
    this.#later('held', HOLD_MS, async () => {
      const held = this.#held
      this.#held = []
      for (const delivery of held) await this.#attempt(delivery)
    })
  }

  /** Nobody waits for them: the buyer is back before the shop hears of her payment. */
  #delay(fresh: readonly Delivery[]): void {
    for (const delivery of fresh) this.#later(delivery.id, DELAY_MS, () => this.#attempt(delivery))
  }

  async #attempt(delivery: Delivery): Promise<void> {
    this.#timers.delete(delivery.id)
    const endpoint = delivery.endpoint ?? 'platform'
    const target = this.targets[endpoint]
    if (target === undefined || this.#stop.signal.aborted) return
    // Lost for good: only who asks for undelivered events hears of it.
    if (this.chaos.includes('drop')) return void this.store.state.deliveries.delete(delivery.id)
    delivery.tries += 1
    const delivered = await this.#tryOnce(target, delivery)
    recordDelivery(delivery.payload, delivered)
    if (this.#stop.signal.aborted) return
    if (delivered) this.#taken(delivery, endpoint)
    else if (delivery.tries >= MAX_TRIES || delivery.created + GIVE_UP_SECONDS < this.now())
      this.store.state.deliveries.delete(delivery.id)
    else this.#again(delivery)
    await this.store.save().catch((error: unknown) => console.error('stripe-sandbox: state not saved', error))
  }

  /** The chaos spoils first tries only: all that is not dropped has to arrive in the end. */
  async #tryOnce({ url, secret }: WebhookTarget, { payload, tries }: Delivery): Promise<boolean> {
    const has = (kind: ChaosKind) => tries === 1 && this.chaos.includes(kind)
    const signedAt = this.now() - (has('stale_signature') ? STALE_SECONDS : 0)
    const signature = signatureHeader(
      payload,
      has('forged_signature') ? 'whsec_of_a_forger' : secret,
      signedAt,
    )
    const answers = [post(url, payload, signature, this.#stop.signal)]
    if (has('duplicate')) answers.push(post(url, payload, signature, this.#stop.signal))
    return (await Promise.all(answers)).every((isTaken) => isTaken)
  }

  #taken({ id, event }: Delivery, endpoint: Endpoint): void {
    const { deliveries, events } = this.store.state
    deliveries.delete(id)
    const known = events.get(event ?? '')
    if (known) known.undelivered = known.undelivered.filter((other) => other !== endpoint)
  }

  #again(delivery: Delivery): void {
    const waits = this.targets.waitsMs ?? DEFAULT_WAITS
    const wait = waits[Math.min(delivery.tries, waits.length) - 1] ?? MINUTE
    this.#later(delivery.id, wait, () => this.#attempt(delivery))
  }

  #later(id: string, waitMs: number, work: () => Promise<void>): void {
    clearTimeout(this.#timers.get(id))
    this.#timers.set(
      id,
      setTimeout(() => void work(), waitMs),
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

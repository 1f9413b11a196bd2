/** What can go wrong between the shop and the API. The first four change nothing; after the next two it has happened. */
export const faultKinds = [
  'conflict',
  'rate_limit',
  'server_error',
  'unavailable',
  'reset',
  'hang',
  'reset_after_commit',
  'half_body',
] as const
export type FaultKind = (typeof faultKinds)[number]

export interface FaultOrder {
  kind: FaultKind
  /** How many requests it meets. */
  times: number
  /** Which: all whose path begins with this. */
  path: string
}

/** One request as it arrived, for tests that look at what the shop really sent. */
export interface RequestRecord {
  method: string
  path: string
  query: string
  body: string
  idempotencyKey: string | null
  stripeVersion: string | null
}

const KEPT_REQUESTS = 1000

/** The faults that are still to come, and the requests that came. In memory only. */
export class Faults {
  readonly requests: RequestRecord[] = []
  #orders: FaultOrder[] = []

  order(fault: FaultOrder): void {
    this.#orders.push({ ...fault })
  }

  clear(): void {
    this.#orders = []
  }

  record(request: RequestRecord): void {
    this.requests.push(request)
    if (this.requests.length > KEPT_REQUESTS) this.requests.shift()
  }

  /** The fault that this request meets, if any. */
  take(path: string): FaultKind | undefined {
    const found = this.#orders.find((fault) => fault.times > 0 && path.startsWith(fault.path))
    if (found) found.times -= 1
    return found?.kind
  }
}

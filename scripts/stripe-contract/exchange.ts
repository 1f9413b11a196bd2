/** One request to the API and its answer, as they are recorded: without keys, secrets and numbers of cards or accounts. */
export interface ApiExchange {
  kind: 'exchange'
  method: string
  /** Without the query. */
  path: string
  query: string
  headers: {
    /** The scheme only: `Bearer`. */
    authorization?: string
    'stripe-version'?: string
    'idempotency-key'?: string
    'content-type'?: string
  }
  body: string
  status: number
  answer: unknown
}

/** One try at handing an event to the shop. */
export interface WebhookDelivery {
  kind: 'delivery'
  payload: unknown
  /** The shop answered 2xx: it proved the signature and took the event. */
  taken: boolean
}

export type RecordLine = ApiExchange | WebhookDelivery

import type { MessageKey, MessageParams } from '~/platform/i18n/translate'

/**
 * An expected failure: bad state, not hers, sold out. `key` is also the message's key in the catalogue.
 * Thrown, never returned: a returned failure inside a transaction would commit what came before it.
 */
export class Refusal extends Error {
  readonly key: MessageKey
  readonly status: number
  readonly params: MessageParams
  /** the form field beside which the message belongs; without it the message stands above the form */
  readonly field: string | null
  /** 429 and 503 only: whole seconds after which the same thing may be tried again */
  readonly retryAfterSeconds: number | null

  constructor(
    key: MessageKey,
    status = 409,
    params: MessageParams = {},
    field: string | null = null,
    retryAfterSeconds: number | null = null,
  ) {
    super(key)
    this.name = 'Refusal'
    this.key = key
    this.status = status
    this.params = params
    this.field = field
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** Somebody else's row and a row that does not exist look the same. */
export function notFound(): Refusal {
  return new Refusal('errors.notFound', 404)
}

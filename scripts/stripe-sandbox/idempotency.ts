import { createHash } from 'node:crypto'
import { idempotencyConflict, invalidRequest } from './errors'

/** Stripe keeps keys for at least a day: https://docs.stripe.com/api/idempotent_requests */
const KEPT_SECONDS = 24 * 60 * 60

/** An answer that a repeated key gets again, whatever has changed since. */
export interface KeptAnswer {
  id: string
  fingerprint: string
  created: number
  status: number
  body: unknown
}

/** What must be equal for two requests with one key to be the same request. */
export function fingerprintOf(method: string, path: string, canonicalBody: string): string {
  return createHash('sha256').update(`${method} ${path}\n${canonicalBody}`).digest('hex')
}

/** The kept answer for a key, if there is one. Refuses a key that belonged to another request. */
export function keptAnswer(
  kept: ReadonlyMap<string, KeptAnswer>,
  key: string,
  fingerprint: string,
): KeptAnswer | undefined {
  if (key.length > 255) throw invalidRequest('Idempotency keys are 255 characters long at most.')
  const answer = kept.get(key)
  if (answer && answer.fingerprint !== fingerprint) throw idempotencyConflict(key)
  return answer
}

export function forgetOldAnswers(kept: Map<string, KeptAnswer>, now: number): void {
  for (const { id, created } of kept.values()) {
    if (created + KEPT_SECONDS < now) kept.delete(id)
  }
}

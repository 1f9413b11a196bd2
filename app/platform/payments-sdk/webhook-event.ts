import { z } from 'zod'
import type { VerifiedEvent } from './payment-gateway'

/** What we read of an event; the rest is asked for again. A `balance` has no id. */
const Event = z.object({
  id: z.string().min(1).max(255),
  object: z.literal('event'),
  type: z.string().min(1).max(255),
  created: z.int().nonnegative(),
  livemode: z.boolean(),
  account: z.string().optional(),
  api_version: z.string().nullable(),
  data: z.object({ object: z.object({ id: z.string().min(1).max(255).optional() }) }),
})

/** Reads an event whose signature is already proven; throws on anything that is not a snapshot event. */
export function readEvent(payload: unknown): VerifiedEvent {
  const event = Event.parse(payload)
  return {
    id: event.id,
    type: event.type,
    created: new Date(event.created * 1000),
    objectId: event.data.object.id ?? null,
    account: event.account ?? null,
    livemode: event.livemode,
    apiVersion: event.api_version,
  }
}

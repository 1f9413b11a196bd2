import Stripe from 'stripe'
import { type VerifiedEvent, type WebhookDelivery, WebhookRefused } from './payment-gateway'
import type { UndeliveredQuery } from './payments'
import { isTimely, SIGNATURE_WINDOW_SECONDS, signatureTime } from './signature-time'
import { allOf, answerOf, secondsOf, unexpected } from './stripe-client.server'
import { readEvent as readPayload } from './webhook-event'

export async function listUndeliveredEvents(
  stripe: Stripe,
  { createdAfter, types, accountRef }: UndeliveredQuery,
): Promise<VerifiedEvent[]> {
  const filter = {
    created: { gte: secondsOf(createdAfter) },
    delivery_success: false,
    ...(types && { types: [...types] }),
  }
  const events = await allOf<Stripe.Event>((paging) =>
    stripe.events.list({ ...paging, ...filter }, actingFor(accountRef)),
  )
  return events.map(eventOf)
}

export async function readEvent(
  stripe: Stripe,
  eventRef: string,
  accountRef: string | undefined,
): Promise<VerifiedEvent> {
  return eventOf(await answerOf(() => stripe.events.retrieve(eventRef, {}, actingFor(accountRef))))
}

function actingFor(accountRef: string | undefined): Stripe.RequestOptions {
  return accountRef === undefined ? {} : { stripeAccount: accountRef }
}

function eventOf(answer: Stripe.Event): VerifiedEvent {
  try {
    return readPayload(answer)
  } catch {
    throw unexpected('event')
  }
}

/** Believes a body only with the signature of `secret`, made within the window around `now`. */
export function parseWebhook(
  stripe: Stripe,
  secret: string | undefined,
  { rawBody, signature, now }: WebhookDelivery,
): VerifiedEvent {
  if (secret === undefined) throw new WebhookRefused('not_configured')
  if (!signature) throw new WebhookRefused('missing_signature')
  const signedAt = signatureTime(signature)
  if (signedAt === null) throw new WebhookRefused('bad_signature')
  if (!isTimely(signedAt, now)) throw new WebhookRefused('outside_time_window')
  try {
    const { webhooks } = stripe
    const window = SIGNATURE_WINDOW_SECONDS
    return readPayload(webhooks.constructEvent(rawBody, signature, secret, window, undefined, now.getTime()))
  } catch (cause) {
    // The SDK's refusal carries the whole body with it: nothing that unproven may reach a log.
    if (cause instanceof Stripe.errors.StripeSignatureVerificationError)
      throw new WebhookRefused('bad_signature')
    throw new WebhookRefused('unreadable', { cause })
  }
}

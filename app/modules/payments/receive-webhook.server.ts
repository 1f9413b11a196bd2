import { openAlert } from '~/modules/alerts/open-alert.server'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { failpoint } from '~/platform/failpoint.server'
import { enqueue } from '~/platform/jobs/boss.server'
import { log } from '~/platform/log.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import {
  type VerifiedEvent,
  type WebhookEndpoint,
  WebhookRefused,
} from '~/platform/payments-sdk/payment-gateway'

type Delivery = { rawBody: string; signature: string | null; endpoint: WebhookEndpoint }

/**
 * Takes a provider's delivery: signature on the raw body, then event row and job in one transaction. Answers the HTTP status: 400 for what
 * cannot be believed (nothing is stored), 200 for a new, repeated or unrelated event. A failure to store is thrown: the sender tries again.
 */
export async function receiveWebhook(delivery: Delivery): Promise<200 | 400> {
  try {
    const event = paymentGateway().parseWebhook({ ...delivery, now: new Date() })
    await keepEvent(event, delivery.endpoint)
    await failpoint('event.stored')
    return 200
  } catch (error) {
    if (!(error instanceof WebhookRefused)) throw error
    log.warn('webhook.refused', { reason: error.reason })
    return 400
  }
}

/**
 * Stores an event once, with the job that works it off. One of another system (test and live never mix), about no object, or of a seller's account at the platform's
 * endpoint and the other way round is stored as ignored and asks for no work. An event in another version than ours is worked off all the same, because it is only a hint, and
 * staff is called.
 */
export async function keepEvent(event: VerifiedEvent, endpoint: WebhookEndpoint): Promise<void> {
  const gateway = paymentGateway()
  const { id, type, objectId, account, apiVersion } = event
  const note = strangeness(event, endpoint)
  const row = { provider: 'stripe', providerId: id, type, objectId: objectId ?? '', endpoint, account }
  await prisma.$transaction(async (tx) => {
    const ignored = note ? ({ state: 'ignored', note, processedAt: await appNow(tx) } as const) : {}
    const [stored] = await tx.webhookEvent.createManyAndReturn({
      data: [{ ...row, ...ignored }],
      skipDuplicates: true,
      select: { id: true },
    })
    if (!stored || note) return
    await enqueue(tx, 'payment-event', { eventId: stored.id })
    if (apiVersion !== null && apiVersion !== gateway.apiVersion)
      await openAlert(tx, {
        kind: 'event_version',
        subject: { type: 'WebhookEndpoint', id: endpoint },
        detail: { theirs: apiVersion, ours: gateway.apiVersion },
      })
  })
}

/** Why an event that is rightly signed is still none of this shop's; null when it is. */
function strangeness({ livemode, objectId, account }: VerifiedEvent, endpoint: WebhookEndpoint) {
  if (livemode !== paymentGateway().livemode) return 'other_mode'
  if ((account !== null) !== (endpoint === 'connect')) return 'other_endpoint'
  return objectId === null ? 'no_object' : null
}

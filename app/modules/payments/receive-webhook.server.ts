import { openAlert } from '~/modules/alerts/open-alert.server'
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
 * Stores an event once, with the job that works it off. Leaves out what is of another system (test and live never mix), about no object, or of a seller's account
 * at the platform's endpoint and the other way round. An event in another version than ours is kept all the same, because it is only a hint, and staff is called.
 */
export async function keepEvent(event: VerifiedEvent, endpoint: WebhookEndpoint): Promise<void> {
  const gateway = paymentGateway()
  const { id, type, objectId, account, apiVersion } = event
  if (event.livemode !== gateway.livemode || objectId === null) return
  if ((account !== null) !== (endpoint === 'connect')) return
  await prisma.$transaction(async (tx) => {
    const [row] = await tx.webhookEvent.createManyAndReturn({
      data: [{ provider: 'stripe', providerId: id, type, objectId, endpoint, account }],
      skipDuplicates: true,
      select: { id: true },
    })
    if (!row) return
    await enqueue(tx, 'payment-event', { eventId: row.id })
    if (apiVersion !== null && apiVersion !== gateway.apiVersion)
      await openAlert(tx, {
        kind: 'event_version',
        subject: { type: 'WebhookEndpoint', id: endpoint },
        detail: { theirs: apiVersion, ours: gateway.apiVersion },
      })
  })
}

import { prisma } from '~/platform/db/prisma.server'
import { enqueue } from '~/platform/jobs/boss.server'
import { log } from '~/platform/log.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { WebhookRefused } from '~/platform/payments-sdk/payment-gateway'

/**
 * Takes a provider's delivery: signature on the raw body, then event row and job in one transaction. Answers the HTTP status: 400 for what
 * cannot be believed (nothing is stored), 200 for a new, repeated or unrelated event. A failure to store is thrown: the sender tries again.
 */
export async function receiveWebhook({
  rawBody,
  signature,
}: {
  rawBody: string
  signature: string | null
}): Promise<200 | 400> {
  const gateway = paymentGateway()
  try {
    const event = gateway.parseWebhook({ rawBody, signature, now: new Date() })
    if (event.livemode !== gateway.livemode || event.account !== null || event.objectId === null) return 200
    const { id, type, objectId } = event
    await prisma.$transaction(async (tx) => {
      const stored = await tx.webhookEvent.createManyAndReturn({
        data: [{ provider: 'stripe', providerId: id, type, objectId }],
        skipDuplicates: true,
        select: { id: true },
      })
      const row = stored[0]
      if (row) await enqueue(tx, 'payment-event', { eventId: row.id })
    })
    return 200
  } catch (error) {
    if (!(error instanceof WebhookRefused)) throw error
    log.warn('webhook.refused', { reason: error.reason })
    return 400
  }
}

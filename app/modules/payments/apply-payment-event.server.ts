import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { PaymentGatewayError } from '~/platform/payments-sdk/payment-gateway'
import { verbOf } from './event-verbs.server'

type Outcome = {
  state: 'processed' | 'ignored'
  note: 'unknown_type' | 'not_ours' | 'unknown_object' | null
}

/**
 * Works off one stored event: it is only a hint, so the object that it is about is read again. Idempotent. An event that means nothing to the shop is ignored, with the
 * reason; a failure is thrown, and the event waits for its next turn.
 */
export async function applyPaymentEvent({ eventId }: { eventId: string }): Promise<void> {
  const event = await prisma.webhookEvent.findUnique({
    where: { id: eventId },
    select: { state: true, type: true, objectId: true, account: true },
  })
  if (event?.state !== 'received') return
  const outcome = await apply(event)
  await prisma.webhookEvent.updateMany({
    where: { id: eventId, state: 'received' },
    data: { ...outcome, processedAt: await appNow() },
  })
}

async function apply(event: { type: string; objectId: string; account: string | null }): Promise<Outcome> {
  const verb = verbOf(event)
  if (!verb) return { state: 'ignored', note: 'unknown_type' }
  try {
    const isOurs = await verb(event)
    return isOurs ? { state: 'processed', note: null } : { state: 'ignored', note: 'not_ours' }
  } catch (error) {
    if (!(error instanceof PaymentGatewayError) || error.failure !== 'not_found') throw error
    return { state: 'ignored', note: 'unknown_object' }
  }
}

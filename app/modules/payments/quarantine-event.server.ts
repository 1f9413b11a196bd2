import { openAlert } from '~/modules/alerts/open-alert.server'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { type PaymentFailure, PaymentGatewayError } from '~/platform/payments-sdk/payment-gateway'

/** Failures that are about the way to the provider, not about the event: it is tried again, however long they last. */
const passing: readonly PaymentFailure[] = ['unreachable', 'misconfigured']

/**
 * Sets an event aside that can never be worked off as it is, and calls staff: what it is about has to be looked up by a person. False, and nothing done, when the failure
 * says nothing about the event.
 */
export async function quarantineEvent({
  eventId,
  error,
}: {
  eventId: string
  error: unknown
}): Promise<boolean> {
  const failure = error instanceof PaymentGatewayError ? error.failure : 'error'
  if (failure !== 'error' && passing.includes(failure)) return false
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.webhookEvent.updateMany({
      where: { id: eventId, state: 'received' },
      data: { state: 'quarantined', note: failure, processedAt: await appNow(tx) },
    })
    if (count === 0) return
    const { type, objectId } = await tx.webhookEvent.findUniqueOrThrow({
      where: { id: eventId },
      select: { type: true, objectId: true },
    })
    await openAlert(tx, {
      kind: 'event_failed',
      subject: { type: 'ProviderObject', id: objectId },
      detail: { reason: type, failure },
    })
  })
  return true
}

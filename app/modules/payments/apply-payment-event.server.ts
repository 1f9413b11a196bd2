import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { syncPayment } from './sync-payment.server'

/** Works off one stored event: it is only a hint, so the payment that it is about is read again. Idempotent. */
export async function applyPaymentEvent({ eventId }: { eventId: string }): Promise<void> {
  const event = await prisma.webhookEvent.findUnique({
    where: { id: eventId },
    select: { state: true, type: true, objectId: true },
  })
  if (event?.state !== 'received') return
  const paymentId = event.type.startsWith('checkout.session.')
    ? await findPaymentOfSession(event.objectId)
    : null
  if (paymentId) await syncPayment({ paymentId })
  await prisma.webhookEvent.updateMany({
    where: { id: eventId, state: 'received' },
    data: { state: paymentId ? 'processed' : 'ignored', processedAt: await appNow() },
  })
}

/** The attempt that a session belongs to. When a crash lost the provider's answer, the session's own reference leads back to it. */
async function findPaymentOfSession(sessionId: string): Promise<string | null> {
  const known = await prisma.payment.findUnique({ where: { sessionId }, select: { id: true } })
  if (known) return known.id
  const { reference } = await paymentGateway().readCheckout(sessionId)
  if (!reference) return null
  const lost = await prisma.payment.findFirst({
    where: { sessionId: null, due: { order: { number: reference } } },
    orderBy: { attempt: 'desc' },
    select: { id: true },
  })
  if (!lost) return null
  await prisma.payment.updateMany({ where: { id: lost.id, sessionId: null }, data: { sessionId } })
  return lost.id
}

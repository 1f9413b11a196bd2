import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { verbOf } from './event-verbs.server'

/** Works off one stored event: it is only a hint, so the object that it is about is read again. Idempotent. */
export async function applyPaymentEvent({ eventId }: { eventId: string }): Promise<void> {
  const event = await prisma.webhookEvent.findUnique({
    where: { id: eventId },
    select: { state: true, type: true, objectId: true },
  })
  if (event?.state !== 'received') return
  const verb = verbOf(event.type)
  const isOurs = verb ? await verb(event.objectId) : false
  await prisma.webhookEvent.updateMany({
    where: { id: eventId, state: 'received' },
    data: { state: isOurs ? 'processed' : 'ignored', processedAt: await appNow() },
  })
}

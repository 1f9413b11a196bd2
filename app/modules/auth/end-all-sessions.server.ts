import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import type { Actor } from './actor'

/** Signs her out everywhere, this device included. */
export async function endAllSessions({ actor }: { actor: Actor }): Promise<void> {
  const now = await appNow()
  await prisma.session.updateMany({
    where: { userId: actor.userId, revokedAt: null },
    data: { revokedAt: now, expiresAt: now },
  })
}

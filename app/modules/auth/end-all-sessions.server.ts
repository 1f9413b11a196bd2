import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Actor } from './actor'

/** Signs her out everywhere, this device included. */
export async function endAllSessions({ actor }: { actor: Actor }): Promise<void> {
  await inScope({ person: actor.personId }, async (tx) => {
    const now = await appNow(tx)
    await tx.session.updateMany({
      where: { userId: actor.userId, revokedAt: null },
      data: { revokedAt: now, expiresAt: now },
    })
  })
}

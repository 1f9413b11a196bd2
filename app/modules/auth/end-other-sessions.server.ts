import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { tokenHash } from '~/platform/secrets/token.server'
import type { Actor } from './actor'

/** Signs her out everywhere but here; `token` is of the cookie that asks. Without one nothing stays. */
export async function endOtherSessions({
  actor,
  token,
}: {
  actor: Actor
  token: string | null
}): Promise<void> {
  const now = await appNow()
  const kept = token === null ? {} : { tokenHash: { not: tokenHash(token) } }
  await prisma.session.updateMany({
    where: { userId: actor.userId, revokedAt: null, ...kept },
    data: { revokedAt: now, expiresAt: now },
  })
}

import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
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
  const kept = token === null ? {} : { tokenHash: { not: tokenHash(token) } }
  await inScope({ person: actor.personId }, async (tx) => {
    const now = await appNow(tx)
    await tx.session.updateMany({
      where: { userId: actor.userId, revokedAt: null, ...kept },
      data: { revokedAt: now, expiresAt: now },
    })
  })
}

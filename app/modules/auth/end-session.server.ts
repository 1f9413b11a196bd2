import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { tokenHash } from '~/platform/secrets/token.server'
import type { Actor } from './actor'

/** Ends the session of a cookie. Ending it twice, or one that never was, changes nothing. */
type OwnCookie = { token: string }
/** Ends one of her devices; twice is once. Somebody else's is not found. */
type OneDevice = { actor: Actor; sessionId: string }

/** Signs a device out at once: the next request with its cookie is a stranger's. Answers whose session it was; null: nobody's. */
export async function endSession(which: OwnCookie | OneDevice): Promise<string | null> {
  const where =
    'token' in which
      ? { tokenHash: tokenHash(which.token) }
      : { id: which.sessionId, userId: which.actor.userId }
  return inScope({ job: 'sign_in' }, async (tx) => {
    const now = await appNow(tx)
    const [ended] = await tx.session.updateManyAndReturn({
      where: { ...where, revokedAt: null },
      data: { revokedAt: now, expiresAt: now },
      select: { userId: true },
    })
    if (!ended && 'actor' in which && (await tx.session.count({ where })) === 0) throw notFound()
    return ended?.userId ?? null
  })
}

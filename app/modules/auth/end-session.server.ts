import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { tokenHash } from '~/platform/secrets/token.server'
import type { Actor } from './actor'

/** Ends the session of a cookie. Ending it twice, or one that never was, changes nothing. */
type OwnCookie = { token: string }
/** Ends one of her devices. Somebody else's is not found. */
type OneDevice = { actor: Actor; sessionId: string }

/** Signs a device out at once: the next request with its cookie is a stranger's. */
export async function endSession(which: OwnCookie | OneDevice): Promise<void> {
  const where =
    'token' in which
      ? { tokenHash: tokenHash(which.token) }
      : { id: which.sessionId, userId: which.actor.userId }
  const { count } = await inScope({ job: 'sign_in' }, async (tx) => {
    const now = await appNow(tx)
    return tx.session.updateMany({
      where: { ...where, revokedAt: null },
      data: { revokedAt: now, expiresAt: now },
    })
  })
  if (count === 0 && 'actor' in which) throw notFound()
}

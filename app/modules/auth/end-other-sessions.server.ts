import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { tokenHash } from '~/platform/secrets/token.server'
import type { Actor } from './actor'

type Ending = { actor: Actor; token: string | null }

/** Signs her out everywhere but here; `token` is of the cookie that asks. Without one nothing stays. */
export function endOtherSessions({ actor, token }: Ending): Promise<void> {
  return inScope({ person: actor.personId }, (tx) => endOthers(tx, { actor, token }))
}

/** The same within what else she does, in her own scope. */
export async function endOthers(tx: Tx, { actor, token }: Ending): Promise<void> {
  const kept = token === null ? {} : { tokenHash: { not: tokenHash(token) } }
  const now = await appNow(tx)
  await tx.session.updateMany({
    where: { userId: actor.userId, revokedAt: null, ...kept },
    data: { revokedAt: now, expiresAt: now },
  })
}

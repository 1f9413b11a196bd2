import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { sameHash, tokenHash } from '~/platform/secrets/token.server'
import type { Actor } from './actor'
import { findHeldRoles } from './find-held-roles.server'
import { idleMinutes, sessionSeconds } from './session-length'

export type Device = { id: string; device: string | null; since: Date; isThisOne: boolean }

/** Her live sessions, newest first, at most 50; one that is older than her roles allow, or idle for too long, is none. */
export async function findSessions({
  actor,
  token,
}: {
  actor: Actor
  /** of the cookie that asks */
  token: string | null
}): Promise<Device[]> {
  const sessions = await inScope({ person: actor.personId }, async (tx) => {
    const now = await appNow(tx)
    const oldest = new Date(now.getTime() - sessionSeconds(await findHeldRoles(tx, actor.userId)) * 1000)
    const idleSince = new Date(now.getTime() - idleMinutes * 60_000)
    return tx.session.findMany({
      where: {
        userId: actor.userId,
        revokedAt: null,
        expiresAt: { gt: now },
        createdAt: { gt: oldest },
        OR: [{ provedAt: null }, { lastUsedAt: { gt: idleSince } }],
      },
      select: { id: true, device: true, createdAt: true, tokenHash: true },
      orderBy: { createdAt: 'desc' },
      take: 50,
    })
  })
  const own = token === null ? null : tokenHash(token)
  return sessions.map((session) => ({
    id: session.id,
    device: session.device,
    since: session.createdAt,
    isThisOne: own !== null && sameHash(session.tokenHash, own),
  }))
}

import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { allows } from '~/modules/auth/permissions'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'

/**
 * Ends a service point for good: who is signed in on it is out at once, and its tiles open nothing any more. By whoever opened it, and by a coordinator of its region; nobody else finds
 * it. Ending it again changes nothing.
 */
export async function revokePoint({ actor, pointId }: { actor: Actor; pointId: string }): Promise<void> {
  const path = allows(actor.role, 'point:revoke') ? actor.regionPath : null
  await inScope({ job: 'sign_in' }, async (tx) => {
    const [point] = await tx.$queryRaw<{ isOver: boolean }[]>`
      SELECT p."revokedAt" IS NOT NULL AS "isOver" FROM "ServicePoint" p JOIN "Region" g ON g.id = p."regionId"
      WHERE p.id = ${pointId}::uuid AND (p."openedById" = ${actor.userId}::uuid OR g.path <@ ${path}::ltree) FOR UPDATE OF p`
    if (!point) throw notFound()
    if (point.isOver) return
    const now = await appNow(tx)
    await tx.servicePoint.update({
      where: { id: pointId },
      data: { revokedAt: now, revokedById: actor.userId },
      select: { id: true },
    })
    await tx.session.updateMany({
      where: { pointId, revokedAt: null },
      data: { revokedAt: now, expiresAt: now },
    })
    await recordAudit(tx, { actor, action: 'point.revoked', subject: { type: 'ServicePoint', id: pointId } })
  })
}

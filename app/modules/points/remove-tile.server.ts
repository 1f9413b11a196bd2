import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'

/** She takes her tile off a shared device, from her own phone: her PIN opens nothing there any more, and whoever sits there as her is out. Somebody else's tile is not found. */
export async function removeTile({ actor, memberId }: { actor: Actor; memberId: string }): Promise<void> {
  await inScope({ job: 'sign_in' }, async (tx) => {
    const [gone] = await tx.$queryRaw<{ pointId: string }[]>`
      DELETE FROM "PointMember" WHERE id = ${memberId}::uuid AND "userId" = ${actor.userId}::uuid RETURNING "pointId"::text`
    if (!gone) throw notFound()
    const now = await appNow(tx)
    await tx.session.updateMany({
      where: { pointId: gone.pointId, userId: actor.userId, revokedAt: null },
      data: { revokedAt: now, expiresAt: now },
    })
    await recordAudit(tx, {
      actor,
      action: 'point.left',
      subject: { type: 'PointMember', id: memberId },
      detail: { pointId: gone.pointId },
    })
  })
}

import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { endSessionsOf, lockRoles, requireReach } from './role-reach.server'
import { staffRoles } from './schema'

type EndInput = {
  actor: Actor
  userId: string
  /** without one: all of them, she leaves */
  roleId?: string
  reason: string
}

/**
 * Ends one of somebody's staff roles, or all at once when she leaves, every session of hers and every mandate that rests on it, in the same transaction. Refuses her own, a place wider than that of the one who
 * ends it (then none ends), and what has ended already.
 */
export function endRoles({ actor, userId, roleId, reason }: EndInput): Promise<void> {
  return inScope({ job: 'sign_in' }, async (tx) => {
    await lockRoles(tx)
    const now = await appNow(tx)
    const held = await tx.userRole.findMany({
      where: {
        userId,
        role: { in: [...staffRoles] },
        validFrom: { lte: now },
        OR: [{ validTo: null }, { validTo: { gt: now } }],
        ...(roleId ? { id: roleId } : {}),
      },
      select: { id: true, role: true, regionId: true },
    })
    if (held.length === 0) throw new Refusal('roles.endedAlready')
    for (const { id, role, regionId } of held) {
      await requireReach(tx, { actor, userId, regionId })
      await tx.$executeRaw`UPDATE "UserRole" SET "validTo" = greatest(app_now(), "validFrom" + interval '1 millisecond'), "endedById" = ${actor.userId}::uuid WHERE id = ${id}::uuid`
      // what she did for makers as what she was ends with it
      await withinScope(
        tx,
        { job: 'mandate' },
        () => tx.$executeRaw`
        UPDATE "Mandate" m SET "revokedAt" = app_now() FROM "User" u
        WHERE u.id = ${userId}::uuid AND m."agentPersonId" = u."personId" AND m."agentKind"::text = ${role} AND m."revokedAt" IS NULL`,
      )
      await recordAudit(tx, {
        actor,
        action: 'role.ended',
        subject: { type: 'User', id: userId },
        reason,
        detail: { roleId: id, role, regionId },
      })
    }
    await endSessionsOf(tx, userId)
  })
}

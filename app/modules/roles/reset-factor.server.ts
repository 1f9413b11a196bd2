import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { endSessionsOf, lockRoles, requireReach } from './role-reach.server'
import { staffRoles } from './schema'

type ResetInput = { actor: Actor; userId: string; reason: string }

/**
 * Takes somebody's password, app and recovery codes away, for a lost phone, and ends every session of hers in the same transaction; she sets all of it up anew after proving her number.
 * Refuses her own, that of somebody whose roles reach further than those of the one who resets, and one that is not there.
 */
export function resetFactor({ actor, userId, reason }: ResetInput): Promise<void> {
  return inScope({ job: 'sign_in' }, async (tx) => {
    await lockRoles(tx)
    const now = await appNow(tx)
    const held = await tx.userRole.findMany({
      where: { userId, role: { in: [...staffRoles] }, OR: [{ validTo: null }, { validTo: { gt: now } }] },
      select: { regionId: true },
      take: 50,
    })
    for (const { regionId } of held.length > 0 ? held : [{ regionId: null }])
      await requireReach(tx, { actor, userId, regionId })
    const { count } = await tx.secondFactor.deleteMany({ where: { userId } })
    if (count === 0) throw new Refusal('factors.resetNothing')
    await endSessionsOf(tx, userId)
    await recordAudit(tx, { actor, action: 'factor.reset', subject: { type: 'User', id: userId }, reason })
  })
}

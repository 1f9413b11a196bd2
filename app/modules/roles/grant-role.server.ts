import type { Role } from '~/generated/prisma/enums'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { endSessionsOf, lockRoles, requireReach } from './role-reach.server'
import type { staffRoles } from './schema'

type GrantInput = {
  actor: Actor
  userId: string
  role: (typeof staffRoles)[number]
  /** null: no walls of a place */
  regionId: string | null
  reason: string
  /** how she is called, when nobody has written it down yet */
  name?: string
}

/**
 * Gives somebody a role from now on; her sessions end, so that the one she works in was begun with it. Refuses her own, a place wider than that of the one who gives, a coordinator
 * without a place and finance with one, a closed account, what she holds already, and somebody without a name: what staff does is signed with it.
 */
export function grantRole({ actor, userId, role, regionId, reason, name = '' }: GrantInput): Promise<void> {
  return inScope({ job: 'sign_in' }, async (tx) => {
    await lockRoles(tx)
    requirePlace(role, regionId)
    await requireReach(tx, { actor, userId, regionId })
    const user = await tx.user.findUnique({
      where: { id: userId },
      select: { disabledAt: true, personId: true },
    })
    if (!user) throw notFound()
    if (user.disabledAt) throw new Refusal('roles.closed')
    if (regionId && (await tx.region.count({ where: { id: regionId, validTo: null } })) === 0)
      throw notFound()
    const now = await appNow(tx)
    const held = await tx.userRole.count({
      where: { userId, role, regionId, OR: [{ validTo: null }, { validTo: { gt: now } }] },
    })
    if (held > 0) throw new Refusal('roles.heldAlready', 409, {}, 'role')
    await requireName(tx, user.personId, name)
    const { id } = await tx.userRole.create({
      data: { userId, role, regionId, grantedById: actor.userId },
      select: { id: true },
    })
    await endSessionsOf(tx, userId)
    await recordAudit(tx, {
      actor,
      action: 'role.granted',
      subject: { type: 'User', id: userId },
      reason,
      detail: { roleId: id, role, regionId },
    })
  })
}

async function requireName(tx: Tx, personId: string, name: string): Promise<void> {
  const nameless = { id: personId, name: null }
  if ((await tx.person.count({ where: nameless })) === 0) return
  if (name === '') throw new Refusal('roles.needsName', 422, {}, 'name')
  await tx.person.updateMany({ where: nameless, data: { name } })
}

function requirePlace(role: Role, regionId: string | null): void {
  if (role === 'coordinator' && regionId === null) throw new Refusal('roles.needsRegion', 422, {}, 'regionId')
  if (role === 'finance' && regionId !== null) throw new Refusal('roles.noRegion', 422, {}, 'regionId')
}

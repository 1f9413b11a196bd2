import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'

/** The advisory lock under which roles change; the trigger takes it too. */
const rolesLock = 710_011

/** Roles change one after the other until the transaction ends: two administrators cannot shut each other out. */
export async function lockRoles(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${rolesLock}::bigint)`
}

/**
 * Refuses her own roles, and a place that is wider than that of her own administration, as it stands now. The database refuses the same (trigger
 * roles_are_given_by_those_above). Called under the lock.
 */
export async function requireReach(
  tx: Tx,
  { actor, userId, regionId }: { actor: Actor; userId: string; regionId: string | null },
): Promise<void> {
  if (actor.userId === userId) throw new Refusal('roles.ownRoles', 403)
  if (!(await administers(tx, { actor, regionId }))) throw new Refusal('roles.tooWide', 403, {}, 'regionId')
}

/** Whether a place lies in what she administers now; without one, whether she administers everything. */
export async function administers(
  tx: Tx,
  { actor, regionId }: { actor: Actor; regionId: string | null },
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ reaches: boolean }[]>`
    SELECT administers(${actor.userId}::uuid, ${regionId}::uuid) AS reaches`
  return row?.reaches ?? false
}

/** Ends every session of hers: she is out at once, and with her next sign-in come the roles she then holds. */
export async function endSessionsOf(tx: Tx, userId: string): Promise<void> {
  const now = await appNow(tx)
  await withinScope(tx, { job: 'sign_in' }, () =>
    tx.session.updateMany({
      where: { userId, revokedAt: null },
      data: { revokedAt: now, expiresAt: now },
    }),
  )
}

import { withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'

/**
 * The names of users who acted in their duty (verified, prepared, approved), by user id: whoever may see the deed may know who did it, wherever she lives.
 * Users without a name are left out. Meant for the few signers of one screen.
 */
export async function findStaffNames(
  tx: Tx,
  userIds: readonly (string | null)[],
): Promise<Map<string, string>> {
  const ids = [...new Set(userIds)].filter((id) => id !== null)
  if (ids.length === 0) return new Map()
  const users = await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, personId: true } })
  const names = new Map<string, string>()
  for (const { id, personId } of users) {
    const person = await withinScope(tx, { person: personId }, () =>
      tx.person.findUnique({ where: { id: personId }, select: { name: true } }),
    )
    if (person?.name) names.set(id, person.name)
  }
  return names
}

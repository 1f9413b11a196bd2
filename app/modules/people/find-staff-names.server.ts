import { withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'

/** What a transaction has read of them. */
const known = new WeakMap<Tx, Map<string, string | null>>()

/**
 * The names of users who acted in their duty (verified, prepared, approved), by user id: whoever may see the deed may know who did it, wherever she lives.
 * Users without a name are left out. Meant for the few signers of one screen; of one transaction each is read once.
 */
export async function findStaffNames(
  tx: Tx,
  userIds: readonly (string | null)[],
): Promise<Map<string, string>> {
  const read = known.get(tx) ?? new Map<string, string | null>()
  known.set(tx, read)
  const ids = [...new Set(userIds)].filter((id) => id !== null)
  const unread = ids.filter((id) => !read.has(id))
  const users =
    unread.length === 0
      ? []
      : await tx.user.findMany({ where: { id: { in: unread } }, select: { id: true, personId: true } })
  for (const { id, personId } of users) {
    const person = await withinScope(tx, { person: personId }, () =>
      tx.person.findUnique({ where: { id: personId }, select: { name: true } }),
    )
    read.set(id, person?.name ?? null)
  }
  return new Map(ids.flatMap((id) => nameOf(read, id)))
}

function nameOf(read: Map<string, string | null>, id: string): [string, string][] {
  const name = read.get(id)
  return name ? [[id, name]] : []
}

import { withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'

/**
 * The name of someone who acted on a listing in her duty (who decided, who typed for the maker): those she acted for may know it, wherever she lives. Null
 * when she has none.
 */
export async function findStaffName(tx: Tx, userId: string): Promise<string | null> {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { personId: true } })
  if (!user) return null
  return withinScope(tx, { person: user.personId }, async () => {
    const person = await tx.person.findUnique({ where: { id: user.personId }, select: { name: true } })
    return person?.name ?? null
  })
}

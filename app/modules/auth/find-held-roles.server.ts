import type { Role } from '~/generated/prisma/enums'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'

/** The roles that somebody holds now, the oldest first, whether or not they work in the session that asks. */
export async function findHeldRoles(tx: Tx, userId: string): Promise<Role[]> {
  const now = await appNow(tx)
  // columns keep rounded milliseconds: a role given in this transaction may begin one later
  const soon = new Date(now.getTime() + 1)
  const held = await tx.userRole.findMany({
    where: { userId, validFrom: { lte: soon }, OR: [{ validTo: null }, { validTo: { gt: now } }] },
    select: { role: true },
    orderBy: { validFrom: 'asc' },
    take: 50,
  })
  return held.map(({ role }) => role)
}

import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'

/** Whose consent a mandate for a seller needs, and who is told: the person of its owner today, of several the first; null for a seller without one. */
export async function findPrincipal(tx: Tx, sellerId: string): Promise<string | null> {
  const today = toDateColumn(dayOf(await appNow(tx)))
  const owner = await tx.sellerPerson.findFirst({
    where: {
      sellerId,
      role: 'owner',
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gt: today } }],
    },
    select: { personId: true },
    orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
  })
  return owner?.personId ?? null
}

import type { Actor } from '~/modules/auth/actor'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'

/** The sellers that are her own today, as owner or staff. */
export async function findOwnSellers({ actor }: { actor: Actor }): Promise<string[]> {
  const today = toDateColumn(dayOf(await appNow()))
  const rows = await prisma.sellerPerson.findMany({
    where: {
      personId: actor.personId,
      role: { in: ['owner', 'staff'] },
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gt: today } }],
    },
    select: { sellerId: true },
  })
  return rows.map(({ sellerId }) => sellerId)
}

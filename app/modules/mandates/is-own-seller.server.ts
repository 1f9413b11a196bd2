import type { Actor } from '~/modules/auth/actor'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'

/** Whether it is her own seller today, as its owner or staff: everybody else works there by a mandate. */
export async function isOwnSeller(
  tx: Tx,
  { actor, sellerId }: { actor: Actor; sellerId: string },
): Promise<boolean> {
  const today = toDateColumn(dayOf(await appNow(tx)))
  const own = await tx.sellerPerson.findFirst({
    where: {
      sellerId,
      personId: actor.personId,
      role: { in: ['owner', 'staff'] },
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gt: today } }],
    },
    select: { id: true },
  })
  return own !== null
}

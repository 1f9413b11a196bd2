import type { Actor } from '~/modules/auth/actor'
import { allows } from '~/modules/auth/permissions'
import type { Tx } from '~/platform/db/prisma.server'

type StatementParty = {
  partyId: string
  nameZh: string
  nameEn: string
  /** since when the shop is here; null for a person, of whom only bookings say it */
  joinedAt: Date | null
}

/**
 * Whose statement the actor may read: her own, those of sellers that she stands behind, as a coordinator those of her region, as finance all. Null for anybody
 * else's and for whom nothing was ever booked. Needs the job scope `payout`.
 */
export async function findStatementParty(
  tx: Tx,
  { actor, purse }: { actor: Actor; purse: string },
): Promise<StatementParty | null> {
  if (purse === 'me') {
    const own = await tx.party.findUnique({
      where: { personId: actor.personId },
      select: { id: true, person: { select: { name: true } } },
    })
    const name = own?.person?.name ?? ''
    return own && { partyId: own.id, nameZh: name, nameEn: name, joinedAt: null }
  }
  const party = await tx.party.findFirst({
    where: { sellerId: purse, seller: reachOf(actor) },
    select: { id: true, seller: { select: { nameZh: true, nameEn: true, createdAt: true } } },
  })
  if (!party?.seller) return null
  const { createdAt, ...names } = party.seller
  return { partyId: party.id, ...names, joinedAt: createdAt }
}

function reachOf(actor: Actor) {
  if (allows(actor.role, 'payout:read')) return {}
  if (actor.role === 'coordinator' && actor.regionId)
    return { region: { ancestorIds: { has: actor.regionId } } }
  return { id: { in: actor.sellerIds } }
}

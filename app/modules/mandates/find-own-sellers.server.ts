import type { Actor } from '~/modules/auth/actor'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'

/** The sellers that are her own today, as owner or staff. */
export async function findOwnSellers({ actor }: { actor: Actor }): Promise<string[]> {
  const rows = await inScope({ person: actor.personId }, async (tx) => {
    const today = toDateColumn(dayOf(await appNow(tx)))
    return tx.sellerPerson.findMany({
      where: {
        personId: actor.personId,
        role: { in: ['owner', 'staff'] },
        validFrom: { lte: today },
        OR: [{ validTo: null }, { validTo: { gt: today } }],
      },
      select: { sellerId: true },
    })
  })
  return rows.map(({ sellerId }) => sellerId)
}

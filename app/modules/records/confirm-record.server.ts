import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'

/** An owner says that what is on file about her shop is right; the county looks at it once more. Said twice is once. Somebody else's shop is a 404. */
export function confirmRecord({ actor, sellerId }: { actor: Actor; sellerId: string }): Promise<void> {
  return inScope({ person: actor.personId }, async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Seller" WHERE id = ${sellerId}::uuid FOR UPDATE`
    const shop = await tx.seller.findFirst({
      where: {
        id: sellerId,
        status: { in: ['active', 'paused'] },
        people: { some: { personId: actor.personId, role: 'owner', validTo: null } },
      },
      select: { renewals: { where: { checkedAt: null }, select: { id: true } } },
    })
    if (!shop) throw notFound()
    if (shop.renewals.length > 0) return
    await tx.sellerRenewal.create({
      data: { sellerId, confirmedById: actor.userId },
      select: { id: true },
    })
    await recordAudit(tx, {
      actor,
      action: 'renewal.confirmed',
      subject: { type: 'Seller', id: sellerId },
    })
  })
}

import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findOrCreateParty } from '~/modules/ledger/find-or-create-account.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Joining } from './joining'

/**
 * A guest's order becomes one of hers. The caller has seen its number and a code sent to the phone that ordered. An order that is somebody's already stays
 * theirs, and whose is never told; hers again changes nothing.
 */
export function unsafeJoinOrder({ actor, orderId }: { actor: Actor; orderId: string }): Promise<Joining> {
  const { personId } = actor
  return inScope({ person: personId }, async (tx) => {
    const buyerPartyId = await findOrCreateParty(tx, { personId })
    const { count } = await tx.order.updateMany({
      where: { id: orderId, buyerPartyId: null },
      data: { buyerPartyId },
    })
    if (count === 1) {
      await recordAudit(tx, { actor, action: 'order.joined', subject: { type: 'Order', id: orderId } })
      return 'joined'
    }
    const isHers = await tx.order.findFirst({ where: { id: orderId, buyerPartyId }, select: { id: true } })
    return isHers ? 'hers' : 'held'
  })
}

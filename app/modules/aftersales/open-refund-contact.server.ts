import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findBuyerPhone } from '~/modules/orders/find-buyer-phone.server'
import { presentSql } from '~/modules/orders/is-present.server'
import { readContact, readOwnPhone } from '~/modules/orders/seal-contact.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'

/**
 * Whom finance calls to ask for an account, while a refund waits to be sent by bank; written into the audit before it is shown. `name`: of the parcel, where its phone is that of whoever bought. 404 when the
 * refund does not wait for that, or nobody is on record; refuses (409) a present whose giver left no phone: its receiver is not to hear of its price.
 */
export function openRefundContact({
  actor,
  refundId,
}: {
  actor: Actor
  refundId: string
}): Promise<{ name: string | null; phone: string }> {
  return inScope({ job: 'order_access' }, async (tx) => {
    const [order] = await tx.$queryRaw<{ id: string; personId: string | null; isPresent: boolean }[]>`
      SELECT o.id, y."personId", ${presentSql} AS "isPresent" FROM "Refund" r JOIN "Payment" p ON p.id = r."paymentId"
      JOIN "OrderDue" d ON d.id = p."dueId" JOIN "Order" o ON o.id = d."orderId"
      LEFT JOIN "OrderWords" w ON w."orderId" = o.id LEFT JOIN "Party" y ON y.id = o."buyerPartyId"
      WHERE r.id = ${refundId}::uuid AND r.state = 'requested' AND r.route = 'bank'`
    const contact = order && (await readContact(tx, order.id))
    if (!contact) throw notFound()
    const ownPhone = await readOwnPhone(tx, order.id)
    const phone =
      (await findBuyerPhone(tx, { ...order, contact, ownPhone })) ?? (order.isPresent ? null : contact.phone)
    if (phone === null) throw new Refusal('aftersales.noContact', 409)
    await recordAudit(tx, { actor, action: 'contact.opened', subject: { type: 'Refund', id: refundId } })
    return { name: phone === contact.phone ? contact.name : null, phone }
  })
}

import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { readContact } from '~/modules/orders/seal-contact.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'

/**
 * Whom finance calls to ask for an account, while a refund waits to be sent by bank; written into the audit before it is shown. 404 when the refund does not wait for that, or
 * nobody is on record.
 */
export function openRefundContact({
  actor,
  refundId,
}: {
  actor: Actor
  refundId: string
}): Promise<{ name: string; phone: string }> {
  return inScope({ job: 'order_access' }, async (tx) => {
    const refund = await tx.refund.findFirst({
      where: { id: refundId, state: 'requested', route: 'bank' },
      select: { payment: { select: { due: { select: { orderId: true } } } } },
    })
    const contact = refund && (await readContact(tx, refund.payment.due.orderId))
    if (!contact) throw notFound()
    await recordAudit(tx, { actor, action: 'contact.opened', subject: { type: 'Refund', id: refundId } })
    return { name: contact.name, phone: contact.phone }
  })
}

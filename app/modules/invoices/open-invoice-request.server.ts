import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import type { InvoiceContent } from './schema'
import { openInvoice } from './sealed-invoice.server'

/** To whom finance makes an invoice out and where she sends it; written into the audit before it is shown. 404 when none is asked for. */
export function openInvoiceRequest({
  actor,
  orderId,
}: {
  actor: Actor
  orderId: string
}): Promise<InvoiceContent> {
  return inScope({ job: 'order_access' }, async (tx) => {
    const row = await tx.invoice.findUnique({
      where: { orderId, state: 'requested' },
      select: { orderId: true, keyId: true, cipher: true },
    })
    if (!row) throw notFound()
    await recordAudit(tx, { actor, action: 'invoice.opened', subject: { type: 'Order', id: orderId } })
    return openInvoice(tx, row)
  })
}

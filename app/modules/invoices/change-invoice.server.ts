import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import type { InvoiceFields } from './schema'
import { writeInvoice } from './sealed-invoice.server'
import { wantedInvoice } from './wanted-invoice'

/**
 * Whoever follows an order (requireOrderAccess) asks for its invoice, corrects what was asked or takes it back. Refuses what wantedInvoice refuses, a form in which nothing was chosen, an order that is
 * not paid, one that goes abroad (409), and any change of an issued one (409).
 */
export async function changeInvoice({
  orderId,
  form,
}: {
  orderId: string
  form: InvoiceFields
}): Promise<void> {
  if (form.invoiceKind === null) throw new Refusal('invoice.needKind', 422, {}, 'invoiceKind')
  const wanted = wantedInvoice(form)
  await inScope({ job: 'order_access' }, async (tx) => {
    // one change at a time, and none beside the issuing, which takes the same lock
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(710013, hashtext(${orderId}))`
    const order = await tx.order.findUniqueOrThrow({
      where: { id: orderId },
      select: { status: true, country: true, invoice: { select: { state: true } } },
    })
    if (order.invoice?.state === 'issued') throw new Refusal('invoice.isIssued', 409)
    if (wanted && order.country !== 'CN') throw new Refusal('invoice.abroad', 409)
    if (order.status !== 'paid') throw new Refusal('invoice.notPaid', 409)
    if (wanted) await writeInvoice(tx, orderId, wanted)
    else await tx.invoice.updateMany({ where: { orderId, state: 'requested' }, data: { state: 'withdrawn' } })
  })
}

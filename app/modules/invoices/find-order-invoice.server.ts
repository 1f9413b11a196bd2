import { fromDateColumn } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { toSafeNumber } from '~/platform/money'
import type { InvoiceContent } from './schema'
import { openInvoice } from './sealed-invoice.server'

/** An order's invoice as its buyer sees it. */
export type OrderInvoiceView = InvoiceContent & {
  kind: 'personal' | 'company'
  /** null until it is issued */
  issued: { number: string; day: string; amountFen: number } | null
}

/** What is asked for an order, or its issued invoice; null when none is. The caller has checked that she may follow it (requireOrderAccess). */
export function unsafeFindInvoice({ orderId }: { orderId: string }): Promise<OrderInvoiceView | null> {
  return inScope({ job: 'order_access' }, async (tx) => {
    const row = await tx.invoice.findUnique({
      where: { orderId, state: { not: 'withdrawn' } },
      select: { kind: true, keyId: true, cipher: true, number: true, issuedOn: true, amountFen: true },
    })
    if (!row) return null
    const { kind, keyId, cipher, number, issuedOn, amountFen } = row
    const isIssued = number !== null && issuedOn !== null && amountFen !== null
    return {
      kind,
      ...(await openInvoice(tx, { orderId, keyId, cipher })),
      issued: isIssued ? { number, day: fromDateColumn(issuedOn), amountFen: toSafeNumber(amountFen) } : null,
    }
  })
}

import type { Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'

/** The payment behind a parcel, and its order's number. A parcel that was never paid is a 404. */
export async function findPaidParcel(
  tx: Tx,
  sellerOrderId: string,
): Promise<{ paymentId: string; number: string }> {
  const payment = await tx.payment.findFirst({
    where: { state: 'paid', due: { order: { sellerOrders: { some: { id: sellerOrderId } } } } },
    select: { id: true, due: { select: { order: { select: { number: true } } } } },
  })
  if (!payment) throw notFound()
  return { paymentId: payment.id, number: payment.due.order.number }
}

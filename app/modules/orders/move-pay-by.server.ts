import type { Tx } from '~/platform/db/prisma.server'

/** Moves the end of the time to pay of an unpaid order, with that of the pieces held for it. The caller holds the order's lock and has seen that it is unpaid. */
export async function movePayBy(tx: Tx, orderId: string, payBy: Date): Promise<void> {
  await tx.order.update({ where: { id: orderId }, data: { payBy } })
  await tx.stockReservation.updateMany({
    where: { state: 'held', orderLine: { sellerOrder: { orderId } } },
    data: { expiresAt: payBy },
  })
}

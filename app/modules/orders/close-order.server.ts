import { giveBackUse } from '~/modules/promotions/give-back-use.server'
import { appNow } from '~/platform/db/clock.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { advanceOrder } from './advance-order.server'
import { advanceSellerOrder } from './advance-seller-order.server'
import { releaseStock } from './hold-stock.server'

/**
 * Locks an order's row for the rest of the transaction: payment, expiry and cancelling take turns. Rows that only name the order are not held up: a refund or a
 * completion, which holds the parcel and books for its order, would be waited for in a circle.
 */
export async function lockOrder(tx: Tx, orderId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Order" WHERE id = ${orderId}::uuid FOR NO KEY UPDATE`
}

type CloseInput = { orderId: string; to: 'expired' | 'cancelled'; cause: string; actorUserId?: string | null }

/** Ends an unpaid order and frees its promotion and its pieces. False when it was paid or closed before; one that expires must have had its time, which may have been made longer meanwhile. */
export async function closeOrder({ orderId, to, cause, actorUserId = null }: CloseInput): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    await lockOrder(tx, orderId)
    if (to === 'expired' && !(await isTimeOver(tx, orderId))) return false
    if (!(await advanceOrder(tx, { orderId, to, cause, actorUserId }))) return false
    await giveBackUse(tx, orderId)
    await releaseStock(tx, orderId)
    const parcels = await tx.sellerOrder.findMany({ where: { orderId }, select: { id: true } })
    for (const { id } of parcels)
      await advanceSellerOrder(tx, { sellerOrderId: id, to: 'cancelled', cause, actorUserId })
    return true
  })
}

async function isTimeOver(tx: Tx, orderId: string): Promise<boolean> {
  const { payBy } = await tx.order.findUniqueOrThrow({ where: { id: orderId }, select: { payBy: true } })
  return payBy <= (await appNow(tx))
}

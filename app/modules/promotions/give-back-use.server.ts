import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'

/** The promotion of an order that ended unpaid is free for another. Once given back, or without one, nothing changes. Before its pieces are freed. */
export async function giveBackUse(tx: Tx, orderId: string): Promise<void> {
  await tx.promotionUse.updateMany({
    where: { orderId, givenBackAt: null },
    data: { givenBackAt: await appNow(tx) },
  })
}

/**
 * The same when the last parcel of a paid order was given up; the others keep it as long as one of them goes on. Parcels that are given up at one moment take turns at the use, so that the
 * later of them sees the other.
 */
export async function giveBackUseOfGivenUp(tx: Tx, orderId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "PromotionUse" WHERE "orderId" = ${orderId}::uuid FOR NO KEY UPDATE`
  const going = await tx.sellerOrder.count({ where: { orderId, status: { not: 'cancelled' } } })
  if (going === 0) await giveBackUse(tx, orderId)
}

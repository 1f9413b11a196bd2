import type { Tx } from '~/platform/db/prisma.server'

/**
 * Locks a parcel's row for the rest of the transaction: shipping, making, cancelling, completing and refunds take turns. After the order's own lock. Rows that only
 * name the parcel are not held up: whoever writes one while holding something else would be waited for in a circle.
 */
export async function lockSellerOrder(tx: Tx, sellerOrderId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "SellerOrder" WHERE id = ${sellerOrderId}::uuid FOR NO KEY UPDATE`
}

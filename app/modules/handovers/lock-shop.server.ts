import type { Tx } from '~/platform/db/prisma.server'

/** The shop of a handover, held until the transaction ends: whatever changes a handover takes it first, so that its words and its end come one after the other. */
export async function lockShopOf(tx: Tx, handoverId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM "Seller" WHERE id = (SELECT "sellerId" FROM "ShopHandover" WHERE id = ${handoverId}::uuid) FOR UPDATE`
}

import type { Tx } from '~/platform/db/prisma.server'

type ReturnInput = { sellerOrderId: string; actorUserId: string | null }

/** The sold pieces of a parcel that was never sent are in stock again. The caller has just cancelled it under its lock, so that this happens once. */
export async function returnStock(tx: Tx, { sellerOrderId, actorUserId }: ReturnInput): Promise<void> {
  const sold = await tx.stockReservation.findMany({
    where: { state: 'claimed', orderLine: { sellerOrderId } },
    select: { stockItemId: true, orderLineId: true, quantity: true },
    orderBy: [{ stockItemId: 'asc' }, { id: 'asc' }],
  })
  for (const { stockItemId, orderLineId, quantity } of sold) {
    await tx.$executeRaw`UPDATE "StockItem" SET "onHand" = "onHand" + ${quantity} WHERE id = ${stockItemId}::uuid`
    await tx.stockMovement.create({
      data: { stockItemId, orderLineId, kind: 'returned', quantity, actorUserId },
    })
  }
}

import type { Tx } from '~/platform/db/prisma.server'

/** Pieces wanted of one stock. */
export type Wanted = { stockItemId: string; orderLineId: string; quantity: number }

/**
 * Holds pieces for an unpaid order until an instant. Stocks are taken in the order of their ids, so that two carts with the same pieces never wait
 * for each other in a circle. Returns the line that could not be had, or null when all are held.
 */
export async function holdStock(tx: Tx, wanted: readonly Wanted[], expiresAt: Date): Promise<Wanted | null> {
  for (const want of inLockOrder(wanted)) {
    const held = await tx.$executeRaw`
      UPDATE "StockItem" SET reserved = reserved + ${want.quantity}
      WHERE id = ${want.stockItemId}::uuid AND "onHand" - reserved >= ${want.quantity}`
    if (held === 0) return want
    await tx.stockReservation.create({ data: { ...want, expiresAt } })
  }
  return null
}

/** The held pieces of an order leave the stock: it is paid. */
export async function claimStock(tx: Tx, orderId: string): Promise<void> {
  for (const held of await findReservations(tx, orderId, 'held')) {
    await tx.$executeRaw`
      UPDATE "StockItem" SET reserved = reserved - ${held.quantity}, "onHand" = "onHand" - ${held.quantity} WHERE id = ${held.stockItemId}::uuid`
    await finishReservation(tx, held, 'claimed')
  }
}

/** The held pieces of an order are free again: it was not paid. */
export async function releaseStock(tx: Tx, orderId: string): Promise<void> {
  for (const held of await findReservations(tx, orderId, 'held')) {
    await tx.$executeRaw`UPDATE "StockItem" SET reserved = reserved - ${held.quantity} WHERE id = ${held.stockItemId}::uuid`
    await finishReservation(tx, held, 'released')
  }
}

/**
 * A late payment takes its pieces once more if every one is still free. False when one is gone: then none is taken.
 */
export async function reclaimStock(tx: Tx, orderId: string): Promise<boolean> {
  const released = await findReservations(tx, orderId, 'released')
  for (const { stockItemId } of released)
    await tx.$executeRaw`SELECT 1 FROM "StockItem" WHERE id = ${stockItemId}::uuid FOR UPDATE`
  const needed = new Map<string, number>()
  for (const { stockItemId, quantity } of released)
    needed.set(stockItemId, (needed.get(stockItemId) ?? 0) + quantity)
  for (const [id, quantity] of needed) {
    const item = await tx.stockItem.findUniqueOrThrow({
      where: { id },
      select: { onHand: true, reserved: true },
    })
    if (item.onHand - item.reserved < quantity) return false
  }
  for (const line of released) {
    await tx.$executeRaw`UPDATE "StockItem" SET "onHand" = "onHand" - ${line.quantity} WHERE id = ${line.stockItemId}::uuid`
    await finishReservation(tx, line, 'claimed')
  }
  return true
}

type Reservation = { id: string; stockItemId: string; orderLineId: string; quantity: number }

async function findReservations(tx: Tx, orderId: string, state: 'held' | 'released'): Promise<Reservation[]> {
  return tx.stockReservation.findMany({
    where: { state, orderLine: { sellerOrder: { orderId } } },
    select: { id: true, stockItemId: true, orderLineId: true, quantity: true },
    orderBy: [{ stockItemId: 'asc' }, { id: 'asc' }],
  })
}

async function finishReservation(
  tx: Tx,
  reservation: Reservation,
  state: 'claimed' | 'released',
): Promise<void> {
  await tx.stockReservation.update({ where: { id: reservation.id }, data: { state } })
  if (state === 'claimed') {
    const { stockItemId, orderLineId, quantity } = reservation
    await tx.stockMovement.create({ data: { stockItemId, orderLineId, kind: 'sold', quantity: -quantity } })
  }
}

function inLockOrder(wanted: readonly Wanted[]): Wanted[] {
  return [...wanted].sort((a, b) =>
    a.stockItemId < b.stockItemId ? -1 : a.stockItemId > b.stockItemId ? 1 : 0,
  )
}

import { orderedIds } from '~/platform/db/in-parts'
import { Prisma, type Tx } from '~/platform/db/prisma.server'

/** Pieces wanted of one stock. */
export type Wanted = { stockItemId: string; orderLineId: string; quantity: number }

/**
 * Holds pieces for an unpaid order until an instant: parts of a statement, to stand behind its WITH; `reserved` has the lines whose pieces are held. Stocks are taken in the order of their ids, so that two carts with the
 * same pieces never wait for each other in a circle. With a line missing, the caller writes nothing.
 */
export function holdStockSql(wanted: readonly Wanted[], expiresAt: Date): Prisma.Sql {
  const ids = orderedIds(wanted.length)
  const rows = wanted.map((want, at) => ({ id: ids[at], ...want }))
  return Prisma.sql`wanted AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS w(id uuid, "stockItemId" uuid, "orderLineId" uuid, quantity int)),
    needed AS (SELECT "stockItemId", sum(quantity)::int AS quantity FROM wanted GROUP BY 1),
    item AS (SELECT id FROM "StockItem" WHERE id IN (SELECT "stockItemId" FROM needed) ORDER BY id FOR NO KEY UPDATE),
    held AS (UPDATE "StockItem" s SET reserved = s.reserved + n.quantity FROM needed n JOIN item ON item.id = n."stockItemId"
      WHERE s.id = n."stockItemId" AND s."onHand" - s.reserved >= n.quantity RETURNING s.id),
    reserved AS (INSERT INTO "StockReservation" (id, "stockItemId", "orderLineId", quantity, "expiresAt")
      SELECT w.id, w."stockItemId", w."orderLineId", w.quantity, ${expiresAt}::timestamptz FROM wanted w JOIN held ON held.id = w."stockItemId" RETURNING "orderLineId")`
}

/** The held pieces of an order leave the stock, since it is paid: parts of a statement, to stand behind its WITH. */
export function claimStockSql(orderId: string): Prisma.Sql {
  return Prisma.sql`held AS (SELECT r.id, r."stockItemId", r."orderLineId", r.quantity FROM "StockReservation" r
      JOIN "OrderLine" l ON l.id = r."orderLineId" JOIN "SellerOrder" p ON p.id = l."sellerOrderId" WHERE p."orderId" = ${orderId}::uuid AND r.state = 'held'),
    taken AS (SELECT "stockItemId", sum(quantity)::int AS quantity FROM held GROUP BY 1),
    item AS (SELECT id FROM "StockItem" WHERE id IN (SELECT "stockItemId" FROM taken) ORDER BY id FOR NO KEY UPDATE),
    left_stock AS (UPDATE "StockItem" s SET reserved = s.reserved - t.quantity, "onHand" = s."onHand" - t.quantity
      FROM taken t JOIN item ON item.id = t."stockItemId" WHERE s.id = t."stockItemId"),
    claimed AS (UPDATE "StockReservation" r SET state = 'claimed' FROM held WHERE r.id = held.id),
    movement AS (INSERT INTO "StockMovement" ("stockItemId", "orderLineId", kind, quantity) SELECT "stockItemId", "orderLineId", 'sold', -quantity FROM held ORDER BY id)`
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

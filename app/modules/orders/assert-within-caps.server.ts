import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'

/** By what one buyer is known again before she has paid: her account, her phone, the network address she orders from. */
export type BuyerMarks = {
  partyId: string | null
  phoneIndex: Uint8Array<ArrayBuffer>
  clientHash: Uint8Array<ArrayBuffer> | null
}

/** Pieces wanted from one stock, as the buyer reads them. */
export type WantedPieces = { stockItemId: string; quantity: number; title: string }

/** The settings orders.unpaidAtOnce and orders.unpaidShareBps as they are now. */
export type Caps = { atOnce: number; shareBps: number }

/**
 * Keeps one buyer from holding what others could buy: at most so many unpaid orders at once (orders.unpaidAtOnce), and of one stock at most a share of what is
 * there (orders.unpaidShareBps), but always one piece. What is paid no longer counts. 0 switches a cap off. Presses of one buyer take turns here.
 */
export async function assertWithinCaps(
  tx: Tx,
  { marks, wanted, caps }: { marks: BuyerMarks; wanted: readonly WantedPieces[]; caps: Caps },
): Promise<void> {
  const { atOnce, shareBps } = caps
  if (atOnce === 0 && shareBps === 0) return
  await takeTurns(tx, marks)
  const unpaid = await findUnpaid(tx, marks)
  if (atOnce > 0 && unpaid.length >= atOnce)
    throw new Refusal('order.tooManyUnpaid', 409, { count: unpaid.length })
  if (shareBps === 0) return
  for (const { stockItemId, quantity, title } of wanted) {
    const most = await findMost(tx, stockItemId, shareBps)
    const held = await countHeld(tx, stockItemId, unpaid)
    if (held + quantity > most)
      throw new Refusal('order.tooManyOfOne', 409, { title, most: Math.max(0, most - held) })
  }
}

/** One lock per mark, in one order, so that two buyers who share one mark never wait for each other in a circle. */
async function takeTurns(tx: Tx, { partyId, phoneIndex, clientHash }: BuyerMarks): Promise<void> {
  const locks = [phoneIndex, clientHash, partyId && Buffer.from(partyId.replaceAll('-', ''), 'hex')]
    .filter((mark) => mark !== null)
    .map((mark) => Buffer.from(mark).readInt32BE(0))
    .sort((a, b) => a - b)
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(710004, lock) FROM unnest(${locks}::int[]) AS lock`
}

async function findUnpaid(tx: Tx, { partyId, phoneIndex, clientHash }: BuyerMarks): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM "Order" o LEFT JOIN "OrderContact" c ON c."orderId" = o.id
    WHERE o.status = 'pending_payment' AND o."payBy" > app_now()
      AND (o."buyerPartyId" = ${partyId}::uuid OR o."clientHash" = ${clientHash} OR c."phoneIndex" = ${phoneIndex})`
  return rows.map(({ id }) => id)
}

/** What one buyer may hold of a stock without having paid. */
async function findMost(tx: Tx, stockItemId: string, shareBps: number): Promise<number> {
  const { onHand } = await tx.stockItem.findUniqueOrThrow({
    where: { id: stockItemId },
    select: { onHand: true },
  })
  return Math.max(1, Math.floor((onHand * shareBps) / 10_000))
}

async function countHeld(tx: Tx, stockItemId: string, orderIds: readonly string[]): Promise<number> {
  const { _sum } = await tx.stockReservation.aggregate({
    where: { stockItemId, state: 'held', orderLine: { sellerOrder: { orderId: { in: [...orderIds] } } } },
    _sum: { quantity: true },
  })
  return _sum.quantity ?? 0
}

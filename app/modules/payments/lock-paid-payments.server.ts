import type { Tx } from '~/platform/db/prisma.server'
import type { Source } from './spread-refund'

/**
 * What the payments of an order still hold, the newest first: it can go back the way it came for longest. A refund that failed counts as given: its money is still owed. Locks them, so
 * that this stays true until the transaction ends.
 */
export async function lockPaidPayments(tx: Tx, orderId: string): Promise<Source[]> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "Payment" p JOIN "OrderDue" d ON d.id = p."dueId"
    WHERE d."orderId" = ${orderId}::uuid AND p.state = 'paid' ORDER BY p.id FOR NO KEY UPDATE OF p`
  return tx.$queryRaw<Source[]>`
    SELECT p.id AS "paymentId",
      (p."amountMinor" - coalesce((SELECT sum(r."amountMinor") FROM "Refund" r WHERE r."paymentId" = p.id), 0))::bigint AS "restFen"
    FROM "Payment" p WHERE p.id = ANY(${locked.map(({ id }) => id)}::uuid[]) ORDER BY p."paidAt" DESC, p.id DESC`
}

import type { Tx } from '~/platform/db/prisma.server'

/**
 * What an order's invoice says, fen: what was paid less all that goes back, refunds under way included. A refund that failed is still owed and sent by bank, so
 * it counts as given back.
 */
export async function findInvoiceAmount(tx: Tx, orderId: string): Promise<bigint> {
  const [amount] = (await findInvoiceAmounts(tx, [orderId])).values()
  return amount ?? 0n
}

/** The same of several orders, by their ids; an order without a payment is not among them. */
export async function findInvoiceAmounts(tx: Tx, orderIds: readonly string[]): Promise<Map<string, bigint>> {
  const rows = await tx.$queryRaw<{ orderId: string; amount: bigint }[]>`
    SELECT d."orderId", sum(p."amountMinor" - coalesce(r.back, 0))::bigint AS amount
    FROM "OrderDue" d JOIN "Payment" p ON p."dueId" = d.id AND p.state = 'paid' AND p.currency = 'CNY'
    LEFT JOIN LATERAL (SELECT sum("amountMinor") AS back FROM "Refund" WHERE "paymentId" = p.id) r ON true
    WHERE d."orderId" = ANY(${[...orderIds]}::uuid[]) GROUP BY d."orderId"`
  return new Map(rows.map(({ orderId, amount }) => [orderId, amount]))
}

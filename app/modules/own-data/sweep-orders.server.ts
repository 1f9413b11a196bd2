import { inScope } from '~/platform/db/in-scope.server'
import { forgetOrder } from './forget-order.server'

/** Trade records are kept so long after the trade is done (E-commerce Law art. 31), and with a name and a door no longer. */
const years = 3

/**
 * Forgets who received at most `batch` orders that were done with three years ago, and says how many: paid ones whose parcels are all completed or cancelled, and those that were never paid. What
 * is still argued about (a refund on its way, a dispute) is left, and so is whom money is owed: a refund that failed stays owed until finance has sent it by bank, and the three years then count from the day on
 * which it was given back. Amounts, pieces and books stay, under numbers.
 */
export function sweepOrders({ batch }: { batch: number }): Promise<number> {
  return inScope({ job: 'order_access' }, async (tx) => {
    const old = await tx.$queryRaw<{ id: string }[]>`
      SELECT o.id FROM "OrderContact" c JOIN "Order" o ON o.id = c."orderId"
      WHERE o."placedAt" <= app_now() - make_interval(years => ${years}::int) AND o.status <> 'pending_payment'
        AND CASE WHEN o.status = 'paid' THEN (SELECT bool_and(s.status IN ('completed', 'cancelled') AND coalesce(s."completedAt", s."cancelledAt") <= app_now() - make_interval(years => ${years}::int))
            FROM "SellerOrder" s WHERE s."orderId" = o.id)
          ELSE o."closedAt" <= app_now() - make_interval(years => ${years}::int) END
        AND NOT EXISTS (SELECT 1 FROM "OrderDue" d JOIN "Payment" p ON p."dueId" = d.id
          WHERE d."orderId" = o.id AND (EXISTS (SELECT 1 FROM "Refund" r WHERE r."paymentId" = p.id
              AND (r.state <> 'succeeded' OR r."finishedAt" > app_now() - make_interval(years => ${years}::int)))
            OR EXISTS (SELECT 1 FROM "Dispute" x WHERE x."paymentId" = p.id AND x.state IN ('needs_response', 'under_review'))))
      ORDER BY o."placedAt" LIMIT ${batch}::int FOR UPDATE OF o SKIP LOCKED`
    for (const { id } of old) await forgetOrder(tx, id)
    return old.length
  })
}

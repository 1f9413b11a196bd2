import { Prisma } from '~/platform/db/prisma.server'

/** What a posting moved on accounts of these kinds. */
function moved(reference: Prisma.Sql, ...kinds: string[]): Prisma.Sql {
  return Prisma.sql`(
    SELECT sum(e."amountMinor") FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id JOIN "LedgerAccount" a ON a.id = e."accountId"
    WHERE t.reference = ${reference} AND a.kind::text IN (${Prisma.join(kinds)}))`
}

function booked(reference: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM "LedgerTransaction" t WHERE t.reference = ${reference})`
}

/** A parcel of which nothing was given back: what it earned must be its frozen figures. */
const whole = Prisma.sql`NOT EXISTS (SELECT 1 FROM "RefundLine" l WHERE l."sellerOrderId" = s.id)`

const earned = Prisma.sql`'earned:' || s.id`

/** What must be true of the books and the documents behind them. Each query answers what breaks its rule. A comparison with a posting that is not there is nobody's fault: its absence is. */
export const documentRules = {
  payment_not_booked: Prisma.sql`
    SELECT p.id::text AS ref FROM "Payment" p WHERE p.state IN ('paid', 'quarantined') AND NOT ${booked(Prisma.sql`'payment:' || p.id`)} ORDER BY 1`,
  payment_amount: Prisma.sql`
    SELECT p.id::text AS ref FROM "Payment" p WHERE p.state = 'paid' AND ${moved(Prisma.sql`'payment:' || p.id`, 'clearing', 'bank')} <> p."amountMinor" ORDER BY 1`,
  /** a bank transfer stands in our bank account with what came, and a payment over the provider never does */
  payment_place: Prisma.sql`
    SELECT p.id::text AS ref FROM "Payment" p WHERE p.state IN ('paid', 'quarantined') AND ${booked(Prisma.sql`'payment:' || p.id`)}
      AND coalesce(${moved(Prisma.sql`'payment:' || p.id`, 'bank')}, 0) <> coalesce(p."receivedMinor", 0) ORDER BY 1`,
  /** what the provider credited is in the books, unless it is the payment itself to the fen */
  settlement_not_booked: Prisma.sql`
    SELECT p.id::text AS ref FROM "Payment" p WHERE p."settlementMinor" IS NOT NULL AND NOT ${booked(Prisma.sql`'settlement:' || p.id`)}
      AND (p."settlementCurrency" <> p.currency OR p."settlementMinor" <> p."amountMinor" OR p."feeMinor" <> 0) ORDER BY 1`,
  settlement_amount: Prisma.sql`
    SELECT p.id::text AS ref FROM "Payment" p WHERE p."settlementCurrency" <> p.currency AND ${moved(Prisma.sql`'settlement:' || p.id`, 'payment_fee')} <> p."feeMinor" ORDER BY 1`,
  /** what was taken for an order is what its lines and postage come to */
  paid_amount: Prisma.sql`
    SELECT o.number AS ref FROM "Order" o WHERE o.status = 'paid'
      AND (o."totalFen" <> (SELECT coalesce(sum(p."amountMinor"), 0) FROM "OrderDue" d JOIN "Payment" p ON p."dueId" = d.id AND p.state = 'paid' WHERE d."orderId" = o.id AND d.state = 'paid')
        + (SELECT coalesce(sum(d."amountFen"), 0) FROM "OrderDue" d WHERE d."orderId" = o.id AND d.state <> 'paid')
      OR o."totalFen" - o."postageFen" <> (SELECT sum(l."amountFen" - l."discountFen") FROM "OrderLine" l JOIN "SellerOrder" s ON s.id = l."sellerOrderId" WHERE s."orderId" = o.id)) ORDER BY 1`,
  /** what the bearer of a promotion adds is booked when the order is paid */
  promotion_not_booked: Prisma.sql`
    SELECT o.number AS ref FROM "Order" o WHERE o.status = 'paid' AND NOT ${booked(Prisma.sql`'promotion:' || o.id`)}
      AND EXISTS (SELECT 1 FROM "OrderLine" l JOIN "SellerOrder" s ON s.id = l."sellerOrderId" WHERE s."orderId" = o.id AND l."borneFen" > 0) ORDER BY 1`,
  promotion_amount: Prisma.sql`
    SELECT o.number AS ref FROM "Order" o WHERE ${moved(Prisma.sql`'promotion:' || o.id`, 'promotion')} <>
      (SELECT sum(l."borneFen") FROM "OrderLine" l JOIN "SellerOrder" s ON s.id = l."sellerOrderId" WHERE s."orderId" = o.id) ORDER BY 1`,
  /** its part goes back to the bearer with the buyer's */
  promotion_not_returned: Prisma.sql`
    SELECT r.id::text AS ref FROM "Refund" r WHERE coalesce(-${moved(Prisma.sql`'refund:' || r.id || ':decided'`, 'promotion')}, 0) <>
      (SELECT coalesce(sum(l."borneFen"), 0) FROM "RefundLine" l WHERE l."refundId" = r.id) ORDER BY 1`,
  refund_not_booked: Prisma.sql`
    SELECT r.id::text AS ref FROM "Refund" r WHERE r.state = 'succeeded'
      AND NOT ${booked(Prisma.sql`'refund:' || r.id || CASE r.route WHEN 'bank' THEN ':bank' ELSE '' END`)} ORDER BY 1`,
  /** what goes back of a sale is given up in the books when it is decided */
  refund_not_decided: Prisma.sql`
    SELECT r.id::text AS ref FROM "Refund" r WHERE EXISTS (SELECT 1 FROM "RefundLine" l WHERE l."refundId" = r.id)
      AND coalesce(${moved(Prisma.sql`'refund:' || r.id || ':decided'`, 'refund_due')}, 0) <> -r."amountMinor" ORDER BY 1`,
  refund_amount: Prisma.sql`
    SELECT r.id::text AS ref FROM "Refund" r
    WHERE ${moved(Prisma.sql`'refund:' || r.id`, 'clearing')} <> -r."amountMinor" OR ${moved(Prisma.sql`'refund:' || r.id || ':bank'`, 'bank')} <> -r."amountMinor" ORDER BY 1`,
  /** money that a buyer's bank took is in the books */
  dispute_not_booked: Prisma.sql`
    SELECT d.id::text AS ref FROM "Dispute" d WHERE d."settlementMinor" > 0
      AND NOT EXISTS (SELECT 1 FROM "LedgerTransaction" t WHERE t.kind = 'dispute' AND starts_with(t.reference, 'dispute:' || d.id || ':')) ORDER BY 1`,
  /** and its end: nothing of it stays open */
  dispute_left: Prisma.sql`
    SELECT d.id::text AS ref FROM "Dispute" d JOIN "LedgerTransaction" t ON t.kind IN ('dispute', 'dispute_lost') AND starts_with(t.reference, 'dispute:' || d.id || ':')
      JOIN "LedgerEntry" e ON e."transactionId" = t.id JOIN "LedgerAccount" a ON a.id = e."accountId" AND a.kind = 'dispute'
    WHERE d.state = 'lost' GROUP BY d.id, e.currency HAVING sum(e."amountMinor") <> 0 ORDER BY 1`,
  earned_not_booked: Prisma.sql`
    SELECT s.id::text AS ref FROM "SellerOrder" s WHERE s.status = 'completed' AND NOT ${booked(earned)}
      AND s."itemsFen" - s."discountFen" + s."postageFen" > (SELECT coalesce(sum(l."amountFen"), 0) FROM "RefundLine" l WHERE l."sellerOrderId" = s.id) ORDER BY 1`,
  earned_amount: Prisma.sql`
    SELECT s.id::text AS ref FROM "SellerOrder" s
    WHERE ${whole} AND (${moved(earned, 'held')} <> s."itemsFen" - s."discountFen" + s."postageFen" + (SELECT sum(l."borneFen") FROM "OrderLine" l WHERE l."sellerOrderId" = s.id)
      OR -coalesce(${moved(earned, 'commission', 'tax')}, 0) <> (SELECT sum(l."commissionFen") FROM "OrderLine" l WHERE l."sellerOrderId" = s.id) AND ${booked(earned)}) ORDER BY 1`,
  payout_not_booked: Prisma.sql`
    SELECT l.id::text AS ref FROM "PayoutLine" l
    WHERE l.state IN ('in_transit', 'paid', 'failed', 'returned') AND NOT ${booked(Prisma.sql`'payout:' || l.id || ':approved'`)}
      OR l.state IN ('paid', 'returned') AND NOT ${booked(Prisma.sql`'payout:' || l.id || ':paid'`)}
      OR l.state = 'failed' AND NOT ${booked(Prisma.sql`'payout:' || l.id || ':failed'`)}
      OR l.state = 'returned' AND NOT ${booked(Prisma.sql`'payout:' || l.id || ':returned'`)} ORDER BY 1`,
  payout_amount: Prisma.sql`
    SELECT l.id::text AS ref FROM "PayoutLine" l
    WHERE ${moved(Prisma.sql`'payout:' || l.id || ':approved'`, 'in_transit')} <> -l."amountFen" OR ${moved(Prisma.sql`'payout:' || l.id || ':paid'`, 'in_transit')} <> l."amountFen"
      OR ${moved(Prisma.sql`'payout:' || l.id || ':failed'`, 'in_transit')} <> l."amountFen" ORDER BY 1`,
  booked_without_document: Prisma.sql`
    SELECT t.reference AS ref FROM "LedgerTransaction" t
    WHERE (t.kind = 'payment' AND NOT EXISTS (SELECT 1 FROM "Payment" p WHERE 'payment:' || p.id = t.reference AND p.state IN ('paid', 'quarantined')))
      OR (t.kind = 'promotion' AND NOT EXISTS (SELECT 1 FROM "Order" o WHERE 'promotion:' || o.id = t.reference AND o.status = 'paid'))
      OR (t.kind = 'earned' AND NOT EXISTS (SELECT 1 FROM "SellerOrder" s WHERE 'earned:' || s.id = t.reference AND s.status = 'completed'))
      OR (t.kind = 'refund' AND NOT EXISTS (SELECT 1 FROM "Refund" r WHERE r.id::text = split_part(t.reference, ':', 2)
        AND (r.state = 'succeeded' OR EXISTS (SELECT 1 FROM "RefundEvent" e WHERE e."refundId" = r.id AND e.state = 'succeeded'))))
      OR (t.kind = 'refund_decided' AND starts_with(t.reference, 'refund:') AND NOT EXISTS (SELECT 1 FROM "Refund" r WHERE 'refund:' || r.id || ':decided' = t.reference))
      OR (t.kind = 'payout' AND NOT EXISTS (SELECT 1 FROM "PayoutLine" l WHERE 'payout:' || l.id || ':approved' = t.reference AND l.state NOT IN ('prepared', 'cancelled')))
      OR (t.kind = 'payout_paid' AND NOT EXISTS (SELECT 1 FROM "PayoutLine" l WHERE 'payout:' || l.id || ':paid' = t.reference AND l.state IN ('paid', 'returned')))
      OR (t.kind IN ('dispute', 'dispute_lost') AND NOT EXISTS (SELECT 1 FROM "Dispute" d WHERE d.id::text = split_part(t.reference, ':', 2)))
    ORDER BY 1`,
  /** an order that is over holds nothing of its buyer's money */
  held_left: Prisma.sql`
    SELECT o.number AS ref FROM "Order" o JOIN "LedgerTransaction" t ON t."orderId" = o.id JOIN "LedgerEntry" e ON e."transactionId" = t.id
      JOIN "LedgerAccount" a ON a.id = e."accountId" AND a.kind = 'held'
    WHERE o.status = 'paid' AND NOT EXISTS (SELECT 1 FROM "SellerOrder" s WHERE s."orderId" = o.id AND s.status NOT IN ('completed', 'cancelled'))
      AND NOT EXISTS (SELECT 1 FROM "Refund" r JOIN "Payment" p ON p.id = r."paymentId" JOIN "OrderDue" d ON d.id = p."dueId"
        WHERE d."orderId" = o.id AND r.state <> 'succeeded' AND NOT EXISTS (SELECT 1 FROM "RefundLine" l WHERE l."refundId" = r.id))
    GROUP BY o.id, e.currency HAVING sum(e."amountMinor") <> 0 ORDER BY 1`,
} as const

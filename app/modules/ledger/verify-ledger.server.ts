import { withinScope } from '~/platform/db/in-scope.server'
import { Prisma, type Tx } from '~/platform/db/prisma.server'

/** One row of the books that cannot be right. */
export type LedgerFault = {
  /** which rule it breaks */
  rule: LedgerRule
  /** the transaction, account or document, as a person would look it up */
  ref: string
}

export type LedgerRule =
  | 'legs'
  | 'balance'
  | 'currency'
  | 'share'
  | 'attribution'
  | 'payment_not_booked'
  | 'payment_amount'
  | 'refund_not_booked'
  | 'earned_not_booked'
  | 'booked_without_document'
  | 'payout_not_booked'
  | 'overdrawn'

/**
 * Reads the whole ledger against itself and against the documents that caused it: every transaction has its legs and sums to nothing in each currency, shares are
 * attributed to the fen, and payments, refunds, completed sales and payout lines are booked, with their amounts, exactly when they should be. Rules in the order in which
 * a fault of one makes the next ones meaningless; within a rule by reference. Changes nothing. The database refuses all of this at commit: what is found here was done
 * around it.
 */
export async function verifyLedger(tx: Tx): Promise<LedgerFault[]> {
  return withinScope(tx, { job: 'income' }, async () => {
    const faults: LedgerFault[] = []
    for (const [rule, query] of rules)
      for (const { ref } of await tx.$queryRaw<{ ref: string }[]>(query)) faults.push({ rule, ref })
    return faults
  })
}

const clearingOf = Prisma.sql`
  SELECT sum(e."amountMinor") FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id JOIN "LedgerAccount" a ON a.id = e."accountId"
  WHERE t.reference = 'payment:' || p.id AND a.kind IN ('clearing', 'bank')`

const rules: readonly (readonly [LedgerRule, Prisma.Sql])[] = [
  [
    'legs',
    Prisma.sql`
    SELECT t.reference AS ref FROM "LedgerTransaction" t LEFT JOIN "LedgerEntry" e ON e."transactionId" = t.id
    GROUP BY t.id HAVING count(e.id) <> t.legs ORDER BY 1`,
  ],
  [
    'balance',
    Prisma.sql`
    SELECT DISTINCT t.reference AS ref FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id
    GROUP BY t.id, e.currency HAVING sum(e."amountMinor") <> 0 ORDER BY 1`,
  ],
  [
    'currency',
    Prisma.sql`
    SELECT DISTINCT t.reference AS ref FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" JOIN "LedgerTransaction" t ON t.id = e."transactionId"
    WHERE a.currency <> e.currency ORDER BY 1`,
  ],
  [
    'share',
    Prisma.sql`
    SELECT DISTINCT t.reference AS ref FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t.id = e."transactionId"
    WHERE e.purpose = 'share' AND -e."amountMinor" <> (SELECT coalesce(sum(i."amountFen"), 0) FROM "IncomeAttribution" i WHERE i."ledgerEntryId" = e.id) ORDER BY 1`,
  ],
  [
    'attribution',
    Prisma.sql`
    SELECT DISTINCT t.reference AS ref FROM "IncomeAttribution" i JOIN "LedgerEntry" e ON e.id = i."ledgerEntryId" JOIN "LedgerTransaction" t ON t.id = e."transactionId"
    WHERE e.purpose <> 'share' ORDER BY 1`,
  ],
  [
    'payment_not_booked',
    Prisma.sql`
    SELECT p.id::text AS ref FROM "Payment" p WHERE p.state IN ('paid', 'quarantined')
      AND NOT EXISTS (SELECT 1 FROM "LedgerTransaction" t WHERE t.reference = 'payment:' || p.id) ORDER BY 1`,
  ],
  [
    'payment_amount',
    Prisma.sql`SELECT p.id::text AS ref FROM "Payment" p WHERE p.state = 'paid' AND (${clearingOf}) <> p."amountMinor" ORDER BY 1`,
  ],
  [
    'refund_not_booked',
    Prisma.sql`
    SELECT r.id::text AS ref FROM "Refund" r WHERE r.state = 'succeeded'
      AND NOT EXISTS (SELECT 1 FROM "LedgerTransaction" t WHERE t.reference = 'refund:' || r.id || CASE r.route WHEN 'bank' THEN ':bank' ELSE '' END) ORDER BY 1`,
  ],
  [
    'earned_not_booked',
    Prisma.sql`
    SELECT s.id::text AS ref FROM "SellerOrder" s WHERE s.status = 'completed'
      AND NOT EXISTS (SELECT 1 FROM "LedgerTransaction" t WHERE t.reference = 'earned:' || s.id)
      AND s."itemsFen" + s."postageFen" > (SELECT coalesce(sum(l."amountFen"), 0) FROM "RefundLine" l JOIN "Refund" r ON r.id = l."refundId"
        WHERE l."sellerOrderId" = s.id AND r.state <> 'failed') ORDER BY 1`,
  ],
  [
    'booked_without_document',
    Prisma.sql`
    SELECT t.reference AS ref FROM "LedgerTransaction" t
    WHERE (t.kind = 'payment' AND NOT EXISTS (SELECT 1 FROM "Payment" p WHERE 'payment:' || p.id = t.reference AND p.state IN ('paid', 'quarantined')))
      OR (t.kind = 'earned' AND NOT EXISTS (SELECT 1 FROM "SellerOrder" s WHERE 'earned:' || s.id = t.reference AND s.status = 'completed'))
    ORDER BY 1`,
  ],
  [
    'payout_not_booked',
    Prisma.sql`
    SELECT l.id::text AS ref FROM "PayoutLine" l
    WHERE l.state IN ('in_transit', 'paid', 'failed', 'returned') AND NOT EXISTS (SELECT 1 FROM "LedgerTransaction" t WHERE t.reference = 'payout:' || l.id || ':approved')
      OR l.state IN ('paid', 'returned') AND NOT EXISTS (SELECT 1 FROM "LedgerTransaction" t WHERE t.reference = 'payout:' || l.id || ':paid')
      OR l.state = 'failed' AND NOT EXISTS (SELECT 1 FROM "LedgerTransaction" t WHERE t.reference = 'payout:' || l.id || ':failed') ORDER BY 1`,
  ],
  [
    'overdrawn',
    Prisma.sql`
    SELECT a.name AS ref FROM "LedgerAccount" a JOIN "LedgerEntry" e ON e."accountId" = a.id
    WHERE a.kind IN ('payable', 'in_transit', 'held', 'refund_due', 'suspense') GROUP BY a.id HAVING sum(e."amountMinor") > 0 ORDER BY 1`,
  ],
]

import { Prisma } from '~/platform/db/prisma.server'

/** What must be true of the entries by themselves. Each query answers the references that break its rule. */
export const entryRules = {
  /** a transaction has as many entries as it was sealed with */
  legs: Prisma.sql`
    SELECT t.reference AS ref FROM "LedgerTransaction" t LEFT JOIN "LedgerEntry" e ON e."transactionId" = t.id
    GROUP BY t.id HAVING count(e.id) <> t.legs ORDER BY 1`,
  /** it sums to nothing in each currency */
  balance: Prisma.sql`
    SELECT DISTINCT t.reference AS ref FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id
    GROUP BY t.id, e.currency HAVING sum(e."amountMinor") <> 0 ORDER BY 1`,
  /** an account holds its own currency alone */
  currency: Prisma.sql`
    SELECT DISTINCT t.reference AS ref FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" JOIN "LedgerTransaction" t ON t.id = e."transactionId"
    WHERE a.currency <> e.currency ORDER BY 1`,
  /** an account is found under the name of its owner, kind and currency: a balance is the sum of what was booked under that name */
  account_name: Prisma.sql`
    SELECT a.name AS ref FROM "LedgerAccount" a JOIN "Party" p ON p.id = a."partyId"
    WHERE a.name <> coalesce(p.system, 'seller:' || p."sellerId", 'person:' || p."personId") || ':' || a.kind || CASE a.currency WHEN 'CNY' THEN '' ELSE ':' || a.currency END
    ORDER BY 1`,
  /**
   * entries are numbered as they are made: one of a transaction that was sealed twenty minutes before others cannot have a later number than theirs. Samples are written in one go
   * with dates of the past: they say nothing here.
   */
  order: Prisma.sql`
    WITH span AS (
        SELECT t.reference, floor(extract(epoch FROM t."sealedAt") / 600) AS slot, min(e.id) AS first, max(e.id) AS last
        FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id LEFT JOIN "Order" o ON o.id = t."orderId"
        WHERE o."isSample" IS NOT TRUE AND NOT EXISTS (SELECT 1 FROM "PayoutLine" l JOIN "PayoutBatch" b ON b.id = l."batchId"
          WHERE b."isSample" AND l.id::text = split_part(t.reference, ':', 2))
        GROUP BY t.id),
      from_slot AS (SELECT slot, min(min(first)) OVER (ORDER BY slot DESC) AS first FROM span GROUP BY slot),
      after_slot AS (SELECT slot, first_value(first) OVER (ORDER BY slot RANGE BETWEEN 2 FOLLOWING AND UNBOUNDED FOLLOWING) AS first FROM from_slot)
    SELECT reference AS ref FROM span JOIN after_slot USING (slot) WHERE last > after_slot.first ORDER BY 1`,
  /** what was booked as her share is attributed to the fen */
  share: Prisma.sql`
    SELECT DISTINCT t.reference AS ref FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t.id = e."transactionId"
    WHERE e.purpose = 'share' AND -e."amountMinor" <> (SELECT coalesce(sum(i."amountFen"), 0) FROM "IncomeAttribution" i WHERE i."ledgerEntryId" = e.id) ORDER BY 1`,
  /** and nothing else is */
  attribution: Prisma.sql`
    SELECT DISTINCT t.reference AS ref FROM "IncomeAttribution" i JOIN "LedgerEntry" e ON e.id = i."ledgerEntryId" JOIN "LedgerTransaction" t ON t.id = e."transactionId"
    WHERE e.purpose <> 'share' ORDER BY 1`,
  /** what is owed is never less than nothing */
  overdrawn: Prisma.sql`
    SELECT a.name AS ref FROM "LedgerAccount" a JOIN "LedgerEntry" e ON e."accountId" = a.id
    WHERE a.kind IN ('payable', 'in_transit', 'held', 'refund_due', 'suspense') GROUP BY a.id HAVING sum(e."amountMinor") > 0 ORDER BY 1`,
} as const

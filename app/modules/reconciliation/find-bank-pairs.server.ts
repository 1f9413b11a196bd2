import { inScope } from '~/platform/db/in-scope.server'
import type { Pair } from './compare-books'
import { amountsOf } from './find-provider-pairs.server'

type PairRow = {
  objectRef: string
  books: Record<string, string> | null
  other: Record<string, string> | null
  repeated: boolean
  bookedAt: Date | null
}

/**
 * Everything that our bank account moved for, once with what our books say and once with the lines of the statement. A payout is found by the words that its
 * bank file gave it (批次, 行), money of a buyer and money sent back by hand by the bank's own number.
 * Only bookings from the first day of the statements on are compared: what came before cannot stand in them.
 */
export async function findBankPairs({ freshAfter }: { freshAfter: Date }): Promise<Pair[]> {
  const rows = await inScope(
    { job: 'payout' },
    (tx) => tx.$queryRaw<PairRow[]>`
    WITH span AS (SELECT min("bookedOn") AS first FROM "BankStatementLine"),
    lines AS (
      SELECT coalesce(substring(text FROM '陇原巧手 ([0-9A-Z-]+ 第 [0-9]+ 行)'), "bankRef") AS mark, currency, "amountMinor" FROM "BankStatementLine"),
    theirs AS (
      SELECT mark, jsonb_object_agg(currency, amount::text) AS amounts, bool_or(often) AS repeated
      FROM (SELECT mark, currency, sum("amountMinor") AS amount, count(*) FILTER (WHERE "amountMinor" < 0) > 1 AS often FROM lines GROUP BY mark, currency
            HAVING sum("amountMinor") <> 0) one GROUP BY mark),
    marks AS (
      SELECT l.id::text AS id, b.number || ' 第 ' || l.seq || ' 行' AS mark FROM "PayoutLine" l JOIN "PayoutBatch" b ON b.id = l."batchId" WHERE b.rail = 'bank_file'
      UNION ALL SELECT p.id::text, p."paymentRef" FROM "Payment" p WHERE p.gateway = 'bank_transfer' AND p."paymentRef" IS NOT NULL
      UNION ALL SELECT r.id::text, r."bankRef" FROM "Refund" r WHERE r."bankRef" IS NOT NULL),
    entries AS (
      SELECT substring(t.reference FROM '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}') AS id, e.currency, e."amountMinor" AS amount, t."occurredAt" AS at
      FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" JOIN "Party" y ON y.id = a."partyId"
        JOIN "LedgerTransaction" t ON t.id = e."transactionId" CROSS JOIN span
      WHERE a.kind = 'bank' AND y.system = 'bank' AND t.kind <> 'provider_payout' AND (t."occurredAt" AT TIME ZONE 'Asia/Shanghai')::date >= span.first),
    books AS (
      SELECT id, jsonb_object_agg(currency, amount::text) AS amounts, max(at) AS at
      FROM (SELECT id, currency, sum(amount) AS amount, max(at) AS at FROM entries GROUP BY id, currency HAVING sum(amount) <> 0) one GROUP BY id)
    SELECT coalesce(l.mark, m.mark, b.id) AS "objectRef", b.amounts AS books, l.amounts AS other, coalesce(l.repeated, false) AS repeated, b.at AS "bookedAt"
    FROM theirs l FULL JOIN marks m ON m.mark = l.mark FULL JOIN books b ON b.id = m.id
    WHERE b.amounts IS NOT NULL OR l.amounts IS NOT NULL
    ORDER BY 1`,
    { timeout: 60_000 },
  )
  return rows.map(({ objectRef, books, other, repeated, bookedAt }) => ({
    objectRef,
    books: amountsOf(books),
    other: amountsOf(other),
    isTwice: repeated,
    isFresh: bookedAt !== null && bookedAt > freshAfter,
  }))
}

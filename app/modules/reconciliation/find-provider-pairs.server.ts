import { inScope } from '~/platform/db/in-scope.server'
import type { Amounts, Pair } from './compare-books'

type PairRow = {
  objectRef: string
  books: Record<string, string> | null
  other: Record<string, string> | null
  repeated: boolean
  underWay: boolean
  bookedAt: Date | null
}

/**
 * Everything that our account with the provider moved for, once with what our books say of it and once with what the provider's do. Ours are found by the
 * id that each posting's reference carries; sample orders never met a provider and are left out.
 */
export async function findProviderPairs({
  until,
  freshAfter,
}: {
  until: Date
  freshAfter: Date
}): Promise<Pair[]> {
  const rows = await inScope(
    { job: 'payout' },
    (tx) => tx.$queryRaw<PairRow[]>`
    WITH objects AS (
      SELECT p.id::text AS id, p."chargeRef" AS source, false AS under_way FROM "Payment" p
        WHERE p.gateway = 'stripe' AND p."chargeRef" IS NOT NULL
      UNION ALL SELECT r.id::text, r."providerRef", r.state IN ('requested', 'sent') FROM "Refund" r WHERE r.route = 'provider' AND r."providerRef" IS NOT NULL
      UNION ALL SELECT d.id::text, d."providerRef", false FROM "Dispute" d
      UNION ALL SELECT l.id::text, l."providerRef", l.state = 'in_transit' FROM "PayoutLine" l WHERE l."providerRef" IS NOT NULL
      UNION ALL SELECT v.id::text, v."providerRef", v.state = 'requested' FROM "TransferReversal" v WHERE v."providerRef" IS NOT NULL),
    entries AS (
      SELECT coalesce(substring(t.reference FROM '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'), split_part(t.reference, ':', 2)) AS id,
        e.currency, e."amountMinor" AS amount, t."occurredAt" AS at
      FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" JOIN "Party" y ON y.id = a."partyId"
        JOIN "LedgerTransaction" t ON t.id = e."transactionId" LEFT JOIN "Order" o ON o.id = t."orderId"
      WHERE a.kind = 'clearing' AND y.system = 'stripe' AND coalesce(o."isSample", false) = false),
    books AS (
      SELECT id, jsonb_object_agg(currency, amount::text) AS amounts, max(at) AS at
      FROM (SELECT id, currency, sum(amount) AS amount, max(at) AS at FROM entries GROUP BY id, currency HAVING sum(amount) <> 0) one GROUP BY id),
    movements AS (
      SELECT coalesce(CASE WHEN type IN ('payout', 'payout_failure', 'payout_cancel', 'stripe_fee') THEN "providerRef" END, "sourceRef", "providerRef") AS source,
        type, currency, "netMinor" FROM "ProviderEntry" WHERE provider = 'stripe' AND "bookedAt" < ${until} AND "netMinor" <> 0),
    theirs AS (
      SELECT source, jsonb_object_agg(currency, amount::text) AS amounts, bool_or(often) AS repeated
      FROM (SELECT source, currency, sum("netMinor") AS amount,
              count(*) FILTER (WHERE type IN ('charge', 'payment')) > 1 OR count(*) FILTER (WHERE type IN ('refund', 'payment_refund')) > 1 AS often
            FROM movements GROUP BY source, currency HAVING sum("netMinor") <> 0) one GROUP BY source)
    SELECT coalesce(m.source, o.source, b.id) AS "objectRef", b.amounts AS books, m.amounts AS other, coalesce(m.repeated, false) AS repeated,
      coalesce(o.under_way, false) AS "underWay", b.at AS "bookedAt"
    FROM theirs m FULL JOIN objects o ON o.source = m.source FULL JOIN books b ON b.id = coalesce(o.id, m.source)
    WHERE b.amounts IS NOT NULL OR m.amounts IS NOT NULL
    ORDER BY 1`,
  )
  return rows
    .filter(({ underWay }) => !underWay)
    .map(({ objectRef, books, other, repeated, bookedAt }) => ({
      objectRef,
      books: amountsOf(books),
      other: amountsOf(other),
      isTwice: repeated,
      isFresh: bookedAt !== null && bookedAt > freshAfter,
    }))
}

export function amountsOf(amounts: Record<string, string> | null): Amounts {
  return new Map(Object.entries(amounts ?? {}).map(([currency, text]) => [currency, BigInt(text)]))
}

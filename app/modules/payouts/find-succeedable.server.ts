import { inScope } from '~/platform/db/in-scope.server'

export type Succeedable = { partyId: string; nameZh: string; nameEn: string; isPerson: boolean }

/** Sellers, and people with money of their own, to whom something is owed, for the choice of whose balance passes on: shops before people, by name, 500 at most. */
export function findSucceedable(): Promise<Succeedable[]> {
  return inScope(
    { job: 'payout' },
    (tx) => tx.$queryRaw<Succeedable[]>`
      SELECT p.id::text AS "partyId", coalesce(s."nameZh", h.name, '—') AS "nameZh", coalesce(s."nameEn", h.name, '—') AS "nameEn", h.id IS NOT NULL AS "isPerson"
      FROM "Party" p LEFT JOIN "Seller" s ON s.id = p."sellerId" LEFT JOIN "Person" h ON h.id = p."personId"
      JOIN "LedgerAccount" a ON a."partyId" = p.id AND a.kind = 'payable' AND a.currency = 'CNY' JOIN "LedgerEntry" e ON e."accountId" = a.id
      WHERE num_nonnulls(p."sellerId", p."personId") = 1
      GROUP BY p.id, s.id, h.id HAVING sum(e."amountMinor") < 0 ORDER BY h.id IS NOT NULL, coalesce(s."nameZh", h.name) COLLATE "C" LIMIT 500`,
  )
}

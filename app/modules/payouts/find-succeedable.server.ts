import { inScope } from '~/platform/db/in-scope.server'

/** Sellers to whom something is owed, for the choice of whose balance passes on: by name, 500 at most. */
export function findSucceedable(): Promise<{ sellerId: string; nameZh: string; nameEn: string }[]> {
  return inScope(
    { job: 'payout' },
    (tx) => tx.$queryRaw<{ sellerId: string; nameZh: string; nameEn: string }[]>`
      SELECT s.id AS "sellerId", s."nameZh", s."nameEn" FROM "Seller" s JOIN "Party" p ON p."sellerId" = s.id
      JOIN "LedgerAccount" a ON a."partyId" = p.id AND a.kind = 'payable' AND a.currency = 'CNY' JOIN "LedgerEntry" e ON e."accountId" = a.id
      GROUP BY s.id HAVING sum(e."amountMinor") < 0 ORDER BY s."nameZh" COLLATE "C" LIMIT 500`,
  )
}

import type { AccountKind } from '~/generated/prisma/enums'
import { inScope } from '~/platform/db/in-scope.server'
import { toSafeNumber } from '~/platform/money'

/** One seller's or person's account with what lies in it now. */
export type AccountRow = {
  accountId: string
  nameZh: string
  nameEn: string
  /** minor units; positive = debit */
  balance: number
}

const pageSize = 50

/**
 * The accounts of one kind that sellers or persons hold, by the size of what lies in them, fifty a page. Persons are named to finance because it pays them.
 */
export async function findAccounts({
  owner,
  kind,
  currency,
  page,
}: {
  owner: 'seller' | 'person'
  kind: AccountKind
  currency: string
  page: number
}): Promise<{ rows: AccountRow[]; next: number | null }> {
  const rows = await inScope(
    { job: 'payout' },
    (tx) => tx.$queryRaw<(Omit<AccountRow, 'balance'> & { balance: bigint })[]>`
      SELECT a.id AS "accountId", coalesce(s."nameZh", n.name, '') AS "nameZh", coalesce(s."nameEn", n.name, '') AS "nameEn",
        sum(e."amountMinor")::bigint AS balance
      FROM "LedgerAccount" a JOIN "Party" p ON p.id = a."partyId" JOIN "LedgerEntry" e ON e."accountId" = a.id
        LEFT JOIN "Seller" s ON s.id = p."sellerId" LEFT JOIN "Person" n ON n.id = p."personId"
      WHERE p.kind::text = ${owner} AND a.kind::text = ${kind} AND a.currency = ${currency}
      GROUP BY a.id, s.id, n.id ORDER BY abs(sum(e."amountMinor")) DESC, a.id
      LIMIT ${pageSize + 1} OFFSET ${(page - 1) * pageSize}`,
  )
  return {
    rows: rows.slice(0, pageSize).map((row) => ({ ...row, balance: toSafeNumber(row.balance) })),
    next: rows.length > pageSize ? page + 1 : null,
  }
}

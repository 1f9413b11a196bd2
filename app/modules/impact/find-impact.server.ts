import { prisma } from '~/platform/db/prisma.server'
import { toSafeNumber } from '~/platform/money'

/** Where the money of all completed sales went, fen, from the ledger. The three parts sum to what buyers paid and the bearers of promotions added. */
export type Impact = {
  /** makers' and shops' shares of the goods */
  makersFen: number
  commissionFen: number
  postageFen: number
  paidFen: number
  /** by the platform or a sponsor, so that a promotion costs the makers nothing */
  addedFen: number
  /** completed sales of one seller to one buyer each */
  sales: number
  pieces: number
  /** sellers with at least one completed sale */
  sellers: number
}

type ImpactRow = {
  makersFen: bigint
  commissionFen: bigint
  postageFen: bigint
  addedFen: bigint
  sales: number
  pieces: number
  sellers: number
}

/** Sums over the sales whose return window is over, reversals included. Reads no person and no household. */
export async function findImpact(): Promise<Impact> {
  const [row] = await prisma.$queryRaw<ImpactRow[]>`
    WITH done AS (SELECT id, "sellerId" FROM "SellerOrder" WHERE status = 'completed'),
    parts AS (SELECT e.purpose, -sum(e."amountMinor") AS fen FROM done JOIN "LedgerTransaction" t ON t."sellerOrderId" = done.id
      JOIN "LedgerEntry" e ON e."transactionId" = t.id AND e.currency = 'CNY' AND e.purpose IN ('share', 'commission', 'postage') GROUP BY e.purpose)
    SELECT coalesce((SELECT fen FROM parts WHERE purpose = 'share'), 0)::bigint AS "makersFen",
      coalesce((SELECT fen FROM parts WHERE purpose = 'commission'), 0)::bigint AS "commissionFen",
      coalesce((SELECT fen FROM parts WHERE purpose = 'postage'), 0)::bigint AS "postageFen",
      (SELECT coalesce(sum(l."borneFen"), 0) FROM done JOIN "OrderLine" l ON l."sellerOrderId" = done.id)::bigint
        - (SELECT coalesce(sum(r."borneFen"), 0) FROM done JOIN "RefundLine" r ON r."sellerOrderId" = done.id)::bigint AS "addedFen",
      (SELECT count(*) FROM done)::int AS sales, (SELECT count(DISTINCT "sellerId") FROM done)::int AS sellers,
      (SELECT coalesce(sum(l.quantity), 0) FROM done JOIN "OrderLine" l ON l."sellerOrderId" = done.id)::int AS pieces`
  if (!row) throw new Error('the ledger gave no sums')
  const { makersFen, commissionFen, postageFen, addedFen, ...counts } = row
  return {
    ...counts,
    makersFen: toSafeNumber(makersFen),
    commissionFen: toSafeNumber(commissionFen),
    postageFen: toSafeNumber(postageFen),
    paidFen: toSafeNumber(makersFen + commissionFen + postageFen - addedFen),
    addedFen: toSafeNumber(addedFen),
  }
}

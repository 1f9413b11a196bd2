import { dayOf, startOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { toSafeNumber } from '~/platform/money'
import { decidedBefore } from './decided-before.server'

/** Where the money of all completed sales went, fen, from the ledger. The three parts sum to what buyers paid and others added. */
export type Impact = {
  /** the goods less commission: makers' and shops' shares, and what of them is their brokers' */
  makersFen: number
  /** with its tax */
  commissionFen: number
  postageFen: number
  paidFen: number
  /** by the platform or a sponsor: promotions, and refunds that cost the makers nothing */
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

/** Sums up to yesterday over the sales whose return window is over and that statistics count, reversals included: a day's end tells no single sale. Reads no person and no household. */
export async function findImpact(): Promise<Impact> {
  const until = startOf(dayOf(await appNow()))
  const [row] = await prisma.$queryRaw<ImpactRow[]>`
    WITH done AS (SELECT "sellerOrderId" AS id, "sellerId" FROM "CountedSale" c WHERE "completedAt" < ${until} AND ${decidedBefore(until)}),
    parts AS (SELECT e.purpose, -sum(e."amountMinor") AS fen FROM done JOIN "LedgerTransaction" t ON t."sellerOrderId" = done.id AND t."occurredAt" < ${until}
      JOIN "LedgerEntry" e ON e."transactionId" = t.id AND e.currency = 'CNY' AND e.purpose IN ('share', 'broker', 'commission', 'commission_tax', 'postage') GROUP BY e.purpose),
    given AS (SELECT r.* FROM done JOIN "RefundLine" r ON r."sellerOrderId" = done.id JOIN "Refund" f ON f.id = r."refundId" WHERE f."createdAt" < ${until})
    SELECT coalesce((SELECT sum(fen) FROM parts WHERE purpose IN ('share', 'broker')), 0)::bigint AS "makersFen",
      coalesce((SELECT sum(fen) FROM parts WHERE purpose IN ('commission', 'commission_tax')), 0)::bigint AS "commissionFen",
      coalesce((SELECT fen FROM parts WHERE purpose = 'postage'), 0)::bigint AS "postageFen",
      (SELECT coalesce(sum(l."borneFen"), 0) FROM done JOIN "OrderLine" l ON l."sellerOrderId" = done.id)::bigint
        - (SELECT coalesce(sum("borneFen"), 0) FROM given)::bigint
        + (SELECT coalesce(sum("amountFen" + "borneFen" - "commissionFen"), 0) FROM given WHERE bearer = 'platform')::bigint AS "addedFen",
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

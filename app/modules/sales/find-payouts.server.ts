import { nextMonthStart, startOf } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'
import { toSafeNumber } from '~/platform/money'
import type { SalesScope } from './sales-scope.server'

/** Payments that arrived in a month, less those that the bank sent back in it. */
export type PayoutSums = { payments: number; fen: number }

/** What reached sellers of the place in the month, and people there who are paid for themselves (brokers, heirs), as the monthly return counts it. */
export async function findPayouts(tx: Tx, { month, place, filter }: SalesScope): Promise<PayoutSums> {
  const [row] = await tx.$queryRaw<{ payments: number; fen: bigint }[]>`
    SELECT count(*) FILTER (WHERE v.state = 'paid')::int AS payments, coalesce(sum(CASE v.state WHEN 'paid' THEN l."amountFen" ELSE -l."amountFen" END), 0)::bigint AS fen
    FROM "PayoutLineEvent" v JOIN "PayoutLine" l ON l.id = v."payoutLineId" JOIN "Party" y ON y.id = l."partyId"
    LEFT JOIN "Seller" s ON s.id = y."sellerId" LEFT JOIN "Person" p ON p.id = y."personId" JOIN "Region" r ON r.id = coalesce(s."regionId", p."regionId")
    WHERE v.state IN ('paid', 'returned') AND v.at >= ${startOf(month)} AND v.at < ${startOf(nextMonthStart(month))}
      AND r.path <@ (SELECT path FROM "Region" WHERE id = ${place.id}::uuid) AND (${filter.seller}::text IS NULL OR s.slug = ${filter.seller})`
  return { payments: row?.payments ?? 0, fen: toSafeNumber(row?.fen ?? 0n) }
}

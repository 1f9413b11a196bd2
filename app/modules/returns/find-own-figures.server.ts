import { type Day, nextMonthStart, startOf, toDateColumn } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'
import { toSafeNumber } from '~/platform/money'
import { type FigureName, type Figures, figuresFrom } from './figures'

type Row = { regionId: string } & Record<FigureName, bigint | number>

/**
 * What belongs to each of these places itself in a month, by what is booked and counted now: sales, pieces and what is given back of them where the seller was when they were earned, income where the earner was at home on the day of earning,
 * payments where the payee was when they arrived, openings where the shop was. Sales that may be between kin and are not decided, or were left out, are not in it. Money given back counts in the month in which it was. A place without
 * anything has zeros. The caller's scope holds the places.
 */
export async function findOwnFigures(
  tx: Tx,
  { month, regionIds }: { month: Day; regionIds: readonly string[] },
): Promise<Map<string, Figures>> {
  const ids = [...regionIds]
  const [from, to] = [startOf(month), startOf(nextMonthStart(month))]
  const [fromDay, toDay] = [toDateColumn(month), toDateColumn(nextMonthStart(month))]
  const rows = await tx.$queryRaw<Row[]>`
    WITH place AS (SELECT unnest(${ids}::uuid[]) AS id),
    sold AS (
      SELECT c."regionId", count(*) AS sales,
        sum((SELECT sum(l.quantity) FROM "OrderLine" l WHERE l."sellerOrderId" = c."sellerOrderId")
          - coalesce((SELECT sum(b.quantity) FROM "RefundLine" b JOIN "Refund" f ON f.id = b."refundId" WHERE b."sellerOrderId" = c."sellerOrderId" AND f."createdAt" < ${to}), 0)) AS pieces
      FROM "CountedSale" c
      WHERE c."regionId" = ANY(${ids}::uuid[]) AND c."completedAt" >= ${from} AND c."completedAt" < ${to}
        -- what was given back whole was no sale
        AND EXISTS (SELECT 1 FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id WHERE t."sellerOrderId" = c."sellerOrderId" AND t.kind = 'earned' AND e.purpose = 'share')
      GROUP BY c."regionId"),
    goods AS (
      SELECT c."regionId", -sum(e."amountMinor") AS fen FROM "CountedSale" c
      JOIN "LedgerTransaction" t ON t."sellerOrderId" = c."sellerOrderId" AND t."occurredAt" >= ${from} AND t."occurredAt" < ${to}
      JOIN "LedgerEntry" e ON e."transactionId" = t.id AND e.currency = 'CNY' AND e.purpose IN ('share', 'broker', 'commission', 'commission_tax')
      WHERE c."regionId" = ANY(${ids}::uuid[]) GROUP BY c."regionId"),
    share AS (
      SELECT a."regionId", a."personId", a."householdId", a."amountFen" FROM "CountedShare" a
      WHERE a."regionId" = ANY(${ids}::uuid[]) AND a."earnedOn" >= ${fromDay}::date AND a."earnedOn" < ${toDay}::date),
    earned AS (SELECT "regionId", sum("amountFen") AS fen FROM share GROUP BY "regionId"),
    earner AS (
      SELECT "regionId", count(*) AS people, sum(times) AS times, count(*) FILTER (WHERE first_earned_on("personId") >= ${fromDay}::date) AS fresh
      FROM (SELECT "regionId", "personId", count(*) FILTER (WHERE "amountFen" > 0) AS times FROM share WHERE "personId" IS NOT NULL
        GROUP BY "regionId", "personId" HAVING count(*) FILTER (WHERE "amountFen" > 0) > 0) one GROUP BY "regionId"),
    home AS (
      SELECT "regionId", count(*) AS households FROM (SELECT DISTINCT "regionId", "householdId" FROM share WHERE "householdId" IS NOT NULL AND "amountFen" > 0) one GROUP BY "regionId"),
    paid AS (
      SELECT v."regionId", count(*) FILTER (WHERE v.state = 'paid') AS payments, sum(CASE v.state WHEN 'paid' THEN l."amountFen" ELSE -l."amountFen" END) AS fen
      FROM "PayoutLineEvent" v JOIN "PayoutLine" l ON l.id = v."payoutLineId"
      WHERE v.state IN ('paid', 'returned') AND v.at >= ${from} AND v.at < ${to} AND v."regionId" = ANY(${ids}::uuid[]) GROUP BY 1),
    opened AS (
      SELECT e."regionId", count(*) AS sellers FROM "SellerEvent" e
      WHERE e.status = 'active' AND e."regionId" = ANY(${ids}::uuid[]) AND e.at >= ${from} AND e.at < ${to}
        AND NOT EXISTS (SELECT 1 FROM "SellerEvent" b WHERE b."sellerId" = e."sellerId" AND b.status = 'active' AND b.id < e.id) GROUP BY 1)
    SELECT place.id AS "regionId", coalesce(sold.sales, 0) AS sales, coalesce(sold.pieces, 0)::bigint AS pieces, coalesce(goods.fen, 0)::bigint AS "goodsFen",
      coalesce(earner.times, 0)::bigint AS earnings, coalesce(earner.people, 0) AS earners, coalesce(earner.fresh, 0) AS "newEarners", coalesce(home.households, 0) AS households,
      coalesce(earned.fen, 0)::bigint AS "incomeFen", coalesce(paid.payments, 0) AS payouts, coalesce(paid.fen, 0)::bigint AS "payoutsFen", coalesce(opened.sellers, 0) AS onboarded
    FROM place LEFT JOIN sold ON sold."regionId" = place.id LEFT JOIN goods ON goods."regionId" = place.id LEFT JOIN earned ON earned."regionId" = place.id
    LEFT JOIN earner ON earner."regionId" = place.id LEFT JOIN home ON home."regionId" = place.id LEFT JOIN paid ON paid."regionId" = place.id
    LEFT JOIN opened ON opened."regionId" = place.id`
  return new Map(rows.map((row) => [row.regionId, readFigures(row)]))
}

/** Figures as the database has them, as numbers. */
export function readFigures(row: Record<FigureName, bigint | number>): Figures {
  return figuresFrom((name) => {
    const value = row[name]
    return typeof value === 'bigint' ? toSafeNumber(value) : value
  })
}

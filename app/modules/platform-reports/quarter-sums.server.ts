import { type Day, startOf, toDateColumn } from '~/platform/calendar'
import { Prisma } from '~/platform/db/prisma.server'
import { quarterAfter } from './quarters'

/**
 * All sellers who were open before the quarter ended or had something booked in it, with what was earned and given back in it: from the ledger alone, counted on the day on which it was earned or decided. A person
 * who sells is named by her own name, as it is now. A query for the columns of PlatformReportRow without the report, in their order (`quarterColumns`). Needs the job scope `payout`.
 */
export function quarterSums(quarter: Day): Prisma.Sql {
  const next = quarterAfter(quarter)
  const [begin, end] = [startOf(quarter), startOf(next)]
  return Prisma.sql`
    WITH moved AS (
      SELECT s."sellerId", s.id AS part, t.kind = 'earned' AS "isEarned", e.purpose, -e."amountMinor" AS amount
      FROM "LedgerTransaction" t JOIN "SellerOrder" s ON s.id = t."sellerOrderId" JOIN "LedgerEntry" e ON e."transactionId" = t.id
      WHERE t."occurredAt" >= ${begin} AND t."occurredAt" < ${end} AND e.currency = 'CNY'
        AND e.purpose IN ('share', 'postage', 'broker', 'commission', 'commission_tax')),
    sums AS (
      SELECT "sellerId", count(DISTINCT part) FILTER (WHERE "isEarned")::int AS orders,
        coalesce(sum(amount) FILTER (WHERE "isEarned"), 0)::bigint AS income, coalesce(-sum(amount) FILTER (WHERE NOT "isEarned"), 0)::bigint AS refunds,
        coalesce(sum(amount) FILTER (WHERE purpose IN ('commission', 'commission_tax')), 0)::bigint AS commission,
        coalesce(sum(amount) FILTER (WHERE purpose = 'broker'), 0)::bigint AS broker,
        coalesce(sum(amount) FILTER (WHERE purpose IN ('share', 'postage')), 0)::bigint AS net
      FROM moved GROUP BY "sellerId")
    SELECT s.id AS "sellerId", s.kind, coalesce(owner.name, s."nameZh") AS name, owner.id AS "ownerId",
      coalesce(m.orders, 0) AS orders, coalesce(m.income, 0)::bigint AS "incomeFen", coalesce(m.refunds, 0)::bigint AS "refundsFen",
      coalesce(m.commission, 0)::bigint AS "commissionFen", coalesce(m.broker, 0)::bigint AS "brokerFen", coalesce(m.net, 0)::bigint AS "netFen"
    FROM "Seller" s LEFT JOIN sums m ON m."sellerId" = s.id
    LEFT JOIN LATERAL (
      SELECT p.id, p.name FROM "SellerPerson" sp JOIN "Person" p ON p.id = sp."personId"
      WHERE sp."sellerId" = s.id AND sp.role = 'owner' AND s.kind IN ('individual', 'workshop') AND sp."validFrom" < ${toDateColumn(next)}::date
      ORDER BY sp."validFrom" DESC, p.id LIMIT 1) owner ON true
    WHERE m."sellerId" IS NOT NULL OR (s.status IN ('active', 'paused') AND s."createdAt" < ${end})`
}

/** The columns of `quarterSums`. */
export const quarterColumns = Prisma.raw(
  [
    'sellerId',
    'kind',
    'name',
    'ownerId',
    'orders',
    'incomeFen',
    'refundsFen',
    'commissionFen',
    'brokerFen',
    'netFen',
  ]
    .map((name) => `"${name}"`)
    .join(', '),
)

import type { IncomeSource } from '~/generated/prisma/enums'
import { type Day, fromDateColumn, nextMonthStart, toDateColumn } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'
import { sum, toSafeNumber } from '~/platform/money'

/** One share of one order line, as it was fixed on the day of earning. */
export type IncomeRow = {
  id: string
  earnedOn: Day
  source: IncomeSource
  orderNumber: string | null
  titleZh: string | null
  titleEn: string | null
  quantity: number | null
  /** who made it; null outside the coordinator's region */
  personName: string | null
  /** the household's status of that day, in the words of its time */
  statusZh: string | null
  statusEn: string | null
  amountFen: number
}

export type HouseholdIncome = {
  rows: IncomeRow[]
  /** how many there are; rows shows the first 500 */
  count: number
  totalFen: number
  bySource: { source: IncomeSource; amountFen: number; count: number }[]
}

type FoundRow = Omit<IncomeRow, 'earnedOn' | 'amountFen'> & { earnedOn: Date; amountFen: bigint }

/**
 * A household's income of a month by the day of earning, opening into the order lines that made it. Only what lies in the caller's scope. `monthDay` is the
 * month's first day.
 */
export async function findHouseholdIncome(
  tx: Tx,
  { householdId, monthDay }: { householdId: string; monthDay: Day },
): Promise<HouseholdIncome> {
  const from = toDateColumn(monthDay)
  const to = toDateColumn(nextMonthStart(monthDay))
  const sums = await tx.incomeAttribution.groupBy({
    by: ['source'],
    where: { householdId, earnedOn: { gte: from, lt: to } },
    _sum: { amountFen: true },
    _count: true,
    orderBy: { source: 'asc' },
  })
  const rows = await tx.$queryRaw<FoundRow[]>`
    SELECT a.id, a."earnedOn", a.source::text AS source, o.number AS "orderNumber", l."titleZh", l."titleEn", m.quantity,
      p.name AS "personName", t.zh AS "statusZh", t.en AS "statusEn", a."amountFen"
    FROM "IncomeAttribution" a JOIN "LedgerEntry" e ON e.id = a."ledgerEntryId"
    LEFT JOIN "LineMaker" m ON m.id = a."lineMakerId" LEFT JOIN "OrderLine" l ON l.id = coalesce(m."orderLineId", e."orderLineId")
    LEFT JOIN "SellerOrder" s ON s.id = l."sellerOrderId" LEFT JOIN "Order" o ON o.id = s."orderId"
    LEFT JOIN "Person" p ON p.id = a."personId" LEFT JOIN LATERAL term_words(a."statusTermId", a."earnedOn") t ON true
    WHERE a."householdId" = ${householdId}::uuid AND a."earnedOn" >= ${from}::date AND a."earnedOn" < ${to}::date
    ORDER BY a."earnedOn", a.id LIMIT 500`
  return {
    bySource: sums.map(({ source, _sum, _count }) => ({
      source,
      amountFen: toSafeNumber(_sum.amountFen ?? 0n),
      count: _count,
    })),
    count: sums.reduce((total, { _count }) => total + _count, 0),
    totalFen: toSafeNumber(sum(sums.map(({ _sum }) => _sum.amountFen ?? 0n))),
    rows: rows.map((row) => ({
      ...row,
      earnedOn: fromDateColumn(row.earnedOn),
      amountFen: toSafeNumber(row.amountFen),
    })),
  }
}

import type { Actor } from '~/modules/auth/actor'
import {
  addDays,
  type Day,
  fromDateColumn,
  monthStart,
  nextMonthStart,
  toDateColumn,
} from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { findLeftOutSums, type LeftOutSums } from './find-left-out.server'
import { findPayouts, type PayoutSums } from './find-payouts.server'
import { findGroups, type SalesGroups } from './find-sales-groups.server'
import { asked, joined, openScope, type SalesScope } from './sales-scope.server'
import { noSales, readSums, type SalesSums, yearBefore } from './sales-sums'
import type { SalesFilter } from './schema'

export type SalesMonth = SalesSums & { month: Day }

export type SalesPage = {
  filter: SalesFilter & { month: string }
  month: Day
  isRunning: boolean
  /** the newest month that can be asked for */
  latest: Day
  place: { code: string; name: string; above: string | null }
  sums: SalesSums
  lastMonth: SalesMonth
  lastYear: SalesMonth
  /** the month and the twelve before it, oldest first */
  months: SalesMonth[]
  /** null where a filter asks for what a payment is not about: a craft, a base, a way of paying, a channel */
  payouts: PayoutSums | null
  leftOut: LeftOutSums
  groups: SalesGroups
}

/**
 * The sales of a month in her region, or a place of it, with the month before and the same month a year ago, by place, craft, seller, base, channel and way of paying. A sale counts on the day on which it is
 * earned, what is given back on its own day; what statistics do not count is left out, and how much that is is said. Sums are of the rows to the fen (`findSalesRows`). A place outside her region is not found.
 */
export async function findSales({
  actor,
  filter,
  locale,
  mostSellers,
}: {
  actor: Actor
  filter: SalesFilter
  locale: Locale
  /** so many sellers are named, those who sold most first */
  mostSellers: number
}): Promise<SalesPage> {
  return inScope(actor, async (tx) => {
    const scope = await openScope(tx, actor, filter)
    const { place, month, isRunning } = scope
    const months = await findMonths(tx, scope)
    const at = (day: Day) => months.find((one) => one.month === day) ?? { month: day, ...noSales }
    const { craft, base, paidBy, channel } = filter
    return {
      filter: scope.filter,
      month,
      isRunning,
      latest: scope.latest,
      place: {
        code: place.code,
        name: (locale === 'en' && place.nameEn) || place.nameZh,
        above: place.above,
      },
      sums: at(month),
      lastMonth: at(monthStart(addDays(month, -1))),
      lastYear: at(yearBefore(month)),
      months,
      payouts: (craft ?? base ?? paidBy ?? channel) ? null : await findPayouts(tx, scope),
      leftOut: await findLeftOutSums(tx, scope),
      groups: await findGroups(tx, scope, { locale, mostSellers }),
    }
  })
}

async function findMonths(tx: Tx, scope: SalesScope): Promise<SalesMonth[]> {
  const rows = await tx.$queryRaw<(Record<keyof SalesSums, bigint> & { month: Date })[]>`
    SELECT n.month::date AS month, coalesce(orders, 0)::bigint AS orders, coalesce(pieces, 0)::bigint AS pieces, coalesce("goodsFen", 0)::bigint AS "goodsFen",
      coalesce("returnedPieces", 0)::bigint AS "returnedPieces", coalesce("refundedFen", 0)::bigint AS "refundedFen"
    FROM generate_series(${toDateColumn(yearBefore(scope.month))}::date::timestamp, ${toDateColumn(scope.month)}::date::timestamp, interval '1 month') AS n(month) LEFT JOIN (
      SELECT date_trunc('month', d.day::timestamp) AS month, sum(d.orders) AS orders, sum(d.pieces) AS pieces, sum(d."goodsFen") AS "goodsFen", sum(d."returnedPieces") AS "returnedPieces", sum(d."refundedFen") AS "refundedFen"
      FROM "SalesDay" d ${joined('d', scope)}
      WHERE d."isWhole" = ${scope.filter.craft === null} AND d.day >= ${toDateColumn(yearBefore(scope.month))}::date AND d.day < ${toDateColumn(nextMonthStart(scope.month))}::date AND ${asked('d', scope)}
      GROUP BY 1) part USING (month) ORDER BY 1`
  return rows.map(({ month, ...sums }) => ({ month: fromDateColumn(month), ...readSums(sums) }))
}

import type { Actor } from '~/modules/auth/actor'
import { addDays, type Day, fromDateColumn, nextMonthStart, toDateColumn } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { asked, joined, openScope, type SalesScope } from './sales-scope.server'
import { readSums, type SalesSums } from './sales-sums'
import type { SalesFilter } from './schema'

/** One maker's part of an order on a day: sold, or given back. `orders` is 1 on the day of the sale. */
export type SalesRow = SalesSums & { day: Day; sellerOrderId: string; orderNumber: string; seller: string }

const perPage = 100

/**
 * The rows that a figure of `findSales` sums, by day; `next` is where the next page begins. Read from the order lines themselves, not from the kept sums. A place outside her region is not found.
 */
export async function findSalesRows({
  actor,
  filter,
  after,
  locale,
}: {
  actor: Actor
  filter: SalesFilter
  /** `<day>.<part>` of the last row seen */
  after: string | null
  locale: Locale
}): Promise<{
  filter: SalesFilter & { month: string }
  place: string
  month: Day
  rows: SalesRow[]
  next: string | null
}> {
  return inScope(actor, async (tx) => {
    const scope = await openScope(tx, actor, filter)
    const { place, month } = scope
    const from = toDateColumn(after?.slice(0, 10) ?? month)
    const part = after?.slice(11) ?? null
    const until = await findLastDay(tx, scope, { from, isBegun: after !== null })
    const rows = await tx.$queryRaw<
      (Record<keyof SalesSums, bigint> & {
        day: Date
        part: string
        number: string
        zh: string
        en: string
      })[]
    >`
      SELECT f.day, f."sellerOrderId" AS part, o.number, s."nameZh" AS zh, s."nameEn" AS en, max(f."isSale"::int)::bigint AS orders, sum(f.pieces)::bigint AS pieces, sum(f."goodsFen")::bigint AS "goodsFen",
        sum(f."returnedPieces")::bigint AS "returnedPieces", sum(f."refundedFen")::bigint AS "refundedFen"
      FROM "SalesFact" f ${joined('f')} JOIN "SellerOrder" so ON so.id = f."sellerOrderId" JOIN "Order" o ON o.id = so."orderId"
      WHERE f.day >= ${toDateColumn(month)}::date AND f.day >= ${from}::date AND f.day <= ${until}::date AND r.path <@ scope_region() AND ${asked('f', scope)}
        AND (${part}::uuid IS NULL OR (f.day, f."sellerOrderId") > (${from}::date, ${part}::uuid))
      GROUP BY f.day, f."sellerOrderId", o.number, s."nameZh", s."nameEn" ORDER BY f.day, f."sellerOrderId" LIMIT ${perPage + 1}`
    const shown = rows.slice(0, perPage)
    const last = shown.at(-1)
    return {
      filter: scope.filter,
      place: (locale === 'en' && place.nameEn) || place.nameZh,
      month,
      rows: shown.map(({ day, part: sellerOrderId, number, zh, en, ...sums }) => ({
        day: fromDateColumn(day),
        sellerOrderId,
        orderNumber: number,
        seller: locale === 'en' ? en : zh,
        ...readSums(sums),
      })),
      next: rows.length > perPage && last ? `${fromDateColumn(last.day)}.${last.part}` : null,
    }
  })
}

/** The day by which a page from this day on is surely full, by the kept sums, so that no more of a large month is read; the month's last if none is. Of a day that has begun nothing is taken for granted. */
async function findLastDay(
  tx: Tx,
  scope: SalesScope,
  { from, isBegun }: { from: Date; isBegun: boolean },
): Promise<Date> {
  const last = toDateColumn(addDays(nextMonthStart(scope.month), -1))
  const [full] = await tx.$queryRaw<{ day: Date }[]>`
    SELECT day FROM (
      SELECT d.day, sum(sum(d.orders)) OVER (ORDER BY d.day) AS orders FROM "SalesDay" d ${joined('d')}
      WHERE d."isWhole" = ${scope.filter.craft === null} AND d.day >= ${from}::date + ${isBegun ? 1 : 0}::int AND d.day <= ${last}::date AND ${asked('d', scope)}
      GROUP BY d.day) one WHERE orders > ${perPage} ORDER BY day LIMIT 1`
  return full?.day ?? last
}

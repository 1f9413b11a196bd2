import type { Actor } from '~/modules/auth/actor'
import { addDays, type Day, fromDateColumn, nextMonthStart, toDateColumn } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { asked, joined, ofWay, openScope, type SalesScope } from './sales-scope.server'
import { readSums, type SalesSums } from './sales-sums'
import type { SalesFilter } from './schema'

/** One maker's part of an order on a day: sold, or given back. `orders` is 1 on the day of the sale. */
export type SalesRow = SalesSums & { day: Day; sellerOrderId: string; orderNumber: string; seller: string }

const perPage = 100

/**
 * The rows that a figure of `findSales` sums, by day; `next` is where the next page begins. The kept sums say on which days of which makers they are; each is read from its own order lines, those of its page alone. A place outside her region is not found.
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
      WITH sold AS (
        SELECT d.day, d."sellerId", d."regionId", sum(d."returnedPieces" + d."refundedFen") > 0 AS "isReturned" FROM "SalesDay" d ${joined('d', scope)}
        WHERE d."isWhole" = ${scope.filter.craft === null} AND d.day >= ${toDateColumn(month)}::date AND d.day >= ${from}::date AND d.day <= ${until}::date AND ${asked('d', scope)} GROUP BY 1, 2, 3),
      part AS (
        SELECT sold.day, so.id FROM sold JOIN "SellerOrder" so ON so.status = 'completed' AND so."sellerId" = sold."sellerId" AND (so."completedAt" AT TIME ZONE 'Asia/Shanghai')::date = sold.day AND so."regionId" = sold."regionId"
        UNION SELECT sold.day, so.id FROM sold JOIN "Refund" f ON sold."isReturned" AND (f."createdAt" AT TIME ZONE 'Asia/Shanghai')::date = sold.day
          AND (f."createdAt" AT TIME ZONE 'Asia/Shanghai')::date BETWEEN ${from}::date AND ${until}::date JOIN "RefundLine" b ON b."refundId" = f.id
          JOIN "SellerOrder" so ON so.id = b."sellerOrderId" AND so."sellerId" = sold."sellerId" AND so."regionId" = sold."regionId")
      SELECT p.day, p.id AS part, o.number, s."nameZh" AS zh, s."nameEn" AS en, f.*
      FROM (SELECT day, id FROM part WHERE ${part}::uuid IS NULL OR (day, id) > (${from}::date, ${part}::uuid) ORDER BY day, id) p
      CROSS JOIN LATERAL (
        SELECT max(f."isSale"::int)::bigint AS orders, sum(f.pieces)::bigint AS pieces, sum(f."goodsFen")::bigint AS "goodsFen", sum(f."returnedPieces")::bigint AS "returnedPieces", sum(f."refundedFen")::bigint AS "refundedFen"
        FROM "SalesFact" f WHERE f."sellerOrderId" = p.id AND f.day = p.day AND ${ofWay('f', scope)} HAVING count(*) > 0) f
      JOIN "SellerOrder" so ON so.id = p.id JOIN "Order" o ON o.id = so."orderId" JOIN "Seller" s ON s.id = so."sellerId"
      ORDER BY p.day, p.id LIMIT ${perPage + 1}`
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
      SELECT d.day, sum(sum(d.orders)) OVER (ORDER BY d.day) AS orders FROM "SalesDay" d ${joined('d', scope)}
      WHERE d."isWhole" = ${scope.filter.craft === null} AND d.day >= ${from}::date + ${isBegun ? 1 : 0}::int AND d.day <= ${last}::date AND ${asked('d', scope)}
      GROUP BY d.day) one WHERE orders > ${perPage} ORDER BY day LIMIT 1`
  return full?.day ?? last
}

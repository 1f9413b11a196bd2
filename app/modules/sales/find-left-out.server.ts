import type { Actor } from '~/modules/auth/actor'
import { type Day, fromDateColumn, nextMonthStart, toDateColumn } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { toSafeNumber } from '~/platform/money'
import { asked, joinedBase, openScope, type SalesScope } from './sales-scope.server'
import type { SalesFilter } from './schema'

/** Sales between kin, or suspected to be: in no figure. `waiting` of them nobody has looked at. */
export type LeftOutSums = { orders: number; waiting: number; goodsFen: number }

/** One maker's part of an order that is not counted. */
export type LeftOutRow = {
  day: Day
  sellerOrderId: string
  orderNumber: string
  seller: string
  pieces: number
  goodsFen: number
  isDecided: boolean
}

const perPage = 100

/** The lines of sales that would be facts, had they not been flagged, with the columns that `asked` speaks of. A sale that was given back whole before it was earned would be none. */
const lines = Prisma.sql`(
  SELECT so.id AS "sellerOrderId", o.number, so."sellerId", so."regionId", (so."completedAt" AT TIME ZONE 'Asia/Shanghai')::date AS day, p."craftId", w.channel, w."paidBy",
    l.quantity AS pieces, l."amountFen" - l."discountFen" + l."borneFen" AS "goodsFen", g."isDecided"
  FROM "LeftOutSale" g JOIN "SellerOrder" so ON so.id = g."sellerOrderId" JOIN "Order" o ON o.id = so."orderId" JOIN "OrderWay" w ON w."orderId" = o.id JOIN "OrderLine" l ON l."sellerOrderId" = so.id
  LEFT JOIN "Variant" v ON v.id = l."variantId" LEFT JOIN "Product" p ON p.id = v."productId"
  WHERE so.status = 'completed'
    AND so."itemsFen" - so."discountFen" > coalesce((SELECT sum(b."amountFen") FROM "RefundLine" b JOIN "Refund" f ON f.id = b."refundId"
      WHERE b."sellerOrderId" = so.id AND b."orderLineId" IS NOT NULL AND f."createdAt" <= so."completedAt"), 0))`

const within = (scope: SalesScope) =>
  Prisma.sql`f.day >= ${toDateColumn(scope.month)}::date AND f.day < ${toDateColumn(nextMonthStart(scope.month))}::date AND ${asked('f', scope)}`

/** What would be of this month and of what the filter asks for, within her region. */
export async function findLeftOutSums(tx: Tx, scope: SalesScope): Promise<LeftOutSums> {
  const [row] = await tx.$queryRaw<{ orders: number; waiting: number; fen: bigint }[]>`
    SELECT count(DISTINCT f."sellerOrderId")::int AS orders, (count(DISTINCT f."sellerOrderId") FILTER (WHERE NOT f."isDecided"))::int AS waiting, coalesce(sum(f."goodsFen"), 0)::bigint AS fen
    FROM ${lines} f ${joinedBase('f')} WHERE ${within(scope)}`
  return { orders: row?.orders ?? 0, waiting: row?.waiting ?? 0, goodsFen: toSafeNumber(row?.fen ?? 0n) }
}

/** The rows behind them, by day; `next` is where the next page begins. A place outside her region is not found. */
export async function findLeftOutRows({
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
  rows: LeftOutRow[]
  next: string | null
}> {
  return inScope(actor, async (tx) => {
    const scope = await openScope(tx, actor, filter)
    const { place, month } = scope
    const from = toDateColumn(after?.slice(0, 10) ?? month)
    const part = after?.slice(11) ?? null
    const rows = await tx.$queryRaw<
      (Omit<LeftOutRow, 'day' | 'orderNumber' | 'seller' | 'goodsFen'> & {
        day: Date
        number: string
        zh: string
        en: string
        fen: bigint
      })[]
    >`
      SELECT f.day, f."sellerOrderId", f.number, s."nameZh" AS zh, s."nameEn" AS en, sum(f.pieces)::int AS pieces, sum(f."goodsFen")::bigint AS fen, bool_and(f."isDecided") AS "isDecided"
      FROM ${lines} f ${joinedBase('f')}
      WHERE ${within(scope)} AND (${part}::uuid IS NULL OR (f.day, f."sellerOrderId") > (${from}::date, ${part}::uuid))
      GROUP BY f.day, f."sellerOrderId", f.number, s."nameZh", s."nameEn" ORDER BY f.day, f."sellerOrderId" LIMIT ${perPage + 1}`
    const shown = rows.slice(0, perPage)
    const last = shown.at(-1)
    return {
      filter: scope.filter,
      place: (locale === 'en' && place.nameEn) || place.nameZh,
      month,
      rows: shown.map(({ day, number, zh, en, fen, ...row }) => ({
        ...row,
        day: fromDateColumn(day),
        orderNumber: number,
        seller: locale === 'en' ? en : zh,
        goodsFen: toSafeNumber(fen),
      })),
      next: rows.length > perPage && last ? `${fromDateColumn(last.day)}.${last.sellerOrderId}` : null,
    }
  })
}

import { addDays, type Day, monthStart, nextMonthStart, toDateColumn } from '~/platform/calendar'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { toSafeNumber } from '~/platform/money'
import type { GroupKind } from './group-names'
import { asked, joinedBase, type SalesScope, wayOf } from './sales-scope.server'
import { readSums, type SalesSums, yearBefore } from './sales-sums'

/** One place, craft, seller, base, channel or way of paying. `key` is its word in the address; `none` for goods or makers without one. */
export type SalesGroup = SalesSums & {
  key: string
  /** '' where only the key has a name */
  name: string
  lastMonthFen: number
  lastYearFen: number
}

/** Of `seller` no more than were asked for, and how many there are. */
export type SalesGroups = Record<GroupKind, SalesGroup[]> & { sellers: number }

type Row = Record<keyof SalesSums, bigint> & {
  kind: GroupKind
  key: string
  zh: string
  en: string | null
  lastMonthFen: bigint
  lastYearFen: bigint
  all: number
}

/** The days that are compared: of the month, of the month before and of the same month a year ago. */
function comparedDays(month: Day) {
  return {
    day: toDateColumn(month),
    next: toDateColumn(nextMonthStart(month)),
    before: toDateColumn(monthStart(addDays(month, -1))),
    yearAgo: toDateColumn(yearBefore(month)),
    yearAgoNext: toDateColumn(nextMonthStart(yearBefore(month))),
  }
}

/** The ids of all sellers that findGroups would name, in its order: for whoever reads so many that they are taken some at a time. */
export async function findSellersInOrder(tx: Tx, scope: SalesScope): Promise<string[]> {
  const { day, next, before, yearAgo, yearAgoNext } = comparedDays(scope.month)
  const [found] = await tx.$queryRaw<{ ids: string[] }[]>`
    SELECT coalesce(array_agg(id::text ORDER BY fen DESC, slug), '{}') AS ids FROM (
      SELECT s.id, s.slug, coalesce(sum(d."goodsFen") FILTER (WHERE d.day >= ${day}::date), 0) AS fen FROM "SalesDay" d ${joinedBase('d')}
      WHERE d."isWhole" = ${scope.filter.craft === null} AND (d.day >= ${before}::date AND d.day < ${next}::date OR d.day >= ${yearAgo}::date AND d.day < ${yearAgoNext}::date) AND ${asked('d', scope)}
      GROUP BY s.id, s.slug) one`
  return found?.ids ?? []
}

/** The month, the month before and the same of last year by every question at once, from the sums by day. With `sellerIds` of these sellers alone. */
export async function findGroups(
  tx: Tx,
  scope: SalesScope,
  { locale, mostSellers, sellerIds }: { locale: Locale; mostSellers: number; sellerIds?: readonly string[] },
): Promise<SalesGroups> {
  const { month, place, filter } = scope
  const { day, next, before, yearAgo, yearAgoNext } = comparedDays(month)
  const among = sellerIds ? Prisma.sql`AND d."sellerId" = ANY (${sellerIds}::uuid[])` : Prisma.empty
  // by craft every order counts in each of its crafts; by all else it counts once, but for the craft that the filter asks for
  const wanted = filter.craft === null
  const rows = await tx.$queryRaw<Row[]>`
    WITH part AS MATERIALIZED (
      SELECT d."isWhole", d."craftId", d."sellerId", d."regionId", b.id AS "baseId", d.channel::text AS channel, ${wayOf('d')} AS way,
        sum(d.orders) FILTER (WHERE d.day >= ${day}::date) AS orders, sum(d.pieces) FILTER (WHERE d.day >= ${day}::date) AS pieces,
        sum(d."goodsFen") FILTER (WHERE d.day >= ${day}::date) AS "goodsFen", sum(d."returnedPieces") FILTER (WHERE d.day >= ${day}::date) AS "returnedPieces",
        sum(d."refundedFen") FILTER (WHERE d.day >= ${day}::date) AS "refundedFen",
        sum(d."goodsFen") FILTER (WHERE d.day >= ${before}::date AND d.day < ${day}::date) AS "lastMonthFen", sum(d."goodsFen") FILTER (WHERE d.day < ${yearAgoNext}::date) AS "lastYearFen"
      FROM "SalesDay" d ${joinedBase('d')}
      WHERE ${wanted ? Prisma.sql`true` : Prisma.sql`NOT d."isWhole"`} AND (d.day >= ${before}::date AND d.day < ${next}::date OR d.day >= ${yearAgo}::date AND d.day < ${yearAgoNext}::date) AND ${asked('d', scope)} ${among}
      GROUP BY 1, 2, 3, 4, 5, 6, 7),
    once AS (SELECT * FROM part WHERE "isWhole" = ${wanted}),
    named AS (
      SELECT 'place' AS kind, p.code AS key, p."nameZh" AS zh, p."nameEn" AS en, once.* FROM once JOIN "Region" r ON r.id = once."regionId"
        JOIN "Region" p ON r.path <@ p.path AND (p."parentId" = ${place.id}::uuid OR (p.id = ${place.id}::uuid AND r.id = p.id))
      UNION ALL SELECT 'seller', s.slug, s."nameZh", s."nameEn", once.* FROM once JOIN "Seller" s ON s.id = once."sellerId"
      UNION ALL SELECT 'base', coalesce(b.slug, 'none'), coalesce(b."nameZh", ''), coalesce(b."nameEn", ''), once.* FROM once LEFT JOIN "Seller" b ON b.id = once."baseId"
      UNION ALL SELECT 'channel', channel, '', '', once.* FROM once
      UNION ALL SELECT 'paidBy', way, '', '', once.* FROM once
      UNION ALL SELECT 'craft', coalesce(k.code, 'none'), coalesce(k."nameZh", ''), coalesce(k."nameEn", ''), part.* FROM part LEFT JOIN "Craft" k ON k.id = part."craftId" WHERE NOT part."isWhole"),
    grouped AS (
      SELECT kind, key, zh, en, coalesce(sum(orders), 0)::bigint AS orders, coalesce(sum(pieces), 0)::bigint AS pieces, coalesce(sum("goodsFen"), 0)::bigint AS "goodsFen",
        coalesce(sum("returnedPieces"), 0)::bigint AS "returnedPieces", coalesce(sum("refundedFen"), 0)::bigint AS "refundedFen",
        coalesce(sum("lastMonthFen"), 0)::bigint AS "lastMonthFen", coalesce(sum("lastYearFen"), 0)::bigint AS "lastYearFen" FROM named GROUP BY kind, key, zh, en),
    placed AS (SELECT *, row_number() OVER (PARTITION BY kind ORDER BY "goodsFen" DESC, key) AS at, (count(*) OVER (PARTITION BY kind))::int AS all FROM grouped)
    SELECT kind, key, zh, en, orders, pieces, "goodsFen", "returnedPieces", "refundedFen", "lastMonthFen", "lastYearFen", placed.all FROM placed
    WHERE kind <> 'seller' OR at <= ${mostSellers} ORDER BY kind, CASE WHEN kind = 'place' THEN key END, "goodsFen" DESC, key`
  const of = (kind: GroupKind): SalesGroup[] =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ key, zh, en, lastMonthFen, lastYearFen, ...sums }) => ({
        ...readSums(sums),
        key,
        name: (locale === 'en' && en) || zh,
        lastMonthFen: toSafeNumber(lastMonthFen),
        lastYearFen: toSafeNumber(lastYearFen),
      }))
  return {
    place: of('place'),
    craft: of('craft'),
    seller: of('seller'),
    base: of('base'),
    channel: of('channel'),
    paidBy: of('paidBy'),
    sellers: rows.find(({ kind }) => kind === 'seller')?.all ?? 0,
  }
}

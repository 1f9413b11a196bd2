import { Prisma } from '~/platform/db/prisma.server'
import { isPiece } from './product-filter.server'

/** How many entries there are, as the database last reckoned. */
const entries = Prisma.sql`(SELECT greatest(reltuples, 0) FROM pg_class WHERE oid = '"SearchEntry"'::regclass)`

/**
 * So many entries of an ordered index are looked at one by one before matches are taken from the other index. Whatever the walk does not find is so rare that the other index has few of it: the
 * longer the walk, the fewer. Both cost the same where the walk grows with the root of the shop: 500 entries of 10,000, 5,000 of a million.
 */
const mostWalked = Prisma.sql`(SELECT least(greatest(5 * sqrt(${entries}), 250), 5000)::bigint)`

/** An order of SearchEntry `e`: one of its indexes, the same as an expression that no index has, and what lies beyond a cursor. */
export type EntryOrder = { order: Prisma.Sql; sorted: Prisma.Sql; beyond: Prisma.Sql }

/** The order of a list that nobody sorted. */
export const byScore: EntryOrder = {
  order: Prisma.sql`e.score DESC, e.id`,
  sorted: Prisma.sql`e.score + 0 DESC, e.id`,
  beyond: Prisma.sql`true`,
}

/** The beginning of an order with `condition` applied, `limit` matches at most. */
function walked(
  columns: Prisma.Sql,
  condition: Prisma.Sql,
  { order, beyond, most = mostWalked }: EntryOrder & { most?: Prisma.Sql },
  limit: Prisma.Sql,
): Prisma.Sql {
  return Prisma.sql`SELECT ${columns} FROM (SELECT * FROM "SearchEntry" e WHERE ${isPiece} AND ${beyond} ORDER BY ${order} LIMIT ${most}) e
    WHERE ${condition} ORDER BY ${order} LIMIT ${limit}`
}

/**
 * The first `limit` matches of an order. How many pieces a combination of filters has nobody can know beforehand, the planner least of all: so the order is walked a little, and when that does not
 * give enough, the matches are few, and all of them are found by the GIN index and sorted. Whether they are is asked outside of what finds them: inside, the database would start helpers for a part that is
 * never read. `columns` and `condition` are over `e` (SearchEntry).
 */
export function firstMatches(
  columns: Prisma.Sql,
  condition: Prisma.Sql,
  order: EntryOrder,
  limit: Prisma.Sql,
): Prisma.Sql {
  return Prisma.sql`(WITH walk AS MATERIALIZED (${walked(columns, condition, order, limit)})
    SELECT * FROM walk WHERE (SELECT count(*) FROM walk) >= ${limit}
    UNION ALL SELECT * FROM (SELECT ${columns} FROM "SearchEntry" e WHERE ${condition} AND ${order.beyond} ORDER BY ${order.sorted} LIMIT ${limit}) rare
      WHERE (SELECT count(*) FROM walk) < ${limit})`
}

/** Among so many walked entries this many matches mean that matches are common. */
const common = 100
/** For one match wanted so many entries are walked, at most: common ones may all lie at the beginning of the order. */
const mostForOne = 50

/**
 * Some matches, `limit` at most, in no order: of common ones those that the recommended order has first, of rare ones all by the GIN index. A walk that ends before there are enough has told all only where
 * the shop is so small that it came to the end of it; the shop's size is what the database last reckoned, so a doubled one still counts.
 */
export function someMatches(columns: Prisma.Sql, condition: Prisma.Sql, limit: number): Prisma.Sql {
  const most = mostForOne * limit
  return Prisma.sql`(WITH probe AS MATERIALIZED (SELECT count(*) >= ${common} AS "isCommon" FROM (${walked(Prisma.sql`e.id`, condition, byScore, Prisma.sql`${common}`)}) found),
    walk AS MATERIALIZED (SELECT * FROM (${walked(columns, condition, { ...byScore, most: Prisma.sql`(SELECT ${most}::bigint)` }, Prisma.sql`${limit}`)}) found WHERE (SELECT "isCommon" FROM probe)),
    whole AS MATERIALIZED (SELECT (SELECT "isCommon" FROM probe) AND (2 * ${entries} <= ${most} OR (SELECT count(*) FROM walk) >= ${limit}) AS "isWhole")
    SELECT * FROM walk WHERE (SELECT "isWhole" FROM whole)
    UNION ALL SELECT * FROM (SELECT ${columns} FROM "SearchEntry" e WHERE ${condition} ORDER BY ${byScore.sorted} LIMIT ${limit}) rare WHERE NOT (SELECT "isWhole" FROM whole))`
}

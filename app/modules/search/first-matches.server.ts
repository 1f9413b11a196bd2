import { Prisma } from '~/platform/db/prisma.server'
import { isPiece } from './product-filter.server'

/** So many entries of an ordered index are looked at one by one before matches are taken from the other index. */
const mostWalked = 5_000

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
  { order, beyond }: EntryOrder,
  limit: Prisma.Sql,
): Prisma.Sql {
  return Prisma.sql`SELECT ${columns} FROM (SELECT * FROM "SearchEntry" e WHERE ${isPiece} AND ${beyond} ORDER BY ${order} LIMIT ${mostWalked}) e
    WHERE ${condition} ORDER BY ${order} LIMIT ${limit}`
}

/**
 * The first `limit` matches of an order. How many pieces a combination of filters has nobody can know beforehand, the planner least of all: so the order is walked a little, and when that does not
 * give enough, the matches are few, and all of them are found by the GIN index and sorted. `columns` and `condition` are over `e` (SearchEntry).
 */
export function firstMatches(
  columns: Prisma.Sql,
  condition: Prisma.Sql,
  order: EntryOrder,
  limit: Prisma.Sql,
): Prisma.Sql {
  return Prisma.sql`(WITH walk AS MATERIALIZED (${walked(columns, condition, order, limit)})
    SELECT * FROM walk WHERE (SELECT count(*) FROM walk) >= ${limit}
    UNION ALL (SELECT ${columns} FROM "SearchEntry" e WHERE (SELECT count(*) FROM walk) < ${limit} AND ${condition} AND ${order.beyond}
      ORDER BY ${order.sorted} LIMIT ${limit}))`
}

/** Among so many walked entries this many matches mean that matches are common. */
const common = 100

/** Some matches, `limit` at most, in no order: of common ones those that the recommended order has first, of rare ones all by the GIN index. */
export function someMatches(columns: Prisma.Sql, condition: Prisma.Sql, limit: number): Prisma.Sql {
  return Prisma.sql`(WITH probe AS MATERIALIZED (SELECT count(*) >= ${common} AS "isCommon" FROM (${walked(Prisma.sql`e.id`, condition, byScore, Prisma.sql`${common}`)}) found)
    (SELECT ${columns} FROM "SearchEntry" e WHERE (SELECT "isCommon" FROM probe) AND ${condition} ORDER BY ${byScore.order} LIMIT ${limit})
    UNION ALL (SELECT ${columns} FROM "SearchEntry" e WHERE NOT (SELECT "isCommon" FROM probe) AND ${condition} ORDER BY ${byScore.sorted} LIMIT ${limit}))`
}

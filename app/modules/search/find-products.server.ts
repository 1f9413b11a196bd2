import { planAnew } from '~/platform/db/name-statements'
import { Prisma, prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { selectPieces } from './piece-sql.server'
import { type PieceRow, type PieceView, pieceView } from './piece-view'
import { matches, matchesWords, type Wanted } from './product-filter.server'
import { type Cursor, type ProductQuery, type Sort, writeProductQuery } from './product-query'

const pageSize = 24

/** One page of a list; `next` is the address of the following page as a query string, null on the last. */
export type ProductPage = { pieces: PieceView[]; next: string | null }

/**
 * One page of pieces on sale that match a query and the words it means. Keyset pages: pieces published meanwhile never shift or repeat what follows.
 * `withinCraft` stays inside one craft's page. One statement.
 */
export async function findProducts(
  query: ProductQuery,
  { wanted, locale, withinCraft = null }: { wanted: Wanted; locale: Locale; withinCraft?: string | null },
): Promise<ProductPage> {
  const filter = matches(query, { withinCraft })
  const hits =
    wanted.kind === 'terms' && query.sort === 'best'
      ? bestHits(wanted, filter, query.after)
      : sortedHits(query, Prisma.sql`${filter} AND ${matchesWords(wanted)}`)
  const rows = await prisma.$queryRaw<(PieceRow & { key: bigint })[]>`${planAnew}
    WITH page AS (${hits})
    SELECT pieces.*, page.key FROM (${selectPieces}) pieces JOIN page USING (id) ORDER BY page.place`
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  return {
    pieces: shown.map((row) => pieceView(row, locale)),
    next:
      rows.length > pageSize && last
        ? writeProductQuery(query, { after: { key: last.key, id: last.id } })
        : null,
  }
}

/** Above every score: a piece whose names have the words comes before all that only mention them. */
const named = 1_000_000_000n

/** For words in the recommended order: two lists by score, one behind the other. */
function bestHits(wanted: Wanted, filter: Prisma.Sql, after: Cursor | null): Prisma.Sql {
  const inNames = matchesWords(wanted, 'names')
  const isAmongNamed = after === null || after.key >= named
  const firstAfter = after && isAmongNamed ? { ...after, key: after.key - named } : null
  const score = Prisma.sql`e.score`
  const first = Prisma.sql`${inNames} AND ${isAmongNamed ? beyondFalling(score, firstAfter) : Prisma.sql`false`}`
  const second = Prisma.sql`${matchesWords(wanted)} AND NOT ${inNames} AND ${beyondFalling(score, isAmongNamed ? null : after)}`
  const branch = (condition: Prisma.Sql, plus: bigint, limit: Prisma.Sql) => Prisma.sql`
    (SELECT e.id, e.score + ${plus}::bigint AS key FROM "SearchEntry" e WHERE ${filter} AND ${condition} ORDER BY e.score DESC, e.id LIMIT ${limit})`
  const most = Prisma.sql`${pageSize + 1}::bigint`
  // the second list is not even begun while the first fills the page
  return Prisma.sql`
    WITH named AS MATERIALIZED ${branch(first, named, most)}
    SELECT id, key, row_number() OVER (ORDER BY key DESC, id) AS place FROM (
      SELECT * FROM named UNION ALL ${branch(second, 0n, Prisma.sql`${most} - (SELECT count(*) FROM named)`)}) hits
    ORDER BY key DESC, id`
}

function sortedHits({ sort, after }: ProductQuery, condition: Prisma.Sql): Prisma.Sql {
  const { key, order, beyond } = orderOf(sort, after)
  return Prisma.sql`
    SELECT e.id, ${key} AS key, row_number() OVER (ORDER BY ${order}) AS place FROM "SearchEntry" e
    WHERE ${condition} AND ${beyond} ORDER BY ${order} LIMIT ${pageSize + 1}`
}

/** A sorting: its whole-number key, the order with the id as the last word, and what lies beyond a cursor. Each is one index of SearchEntry. */
function orderOf(
  sort: Sort,
  after: Cursor | null,
): { key: Prisma.Sql; order: Prisma.Sql; beyond: Prisma.Sql } {
  if (sort === 'price' || sort === 'price-down') {
    const key = Prisma.sql`e."fromPriceFen"`
    const isRising = sort === 'price'
    return {
      key,
      order: isRising ? Prisma.sql`${key}, e.id` : Prisma.sql`${key} DESC, e.id DESC`,
      beyond: isRising ? beyondRising(key, after) : beyondBackwards(key, after),
    }
  }
  if (sort === 'new') {
    const key = Prisma.sql`e."publishedAt"`
    return {
      key: Prisma.sql`(extract(epoch FROM ${key}) * 1000)::bigint`,
      order: Prisma.sql`${key} DESC, e.id`,
      beyond: beyondFalling(key, after, (value) => Prisma.sql`to_timestamp(${value}::bigint / 1000.0)`),
    }
  }
  const key = sort === 'hours' ? Prisma.sql`e."makingMinutes"` : Prisma.sql`e.score`
  return {
    key: Prisma.sql`${key}::bigint`,
    order: Prisma.sql`${key} DESC, e.id`,
    beyond: beyondFalling(key, after),
  }
}

function beyondRising(key: Prisma.Sql, after: Cursor | null): Prisma.Sql {
  if (after === null) return Prisma.sql`true`
  return Prisma.sql`${key} >= ${after.key} AND (${key} > ${after.key} OR e.id > ${after.id}::uuid)`
}

function beyondBackwards(key: Prisma.Sql, after: Cursor | null): Prisma.Sql {
  if (after === null) return Prisma.sql`true`
  return Prisma.sql`${key} <= ${after.key} AND (${key} < ${after.key} OR e.id < ${after.id}::uuid)`
}

function beyondFalling(
  key: Prisma.Sql,
  after: Cursor | null,
  bound = (value: bigint) => Prisma.sql`${value}::bigint`,
): Prisma.Sql {
  if (after === null) return Prisma.sql`true`
  const value = bound(after.key)
  return Prisma.sql`${key} <= ${value} AND (${key} < ${value} OR e.id > ${after.id}::uuid)`
}

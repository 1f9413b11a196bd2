import { Prisma, prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { onSale, selectPieces } from './piece-sql.server'
import { type PieceRow, type PieceView, pieceView } from './piece-view'
import { isOfCraft, matches } from './product-filter.server'
import { type Cursor, type ProductQuery, type Sort, writeProductQuery } from './product-query'

const pageSize = 24

/** One page of a list; `next` is the address of the following page as a query string, null on the last. */
export type ProductPage = { pieces: PieceView[]; next: string | null }

/** One page of pieces on sale that match a query. Keyset pages: pieces published meanwhile never shift or repeat what follows. `withinCraft` stays inside one craft's page. One statement. */
export async function findProducts(
  query: ProductQuery,
  locale: Locale,
  withinCraft: string | null = null,
): Promise<ProductPage> {
  const { key, order, beyond } = orderOf(query.sort, query.after)
  const rows = await prisma.$queryRaw<(PieceRow & { key: bigint })[]>`
    WITH page AS (
      SELECT p.id, ${key} AS key, row_number() OVER (ORDER BY ${order}) AS place
      FROM "Product" p JOIN "Seller" s ON s.id = p."sellerId"
      WHERE ${onSale} AND ${matches(query)} AND ${isOfCraft(withinCraft ? [withinCraft] : [])} AND ${beyond} ORDER BY ${order} LIMIT ${pageSize + 1})
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

/** A sorting: its whole-number key, the order with the id as the last word, and what lies beyond a cursor. */
function orderOf(
  sort: Sort,
  after: Cursor | null,
): { key: Prisma.Sql; order: Prisma.Sql; beyond: Prisma.Sql } {
  if (sort === 'price') {
    const key = Prisma.sql`p."fromPriceFen"`
    return {
      key,
      order: Prisma.sql`${key}, p.id`,
      beyond: after ? beyondRising(key, after) : Prisma.sql`true`,
    }
  }
  if (sort === 'hours') {
    const key = Prisma.sql`coalesce(p."makingMinutes", 0)::bigint`
    return {
      key,
      order: Prisma.sql`${key} DESC, p.id`,
      beyond: after ? beyondFalling(key, Prisma.sql`${after.key}`, after.id) : Prisma.sql`true`,
    }
  }
  const at = Prisma.sql`p."publishedAt"`
  return {
    key: Prisma.sql`(extract(epoch FROM p."publishedAt") * 1000)::bigint`,
    order: Prisma.sql`${at} DESC, p.id`,
    beyond: after
      ? beyondFalling(at, Prisma.sql`${new Date(Number(after.key))}`, after.id)
      : Prisma.sql`true`,
  }
}

function beyondRising(key: Prisma.Sql, after: Cursor): Prisma.Sql {
  return Prisma.sql`${key} >= ${after.key} AND (${key} > ${after.key} OR p.id > ${after.id}::uuid)`
}

function beyondFalling(key: Prisma.Sql, value: Prisma.Sql, id: string): Prisma.Sql {
  return Prisma.sql`${key} <= ${value} AND (${key} < ${value} OR p.id > ${id}::uuid)`
}

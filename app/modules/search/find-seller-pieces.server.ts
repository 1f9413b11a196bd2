import { Prisma, prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { atMost, inTheShop, onSale, selectPieces } from './piece-sql.server'
import { type PieceRow, type PieceView, pieceView } from './piece-view'
import { pageSize, type Turn } from './product-query'
import { type TurnedPage, turnedPage } from './turned-page'

type FindSellerPiecesInput = {
  sellerSlug: string
  locale: Locale
  /** a piece that is on the page already */
  exceptSlug?: string
  take: number
}

/** The first of what one seller has on sale, newest first. One statement. */
export async function findSellerPieces({
  sellerSlug,
  locale,
  exceptSlug,
  take,
}: FindSellerPiecesInput): Promise<PieceView[]> {
  const others = exceptSlug === undefined ? Prisma.sql`true` : Prisma.sql`p.slug <> ${exceptSlug}`
  const rows = await readPieces(sellerSlug, Prisma.sql`${onSale} AND ${others}`, newestFirst, take)
  return rows.map((row) => pieceView(row, locale))
}

/** One page of a shop's own pieces. */
export type ShopPieces = Omit<TurnedPage<never>, 'shown'> & { pieces: PieceView[] }

type FindShopPiecesInput = {
  sellerSlug: string
  locale: Locale
  /** null = from the start */
  turn: Turn | null
}

/** One page of what a shop shows at its own address, newest first; also while it rests. One statement; one more, for the first page, where nothing is left beyond a turn. */
export async function findShopPieces({ sellerSlug, locale, turn }: FindShopPiecesInput): Promise<ShopPieces> {
  const beyond = turn === null ? Prisma.sql`true` : isBeyond(turn)
  const order = turn?.isBack ? oldestFirst : newestFirst
  const rows = await readPieces(sellerSlug, Prisma.sql`${inTheShop} AND ${beyond}`, order, pageSize + 1)
  if (turn !== null && rows.length === 0) return findShopPieces({ sellerSlug, locale, turn: null })
  const { shown, ...neighbours } = turnedPage(turn, rows)
  return { ...neighbours, pieces: shown.map((row) => pieceView(row, locale)) }
}

const newestFirst = Prisma.sql`p."publishedAt" DESC, p.id`
const oldestFirst = Prisma.sql`p."publishedAt", p.id DESC`

/** An address may name a moment that no date of JavaScript can write: the database counts it out. */
function isBeyond({ from, isBack }: Turn): Prisma.Sql {
  const at = Prisma.sql`to_timestamp(${from.key}::bigint / 1000.0)`
  return isBack
    ? Prisma.sql`p."publishedAt" >= ${at} AND (p."publishedAt" > ${at} OR p.id < ${from.id}::uuid)`
    : Prisma.sql`p."publishedAt" <= ${at} AND (p."publishedAt" < ${at} OR p.id > ${from.id}::uuid)`
}

/** In an order of theirs, which is that of one index of Product; the key is the moment of hanging, ms. */
async function readPieces(
  sellerSlug: string,
  condition: Prisma.Sql,
  order: Prisma.Sql,
  take: number,
): Promise<(PieceRow & { key: bigint })[]> {
  return prisma.$queryRaw<(PieceRow & { key: bigint })[]>`
    WITH page AS (
      SELECT p.id, (extract(epoch FROM p."publishedAt") * 1000)::bigint AS key, row_number() OVER (ORDER BY ${order}) AS place
      FROM "Product" p JOIN "Seller" s ON s.id = p."sellerId"
      WHERE p."sellerId" = (SELECT id FROM "Seller" WHERE slug = ${sellerSlug}) AND ${condition} ORDER BY ${order} ${atMost(take)})
    SELECT shown.*, page.key FROM (${selectPieces}) shown JOIN page ON page.id = shown.id ORDER BY page.place`
}

import { Prisma, prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { atMost, inTheShop, onSale, selectPieces } from './piece-sql.server'
import { type PieceRow, type PieceView, pieceView } from './piece-view'

type FindSellerPiecesInput = {
  sellerSlug: string
  locale: Locale
  /** a piece that is on the page already */
  exceptSlug?: string
  /** on the shop's own page its pieces are seen while it rests */
  alsoResting?: boolean
  take: number
}

/** What one seller has on sale, newest first. */
export async function findSellerPieces({
  sellerSlug,
  locale,
  exceptSlug,
  alsoResting = false,
  take,
}: FindSellerPiecesInput): Promise<PieceView[]> {
  const others = exceptSlug === undefined ? Prisma.sql`true` : Prisma.sql`p.slug <> ${exceptSlug}`
  const rows = await prisma.$queryRaw<PieceRow[]>`
    WITH page AS (
      SELECT p.id, row_number() OVER (ORDER BY p."publishedAt" DESC, p.id) AS place
      FROM "Product" p JOIN "Seller" s ON s.id = p."sellerId"
      WHERE s.slug = ${sellerSlug} AND ${alsoResting ? inTheShop : onSale} AND ${others} ORDER BY p."publishedAt" DESC, p.id ${atMost(take)})
    ${selectPieces}`
  return rows.map((row) => pieceView(row, locale))
}

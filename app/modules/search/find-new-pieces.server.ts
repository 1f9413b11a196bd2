import { Prisma, prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { onSale, selectPieces } from './piece-sql.server'
import { type PieceRow, type PieceView, pieceView } from './piece-view'

/** The newest piece of each craft, with its day. */
export const newestPieces = Prisma.sql`
  SELECT p.id, p."publishedAt" FROM "Craft" k CROSS JOIN LATERAL (
    SELECT p.id, p."publishedAt" FROM "Product" p JOIN "Seller" s ON s.id = p."sellerId"
    WHERE p."craftId" = k.id AND ${onSale} ORDER BY p."publishedAt" DESC, p.id LIMIT 1) p`

/** The newest piece of each craft, the newest crafts first: neighbours on a wall that never look alike. */
export async function findNewPieces(locale: Locale, take: number): Promise<PieceView[]> {
  const rows = await prisma.$queryRaw<PieceRow[]>`
    WITH newest AS (${newestPieces}),
    page AS (
      SELECT id, row_number() OVER (ORDER BY "publishedAt" DESC, id) AS place FROM newest ORDER BY "publishedAt" DESC, id LIMIT ${take})
    ${selectPieces}`
  return rows.map((row) => pieceView(row, locale))
}

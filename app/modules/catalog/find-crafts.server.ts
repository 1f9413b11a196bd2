import { mayBeSent, onSale } from '~/modules/search/piece-sql.server'
import { type PieceRow, pictureOfRow } from '~/modules/search/piece-view'
import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import type { PhotoData } from '~/ui/photo'

/** A craft as the swatch book shows it. */
export type CraftView = {
  code: string
  name: string
  /** one sentence about how it is made */
  sentence: string
  /** pieces on sale */
  count: number
  picture: PhotoData
}

type CraftRow = Pick<PieceRow, 'contentHash' | 'width' | 'height' | 'altZh' | 'altEn' | 'avifAt'> & {
  code: string
  nameZh: string
  nameEn: string
  sentenceZh: string
  sentenceEn: string
  count: number
}

/** All crafts in their order, each with the number of its pieces on sale. */
export async function findCrafts(locale: Locale): Promise<CraftView[]> {
  const rows = await prisma.$queryRaw<CraftRow[]>`
    SELECT k.code, k."nameZh", k."nameEn", k."sentenceZh", k."sentenceEn", m."contentHash", m.width, m.height, m."altZh", m."altEn", m."avifAt",
      coalesce(w.pieces, 0)::int AS count
    FROM "Craft" k LEFT JOIN "Media" m ON m.id = k."mediaId" AND ${mayBeSent}
    LEFT JOIN (SELECT p."craftId", count(*) AS pieces FROM "Product" p JOIN "Seller" s ON s.id = p."sellerId"
      WHERE ${onSale} GROUP BY p."craftId") w ON w."craftId" = k.id ORDER BY k.position, k.code`
  return rows.map((row) => craftView(row, locale))
}

function craftView(row: CraftRow, locale: Locale): CraftView {
  const name = locale === 'en' ? row.nameEn : row.nameZh
  return {
    code: row.code,
    name,
    sentence: locale === 'en' ? row.sentenceEn : row.sentenceZh,
    count: row.count,
    picture: pictureOfRow(row, locale, name),
  }
}

import { fillsScreenFrom } from '~/modules/media/picture'
import { mayBeSent, onSale } from '~/modules/search/piece-sql.server'
import { type PieceRow, pictureOfRow, wordsIn } from '~/modules/search/piece-view'
import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { toSafeNumber } from '~/platform/money'
import type { PhotoData } from '~/ui/photo'

/** The piece on the first screen. */
export type OpeningPiece = {
  slug: string
  title: string
  titleLang: 'zh-CN' | null
  sellerName: string
  county: string
  fromPriceFen: number
  picture: PhotoData
}

type OpeningRow = Pick<
  PieceRow,
  | 'slug'
  | 'titleZh'
  | 'titleEn'
  | 'sellerZh'
  | 'sellerEn'
  | 'countyZh'
  | 'countyEn'
  | 'fromPriceFen'
  | 'contentHash'
  | 'width'
  | 'height'
  | 'altZh'
  | 'altEn'
  | 'avifAt'
>

/** the newest pieces among which one is chosen */
const candidates = 300

/**
 * The piece whose picture fills the first screen: of the newest, one with a picture large enough to bleed; another one every season (`turn`). What has hung in the shop for
 * less than a week waits, so that nobody's first photo is the shop's face the moment it is approved. None that shows a maker at work: it is sent on with the shop's address.
 * null while nothing is on sale.
 */
export async function findOpeningPiece(locale: Locale, turn: string): Promise<OpeningPiece | null> {
  const [row] = await prisma.$queryRaw<OpeningRow[]>`
    WITH newest AS (
      SELECT p.id FROM "Product" p JOIN "Seller" s ON s.id = p."sellerId" WHERE ${onSale} ORDER BY p."publishedAt" DESC, p.id LIMIT ${candidates}),
    chosen AS (
      SELECT p.id, pm."mediaId" FROM newest JOIN "Product" p ON p.id = newest.id JOIN "ProductMedia" pm ON pm."productId" = p.id
      JOIN "Media" m ON m.id = pm."mediaId" AND ${mayBeSent}
      ORDER BY p."publishedAt" > app_now() - interval '7 days', least(m.width, ${fillsScreenFrom}) DESC, pm.position, md5(p.slug || ${turn}) LIMIT 1)
    SELECT p.slug, zh.title AS "titleZh", en.title AS "titleEn", s."nameZh" AS "sellerZh", s."nameEn" AS "sellerEn",
      g."nameZh" AS "countyZh", g."nameEn" AS "countyEn", p."fromPriceFen", m."contentHash", m.width, m.height, m."altZh", m."altEn", m."avifAt"
    FROM chosen JOIN "Product" p ON p.id = chosen.id JOIN "Media" m ON m.id = chosen."mediaId"
    JOIN "Seller" s ON s.id = p."sellerId" JOIN "Region" g ON g.id = s."countyId"
    JOIN "ProductText" zh ON zh."productId" = p.id AND zh.locale = 'zh-CN'
    LEFT JOIN "ProductText" en ON en."productId" = p.id AND en.locale = 'en' AND en."reviewedAt" IS NOT NULL`
  if (!row) return null
  const title = wordsIn(locale, row.titleZh, row.titleEn)
  return {
    slug: row.slug,
    title: title.text,
    titleLang: title.lang,
    sellerName: locale === 'en' ? row.sellerEn : row.sellerZh,
    county: wordsIn(locale, row.countyZh, row.countyEn).text,
    fromPriceFen: toSafeNumber(row.fromPriceFen),
    picture: pictureOfRow(row, locale, title.text),
  }
}

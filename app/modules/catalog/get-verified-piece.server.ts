import { type PieceRow, pictureOfRow, wordsIn } from '~/modules/search/piece-view'
import { type Day, dayOf } from '~/platform/calendar'
import { prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import type { Locale } from '~/platform/i18n/locale'
import type { PhotoData } from '~/ui/photo'

/** Where a piece with this number comes from. Nothing about a person but the shop. */
export type VerifiedPiece = {
  serial: string
  title: string
  titleLang: 'zh-CN' | null
  craft: { code: string; name: string }
  seller: { slug: string; name: string; seal: string; county: string; isOpen: boolean }
  /** the day on which a coordinator first approved it */
  approvedOn: Day
  /** null when it can be looked at no longer */
  slug: string | null
  picture: PhotoData
}

type VerifyRow = Pick<
  PieceRow,
  'titleZh' | 'titleEn' | 'contentHash' | 'width' | 'height' | 'altZh' | 'altEn' | 'avifAt'
> & {
  serial: string
  slug: string
  hasPage: boolean
  publishedAt: Date
  craftCode: string
  craftZh: string
  craftEn: string
  sellerSlug: string
  sellerZh: string
  sellerEn: string
  sealText: string
  isOpen: boolean
  countyZh: string
  countyEn: string | null
}

/** The piece that carries a number. Refuses (404) a number that no approved piece ever had. */
export async function getVerifiedPiece(serial: string, locale: Locale): Promise<VerifiedPiece> {
  const [row] = await prisma.$queryRaw<VerifyRow[]>`
    SELECT p.serial, p.slug, p.status IN ('on_sale', 'paused') AS "hasPage", p."publishedAt", k.code AS "craftCode", k."nameZh" AS "craftZh", k."nameEn" AS "craftEn",
      s.slug AS "sellerSlug", s."nameZh" AS "sellerZh", s."nameEn" AS "sellerEn", s."sealText", s.status = 'active' AS "isOpen",
      g."nameZh" AS "countyZh", g."nameEn" AS "countyEn",
      zh.title AS "titleZh", en.title AS "titleEn", m."contentHash", m.width, m.height, m."altZh", m."altEn", m."avifAt"
    FROM "Product" p JOIN "Craft" k ON k.id = p."craftId" JOIN "Seller" s ON s.id = p."sellerId" JOIN "Region" g ON g.id = s."countyId"
    JOIN "ProductText" zh ON zh."productId" = p.id AND zh.locale = 'zh-CN'
    LEFT JOIN "ProductText" en ON en."productId" = p.id AND en.locale = 'en' AND en."reviewedAt" IS NOT NULL
    LEFT JOIN LATERAL (SELECT m.* FROM "ProductMedia" pm JOIN "Media" m ON m.id = pm."mediaId" AND m.state = 'ready'
      WHERE pm."productId" = p.id ORDER BY pm.position LIMIT 1) m ON true
    WHERE p.serial = ${serial} AND p."publishedAt" IS NOT NULL`
  if (!row) throw new Refusal('shop.verifyNone', 404, { serial })
  const title = wordsIn(locale, row.titleZh, row.titleEn)
  return {
    serial: row.serial,
    title: title.text,
    titleLang: title.lang,
    craft: { code: row.craftCode, name: locale === 'en' ? row.craftEn : row.craftZh },
    seller: {
      slug: row.sellerSlug,
      name: locale === 'en' ? row.sellerEn : row.sellerZh,
      seal: row.sealText,
      county: wordsIn(locale, row.countyZh, row.countyEn).text,
      isOpen: row.isOpen,
    },
    approvedOn: dayOf(row.publishedAt),
    slug: row.hasPage ? row.slug : null,
    picture: pictureOfRow(row, locale, title.text),
  }
}

import { ProductParams } from '~/paths'
import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { findLikelyPieces, type LikelyPieces } from './find-likely-pieces.server'
import { findSellerPieces } from './find-seller-pieces.server'
import { onSale } from './piece-sql.server'
import { type PieceView, wordsIn } from './piece-view'
import { wholeRows } from './whole-rows'

/** What stands at the address of a piece that cannot be shown. */
export type Instead = {
  /** the piece that was there and was taken away for good; null: there never was one */
  gone: { title: string; sellerName: string; sellerSlug: string } | null
  /** pieces of the same maker, or those that the words of the address name, else new ones */
  pieces: PieceView[]
  likeness: 'maker' | LikelyPieces['likeness']
}

type GoneRow = {
  titleZh: string
  titleEn: string | null
  sellerSlug: string
  sellerZh: string
  sellerEn: string
  hasOthers: boolean
}

const shown = 8

/** What to show in place of a piece that is not there. Two statements at most; `slug` is whatever stands in the address. */
export async function findInstead({ slug, locale }: { slug: string; locale: Locale }): Promise<Instead> {
  const row = ProductParams.safeParse({ slug }).success ? await findGone(slug) : null
  const gone = row && {
    title: wordsIn(locale, row.titleZh, row.titleEn).text,
    sellerName: locale === 'en' ? row.sellerEn : row.sellerZh,
    sellerSlug: row.sellerSlug,
  }
  if (row?.hasOthers) {
    const others = await findSellerPieces({ sellerSlug: row.sellerSlug, locale, take: shown })
    return { gone, pieces: wholeRows(others), likeness: 'maker' }
  }
  const { pieces, likeness } = await findLikelyPieces(slug, locale, shown)
  return { gone, pieces: wholeRows(pieces), likeness }
}

/** A piece that was on sale once and was withdrawn, with what its maker has on sale today; of a shop that has closed nothing is said. */
async function findGone(slug: string): Promise<GoneRow | null> {
  const [row = null] = await prisma.$queryRaw<GoneRow[]>`
    SELECT zh.title AS "titleZh", en.title AS "titleEn", s.slug AS "sellerSlug", s."nameZh" AS "sellerZh", s."nameEn" AS "sellerEn",
      EXISTS (SELECT 1 FROM "Product" p WHERE p."sellerId" = s.id AND ${onSale}) AS "hasOthers"
    FROM "Product" gone JOIN "Seller" s ON s.id = gone."sellerId" JOIN "ProductText" zh ON zh."productId" = gone.id AND zh.locale = 'zh-CN'
    LEFT JOIN "ProductText" en ON en."productId" = gone.id AND en.locale = 'en' AND en."reviewedAt" IS NOT NULL
    WHERE gone.slug = ${slug} AND gone.status = 'withdrawn' AND gone."publishedAt" IS NOT NULL AND s.status <> 'closed'`
  return row
}

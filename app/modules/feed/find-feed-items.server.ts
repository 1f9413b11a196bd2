import { z } from 'zod'
import { MakeMode } from '~/generated/prisma/enums'
import { pictureOf } from '~/modules/media/picture'
import { makingDays } from '~/modules/rests/making-days'
import { queuedOfVariant } from '~/modules/rests/promise-sql.server'
import { mayBeSent } from '~/modules/search/piece-sql.server'
import { findPostageRule, postageOf } from '~/modules/settings/find-rules.server'
import { findSaleTerms } from '~/modules/settings/find-sale-terms.server'
import { paths } from '~/paths'
import { prisma } from '~/platform/db/prisma.server'
import { type Locale, localPath } from '~/platform/i18n/locale'
import type { FeedItem } from './feed-item'

/** pieces read at once */
const batchSize = 500
/** a feed may name ten further pictures of a piece */
const mostPictures = 11

const Picture = z.object({ contentHash: z.string(), width: z.number(), height: z.number() })

const Variant = z.object({
  id: z.string(),
  nameZh: z.string().nullable(),
  nameEn: z.string().nullable(),
  makeMode: z.enum(MakeMode),
  makeDays: z.number().nullable(),
  weeklyCapacity: z.number().nullable(),
  queued: z.number(),
  weightGrams: z.number().nullable(),
  free: z.number(),
  priceFen: z.number(),
})

type FeedRow = {
  id: string
  slug: string
  serial: string
  title: string
  story: string
  materials: string
  craft: string
  seller: string
  pictures: unknown
  variants: unknown
}

/** Every variant on sale as a product feed lists it, read in batches by key. In English only pieces whose English was reviewed; a piece without a picture is left out, since no feed takes it, and so is every picture of a maker at work, since what others keep cannot be taken back with her consent. */
export async function* findFeedItems(locale: Locale, origin: string): AsyncGenerator<FeedItem> {
  const [{ stockShipDays }, postage] = await Promise.all([findSaleTerms(), findPostageRule(prisma)])
  let after = '00000000-0000-0000-0000-000000000000'
  while (true) {
    const rows = await findRows(locale, after)
    for (const row of rows) {
      const variants = z.array(Variant).parse(row.variants)
      const pictures = picturesOf(row, locale, origin)
      if (pictures.length === 0) continue
      for (const variant of variants) {
        const name = (locale === 'en' ? variant.nameEn : null) ?? variant.nameZh
        const toOrder = variant.makeMode === 'made_to_order'
        const days = toOrder ? makingDays(variant) : stockShipDays
        yield {
          id: variants.length > 1 ? `${row.serial}-${variant.id.slice(-6)}` : row.serial,
          groupId: variants.length > 1 ? row.serial : null,
          title: name === null ? row.title : `${row.title} · ${name}`,
          description: row.story,
          address: origin + localPath(locale, paths.product({ slug: row.slug })),
          pictures,
          isAvailable: toOrder ? days !== null : variant.free > 0,
          priceFen: variant.priceFen,
          postageFen: Number(postageOf(postage, BigInt(variant.priceFen))),
          brand: row.seller,
          craft: row.craft,
          material: row.materials,
          weightGrams: variant.weightGrams,
          shipDays: days ?? stockShipDays,
        }
      }
    }
    const last = rows.at(-1)
    if (!last || rows.length < batchSize) return
    after = last.id
  }
}

function findRows(locale: Locale, after: string): Promise<FeedRow[]> {
  return prisma.$queryRaw<FeedRow[]>`
    SELECT p.id, p.slug, p.serial, t.title, t.story, t.materials,
      CASE WHEN ${locale} = 'en' THEN k."nameEn" ELSE k."nameZh" END AS craft, CASE WHEN ${locale} = 'en' THEN s."nameEn" ELSE s."nameZh" END AS seller,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('contentHash', m."contentHash", 'width', m.width, 'height', m.height) ORDER BY pm.position), '[]')
        FROM "ProductMedia" pm JOIN "Media" m ON m.id = pm."mediaId" AND ${mayBeSent} WHERE pm."productId" = p.id) AS pictures,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'nameZh', v."nameZh", 'nameEn', v."nameEn", 'makeMode', v."makeMode",
          'makeDays', v."makeDays", 'weeklyCapacity', v."weeklyCapacity", 'queued', ${queuedOfVariant}, 'weightGrams', v."weightGrams", 'free', greatest(coalesce(i."onHand" - i.reserved, 0), 0),
          'priceFen', r."unitPriceFen") ORDER BY v.position, v.id), '[]')
        FROM "Variant" v JOIN "PriceTier" r ON r."variantId" = v.id AND r.channel = 'retail' AND r."minQuantity" = 1
        LEFT JOIN "StockItem" i ON i."variantId" = v.id WHERE v."productId" = p.id AND v."retiredAt" IS NULL) AS variants
    FROM "Product" p JOIN "Craft" k ON k.id = p."craftId" JOIN "Seller" s ON s.id = p."sellerId"
      JOIN "ProductText" t ON t."productId" = p.id AND t.locale = ${locale} AND (${locale} <> 'en' OR t."reviewedAt" IS NOT NULL)
    WHERE p.id > ${after}::uuid AND p.status = 'on_sale' AND s.status = 'active' ORDER BY p.id LIMIT ${batchSize}`
}

function picturesOf({ pictures, title }: FeedRow, locale: Locale, origin: string): string[] {
  return z
    .array(Picture)
    .parse(pictures)
    .slice(0, mostPictures)
    .flatMap((picture) => {
      const widest = pictureOf({ ...picture, altZh: null, altEn: null, avifAt: null }, locale, title).jpeg.at(
        -1,
      )
      return widest ? [origin + widest.src] : []
    })
}

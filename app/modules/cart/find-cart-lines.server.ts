import type { MakeMode } from '~/generated/prisma/enums'
import { abroadTermsSql, type ReadAbroadTerms } from '~/modules/abroad/find-abroad-terms.server'
import { togetherOf } from '~/modules/bases/together-sql.server'
import { heldUntil } from '~/modules/catalog/held-sql.server'
import { isUnanswered } from '~/modules/catalog/unanswered-sql.server'
import { promotionsSql, type ReadPromotion } from '~/modules/promotions/find-promotion.server'
import type { Making } from '~/modules/rests/making-days'
import { queuedOfVariant, restsOfSeller } from '~/modules/rests/promise-sql.server'
import type { Rest } from '~/modules/rests/working-days'
import { mostPerLine } from '~/modules/search/availability'
import type { PieceRow } from '~/modules/search/piece-view'
import { type ReadSaleTerms, saleTermsSql } from '~/modules/settings/find-sale-terms.server'
import { Prisma, type Tx } from '~/platform/db/prisma.server'

/** A line as it was found: the piece, what is there of it, and where it comes from. */
export type CartLineRow = Pick<PieceRow, 'contentHash' | 'width' | 'height' | 'altZh' | 'altEn' | 'avifAt'> &
  Making & {
    variantId: string
    answersKey: string
    answers: unknown
    productId: string
    craftId: string
    shipsAbroad: boolean
    materialCodes: string[]
    weightGrams: number | null
    slug: string
    quantity: number
    isOffered: boolean
    isUnanswered: boolean
    makeMode: MakeMode
    rests: Rest[]
    free: number
    heldUntil: Date | null
    unitPriceFen: bigint | null
    seenFen: bigint | null
    titleZh: string
    titleEn: string | null
    variantZh: string | null
    variantEn: string | null
    sellerId: string
    sellerSlug: string
    sellerZh: string
    sellerEn: string
    countyZh: string
    countyEn: string | null
    togetherId: string | null
    togetherZh: string | null
    togetherEn: string | null
  }

/** What she asked of one of her carts. */
export type CartWish = { promoCode: string | null; services: unknown }

/** What is read with every line, once for all of them: her carts in the order of their ids, the promotions that the first code among them, or none, may bring, and the terms that hold now, also for parcels into where she wants it. */
type Beside = {
  carts: CartWish[]
  promotions: ReadPromotion[]
  terms: ReadSaleTerms
  abroad: ReadAbroadTerms | null
}

/**
 * The lines of some carts as one basket, those of one kind and the same answers together, in the order in which she began. One statement.
 * Its plan is made once: how many baskets they are is behind a SELECT, so that the planner reckons the same for one as for those it does not know; their lines come out of an array, of which it always
 * expects ten. A statement whose cost grows with the tables is planned anew until the average of all its plans has grown as well.
 */
export function findCartLines(
  tx: Tx,
  cartIds: readonly string[],
  country: string,
): Promise<(CartLineRow & Beside)[]> {
  const ids = Prisma.sql`ANY((SELECT ${[...cartIds]}::uuid[])::uuid[])`
  return tx.$queryRaw<(CartLineRow & Beside)[]>`
    SELECT l."variantId", l."answersKey", l.answers, l.quantity, l."seenFen", p.id AS "productId", p."craftId", p."shipsAbroad", p."materialCodes", v."weightGrams", p.slug, v."makeMode"::text AS "makeMode", v."makeDays",
      v."weeklyCapacity", ${queuedOfVariant} AS queued, ${restsOfSeller} AS rests,
      p.status = 'on_sale' AND s.status = 'active' AND v."retiredAt" IS NULL AND t.id IS NOT NULL AS "isOffered", ${isUnanswered} AS "isUnanswered",
      greatest(coalesce(i."onHand" - i.reserved, 0), 0) AS free, ${heldUntil} AS "heldUntil", t."unitPriceFen", zh.title AS "titleZh", en.title AS "titleEn",
      v."nameZh" AS "variantZh", v."nameEn" AS "variantEn", s.id AS "sellerId", s.slug AS "sellerSlug", s."nameZh" AS "sellerZh",
      s."nameEn" AS "sellerEn", g."nameZh" AS "countyZh", g."nameEn" AS "countyEn",
      base.id AS "togetherId", base."nameZh" AS "togetherZh", base."nameEn" AS "togetherEn",
      m."contentHash", m.width, m.height, m."altZh", m."altEn", m."avifAt",
      (SELECT jsonb_agg(jsonb_build_object('promoCode', c."promoCode", 'services', c.services) ORDER BY c.id) FROM "Cart" c WHERE c.id = ${ids}) AS carts,
      ${promotionsSql(Prisma.sql`(SELECT c."promoCode" FROM "Cart" c WHERE c.id = ${ids} AND c."promoCode" IS NOT NULL ORDER BY c.id LIMIT 1)`)} AS promotions, ${saleTermsSql()} AS terms, ${abroadTermsSql(country)} AS abroad
    FROM (SELECT "variantId", "answersKey", answers, least(sum(quantity), ${mostPerLine})::int AS quantity, min("addedAt") AS "addedAt",
      (array_agg("seenFen" ORDER BY "addedAt" DESC) FILTER (WHERE "seenFen" IS NOT NULL))[1] AS "seenFen"
      FROM unnest(ARRAY(SELECT c FROM "CartLine" c WHERE c."cartId" = ${ids})) c GROUP BY "variantId", "answersKey", answers) l JOIN "Variant" v ON v.id = l."variantId" JOIN "Product" p ON p.id = v."productId"
    JOIN "Seller" s ON s.id = p."sellerId" JOIN "Region" g ON g.id = s."countyId"
    JOIN "ProductText" zh ON zh."productId" = p.id AND zh.locale = 'zh-CN'
    LEFT JOIN "ProductText" en ON en."productId" = p.id AND en.locale = 'en' AND en."reviewedAt" IS NOT NULL
    LEFT JOIN "PriceTier" t ON t."variantId" = v.id AND t.channel = 'retail' AND t."minQuantity" = 1
    LEFT JOIN "StockItem" i ON i."variantId" = v.id
    LEFT JOIN "Seller" base ON base.id = ${togetherOf(Prisma.sql`s.id`)}
    LEFT JOIN LATERAL (SELECT m.* FROM "ProductMedia" pm JOIN "Media" m ON m.id = pm."mediaId" AND m.state = 'ready'
      WHERE pm."productId" = p.id ORDER BY pm.position LIMIT 1) m ON true
    ORDER BY l."addedAt", l."variantId", l."answersKey"`
}

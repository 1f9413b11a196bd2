import { Prisma } from '~/platform/db/prisma.server'
import { goesAbroad } from './product-filter.server'

/**
 * The parts that every list of pieces shares. `p` is the product, `s` its seller. Only public columns; a page of ids is chosen first, so that words,
 * pictures and stock are read for the pieces shown and no more.
 */

/** What may be shown to strangers: on sale, from a seller who is open. */
export const onSale = Prisma.sql`p.status = 'on_sale' AND s.status = 'active' AND p."fromPriceFen" IS NOT NULL`

/** What one shop shows: also while it rests. */
export const inTheShop = Prisma.sql`p.status = 'on_sale' AND s.status IN ('active', 'paused') AND p."fromPriceFen" IS NOT NULL`

/** Which pictures (`m`) leave the shop, with a link, in a feed or as the face of more than one shop: none that shows a maker at work. That one stands by her consent, and what is kept elsewhere cannot be taken back. */
export const mayBeSent = Prisma.sql`m.state = 'ready' AND m.shot IS DISTINCT FROM 'making'`

/** LIMIT, written out: whoever plans a statement once for all must know how few rows it is about, or reads whole tables. */
export function atMost(rows: number): Prisma.Sql {
  return Prisma.raw(`LIMIT ${Math.trunc(rows)}`)
}

/** Reads the pieces of the CTE `page` (id, place) as PieceRow, in their places. */
export const selectPieces = Prisma.sql`
  SELECT p.id, p.slug, zh.title AS "titleZh", en.title AS "titleEn", s."nameZh" AS "sellerZh", s."nameEn" AS "sellerEn",
    g."nameZh" AS "countyZh", g."nameEn" AS "countyEn", p."fromPriceFen", coalesce(v.highest, p."fromPriceFen") AS "highestFen",
    m."contentHash", m.width, m.height, m."altZh", m."altEn", m."avifAt", m.shot, v.ready, v.unique, v.days, coalesce(e."isShown" AND NOT (${goesAbroad}), false) AS "staysInside"
  FROM page JOIN "Product" p ON p.id = page.id LEFT JOIN "SearchEntry" e ON e.id = p.id JOIN "Seller" s ON s.id = p."sellerId" JOIN "Region" g ON g.id = s."countyId"
  JOIN "ProductText" zh ON zh."productId" = p.id AND zh.locale = 'zh-CN'
  LEFT JOIN "ProductText" en ON en."productId" = p.id AND en.locale = 'en' AND en."reviewedAt" IS NOT NULL
  LEFT JOIN LATERAL (SELECT m.* FROM "ProductMedia" pm JOIN "Media" m ON m.id = pm."mediaId" AND m.state = 'ready'
    WHERE pm."productId" = p.id ORDER BY pm.position LIMIT 1) m ON true
  CROSS JOIN LATERAL (SELECT
      coalesce(sum(i."onHand" - i.reserved) FILTER (WHERE v."makeMode" = 'stock'), 0)::int AS ready,
      coalesce(sum(i."onHand" - i.reserved) FILTER (WHERE v."makeMode" = 'one_of_a_kind'), 0)::int AS unique,
      min(making_days(v."makeDays", v."weeklyCapacity", v.id)) AS days, max(t."unitPriceFen") AS highest
    FROM "Variant" v LEFT JOIN "StockItem" i ON i."variantId" = v.id
    LEFT JOIN "PriceTier" t ON t."variantId" = v.id AND t.channel = 'retail' AND t."minQuantity" = 1
    WHERE v."productId" = p.id AND v."retiredAt" IS NULL) v
  ORDER BY page.place`

import { Prisma, prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { atMost, selectPieces } from './piece-sql.server'
import { type PieceRow, type PieceView, pieceView } from './piece-view'

type FindSimilarPiecesInput = {
  slug: string
  /** pieces that stand beside these on the page */
  beside: readonly string[]
  craftCode: string
  priceFen: number
  locale: Locale
  take: number
}

/** pieces of the craft looked at on each side of the price */
const mostLookedAt = 40
/** pieces of any craft that are passed on the way to those: a craft that is so rare about a price is looked for no further */
const mostWalked = 5_000

/**
 * Pieces of other makers like one: of its craft and about its price, those of the same material, for the same occasion, from the same county, to be had now
 * before others. None has the picture that this one, one beside or another of them leads with, and those of other colours take turns, so that neighbours never look the same.
 * One statement: the index of prices is read from the piece's own price up and down.
 */
export async function findSimilarPieces({
  slug,
  beside,
  craftCode,
  priceFen,
  locale,
  take,
}: FindSimilarPiecesInput): Promise<PieceView[]> {
  // behind a SELECT the planner reckons alike with what it knows and what it does not: the plan is made once
  const ofCraft = Prisma.sql`(SELECT ${[`craft:${craftCode}`]}::text[])`
  const price = Prisma.sql`(SELECT ${BigInt(priceFen)}::bigint)`
  const rows = await prisma.$queryRaw<PieceRow[]>`
    WITH self AS (
      SELECT p.id, p."sellerId", p."materialCodes", p."occasionCodes", s."countyId" FROM "Product" p JOIN "Seller" s ON s.id = p."sellerId" WHERE p.slug = ${slug}),
    looks AS (
      SELECT look.hash FROM "Product" p CROSS JOIN LATERAL (SELECT m."contentHash" AS hash FROM "ProductMedia" pm JOIN "Media" m ON m.id = pm."mediaId" AND m.state = 'ready'
        WHERE pm."productId" = p.id ORDER BY pm.position LIMIT 1) look WHERE p.slug = ANY(${[slug, ...beside]})),
    near AS (
      (SELECT * FROM (SELECT e.id, e."fromPriceFen", e.facets FROM "SearchEntry" e WHERE e."isShown" AND e.kind = 'product' AND e."fromPriceFen" >= ${price}
        ORDER BY e."fromPriceFen", e.id ${atMost(mostWalked)}) dearer WHERE facets @> ${ofCraft} ORDER BY "fromPriceFen", id ${atMost(mostLookedAt)})
      UNION ALL
      (SELECT * FROM (SELECT e.id, e."fromPriceFen", e.facets FROM "SearchEntry" e WHERE e."isShown" AND e.kind = 'product' AND e."fromPriceFen" < ${price}
        ORDER BY e."fromPriceFen" DESC, e.id DESC ${atMost(mostWalked)}) cheaper WHERE facets @> ${ofCraft} ORDER BY "fromPriceFen" DESC, id DESC ${atMost(mostLookedAt)})),
    ranked AS (
      SELECT p.id, p."colourCodes", coalesce(look.hash, p.id::text) AS hash,
        CASE WHEN p."materialCodes" && self."materialCodes" THEN 3 ELSE 0 END + CASE WHEN p."occasionCodes" && self."occasionCodes" THEN 2 ELSE 0 END
          + CASE WHEN s."countyId" = self."countyId" THEN 2 ELSE 0 END + CASE WHEN array_to_string(near.facets, ' ') LIKE '%made:%' THEN 2 ELSE 0 END
          - 4 * abs(ln(near."fromPriceFen"::numeric / greatest(${price}, 1))) AS likeness
      FROM near JOIN "Product" p ON p.id = near.id JOIN "Seller" s ON s.id = p."sellerId" CROSS JOIN self
      LEFT JOIN LATERAL (SELECT m."contentHash" AS hash FROM "ProductMedia" pm JOIN "Media" m ON m.id = pm."mediaId" AND m.state = 'ready'
        WHERE pm."productId" = p.id ORDER BY pm.position LIMIT 1) look ON true
      WHERE p.id <> self.id AND p."sellerId" <> self."sellerId" AND NOT EXISTS (SELECT 1 FROM looks WHERE looks.hash = look.hash)),
    apart AS (SELECT DISTINCT ON (hash) id, "colourCodes", likeness FROM ranked ORDER BY hash, likeness DESC, id),
    turns AS (SELECT id, likeness, row_number() OVER (PARTITION BY "colourCodes" ORDER BY likeness DESC, id) AS turn FROM apart),
    page AS (SELECT id, row_number() OVER (ORDER BY turn, likeness DESC, id) AS place FROM turns ORDER BY turn, likeness DESC, id ${atMost(take)})
    ${selectPieces}`
  return rows.map((row) => pieceView(row, locale))
}

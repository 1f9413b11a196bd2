import { VerifyParams } from '~/paths'
import { Prisma } from '~/platform/db/prisma.server'
import type { ProductQuery } from './product-query'
import { searchQuery } from './tokens'

/** The filters of a query as SQL conditions over `p` (product) and `s` (seller). */
export type ProductFilter = Pick<ProductQuery, 'q' | 'crafts' | 'counties' | 'modes' | 'minFen' | 'maxFen'>

/** Words: every one of them must occur in the piece; or its number, written whole. Words in which nothing can be looked for find nothing. */
export function matchesWords(q: string): Prisma.Sql {
  if (q === '') return Prisma.sql`true`
  const query = searchQuery(q)
  const serial = q.normalize('NFKC').toUpperCase()
  if (VerifyParams.safeParse({ serial }).success) return Prisma.sql`p.serial = ${serial}`
  return query === null ? Prisma.sql`false` : Prisma.sql`p.search @@ to_tsquery('simple', ${query})`
}

/** Crafts by their codes. The ids are looked up once, so that a list is still read in its order from the index and ends with its page. */
export function isOfCraft(codes: readonly string[]): Prisma.Sql {
  if (codes.length === 0) return Prisma.sql`true`
  return Prisma.sql`p."craftId" = ANY(ARRAY(SELECT id FROM "Craft" WHERE code = ANY(${[...codes]})))`
}

/** Counties by their statistical codes. */
export function isFromCounty(codes: readonly string[]): Prisma.Sql {
  if (codes.length === 0) return Prisma.sql`true`
  return Prisma.sql`s."countyId" = ANY(ARRAY(SELECT id FROM "Region" WHERE code = ANY(${[...codes]}) AND level = 'county'))`
}

/**
 * How it can be had now: ready on the shelf, made to order, or the only one and still there. A scalar look-up, not EXISTS: the planner would join
 * all variants before it takes a page.
 */
function isMadeSo(modes: readonly string[]): Prisma.Sql {
  if (modes.length === 0) return Prisma.sql`true`
  return Prisma.sql`(SELECT true FROM "Variant" v LEFT JOIN "StockItem" i ON i."variantId" = v.id WHERE v."productId" = p.id AND v."retiredAt" IS NULL
    AND v."makeMode"::text = ANY(${[...modes]}) AND (v."makeMode" = 'made_to_order' OR i."onHand" > i.reserved) LIMIT 1)`
}

/** Price from–to, both included, fen. */
export function costsBetween(minFen: bigint | null, maxFen: bigint | null): Prisma.Sql {
  const from = minFen === null ? Prisma.sql`true` : Prisma.sql`p."fromPriceFen" >= ${minFen}`
  const to = maxFen === null ? Prisma.sql`true` : Prisma.sql`p."fromPriceFen" <= ${maxFen}`
  return Prisma.sql`${from} AND ${to}`
}

/** All filters together. */
export function matches(filter: ProductFilter): Prisma.Sql {
  return Prisma.join(
    [
      matchesWords(filter.q),
      isOfCraft(filter.crafts),
      isFromCounty(filter.counties),
      isMadeSo(filter.modes),
      costsBetween(filter.minFen, filter.maxFen),
    ],
    ' AND ',
  )
}

import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { onSale } from './piece-sql.server'
import { wordsIn } from './piece-view'
import { costsBetween, isFromCounty, isOfCraft, matches, matchesWords } from './product-filter.server'
import type { ProductQuery } from './product-query'

/** Counting ends here: beyond, a list says "more than", and choices stand without a number. */
const mostCounted = 1000

/** A choice of a filter; `count` is what the list would hold with it and all other filters, null beyond what is counted. */
export type FacetChoice = { value: string; text: string; count: number | null; isChosen: boolean }

export type Facets = {
  /** pieces that match, at most mostCounted */
  total: number
  hasMore: boolean
  crafts: FacetChoice[]
  counties: FacetChoice[]
  /** values only: the words depend on the settings */
  modes: FacetChoice[]
}

type CountRow = {
  facet: 'total' | 'found' | 'craft' | 'county' | 'mode'
  value: string
  zh: string
  en: string | null
  count: number
}

/** How many pieces match, and how many each choice would show. One statement; `withinCraft` counts inside one craft's page. */
export async function findFacets(
  query: ProductQuery,
  locale: Locale,
  withinCraft: string | null = null,
): Promise<Facets> {
  const limit = mostCounted + 1
  const within = isOfCraft(withinCraft ? [withinCraft] : [])
  const rows = await prisma.$queryRaw<CountRow[]>`
    WITH base AS MATERIALIZED (
      SELECT p.id, p."craftId", s."countyId", ${isOfCraft(query.crafts)} AS craft_fits, ${isFromCounty(query.counties)} AS county_fits
      FROM "Product" p JOIN "Seller" s ON s.id = p."sellerId"
      WHERE ${onSale} AND ${matchesWords(query.q)} AND ${within} AND ${costsBetween(query.minFen, query.maxFen)} LIMIT ${limit}),
    found AS MATERIALIZED (
      SELECT b.*, v.modes, (${query.modes}::text[] = '{}' OR ${query.modes}::text[] && v.modes) AS mode_fits FROM base b CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(DISTINCT v."makeMode"::text), '{}') AS modes FROM "Variant" v LEFT JOIN "StockItem" i ON i."variantId" = v.id
        WHERE v."productId" = b.id AND v."retiredAt" IS NULL AND (v."makeMode" = 'made_to_order' OR i."onHand" > i.reserved)) v),
    counted AS (SELECT count(*)::int AS n FROM base)
    SELECT 'found' AS facet, '' AS value, '' AS zh, '' AS en, n AS count, 0 AS place FROM counted
    UNION ALL SELECT 'total', '', '', '', CASE WHEN n < ${limit} THEN (SELECT count(*)::int FROM found WHERE craft_fits AND county_fits AND mode_fits)
      ELSE (SELECT count(*)::int FROM (SELECT 1 FROM "Product" p JOIN "Seller" s ON s.id = p."sellerId"
        WHERE ${onSale} AND ${matches(query)} AND ${within} LIMIT ${limit}) matching) END, 0 FROM counted
    UNION ALL SELECT 'craft', k.code, k."nameZh", k."nameEn", count(f.id)::int, k.position
      FROM "Craft" k LEFT JOIN found f ON f."craftId" = k.id AND county_fits AND mode_fits GROUP BY k.id
    UNION ALL SELECT 'county', g.code, g."nameZh", g."nameEn", count(f.id)::int, 0
      FROM "Region" g LEFT JOIN found f ON f."countyId" = g.id AND craft_fits AND mode_fits
      WHERE g.id IN (SELECT "countyId" FROM "Seller" WHERE status = 'active') GROUP BY g.id
    UNION ALL SELECT 'mode', m.mode, '', '', count(f.id)::int, m.place::int
      FROM unnest(ARRAY['stock', 'made_to_order', 'one_of_a_kind']) WITH ORDINALITY m(mode, place)
      LEFT JOIN found f ON m.mode = ANY(f.modes) AND craft_fits AND county_fits GROUP BY m.mode, m.place
    ORDER BY place, value`
  return facetsOf(rows, query, locale)
}

function facetsOf(rows: readonly CountRow[], query: ProductQuery, locale: Locale): Facets {
  const countOf = (facet: CountRow['facet']) => rows.find((row) => row.facet === facet)?.count ?? 0
  const isCounted = countOf('found') <= mostCounted
  const choices = (facet: CountRow['facet'], chosen: readonly string[]) =>
    rows
      .filter((row) => row.facet === facet)
      .map((row) => ({
        value: row.value,
        text: wordsIn(locale, row.zh, row.en).text,
        count: isCounted ? row.count : null,
        isChosen: chosen.includes(row.value),
      }))
  return {
    total: Math.min(countOf('total'), mostCounted),
    hasMore: countOf('total') > mostCounted,
    crafts: choices('craft', query.crafts),
    counties: choices('county', query.counties),
    modes: choices('mode', query.modes),
  }
}

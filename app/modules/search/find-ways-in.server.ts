import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { type Occasion, occasions } from './attributes'
import { mostCounted } from './count-text'
import { wordsIn } from './piece-view'

/** Ways into the shop: each with the pieces that stand behind it, at most mostCounted + 1. */
export type WaysIn = {
  occasions: { code: Occasion; count: number }[]
  /** the counties of the city, where they have a square */
  counties: { code: string; name: string; count: number }[]
}

/** How many pieces there are for each occasion and from each county of the city whose makers sell here. One statement, each count on the one index. */
export async function findWaysIn(locale: Locale, countyCodes: readonly string[]): Promise<WaysIn> {
  const rows = await prisma.$queryRaw<
    { isPlace: boolean; code: string; zh: string; en: string | null; count: number }[]
  >`
    SELECT w."isPlace", w.code, w.zh, w.en, (SELECT count(*)::int FROM (SELECT 1 FROM "SearchEntry" e WHERE e."isShown" AND e.kind = 'product'
      AND e.facets @> ARRAY[CASE WHEN w."isPlace" THEN 'place:' ELSE 'occasion:' END || w.code] LIMIT ${mostCounted + 1}) hits) AS count
    FROM (SELECT true AS "isPlace", r.code, r."nameZh" AS zh, r."nameEn" AS en FROM "Region" r WHERE r.code = ANY(${[...countyCodes]})
      UNION ALL SELECT false, code, '', NULL FROM unnest(${[...occasions]}::text[]) code) w`
  const countOf = new Map(
    rows.flatMap(({ isPlace, code, count }) => (isPlace ? [] : [[code, count] as const])),
  )
  return {
    occasions: occasions.map((code) => ({ code, count: countOf.get(code) ?? 0 })),
    counties: rows.flatMap(({ isPlace, code, zh, en, count }) =>
      isPlace ? [{ code, name: wordsIn(locale, zh, en).text, count }] : [],
    ),
  }
}

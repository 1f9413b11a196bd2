import { planAnew } from '~/platform/db/name-statements'
import { Prisma, prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { wordsIn } from './piece-view'
import { searchQuery, wordsQuery } from './tokens'

const mostPieces = 6

/**
 * Names that are called as what was typed so far: of crafts, makers and pieces, in this order; first those that have its words, then those that only sound or begin like it. One statement, none for what cannot
 * be looked for.
 */
export async function findSuggestions(q: string, locale: Locale): Promise<string[]> {
  const [loose, words] = [searchQuery(q), wordsQuery(q)]
  if (loose === null) return []
  const says = (query: string | null) => Prisma.sql`e.names @@ to_tsquery('simple', ${query})`
  const rank = Prisma.sql`CASE WHEN ${says(words)} THEN 0 ELSE 1 END`
  const pieces = (query: string | null, how: 0 | 1) => Prisma.sql`
    (SELECT e.id, e.score, ${how}::int AS how FROM "SearchEntry" e WHERE e."isShown" AND e.kind = 'product' AND ${says(query)}
      ORDER BY e.score DESC, e.id LIMIT ${mostPieces})`
  const rows = await prisma.$queryRaw<{ zh: string; en: string | null }[]>`${planAnew}
    SELECT zh, en FROM (
      (SELECT k."nameZh" AS zh, k."nameEn" AS en, ${rank} AS how, 1 AS place, e.score, e.id FROM "SearchEntry" e JOIN "Craft" k ON k.id = e."craftId"
        WHERE e.kind = 'craft' AND e."isShown" AND ${says(loose)} ORDER BY 3, e.score DESC LIMIT 2)
      UNION ALL
      (SELECT s."nameZh", s."nameEn", ${rank}, 2, e.score, e.id FROM "SearchEntry" e JOIN "Seller" s ON s.id = e."sellerId"
        WHERE e.kind = 'maker' AND e."isShown" AND ${says(loose)} ORDER BY 3, e.score DESC, e.id LIMIT 2)
      UNION ALL
      (SELECT zh.title, en.title, e.how, 3, e.score, e.id FROM (
          SELECT id, score, min(how) AS how FROM (${pieces(words, 0)} UNION ALL ${pieces(loose, 1)}) found
          GROUP BY id, score ORDER BY 3, score DESC, id LIMIT ${mostPieces}) e
        JOIN "ProductText" zh ON zh."productId" = e.id AND zh.locale = 'zh-CN'
        LEFT JOIN "ProductText" en ON en."productId" = e.id AND en.locale = 'en' AND en."reviewedAt" IS NOT NULL)) named
    ORDER BY how, place, score DESC, id`
  return [...new Set(rows.map(({ zh, en }) => wordsIn(locale, zh, en).text))]
}

import { planAnew } from '~/platform/db/name-statements'
import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { wordsIn } from './piece-view'
import { searchQuery } from './tokens'

const mostPieces = 6

/** Names of crafts, makers and pieces, in this order, that are called as what was typed so far. One statement, none for what cannot be looked for. */
export async function findSuggestions(q: string, locale: Locale): Promise<string[]> {
  const terms = searchQuery(q)
  if (terms === null) return []
  const rows = await prisma.$queryRaw<{ zh: string; en: string | null }[]>`${planAnew}
    (SELECT k."nameZh" AS zh, k."nameEn" AS en FROM "SearchEntry" e JOIN "Craft" k ON k.id = e."craftId"
      WHERE e.kind = 'craft' AND e."isShown" AND e.names @@ to_tsquery('simple', ${terms}) ORDER BY e.score DESC LIMIT 2)
    UNION ALL
    (SELECT s."nameZh", s."nameEn" FROM "SearchEntry" e JOIN "Seller" s ON s.id = e."sellerId"
      WHERE e.kind = 'maker' AND e."isShown" AND e.names @@ to_tsquery('simple', ${terms}) ORDER BY e.score DESC, e.id LIMIT 2)
    UNION ALL
    (SELECT zh.title, en.title FROM (
        SELECT e.id, e.score FROM "SearchEntry" e WHERE e."isShown" AND e.kind = 'product' AND e.names @@ to_tsquery('simple', ${terms})
        ORDER BY e.score DESC, e.id LIMIT ${mostPieces}) e
      JOIN "ProductText" zh ON zh."productId" = e.id AND zh.locale = 'zh-CN'
      LEFT JOIN "ProductText" en ON en."productId" = e.id AND en.locale = 'en' AND en."reviewedAt" IS NOT NULL ORDER BY e.score DESC, e.id)`
  return [...new Set(rows.map(({ zh, en }) => wordsIn(locale, zh, en).text))]
}

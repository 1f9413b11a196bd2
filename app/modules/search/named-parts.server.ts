import { Prisma } from '~/platform/db/prisma.server'

/** Crafts and makers that words (a tsquery) name, as rows of facets: few, and apart from the pieces. */
export function namedParts(query: Prisma.Sql): Prisma.Sql[] {
  return [
    Prisma.sql`(SELECT 'named-craft' AS facet, k.code AS value, k."nameZh" AS zh, k."nameEn" AS en, '' AS note, 0 AS count, k.position AS place FROM "SearchEntry" e JOIN "Craft" k ON k.id = e."craftId"
      WHERE e.kind = 'craft' AND e."isShown" AND e.names @@ ${query} ORDER BY e.score DESC LIMIT 3)`,
    Prisma.sql`(SELECT 'named-maker', s.slug, s."nameZh", s."nameEn", concat_ws(E'\n', g."nameZh", g."nameEn"), 0, row_number() OVER (ORDER BY e.score DESC, e.id)::int
      FROM "SearchEntry" e JOIN "Seller" s ON s.id = e."sellerId" JOIN "Region" g ON g.id = s."countyId"
      WHERE e.kind = 'maker' AND e."isShown" AND e.names @@ ${query} ORDER BY e.score DESC, e.id LIMIT 4)`,
  ]
}

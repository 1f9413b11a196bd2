import type { Tx } from '~/platform/db/prisma.server'

/** A place as staff read it, from the county down: 榆中县 · 城关镇 · 上村. English names end where the register has none. */
export type PlaceName = { zh: string; en: string }

type NameRow = { id: string; zh: string; en: string }

/** The names of regions by id, county first; a city or province is named by itself. */
export async function findPlaceNames(tx: Tx, regionIds: readonly string[]): Promise<Map<string, PlaceName>> {
  const ids = [...new Set(regionIds)]
  if (ids.length === 0) return new Map()
  const rows = await tx.$queryRaw<NameRow[]>`
    SELECT r.id, string_agg(a."nameZh", ' · ' ORDER BY cardinality(a."ancestorIds")) AS zh,
      string_agg(coalesce(a."nameEn", a."nameZh"), ' · ' ORDER BY cardinality(a."ancestorIds")) AS en
    FROM "Region" r JOIN "Region" a ON a.id = ANY(r."ancestorIds")
    WHERE r.id = ANY(${ids}::uuid[]) AND (a.id = r.id OR a.level IN ('county', 'town', 'village')) GROUP BY r.id`
  return new Map(rows.map(({ id, zh, en }) => [id, { zh, en }]))
}

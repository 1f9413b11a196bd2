import { isUnchanging } from '~/platform/db/one-look.server'
import type { Tx } from '~/platform/db/prisma.server'

/** A place as staff read it, from the county down: 榆中县 · 城关镇 · 上村. English names end where the register has none. */
export type PlaceName = { zh: string; en: string }

type NameRow = { id: string; zh: string; en: string }

/** What transactions in which nothing changes have read. */
const known = new WeakMap<Tx, Map<string, PlaceName>>()

/** The names of regions by id, county first; a city or province is named by itself. */
export async function findPlaceNames(tx: Tx, regionIds: readonly string[]): Promise<Map<string, PlaceName>> {
  const wanted = [...new Set(regionIds)]
  const names = (isUnchanging(tx) && known.get(tx)) || new Map<string, PlaceName>()
  if (isUnchanging(tx)) known.set(tx, names)
  const ids = wanted.filter((id) => !names.has(id))
  if (ids.length === 0) return of(wanted, names)
  const rows = await tx.$queryRaw<NameRow[]>`
    SELECT r.id, string_agg(a."nameZh", ' · ' ORDER BY cardinality(a."ancestorIds")) AS zh,
      string_agg(coalesce(a."nameEn", a."nameZh"), ' · ' ORDER BY cardinality(a."ancestorIds")) AS en
    FROM "Region" r JOIN "Region" a ON a.id = ANY(r."ancestorIds")
    WHERE r.id = ANY(${ids}::uuid[]) AND (a.id = r.id OR a.level IN ('county', 'town', 'village')) GROUP BY r.id`
  for (const { id, zh, en } of rows) names.set(id, { zh, en })
  return of(wanted, names)
}

const of = (ids: readonly string[], names: Map<string, PlaceName>) =>
  new Map(
    ids.flatMap((id) => {
      const name = names.get(id)
      return name ? [[id, name] as const] : []
    }),
  )

import type { Tx } from '~/platform/db/prisma.server'

/** A village by name, former name or code within a region: its id, or why it is not one. */
export type VillageMatch = (village: string, town: string) => { id: string } | 'none' | 'several'

type VillageRow = { id: string; code: string; name: string; town: string; townNames: string[] }

/**
 * The villages of a region as lists write them: with or without 村, 村委会, 社区; by a former name, or one of a village that was merged (it leads to what replaced it); by the twelve digits
 * of the statistics bureau. A name that several have is told apart by its town, old or new.
 */
export async function matchVillages(tx: Tx, regionId: string): Promise<VillageMatch> {
  const rows = await tx.$queryRaw<VillageRow[]>`
    SELECT coalesce(r."replacedById", r.id) AS id, r.code, n.name, coalesce(p."nameZh", '') AS town,
      coalesce((SELECT array_agg(x.name) FROM "RegionName" x WHERE x."regionId" = p.id), '{}') AS "townNames"
    FROM "Region" r LEFT JOIN "Region" p ON p.id = r."parentId"
      CROSS JOIN LATERAL (SELECT r."nameZh" AS name UNION SELECT x.name FROM "RegionName" x WHERE x."regionId" = r.id) n
    WHERE r.level = 'village' AND r."ancestorIds" @> ARRAY[${regionId}::uuid]`
  const byName = new Map<string, VillageRow[]>()
  for (const row of rows) {
    for (const key of new Set([row.name, bare(row.name), row.code]))
      byName.set(key, [...(byName.get(key) ?? []), row])
  }
  return (village, town) => {
    // the whole name first: 南街村 and 南街社区 are two
    const found = byName.get(village.normalize('NFKC').replace(/\s/g, '')) ?? byName.get(bare(village)) ?? []
    const wanted = bare(town)
    const inTown =
      wanted === '' ? found : found.filter((row) => [row.town, ...row.townNames].map(bare).includes(wanted))
    const ids = new Set(inTown.map(({ id }) => id))
    const [id] = ids
    if (id === undefined) return 'none'
    return ids.size > 1 ? 'several' : { id }
  }
}

function bare(name: string): string {
  const text = name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/村(民委员会|委会|委)$/, '村')
    .replace(/(社区)?(居民委员会|居委会)$/, '')
  const short = text.replace(/(社区|村|镇|乡|街道)$/, '')
  return [...short].length >= 2 ? short : text
}

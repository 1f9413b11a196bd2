import type { Actor } from '~/modules/auth/actor'
import { findPlaceNames, type PlaceName } from '~/modules/regions/find-place-names.server'
import { prisma } from '~/platform/db/prisma.server'
import { administers } from './role-reach.server'

type RegionChoice = { id: string; place: PlaceName }

/** What may be given: areas, and, only by whoever administers everything, roles without one. */
export type RoleChoices = { regions: RegionChoice[]; isUnbound: boolean }

/** So many of what a name fits are offered; a longer one finds the others. */
const shown = 60

/** Areas for which somebody may be given a role: cities and counties, and those at every level whose name of today or of before, or whose code, has these words in it; none that is wider than her own administration. */
export async function findRoleChoices({ actor, q }: { actor: Actor; q: string }): Promise<RoleChoices> {
  return prisma.$transaction(async (tx) => {
    const found = await tx.$queryRaw<{ id: string }[]>`
      (SELECT r.id::text, r.code FROM "Region" r WHERE r."validTo" IS NULL AND r.level IN ('city', 'county') AND administers(${actor.userId}::uuid, r.id))
      UNION
      (SELECT r.id::text, r.code FROM "Region" r WHERE r."validTo" IS NULL AND r.level IN ('town', 'village') AND ${q} <> '' AND administers(${actor.userId}::uuid, r.id)
         AND (starts_with(r.code, ${q}) OR position(${q} in r."nameZh") > 0 OR position(lower(${q}) in lower(coalesce(r."nameEn", ''))) > 0
           OR EXISTS (SELECT 1 FROM "RegionName" n WHERE n."regionId" = r.id AND position(${q} in n.name) > 0))
       ORDER BY cardinality(r."ancestorIds"), r.code LIMIT ${shown})
      ORDER BY code`
    const names = await findPlaceNames(
      tx,
      found.map(({ id }) => id),
    )
    const regions = found.flatMap(({ id }) => {
      const place = names.get(id)
      return place ? [{ id, place }] : []
    })
    return { regions, isUnbound: await administers(tx, { actor, regionId: null }) }
  })
}

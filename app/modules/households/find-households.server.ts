import type { Actor } from '~/modules/auth/actor'
import { findPlaceNames, type PlaceName } from '~/modules/regions/find-place-names.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Prisma, type Tx } from '~/platform/db/prisma.server'

export type HouseholdRow = {
  id: string
  code: string
  place: PlaceName
  /** who belongs to it today, the head first; names outside the coordinator's region are left out */
  members: string[]
  memberCount: number
  /** the status of today in the words of its time, null without one */
  statusZh: string | null
  statusEn: string | null
}

type FoundRow = Omit<HouseholdRow, 'place'> & { regionId: string }

const pageSize = 30

/**
 * The register of the coordinator's region in the order of its codes, 30 a page; `q` is part of a code, of a member's name, or of the name of a town or village, also a former one. There is no other order: the
 * register ranks nobody. `next` is the code to go on from, or null.
 */
export function findHouseholds({
  actor,
  q,
  after,
}: {
  actor: Actor
  q: string
  after: string | null
}): Promise<{ rows: HouseholdRow[]; next: string | null }> {
  return inScope(actor, async (tx) => {
    const found = await findRows(tx, { actor, q, after })
    const page = found.slice(0, pageSize)
    const places = await findPlaceNames(
      tx,
      page.map(({ regionId }) => regionId),
    )
    return {
      next: found.length > pageSize ? (page.at(-1)?.code ?? null) : null,
      rows: page.map(({ regionId, ...row }) => ({
        ...row,
        place: places.get(regionId) ?? { zh: '', en: '' },
      })),
    }
  })
}

function findRows(
  tx: Tx,
  { actor, q, after }: { actor: Actor; q: string; after: string | null },
): Promise<FoundRow[]> {
  const today = Prisma.sql`(app_now() AT TIME ZONE 'Asia/Shanghai')::date`
  const matching = q
    ? Prisma.sql`AND (position(upper(${q}) in upper(h.code)) > 0 OR EXISTS (
        SELECT 1 FROM "HouseholdMember" m JOIN "Person" p ON p.id = m."personId"
        WHERE m."householdId" = h.id AND daterange(m."validFrom", m."validTo") @> ${today} AND position(${q} in p.name) > 0)
        OR EXISTS (SELECT 1 FROM "Region" a LEFT JOIN "RegionName" n ON n."regionId" = a.id
          WHERE a.id = ANY(r."ancestorIds") AND a.level IN ('town', 'village') AND (position(${q} in a."nameZh") > 0 OR position(${q} in n.name) > 0)))`
    : Prisma.empty
  return tx.$queryRaw<FoundRow[]>`
    SELECT h.id, h.code, h."regionId", coalesce(people.names, '{}') AS members, coalesce(people.count, 0)::int AS "memberCount",
      term.zh AS "statusZh", term.en AS "statusEn"
    FROM "Household" h JOIN "Region" r ON r.id = h."regionId" AND r."ancestorIds" @> ARRAY[${actor.regionId}::uuid]
    LEFT JOIN LATERAL (
      SELECT count(*) AS count, array_agg(p.name ORDER BY m.relation <> 'self', m."validFrom", m.id) FILTER (WHERE p.name IS NOT NULL) AS names
      FROM "HouseholdMember" m LEFT JOIN "Person" p ON p.id = m."personId"
      WHERE m."householdId" = h.id AND daterange(m."validFrom", m."validTo") @> ${today}) people ON true
    -- of each on the page alone: joined as a table, the status of every household of the country is asked for behind the walls
    LEFT JOIN LATERAL (SELECT "termId", "validFrom" FROM "HouseholdStatus" WHERE "householdId" = h.id AND daterange("validFrom", "validTo") @> ${today} LIMIT 1) s ON true
    LEFT JOIN LATERAL term_words(s."termId", s."validFrom") term ON true
    WHERE (${after}::text IS NULL OR h.code > ${after}) ${matching}
    ORDER BY h.code LIMIT ${pageSize + 1}`
}

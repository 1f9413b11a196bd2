import type { Actor } from '~/modules/auth/actor'
import { perPage } from '~/modules/claims/queue-page'
import { findPlaceNames, type PlaceName } from '~/modules/regions/find-place-names.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Prisma } from '~/platform/db/prisma.server'

/** A consent that its person has not given, or not to the text of today: somebody who wants to act for her asks, or she agreed to an older wording. */
export type UnconfirmedConsent = {
  key: string
  sellerId: string
  nameZh: string
  nameEn: string
  place: PlaceName
  why: 'mandate' | 'old_text'
  since: string
}

type FoundRow = Omit<UnconfirmedConsent, 'since' | 'place'> & { since: Date; regionId: string }

const newest = Prisma.sql`newest AS (SELECT kind, max(version) AS version FROM "TextVersion" WHERE kind LIKE 'public\\_%' AND "validFrom" <= app_now() GROUP BY kind)`

/** A mandate that the maker has not signed, and a consent to a wording that is not today's. */
const waiting = Prisma.sql`
  SELECT m.id::text AS key, near.id::text AS "sellerId", near."nameZh", near."nameEn", near."regionId", 'mandate' AS why, m."createdAt" AS since
  FROM "Mandate" m JOIN near ON near.id = m."sellerId"
  WHERE m."revokedAt" IS NULL AND m."signedByPrincipalAt" IS NULL AND (m."validTo" IS NULL OR m."validTo" > (app_now() AT TIME ZONE 'Asia/Shanghai')::date)
  UNION ALL
  SELECT c.id::text, near.id::text, near."nameZh", near."nameEn", near."regionId", 'old_text', c."givenAt"
  FROM near JOIN "SellerPerson" p ON p."sellerId" = near.id AND p.role = 'owner' AND p."validTo" IS NULL
    JOIN "Consent" c ON c."personId" = p."personId" AND c."withdrawnAt" IS NULL JOIN "TextVersion" t ON t.id = c."textVersionId"
    JOIN newest ON newest.kind = t.kind AND newest.version > t.version`

/** The shops of her region. */
const nearTo = ({ regionId }: Actor) =>
  Prisma.sql`near AS (SELECT s.id, s."nameZh", s."nameEn", s."regionId" FROM "Seller" s JOIN "Region" r ON r.id = s."regionId" AND r."ancestorIds" @> ARRAY[${regionId}::uuid] WHERE s.status <> 'closed')`

/** A page of the consents of the coordinator's region that wait for her who is asked, longest first. None without a region. */
export async function findUnconfirmed({
  actor,
  page = 1,
}: {
  actor: Actor
  page?: number
}): Promise<UnconfirmedConsent[]> {
  if (!actor.regionId) return []
  return inScope(actor, async (tx) => {
    const found = await tx.$queryRaw<FoundRow[]>`
      WITH ${nearTo(actor)}, ${newest} SELECT * FROM (${waiting}) AS waiting ORDER BY since, key LIMIT ${perPage} OFFSET ${(page - 1) * perPage}`
    const places = await findPlaceNames(
      tx,
      found.map(({ regionId }) => regionId),
    )
    return found.map(({ since, regionId, ...row }) => ({
      ...row,
      place: places.get(regionId) ?? { zh: '', en: '' },
      since: since.toISOString(),
    }))
  })
}

/** How many they are, however long the list. */
export async function countUnconfirmed({ actor }: { actor: Actor }): Promise<number> {
  if (!actor.regionId) return 0
  return inScope(actor, async (tx) => {
    const [sum] = await tx.$queryRaw<{ count: number }[]>`
      WITH ${nearTo(actor)}, ${newest} SELECT count(*)::int AS count FROM (${waiting}) AS waiting`
    return sum?.count ?? 0
  })
}

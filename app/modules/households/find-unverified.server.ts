import type { Actor } from '~/modules/auth/actor'
import { findPlaceNames, type PlaceName } from '~/modules/regions/find-place-names.server'
import { inScope } from '~/platform/db/in-scope.server'
import { unverifiedOwners } from './unverified.server'

/** A person whose sales count to no household until a coordinator has verified one, or that there is none. */
export type UnverifiedOwner = {
  personId: string
  name: string | null
  sellerId: string
  sellerNameZh: string
  sellerNameEn: string
  place: PlaceName
  /** since when her shop exists */
  since: string
  /** a link has been entered and only waits for verification */
  isPending: boolean
}

type FoundRow = Omit<UnverifiedOwner, 'place' | 'since'> & { regionId: string; createdAt: Date }

/** The people behind countUnverified, longest waiting first, 100 at most. Empty without a region. */
export async function findUnverified({ actor }: { actor: Actor }): Promise<UnverifiedOwner[]> {
  if (!actor.regionId) return []
  return inScope(actor, async (tx) => {
    const rows = await tx.$queryRaw<FoundRow[]>`
      SELECT p.id AS "personId", p.name, s.id AS "sellerId", s."nameZh" AS "sellerNameZh", s."nameEn" AS "sellerNameEn", s."regionId", s."createdAt",
        EXISTS (SELECT 1 FROM "HouseholdLink" l WHERE l."personId" = p.id AND l."verifiedAt" IS NULL AND l."validTo" IS NULL) AS "isPending"
      FROM ${unverifiedOwners(actor)} ORDER BY s."createdAt", s.id LIMIT 100`
    const places = await findPlaceNames(
      tx,
      rows.map(({ regionId }) => regionId),
    )
    return rows.map(({ regionId, createdAt, ...row }) => ({
      ...row,
      place: places.get(regionId) ?? { zh: '', en: '' },
      since: createdAt.toISOString(),
    }))
  })
}

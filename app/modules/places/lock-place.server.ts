import type { Actor } from '~/modules/auth/actor'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'

export type PlaceLevel = 'province' | 'city' | 'county' | 'town' | 'village'

export type LockedPlace = {
  id: string
  code: string
  level: PlaceLevel
  nameZh: string
  nameEn: string | null
  parentId: string | null
}

/** Two administrators who change places at once take turns; move_region takes the same lock. */
const placesLock = 710_312

/**
 * A place that exists, held until the transaction ends. Refuses one that the administrator's own area does not cover, and one that has ended; 404 for one that never was.
 */
export async function lockPlace(
  tx: Tx,
  { actor, code }: { actor: Actor; code: string },
): Promise<LockedPlace> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${placesLock}::bigint)`
  const [place] = await tx.$queryRaw<(LockedPlace & { hasEnded: boolean; isHers: boolean })[]>`
    SELECT r.id::text, r.code, r.level::text, r."nameZh", r."nameEn", r."parentId"::text, r."validTo" IS NOT NULL AS "hasEnded",
      administers(${actor.userId}::uuid, r.id) AS "isHers"
    FROM "Region" r WHERE r.code = ${code} FOR UPDATE`
  if (!place) throw notFound()
  if (!place.isHers) throw new Refusal('places.notHers', 403)
  if (place.hasEnded) throw new Refusal('places.hasEnded', 409)
  return place
}

import type { Actor } from '~/modules/auth/actor'
import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'

/** Where a device may stand, as a choice: `base:<id>` or `region:<id>`. */
export type PointPlace = { value: string; text: string; regionId: string; baseId: string | null }

/**
 * Where somebody may open a service point: a coordinator in her region, at its bases and the places where its makers work; a maker and whoever acts for one at the base that the maker works
 * with and the place where she works. Bases first, at most two hundred.
 */
export async function findPlaces({ actor, locale }: { actor: Actor; locale: Locale }): Promise<PointPlace[]> {
  const path = actor.role === 'coordinator' ? actor.regionPath : null
  const rows = await prisma.$queryRaw<
    { regionId: string; baseId: string | null; nameZh: string; nameEn: string | null }[]
  >`
    WITH near AS (SELECT s.id, s."regionId" FROM "Seller" s JOIN "Region" g ON g.id = s."regionId"
      WHERE g.path <@ ${path}::ltree OR (${path}::ltree IS NULL AND s.id = ANY(${actor.sellerIds}::uuid[])))
    SELECT s."regionId"::text AS "regionId", b."sellerId"::text AS "baseId", s."nameZh", s."nameEn" FROM "BaseProfile" b JOIN "Seller" s ON s.id = b."sellerId"
      WHERE b."sellerId" IN (SELECT id FROM near) OR (${path}::ltree IS NULL AND EXISTS (SELECT 1 FROM "BaseMember" m WHERE m."baseId" = b."sellerId"
        AND m."sellerId" IN (SELECT id FROM near) AND daterange(m."validFrom", m."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date))
    UNION ALL
    SELECT g.id::text, NULL, g."nameZh", g."nameEn" FROM "Region" g WHERE g."validTo" IS NULL AND (g.path = ${path}::ltree OR g.id IN (SELECT "regionId" FROM near))
    ORDER BY "baseId" NULLS LAST, "nameZh" LIMIT 200`
  return rows.map(({ regionId, baseId, nameZh, nameEn }) => ({
    value: baseId ? `base:${baseId}` : `region:${regionId}`,
    text: (locale === 'en' && nameEn) || nameZh,
    regionId,
    baseId,
  }))
}

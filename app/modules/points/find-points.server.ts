import type { Actor } from '~/modules/auth/actor'
import { allows } from '~/modules/auth/permissions'
import { inScope } from '~/platform/db/in-scope.server'
import { formatInstant } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'

export type PointView = {
  id: string
  name: string
  /** where it stands: the base's name, or the place's */
  place: string
  tiles: number
  opened: string
  /** when somebody last worked on it; null for nobody yet */
  used: string | null
  revoked: string | null
}

type Row = {
  id: string
  name: string
  placeZh: string
  placeEn: string | null
  tiles: number
  openedAt: Date
  usedAt: Date | null
  revokedAt: Date | null
}

/** The service points of her region, if she may end them, and those that she opened herself: open ones first, the newest first, at most a hundred. */
export async function findPoints({ actor, locale }: { actor: Actor; locale: Locale }): Promise<PointView[]> {
  const path = allows(actor.role, 'point:revoke') ? actor.regionPath : null
  const rows = await inScope(
    { job: 'sign_in' },
    (tx) => tx.$queryRaw<Row[]>`
    SELECT p.id::text, p.name, coalesce(b."nameZh", g."nameZh") AS "placeZh", CASE WHEN b.id IS NULL THEN g."nameEn" ELSE b."nameEn" END AS "placeEn",
      (SELECT count(*) FROM "PointMember" m WHERE m."pointId" = p.id)::int AS tiles, p."openedAt", p."revokedAt",
      (SELECT max(s."lastUsedAt") FROM "Session" s WHERE s."pointId" = p.id) AS "usedAt"
    FROM "ServicePoint" p JOIN "Region" g ON g.id = p."regionId" LEFT JOIN "Seller" b ON b.id = p."baseId"
    WHERE p."openedById" = ${actor.userId}::uuid OR g.path <@ ${path}::ltree
    ORDER BY p."revokedAt" IS NOT NULL, p."openedAt" DESC LIMIT 100`,
  )
  const say = (at: Date) => formatInstant(locale, at)
  return rows.map(({ id, name, placeZh, placeEn, tiles, openedAt, usedAt, revokedAt }) => ({
    id,
    name,
    place: (locale === 'en' && placeEn) || placeZh,
    tiles,
    opened: say(openedAt),
    used: usedAt && say(usedAt),
    revoked: revokedAt && say(revokedAt),
  }))
}

import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'

/** What a base's page tells beside its shop. */
export type BaseView = {
  host: string
  support: string
  sinceYear: number
  /** open shops that work with it today */
  memberCount: number
}

type BaseRow = {
  hostZh: string
  hostEn: string
  supportZh: string
  supportEn: string
  sinceYear: number
  memberCount: number
}

/** Who hosts a base and how many shops work with it; null while nobody has described it. One statement. */
export async function findBase(slug: string, locale: Locale): Promise<BaseView | null> {
  const [row] = await prisma.$queryRaw<BaseRow[]>`
    SELECT b."hostZh", b."hostEn", b."supportZh", b."supportEn", b."sinceYear", (
      SELECT count(*)::int FROM "BaseMember" m JOIN "Seller" w ON w.id = m."sellerId" AND w.status = 'active'
      WHERE m."baseId" = b."sellerId" AND m."validTo" IS NULL) AS "memberCount"
    FROM "BaseProfile" b JOIN "Seller" s ON s.id = b."sellerId" WHERE s.slug = ${slug} AND s.status IN ('active', 'paused')`
  if (!row) return null
  return {
    host: locale === 'en' ? row.hostEn : row.hostZh,
    support: locale === 'en' ? row.supportEn : row.supportZh,
    sinceYear: row.sinceYear,
    memberCount: row.memberCount,
  }
}

import type { Actor } from '~/modules/auth/actor'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'

export type ReportLevel = 'city' | 'county' | 'town' | 'village'

/** A place that reports. */
export type ReportPlace = {
  id: string
  code: string
  level: ReportLevel
  nameZh: string
  nameEn: string | null
  /** the place that it reports to */
  above: string | null
}

/** A place of her region by its statistical code; every other is not found. */
export async function findPlace(tx: Tx, { regionPath }: Actor, code: string): Promise<ReportPlace> {
  const [row] = await tx.$queryRaw<ReportPlace[]>`
    SELECT r.id, r.code, r.level::text AS level, r."nameZh", r."nameEn", p.code AS above FROM "Region" r LEFT JOIN "Region" p ON p.id = r."parentId" AND p.path <@ ${regionPath}::ltree AND p.level IN ('city', 'county', 'town')
    WHERE r.code = ${code} AND r.path <@ ${regionPath}::ltree AND r.level IN ('city', 'county', 'town', 'village')`
  if (!row) throw notFound()
  return row
}

/** The places directly below one that have something to report: a seller works in them or a household is registered there, somebody sold, earned, was paid or opened a shop in them in the month before they moved elsewhere, or they reported of the month. */
export async function findPlacesBelow(tx: Tx, { id }: ReportPlace, monthDay: Date): Promise<ReportPlace[]> {
  return tx.$queryRaw<ReportPlace[]>`
    SELECT r.id, r.code, r.level::text AS level, r."nameZh", r."nameEn", null AS above FROM "Region" r
    WHERE r."parentId" = ${id}::uuid AND (
      EXISTS (SELECT 1 FROM "Seller" s JOIN "Region" w ON w.id = s."regionId" WHERE w.path <@ r.path)
      OR EXISTS (SELECT 1 FROM "Household" h JOIN "Region" w ON w.id = h."regionId" WHERE w.path <@ r.path)
      OR EXISTS (SELECT 1 FROM "IncomeAttribution" a JOIN "Region" w ON w.id = a."regionId" WHERE w.path <@ r.path
        AND a."earnedOn" >= ${monthDay}::date AND a."earnedOn" < ${monthDay}::date + interval '1 month')
      OR EXISTS (SELECT 1 FROM "SellerOrder" o JOIN "Region" w ON w.id = o."regionId" WHERE w.path <@ r.path
        AND (o."completedAt" AT TIME ZONE 'Asia/Shanghai')::date >= ${monthDay}::date AND (o."completedAt" AT TIME ZONE 'Asia/Shanghai')::date < ${monthDay}::date + interval '1 month')
      OR EXISTS (SELECT 1 FROM "PayoutLineEvent" v JOIN "Region" w ON w.id = v."regionId" WHERE w.path <@ r.path AND v.state IN ('paid', 'returned')
        AND (v.at AT TIME ZONE 'Asia/Shanghai')::date >= ${monthDay}::date AND (v.at AT TIME ZONE 'Asia/Shanghai')::date < ${monthDay}::date + interval '1 month')
      OR EXISTS (SELECT 1 FROM "SellerEvent" e JOIN "Region" w ON w.id = e."regionId" WHERE w.path <@ r.path AND e.status = 'active'
        AND (e.at AT TIME ZONE 'Asia/Shanghai')::date >= ${monthDay}::date AND (e.at AT TIME ZONE 'Asia/Shanghai')::date < ${monthDay}::date + interval '1 month')
      OR EXISTS (SELECT 1 FROM "MonthlyReturn" m WHERE m."regionId" = r.id AND m.month = ${monthDay}::date))
    ORDER BY r.code`
}

import { type Day, fromDateColumn } from '~/platform/calendar'
import { Prisma, prisma } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import type { PlaceLevel } from './lock-place.server'

export type PlaceRow = {
  code: string
  level: PlaceLevel
  nameZh: string
  nameEn: string | null
  /** names down to the place above, as staff read them */
  above: string
  formerNames: string[]
  from: Day
  until: Day | null
  /** the place that it became */
  became: { code: string; nameZh: string } | null
}

type Row = Omit<PlaceRow, 'from' | 'until' | 'became'> & {
  from: Date
  until: Date | null
  newCode: string | null
  newName: string | null
}

const shown = 100
const columns = Prisma.sql`r.code, r.level::text, r."nameZh", r."nameEn", r."validFrom" AS "from", r."validTo" AS until, n.code AS "newCode", n."nameZh" AS "newName",
  coalesce((SELECT string_agg(a."nameZh", ' · ' ORDER BY cardinality(a."ancestorIds")) FROM "Region" a WHERE a.id = ANY (r."ancestorIds") AND a.id <> r.id AND a.level NOT IN ('province')), '') AS above,
  ARRAY(SELECT x.name FROM "RegionName" x WHERE x."regionId" = r.id ORDER BY x."validTo" DESC NULLS LAST, x.name) AS "formerNames"`

/** Places by a name of today or of before, or by code; without words those directly below one, without that the cities. Ended ones stand among them. */
export async function findPlaces({ q, inside }: { q: string; inside: string | null }): Promise<PlaceRow[]> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT ${columns} FROM "Region" r LEFT JOIN "Region" n ON n.id = r."replacedById" LEFT JOIN "Region" p ON p.id = r."parentId"
    WHERE CASE WHEN ${q} <> '' THEN starts_with(r.code, ${q}) OR position(${q} in r."nameZh") > 0 OR position(lower(${q}) in lower(coalesce(r."nameEn", ''))) > 0
        OR EXISTS (SELECT 1 FROM "RegionName" x WHERE x."regionId" = r.id AND position(${q} in x.name) > 0)
      WHEN ${inside}::text IS NOT NULL THEN p.code = ${inside} ELSE r.level = 'city' END
    ORDER BY r.code LIMIT ${shown}`
  return rows.map(placeRow)
}

/** One place by its code, ended or not; 404 for one that never was. */
export async function getPlaceRow(code: string): Promise<PlaceRow> {
  const [row] = await prisma.$queryRaw<Row[]>`
    SELECT ${columns} FROM "Region" r LEFT JOIN "Region" n ON n.id = r."replacedById" WHERE r.code = ${code}`
  if (!row) throw notFound()
  return placeRow(row)
}

function placeRow({ from, until, newCode, newName, ...row }: Row): PlaceRow {
  return {
    ...row,
    from: fromDateColumn(from),
    until: until && fromDateColumn(until),
    became: newCode && newName ? { code: newCode, nameZh: newName } : null,
  }
}

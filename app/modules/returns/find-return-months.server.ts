import type { Actor } from '~/modules/auth/actor'
import { addDays, type Day, dayOf, monthStart, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'

/** A month of her place: what it has confirmed, and how many of those below have. */
export type ReturnMonth = {
  month: Day
  version: number
  isLocked: boolean
  reported: number
  below: number
}

const shownMonths = 12

/** The months of her own place, the running one first. */
export async function findReturnMonths({
  actor,
}: {
  actor: Actor
}): Promise<{ place: string; months: ReturnMonth[] }> {
  const { regionId } = actor
  if (!regionId) throw notFound()
  return inScope(actor, async (tx) => {
    const { code } = await tx.region.findUniqueOrThrow({ where: { id: regionId }, select: { code: true } })
    const months: Day[] = [monthStart(dayOf(await appNow(tx)))]
    while (months.length <= shownMonths) months.push(monthStart(addDays(months.at(-1) ?? '', -1)))
    const rows = await tx.$queryRaw<
      { month: string; version: number; locked: boolean; reported: number; below: number }[]
    >`
      WITH below AS (
        SELECT r.id FROM "Region" r WHERE r."parentId" = ${regionId}::uuid AND (
          EXISTS (SELECT 1 FROM "Seller" s JOIN "Region" w ON w.id = s."regionId" WHERE w.path <@ r.path)
          OR EXISTS (SELECT 1 FROM "Household" h JOIN "Region" w ON w.id = h."regionId" WHERE w.path <@ r.path)))
      SELECT m.day::text AS month, coalesce(own.version, 0) AS version, own."lockedAt" IS NOT NULL AS locked, (SELECT count(*) FROM below)::int AS below,
        (SELECT count(*) FROM below WHERE EXISTS (SELECT 1 FROM "MonthlyReturn" r WHERE r."regionId" = below.id AND r.month = m.day))::int AS reported
      FROM unnest(${months.map(toDateColumn)}::date[]) AS m(day)
      LEFT JOIN LATERAL (SELECT r.version, r."lockedAt" FROM "MonthlyReturn" r WHERE r."regionId" = ${regionId}::uuid AND r.month = m.day ORDER BY r.version DESC LIMIT 1) own ON true
      ORDER BY m.day DESC`
    return { place: code, months: rows.map(({ locked, ...row }) => ({ ...row, isLocked: locked })) }
  })
}

import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { requireCode } from './add-place.server'
import type { LockedPlace } from './lock-place.server'
import { below } from './schema'

type MoveTo = { place: LockedPlace; parent: LockedPlace; code: string }

/**
 * Refuses a move with what is in its way: a place of another level, where it lies already, a code that does not fit or is taken (its own or one of what lies in it; where it comes back to, the one that it had is its own), a month that is
 * confirmed and not taken in by the place above, a report that nobody has closed.
 */
export async function requireWay(tx: Tx, { place, parent, code }: MoveTo): Promise<void> {
  const kind = parent.level === 'county' || parent.level === 'town' ? below[parent.level] : null
  if (!kind || kind.level !== place.level) throw new Refusal('places.wrongLevel', 422, {}, 'to')
  if (place.parentId === parent.id) throw new Refusal('places.liesThere', 409, {}, 'to')
  const back = { id: place.id, parentId: parent.id }
  await requireCode(tx, { code, parentCode: parent.code, digits: kind.digits, back })
  const [taken] = await tx.$queryRaw<{ name: string; code: string }[]>`
    SELECT t."nameZh" AS name, t.code FROM "Region" r JOIN "Region" t ON t.code = ${code} || substr(r.code, ${place.code.length + 1}::int)
    WHERE ${place.id}::uuid = ANY (r."ancestorIds") AND r."validTo" IS NULL AND t."replacedById" IS DISTINCT FROM r.id LIMIT 1`
  if (taken) throw new Refusal('places.codeTaken', 409, { name: `${taken.name} ${taken.code}` }, 'code')
  const [open] = await tx.$queryRaw<{ month: string | null; reports: number }[]>`
    SELECT to_char(region_open_month(${place.id}::uuid), 'YYYY-MM') AS month, region_open_reports(${place.id}::uuid) AS reports`
  if (open?.month) throw new Refusal('places.monthOpen', 409, { month: open.month })
  if (open && open.reports > 0) throw new Refusal('places.reportOpen', 409, { count: open.reports })
}

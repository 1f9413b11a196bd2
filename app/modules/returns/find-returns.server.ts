import { type Day, toDateColumn } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'
import type { Figures } from './figures'
import { readFigures } from './find-own-figures.server'

/** A version of a return. */
export type KnownReturn = {
  id: string
  regionId: string
  version: number
  reason: string | null
  confirmedById: string
  confirmedAt: Date
  lockedById: string | null
  lockedAt: Date | null
  figures: Figures
}

/** What places report of a month now: the newest version of each that has one. */
export async function findNewestReturns(
  tx: Tx,
  { month, regionIds }: { month: Day; regionIds: readonly string[] },
): Promise<KnownReturn[]> {
  const all = await findVersions(tx, { month, regionIds })
  const newest = new Map(all.map((one) => [one.regionId, one]))
  return [...newest.values()]
}

/** Every version of these places' returns of a month, the oldest first. */
export async function findVersions(
  tx: Tx,
  { month, regionIds }: { month: Day; regionIds: readonly string[] },
): Promise<KnownReturn[]> {
  const rows = await tx.monthlyReturn.findMany({
    where: { month: toDateColumn(month), regionId: { in: [...regionIds] } },
    orderBy: [{ version: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    regionId: row.regionId,
    version: row.version,
    reason: row.reason,
    confirmedById: row.confirmedById,
    confirmedAt: row.confirmedAt,
    lockedById: row.lockedById,
    lockedAt: row.lockedAt,
    figures: readFigures(row),
  }))
}

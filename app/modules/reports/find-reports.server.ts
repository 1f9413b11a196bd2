import type { Actor } from '~/modules/auth/actor'
import { claimedIds } from '~/modules/claims/claimed-ids.server'
import { type Listed, partOf, waitsSince } from '~/modules/claims/queue-page'
import type { WorkFilter } from '~/modules/claims/work-filter'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Locale } from '~/platform/i18n/locale'
import { deskScope } from './desk-scope'
import { lateAfterDays, type ReportKind } from './schema'

export type ReportRow = {
  id: string
  number: string
  kind: ReportKind
  seller: string | null
  /** null: for the administration */
  place: string | null
  /** whole days since it was handed in */
  ageDays: number
  isLate: boolean
  takenBy: string | null
  outcome: 'upheld' | 'dismissed' | null
  isHeld: boolean
}

/** Closed ones shown below the others. */
export const closedShown = 50

/** The reports of her region: a page of the open ones, oldest first, and the last fifty closed ones, newest first. */
export async function findReports({
  actor,
  locale,
  whose = 'all',
  age = 'all',
  page = 1,
}: { actor: Actor; locale: Locale; page?: number } & Partial<WorkFilter>): Promise<{
  open: Listed<ReportRow>
  closed: ReportRow[]
}> {
  return inScope(deskScope(actor), async (tx) => {
    const select = {
      id: true,
      number: true,
      kind: true,
      createdAt: true,
      takenById: true,
      outcome: true,
      heldAt: true,
      seller: { select: { nameZh: true, nameEn: true } },
      region: { select: { nameZh: true, nameEn: true } },
    } as const
    const now = await appNow(tx)
    const where = {
      id: await claimedIds(tx, { actor, queue: 'report', whose }),
      closedAt: null,
      createdAt: waitsSince(now, age),
    }
    const total = await tx.report.count({ where })
    const { page: shown, ...part } = partOf(total, page)
    const open = await tx.report.findMany({
      where,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      ...part,
      select,
    })
    const closed = await tx.report.findMany({
      where: { closedAt: { not: null } },
      orderBy: { closedAt: 'desc' },
      take: closedShown,
      select,
    })
    const names = await findStaffNames(
      tx,
      open.map(({ takenById }) => takenById),
    )
    const nameIn = (one: { nameZh: string; nameEn: string | null } | null) =>
      one && ((locale === 'en' && one.nameEn) || one.nameZh)
    const viewOf = ({
      createdAt,
      takenById,
      seller,
      region,
      heldAt,
      ...row
    }: (typeof open)[number]): ReportRow => {
      const ageDays = Math.floor((now.getTime() - createdAt.getTime()) / 86_400_000)
      return {
        ...row,
        seller: nameIn(seller),
        place: nameIn(region),
        ageDays,
        isLate: row.outcome === null && ageDays >= lateAfterDays,
        takenBy: takenById && (names.get(takenById) ?? null),
        isHeld: heldAt !== null,
      }
    }
    return { open: { rows: open.map(viewOf), page: shown, total }, closed: closed.map(viewOf) }
  })
}

/** How many wait at her desk. */
export function countReports({ actor }: { actor: Actor }): Promise<number> {
  return inScope(deskScope(actor), (tx) => tx.report.count({ where: { closedAt: null } }))
}

import type { Actor } from '~/modules/auth/actor'
import { actorKey } from '~/modules/auth/actor-key'
import { claimedIds } from '~/modules/claims/claimed-ids.server'
import { type Listed, partOf, waitsSince } from '~/modules/claims/queue-page'
import type { WorkFilter } from '~/modules/claims/work-filter'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { oncePerLook } from '~/platform/db/one-look.server'
import type { Prisma, Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { deskScope } from './desk-scope'
import { lateAfterDays, type ReportKind } from './schema'

export type ReportRow = {
  id: string
  number: string
  kind: ReportKind
  seller: string | null
  /** handed in by a maker who was written to: she is nobody it is about, and who she is stands where that is opened */
  isAboutBuyer: boolean
  /** null: for the administration */
  place: string | null
  /** whole days since it was handed in */
  ageDays: number
  isLate: boolean
  takenBy: string | null
  outcome: 'upheld' | 'dismissed' | null
  isHeld: boolean
}

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
  conversation: { select: { side: true } },
} as const satisfies Prisma.ReportSelect

/** Closed ones shown below the others. */
export const closedShown = 50

type Asked = { actor: Actor; locale: Locale; page?: number } & Partial<WorkFilter>

/** The reports of her region: a page of the open ones, oldest first, and the last fifty closed ones, newest first. */
export function findReports(asked: Asked): Promise<{ open: Listed<ReportRow>; closed: ReportRow[] }> {
  return inScope(deskScope(asked.actor), async (tx) => ({
    open: await readOpen(tx, asked),
    closed: await readClosed(tx, asked.locale),
  }))
}

/** The open ones alone. */
export function findOpenReports(asked: Asked): Promise<Listed<ReportRow>> {
  return inScope(deskScope(asked.actor), (tx) => readOpen(tx, asked))
}

async function readOpen(
  tx: Tx,
  { actor, locale, whose = 'all', age = 'all', page = 1 }: Asked,
): Promise<Listed<ReportRow>> {
  const now = await appNow(tx)
  const where = {
    id: await claimedIds(tx, { actor, queue: 'report', whose }),
    closedAt: null,
    createdAt: waitsSince(now, age),
  }
  const total = await tx.report.count({ where })
  if (total === 0) return { rows: [], page: 1, total }
  const { page: shown, ...part } = partOf(total, page)
  const open = await tx.report.findMany({
    where,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    ...part,
    select,
  })
  const names = await findStaffNames(
    tx,
    open.map(({ takenById }) => takenById),
  )
  return { rows: open.map((row) => viewOf(row, { now, locale, names })), page: shown, total }
}

async function readClosed(tx: Tx, locale: Locale): Promise<ReportRow[]> {
  const now = await appNow(tx)
  const closed = await tx.report.findMany({
    where: { closedAt: { not: null } },
    orderBy: { closedAt: 'desc' },
    take: closedShown,
    select,
  })
  return closed.map((row) => viewOf(row, { now, locale, names: new Map() }))
}

type ReportAround = { now: Date; locale: Locale; names: Map<string, string> }

function viewOf(
  {
    createdAt,
    takenById,
    seller,
    region,
    heldAt,
    conversation,
    ...row
  }: Prisma.ReportGetPayload<{ select: typeof select }>,
  { now, locale, names }: ReportAround,
): ReportRow {
  const nameIn = (one: { nameZh: string; nameEn: string | null } | null) =>
    one && ((locale === 'en' && one.nameEn) || one.nameZh)
  const isAboutBuyer = conversation?.side === 'seller'
  const ageDays = Math.floor((now.getTime() - createdAt.getTime()) / 86_400_000)
  return {
    ...row,
    seller: isAboutBuyer ? null : nameIn(seller),
    isAboutBuyer,
    place: nameIn(region),
    ageDays,
    isLate: row.outcome === null && ageDays >= lateAfterDays,
    takenBy: takenById && (names.get(takenById) ?? null),
    isHeld: heldAt !== null,
  }
}

/** How many wait at her desk. */
export const countReports = oncePerLook(
  actorKey,
  ({ actor }: { actor: Actor }): Promise<number> =>
    inScope(deskScope(actor), (tx) => tx.report.count({ where: { closedAt: null } })),
)

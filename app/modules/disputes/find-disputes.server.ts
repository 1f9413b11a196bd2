import type { DisputeState } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { claimedIds } from '~/modules/claims/claimed-ids.server'
import { type Listed, partOf, waitsSince } from '~/modules/claims/queue-page'
import type { WorkFilter } from '~/modules/claims/work-filter'
import { daysBetween } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { type Prisma, prisma } from '~/platform/db/prisma.server'
import { toSafeNumber } from '~/platform/money'
import { daysLeft } from './deadline'

export type DisputeRow = {
  id: string
  orderNumber: string
  /** minor units of `currency` */
  amount: number
  currency: string
  /** the provider's word */
  reason: string
  state: DisputeState
  openedAt: string
  /** whole days since then */
  ageDays: number
  dueBy: string | null
  /** null: no deadline, or it has passed */
  daysLeft: number | null
  closedAt: string | null
}

const select = {
  id: true,
  amountMinor: true,
  currency: true,
  reason: true,
  state: true,
  openedAt: true,
  evidenceDueBy: true,
  closedAt: true,
  payment: { select: { due: { select: { order: { select: { number: true } } } } } },
} as const satisfies Prisma.DisputeSelect

/** Decided ones shown below the others. */
export const decidedShown = 100

/** A page of the disputes that are not decided, those to be answered first and by their deadline; and the last hundred decided ones, newest first. */
export async function findDisputes({
  actor,
  whose = 'all',
  age = 'all',
  page = 1,
}: { actor: Actor; page?: number } & Partial<WorkFilter>): Promise<{
  open: Listed<DisputeRow>
  closed: DisputeRow[]
}> {
  const now = await appNow()
  const where = {
    id: await claimedIds(prisma, { actor, queue: 'dispute', whose }),
    closedAt: null,
    openedAt: waitsSince(now, age),
  }
  const total = await prisma.dispute.count({ where })
  const { page: shown, ...part } = partOf(total, page)
  const [open, closed] = await Promise.all([
    prisma.dispute.findMany({
      where,
      orderBy: [{ state: 'asc' }, { evidenceDueBy: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
      ...part,
      select,
    }),
    prisma.dispute.findMany({
      where: { closedAt: { not: null } },
      orderBy: [{ closedAt: 'desc' }, { id: 'desc' }],
      take: decidedShown,
      select,
    }),
  ])
  const viewOf = (row: (typeof open)[number]) => rowOf(row, now)
  return { open: { rows: open.map(viewOf), page: shown, total }, closed: closed.map(viewOf) }
}

/** Disputes that wait for an answer of ours. */
export function countDisputes(): Promise<number> {
  return prisma.dispute.count({ where: { state: 'needs_response' } })
}

function rowOf(row: Prisma.DisputeGetPayload<{ select: typeof select }>, now: Date): DisputeRow {
  return {
    id: row.id,
    orderNumber: row.payment.due.order.number,
    amount: toSafeNumber(row.amountMinor),
    currency: row.currency,
    reason: row.reason,
    state: row.state,
    openedAt: row.openedAt.toISOString(),
    ageDays: daysBetween(row.openedAt, now),
    dueBy: row.evidenceDueBy?.toISOString() ?? null,
    daysLeft: row.evidenceDueBy && daysLeft(row.evidenceDueBy),
    closedAt: row.closedAt?.toISOString() ?? null,
  }
}

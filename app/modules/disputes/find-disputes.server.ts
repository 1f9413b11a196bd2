import type { DisputeState } from '~/generated/prisma/enums'
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

/** Rows shown of each list. */
const shown = 100

/** Disputes that are not decided, those to be answered first and by their deadline; and the decided ones, newest first. */
export async function findDisputes(): Promise<{ open: DisputeRow[]; closed: DisputeRow[] }> {
  const [now, open, closed] = await Promise.all([
    appNow(),
    prisma.dispute.findMany({
      where: { closedAt: null },
      orderBy: [{ state: 'asc' }, { evidenceDueBy: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
      take: shown,
      select,
    }),
    prisma.dispute.findMany({
      where: { closedAt: { not: null } },
      orderBy: [{ closedAt: 'desc' }, { id: 'desc' }],
      take: shown,
      select,
    }),
  ])
  const viewOf = (row: (typeof open)[number]) => rowOf(row, now)
  return { open: open.map(viewOf), closed: closed.map(viewOf) }
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

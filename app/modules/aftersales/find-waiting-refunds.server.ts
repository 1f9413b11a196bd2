import type { RefundState } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { claimedIds } from '~/modules/claims/claimed-ids.server'
import { type Listed, partOf, waitsSince } from '~/modules/claims/queue-page'
import type { WorkFilter } from '~/modules/claims/work-filter'
import { type Day, dayOf, daysBetween } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { type Prisma, prisma } from '~/platform/db/prisma.server'
import { toSafeNumber } from '~/platform/money'

export type WaitingRefund = {
  id: string
  orderNumber: string
  /** of the first parcel that it is about; null for money that bought nothing (late, twice) */
  sellerOrderId: string | null
  amountFen: number
  state: RefundState
  reason: string
  /** how the buyer paid, in the provider's word; null: not known */
  method: string | null
  /** it was paid from a bank account, to which it goes back */
  isBankTransfer: boolean
  /** the provider's or the bank's words */
  failureReason: string | null
  /** whole days since it was decided */
  ageDays: number
}

/** The oldest first: to be sent by hand from the bank, failed at the provider, and on their way there. */
export type WaitingRefunds = {
  today: Day
  byBank: Listed<WaitingRefund>
  failed: Listed<WaitingRefund>
  pending: { rows: WaitingRefund[]; total: number }
}

const select = {
  id: true,
  amountMinor: true,
  state: true,
  reason: true,
  failureReason: true,
  createdAt: true,
  lines: { orderBy: { id: 'asc' }, take: 1, select: { sellerOrderId: true } },
  payment: {
    select: { method: true, gateway: true, due: { select: { order: { select: { number: true } } } } },
  },
} as const satisfies Prisma.RefundSelect

/** Rows shown of those on their way: nobody has to do anything about them. */
const pendingShown = 100

const toSend = { state: 'requested', route: 'bank' } as const
const toResend = { state: 'failed' } as const
const onTheirWay = {
  state: { in: ['requested', 'sent'] },
  route: 'provider',
} satisfies Prisma.RefundWhereInput

/** Money that is owed to buyers and has not reached them: a page of what is to be sent, another (`further`) of what failed, the oldest on their way. */
export async function findWaitingRefunds({
  actor,
  whose = 'all',
  age = 'all',
  page = 1,
  further = 1,
}: { actor: Actor; page?: number; further?: number } & Partial<WorkFilter>): Promise<WaitingRefunds> {
  const now = await appNow()
  const find = async (where: Prisma.RefundWhereInput, part: { skip?: number; take: number }) => {
    const orderBy: Prisma.RefundOrderByWithRelationInput[] = [{ createdAt: 'asc' }, { id: 'asc' }]
    const rows = await prisma.refund.findMany({ where, orderBy, ...part, select })
    return rows.map((row) => rowOf(row, now))
  }
  const among = {
    id: await claimedIds(prisma, { actor, queue: 'refund', whose }),
    createdAt: waitsSince(now, age),
  }
  const list = async (wanted: Prisma.RefundWhereInput, at: number): Promise<Listed<WaitingRefund>> => {
    const where = { ...wanted, ...among }
    const total = await prisma.refund.count({ where })
    const { page: shown, ...part } = partOf(total, at)
    return { rows: await find(where, part), page: shown, total }
  }
  const [byBank, failed, pending, pendingCount] = await Promise.all([
    list(toSend, page),
    list(toResend, further),
    find(onTheirWay, { take: pendingShown }),
    prisma.refund.count({ where: onTheirWay }),
  ])
  return { today: dayOf(now), byBank, failed, pending: { rows: pending, total: pendingCount } }
}

/** Refunds that wait for a hand of finance. */
export function countWaitingRefunds(): Promise<number> {
  return prisma.refund.count({ where: { OR: [toSend, toResend] } })
}

function rowOf(row: Prisma.RefundGetPayload<{ select: typeof select }>, now: Date): WaitingRefund {
  return {
    id: row.id,
    orderNumber: row.payment.due.order.number,
    sellerOrderId: row.lines[0]?.sellerOrderId ?? null,
    amountFen: toSafeNumber(row.amountMinor),
    state: row.state,
    reason: row.reason,
    method: row.payment.method,
    isBankTransfer: row.payment.gateway === 'bank_transfer',
    failureReason: row.failureReason,
    ageDays: daysBetween(row.createdAt, now),
  }
}

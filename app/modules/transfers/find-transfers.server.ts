import type { OrderStatus, PaymentState, SlipState } from '~/generated/prisma/enums'
import { type Listed, partOf } from '~/modules/claims/queue-page'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { type Prisma, prisma } from '~/platform/db/prisma.server'
import { toSafeNumber } from '~/platform/money'

export type TransferRow = {
  paymentId: string
  number: string
  amountFen: number
  orderStatus: OrderStatus
  state: PaymentState
  payBy: string
  /** slips handed in for it so far, and the state of the newest; null when there is none */
  slips: number
  slip: SlipState | null
  /** whole hours since the newest slip, or since it was chosen */
  hours: number
}

export type TransferLists = {
  /** slips to look at, the longest waiting first */
  waiting: Listed<TransferRow>
  /** chosen, nothing handed in that waits */
  open: Listed<TransferRow>
  /** the last twenty whose money was recorded, newest first */
  decided: TransferRow[]
}

const hour = 60 * 60 * 1000

const select = {
  id: true,
  state: true,
  amountMinor: true,
  createdAt: true,
  due: { select: { order: { select: { number: true, status: true, payBy: true } } } },
  slips: { orderBy: { id: 'desc' }, select: { state: true, submittedAt: true } },
} as const satisfies Prisma.PaymentSelect

/** What finance has to do about transfers: a page of the slips, another (`further`) of what was only chosen. */
export function findTransfers({ page = 1, further = 1 } = {}): Promise<TransferLists> {
  return inScope({ job: 'payout' }, async (tx) => {
    const now = await appNow(tx)
    const list = async (wanted: Prisma.PaymentWhereInput, at: number): Promise<Listed<TransferRow>> => {
      const where = { gateway: 'bank_transfer' as const, ...wanted }
      const total = await tx.payment.count({ where })
      const { page: shown, ...part } = partOf(total, at)
      const found = await tx.payment.findMany({ where, orderBy: { id: 'asc' }, ...part, select })
      return { rows: found.map((row) => rowOf(row, now)), page: shown, total }
    }
    const waiting = await list({ slips: { some: { state: 'submitted' } } }, page)
    const decided = await tx.payment.findMany({
      where: { gateway: 'bank_transfer', receivedMinor: { not: null } },
      orderBy: { id: 'desc' },
      take: 20,
      select,
    })
    return {
      waiting: { ...waiting, rows: waiting.rows.toSorted((a, b) => b.hours - a.hours) },
      open: await list({ state: 'open', slips: { none: { state: 'submitted' } } }, further),
      decided: decided.map((row) => rowOf(row, now)),
    }
  })
}

/** Slips that nobody has looked at. */
export function countSlips(): Promise<number> {
  return inScope({ job: 'payout' }, (tx) => tx.transferSlip.count({ where: { state: 'submitted' } }))
}

/** The newest transfer of an order by its number, for money that came without a slip; null when it was never to be paid by transfer. */
export async function findTransferByNumber(number: string): Promise<string | null> {
  const payment = await prisma.payment.findFirst({
    where: { gateway: 'bank_transfer', due: { order: { number } } },
    orderBy: { attempt: 'desc' },
    select: { id: true },
  })
  return payment?.id ?? null
}

function rowOf(row: Prisma.PaymentGetPayload<{ select: typeof select }>, now: Date): TransferRow {
  const [newest] = row.slips
  const since = newest?.submittedAt ?? row.createdAt
  return {
    paymentId: row.id,
    number: row.due.order.number,
    amountFen: toSafeNumber(row.amountMinor),
    orderStatus: row.due.order.status,
    state: row.state,
    payBy: row.due.order.payBy.toISOString(),
    slips: row.slips.length,
    slip: newest?.state ?? null,
    hours: Math.max(0, Math.floor((now.getTime() - since.getTime()) / hour)),
  }
}

import type { OrderStatus, PaymentState, SlipState } from '~/generated/prisma/enums'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { type Day, dayOf, fromDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Prisma, Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { sum, toSafeNumber } from '~/platform/money'

export type DeskSlip = {
  id: string
  attachmentId: string
  isPicture: boolean
  state: SlipState
  reason: string | null
  submittedAt: string
  decidedAt: string | null
  decidedBy: string | null
  /** numbers of other orders for which the same file was handed in */
  alsoFor: string[]
}

export type Arrival = {
  paymentId: string
  amountFen: number
  receivedOn: Day
  bankRef: string
  /** of it set aside and not on its way back yet */
  leftFen: number
}

export type TransferRefund = {
  id: string
  paymentId: string
  amountFen: number
  reason: string
  isDone: boolean
  finishedAt: string | null
  bankRef: string | null
}

/** One transfer as finance sees it, with all money that came by bank for its order. */
export type DeskTransfer = {
  paymentId: string
  number: string
  orderStatus: OrderStatus
  payBy: string
  placedOn: Day
  today: Day
  amountFen: number
  state: PaymentState
  slips: DeskSlip[]
  arrivals: Arrival[]
  refunds: TransferRefund[]
}

const select = {
  id: true,
  state: true,
  amountMinor: true,
  due: {
    select: {
      order: { select: { number: true, status: true, payBy: true, placedAt: true } },
      payments: {
        where: { gateway: 'bank_transfer' },
        orderBy: { attempt: 'asc' },
        select: {
          id: true,
          state: true,
          paymentRef: true,
          receivedMinor: true,
          receivedOn: true,
          refunds: {
            where: { route: 'bank' },
            orderBy: { id: 'asc' },
            select: {
              id: true,
              amountMinor: true,
              reason: true,
              state: true,
              finishedAt: true,
              bankRef: true,
            },
          },
        },
      },
    },
  },
  slips: {
    orderBy: { id: 'desc' },
    take: 20,
    select: {
      id: true,
      attachmentId: true,
      state: true,
      reason: true,
      submittedAt: true,
      decidedAt: true,
      decidedById: true,
      attachment: { select: { contentType: true, sha256: true } },
    },
  },
} as const satisfies Prisma.PaymentSelect

type Row = Prisma.PaymentGetPayload<{ select: typeof select }>

/** 404 when there is no such transfer. */
export function getTransfer(paymentId: string): Promise<DeskTransfer> {
  return inScope({ job: 'payout' }, async (tx) => {
    const row = await tx.payment.findFirst({ where: { id: paymentId, gateway: 'bank_transfer' }, select })
    if (!row) throw notFound()
    const { order, payments } = row.due
    return {
      paymentId,
      number: order.number,
      orderStatus: order.status,
      payBy: order.payBy.toISOString(),
      placedOn: dayOf(order.placedAt),
      today: dayOf(await appNow(tx)),
      amountFen: toSafeNumber(row.amountMinor),
      state: row.state,
      slips: await slipsOf(tx, row),
      arrivals: payments.flatMap(arrivalOf),
      refunds: payments.flatMap(({ id, refunds }) => refunds.map((refund) => refundOf(id, refund))),
    }
  })
}

async function slipsOf(tx: Tx, { slips, due }: Row): Promise<DeskSlip[]> {
  const names = await findStaffNames(
    tx,
    slips.map(({ decidedById }) => decidedById),
  )
  const shared = await tx.transferSlip.findMany({
    where: {
      attachment: { sha256: { in: slips.map(({ attachment }) => attachment.sha256) } },
      payment: { due: { order: { number: { not: due.order.number } } } },
    },
    take: 50,
    select: {
      attachment: { select: { sha256: true } },
      payment: { select: { due: { select: { order: { select: { number: true } } } } } },
    },
  })
  return slips.map(({ attachment, decidedById, submittedAt, decidedAt, ...slip }) => ({
    ...slip,
    isPicture: attachment.contentType.startsWith('image/'),
    submittedAt: submittedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    decidedBy: decidedById ? (names.get(decidedById) ?? null) : null,
    alsoFor: [
      ...new Set(
        shared
          .filter((other) => Buffer.compare(other.attachment.sha256, attachment.sha256) === 0)
          .map((other) => other.payment.due.order.number),
      ),
    ],
  }))
}

type PaymentRow = Row['due']['payments'][number]

function arrivalOf({ id, state, paymentRef, receivedMinor, receivedOn, refunds }: PaymentRow): Arrival[] {
  if (receivedMinor === null || receivedOn === null || paymentRef === null) return []
  const left = receivedMinor - sum(refunds.map(({ amountMinor }) => amountMinor))
  return [
    {
      paymentId: id,
      amountFen: toSafeNumber(receivedMinor),
      receivedOn: fromDateColumn(receivedOn),
      bankRef: paymentRef,
      leftFen: state === 'quarantined' ? toSafeNumber(left) : 0,
    },
  ]
}

function refundOf(paymentId: string, refund: PaymentRow['refunds'][number]): TransferRefund {
  return {
    id: refund.id,
    paymentId,
    amountFen: toSafeNumber(refund.amountMinor),
    reason: refund.reason,
    isDone: refund.state === 'succeeded',
    finishedAt: refund.finishedAt?.toISOString() ?? null,
    bankRef: refund.bankRef,
  }
}

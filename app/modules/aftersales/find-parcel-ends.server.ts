import type { RefundState, SellerOrderStatus } from '~/generated/prisma/enums'
import { readSetting } from '~/modules/settings/read-setting.server'
import { addDays, type Day, fromDateColumn } from '~/platform/calendar'
import { inScope, type Scope } from '~/platform/db/in-scope.server'
import type { Prisma } from '~/platform/db/prisma.server'
import { sum, toSafeNumber } from '~/platform/money'
import { type GiveUpReason, giveUpReasons } from './give-up-reasons'

/** How money goes back; `other`: over the provider, to whatever paid. */
export type RefundWay = 'card' | 'alipay' | 'wechat_pay' | 'bank' | 'other'

export type ParcelRefundView = {
  id: string
  amountFen: number
  state: RefundState
  way: RefundWay
  finishedAt: string | null
}

/** Whether a parcel can be given up, whether it is late, and if it was given up by whom and why; what of its money goes back and how. */
export type ParcelEndView = {
  id: string
  canCancel: boolean
  /** some of it is made to order, some of it is ready */
  madeToOrder: boolean
  ready: boolean
  makingSince: string | null
  /** the promised day that has passed, and the last day before the money goes back by itself */
  late: { shipBy: Day; lastDay: Day } | null
  cancelled: { by: GiveUpReason; at: string; note: string | null } | null
  refunds: ParcelRefundView[]
}

/** The parcels of one order or one parcel, for those who may see them: the caller has checked that, and says as whom she reads the words with which one was given up. */
export async function unsafeFindParcelEnds(
  of: { orderId: string } | { id: string },
  who: Scope | { scope: Scope },
): Promise<ParcelEndView[]> {
  const days = await readSetting('orders.lateRefundDays')
  const rows = await inScope(who, (tx) =>
    tx.sellerOrder.findMany({ where: of, orderBy: { id: 'asc' }, select }),
  )
  return rows.map((row) => ({
    id: row.id,
    ...handsOf(row),
    makingSince: row.makingSince?.toISOString() ?? null,
    late: row.status === 'to_ship' && row.lateWarnedAt && row.shipBy ? lateOf(row.shipBy, days) : null,
    cancelled: cancelledOf(row),
    refunds: refundsOf(row.refundLines),
  }))
}

const select = {
  id: true,
  status: true,
  shipBy: true,
  makingSince: true,
  lateWarnedAt: true,
  cancelledAt: true,
  cancelWords: { select: { note: true } },
  lines: { select: { makeMode: true } },
  events: { where: { status: 'cancelled' }, orderBy: { id: 'desc' }, take: 1, select: { cause: true } },
  refundLines: {
    orderBy: { id: 'asc' },
    select: {
      amountFen: true,
      refund: {
        select: {
          id: true,
          state: true,
          route: true,
          finishedAt: true,
          payment: { select: { method: true } },
        },
      },
    },
  },
} as const satisfies Prisma.SellerOrderSelect

type Row = Prisma.SellerOrderGetPayload<{ select: typeof select }>

function handsOf({
  status,
  lines,
  makingSince,
}: Pick<Row, 'lines' | 'makingSince'> & { status: SellerOrderStatus }) {
  const madeToOrder = lines.some(({ makeMode }) => makeMode === 'made_to_order')
  return {
    canCancel: status === 'to_ship' && !(madeToOrder && makingSince),
    madeToOrder,
    ready: lines.some(({ makeMode }) => makeMode !== 'made_to_order'),
  }
}

function lateOf(shipBy: Date, days: number) {
  const promised = fromDateColumn(shipBy)
  return { shipBy: promised, lastDay: addDays(promised, days) }
}

function cancelledOf({ cancelledAt, cancelWords, events }: Row): ParcelEndView['cancelled'] {
  const by = giveUpReasons.find((reason) => reason === events[0]?.cause)
  return cancelledAt && by ? { by, at: cancelledAt.toISOString(), note: cancelWords?.note ?? null } : null
}

function refundsOf(lines: Row['refundLines']): ParcelRefundView[] {
  const refunds = new Map(lines.map(({ refund }) => [refund.id, refund]))
  return [...refunds.values()].map((refund) => ({
    id: refund.id,
    amountFen: toSafeNumber(
      sum(lines.filter((line) => line.refund.id === refund.id).map((line) => line.amountFen)),
    ),
    state: refund.state,
    way: wayOf(refund),
    finishedAt: refund.finishedAt?.toISOString() ?? null,
  }))
}

function wayOf({ route, payment: { method } }: Row['refundLines'][number]['refund']): RefundWay {
  if (route === 'bank') return 'bank'
  return method === 'card' || method === 'alipay' || method === 'wechat_pay' ? method : 'other'
}

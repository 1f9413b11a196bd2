import type { SlipState } from '~/generated/prisma/enums'
import { inScope } from '~/platform/db/in-scope.server'
import { toSafeNumber } from '~/platform/money'

export type SlipView = {
  id: string
  state: SlipState
  /** why it was refused, in the words of whoever did */
  reason: string | null
  submittedAt: string
  decidedAt: string | null
}

/** The newest attempt to pay an order by transfer, as its buyer sees it. */
export type TransferView = {
  /** `open`: to be paid; `set_aside`: another amount came; `over`: paid, or taken back, or the order's time is over */
  stage: 'open' | 'set_aside' | 'over'
  amountFen: number
  /** what came, when that was another amount */
  receivedFen: number | null
  /** newest first */
  slips: SlipView[]
}

/** For whoever may follow the order: the caller has checked that. Null when nobody chose to pay it by transfer. */
export async function unsafeFindTransfer({ orderId }: { orderId: string }): Promise<TransferView | null> {
  const payment = await inScope({ job: 'order_access' }, (tx) =>
    tx.payment.findFirst({
      where: { gateway: 'bank_transfer', due: { orderId } },
      orderBy: { attempt: 'desc' },
      select: {
        state: true,
        amountMinor: true,
        receivedMinor: true,
        slips: {
          orderBy: { id: 'desc' },
          take: 10,
          select: { id: true, state: true, reason: true, submittedAt: true, decidedAt: true },
        },
      },
    }),
  )
  if (!payment) return null
  const { state, amountMinor, receivedMinor, slips } = payment
  return {
    stage: state === 'open' ? 'open' : state === 'quarantined' ? 'set_aside' : 'over',
    amountFen: toSafeNumber(amountMinor),
    receivedFen: receivedMinor === null ? null : toSafeNumber(receivedMinor),
    slips: slips.map(({ submittedAt, decidedAt, ...slip }) => ({
      ...slip,
      submittedAt: submittedAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
    })),
  }
}

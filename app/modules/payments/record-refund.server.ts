import type { RefundState } from '~/generated/prisma/enums'
import { openAlert } from '~/modules/alerts/open-alert.server'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { log } from '~/platform/log.server'
import type { RefundSnapshot, Settlement } from '~/platform/payments-sdk/payment-gateway'
import { sourcesOf } from '~/platform/steps'
import { bookRefundBounced, bookRefundDone, bookRefundSettled } from './book-refund.server'
import { refundSteps } from './status'

/** What the provider says of a refund; without a reference when it refused. */
export type RefundWord = Omit<RefundSnapshot, 'refundRef'> & { refundRef: string | null }

const stateOf = { pending: 'sent', succeeded: 'succeeded', failed: 'failed' } as const satisfies Record<
  RefundSnapshot['status'],
  RefundState
>

/** Applies what the provider says of a refund. The books move once when it has succeeded, and back once when the buyer's bank returns it later. */
export async function recordRefund(tx: Tx, refundId: string, snapshot: RefundWord): Promise<void> {
  const to = stateOf[snapshot.status]
  const bounced = to === 'failed' && (await leave(tx, refundId, ['succeeded'], snapshot))
  const moved = bounced || (await leave(tx, refundId, ['requested', 'sent'], snapshot))
  if (!moved) return learnSettlement(tx, refundId, snapshot)
  await tx.refundEvent.create({ data: { refundId, state: to, cause: 'provider' } })
  if (to === 'succeeded') await bookRefundDone(tx, refundId, snapshot.settlement)
  if (bounced && snapshot.settlement) await bookRefundSettled(tx, refundId, snapshot.settlement)
  if (bounced) await bookRefundBounced(tx, refundId)
  if (to === 'failed') await callStaff(tx, refundId, snapshot)
}

/** The money is still owed to the buyer: a person has to find another way. */
async function callStaff(tx: Tx, refundId: string, snapshot: RefundWord): Promise<void> {
  const reason = snapshot.failureReason ?? 'unknown'
  await openAlert(tx, {
    kind: 'refund_failed',
    subject: { type: 'Refund', id: refundId },
    detail: { amountMinor: String(snapshot.amount), currency: snapshot.currency.toUpperCase(), reason },
  })
  log.error('refund.failed', new Error('the provider could not refund'), { reason })
}

/** A refund that has succeeded may be settled only later: noted and booked once. */
async function learnSettlement(tx: Tx, refundId: string, { status, settlement }: RefundWord): Promise<void> {
  if (status !== 'succeeded' || !settlement) return
  const { count } = await tx.refund.updateMany({
    where: { id: refundId, state: 'succeeded', settlementMinor: null },
    data: settlementOf(settlement),
  })
  if (count > 0) await bookRefundSettled(tx, refundId, settlement)
}

/** Moves a refund out of one of these states, where its steps allow it. */
async function leave(
  tx: Tx,
  refundId: string,
  from: readonly RefundState[],
  snapshot: RefundWord,
): Promise<boolean> {
  const to = stateOf[snapshot.status]
  const sources = sourcesOf(refundSteps, to).filter((state) => from.includes(state))
  const { count } = await tx.refund.updateMany({
    where: { id: refundId, state: { in: sources } },
    data: {
      state: to,
      providerRef: snapshot.refundRef,
      failureReason: snapshot.failureReason,
      ...(to === 'sent' ? {} : { finishedAt: await appNow(tx) }),
      ...(snapshot.settlement ? settlementOf(snapshot.settlement) : {}),
    },
  })
  return count > 0
}

function settlementOf({ amount, currency, fee, exchangeRate }: Settlement) {
  return {
    settlementMinor: amount,
    settlementCurrency: currency.toUpperCase(),
    feeMinor: fee,
    exchangeRate,
  }
}

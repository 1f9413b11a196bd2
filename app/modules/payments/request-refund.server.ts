import { postRefundDecided } from '~/modules/ledger/post-refund-decided.server'
import type { Tx } from '~/platform/db/prisma.server'
import { enqueue } from '~/platform/jobs/boss.server'
import { sum } from '~/platform/money'
import { cutParcelRefund, type ParcelRefund } from './cut-parcel-refund.server'
import { findRefundWindow } from './find-refund-window.server'

type RefundInput = { paymentId: string; requestedById?: string | null } & (
  | { reason: 'late_payment' | 'duplicate' | 'wrong_amount'; amount: bigint }
  | { reason: 'buyer_cancelled' | 'cannot_make' | 'not_shipped' | 'goodwill'; parcel: ParcelRefund }
)

/**
 * Decides a refund: the row, its postings and the job that sends it commit together. Money that bought nothing (late, twice) goes back as an amount;
 * of a sale, pieces, amounts and postage of one parcel go back, and the books show at once who gives them up. Refuses more than is left of a line, of
 * the postage or of the payment. A refund of a completed sale needs the job scope `income`.
 */
export async function requestRefund(tx: Tx, input: RefundInput): Promise<string> {
  const { paymentId, reason, requestedById = null } = input
  const lines = 'parcel' in input ? await cutParcelRefund(tx, paymentId, input.parcel) : null
  const amountMinor = 'amount' in input ? input.amount : sum((lines ?? []).map(({ amountFen }) => amountFen))
  const { route } = await findRefundWindow(tx, paymentId)
  const refund = await tx.refund.create({
    data: {
      paymentId,
      amountMinor,
      currency: 'CNY',
      reason,
      route,
      requestedById,
      ...(lines ? { lines: { create: lines } } : {}),
      events: { create: [{ state: 'requested', cause: reason }] },
    },
    select: { id: true },
  })
  if (lines) await postRefundDecided(tx, refund.id)
  if (route === 'provider') await enqueue(tx, 'refund', { refundId: refund.id })
  return refund.id
}

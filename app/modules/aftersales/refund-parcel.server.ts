import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findRefundWindow } from '~/modules/payments/find-refund-window.server'
import { requestRefund } from '~/modules/payments/request-refund.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { findPaidParcel } from './find-paid-parcel.server'
import type { RefundInput } from './schema'

/**
 * Finance gives back some of a parcel, on the maker's or the platform's account, with a reason that stays on record. Refuses more than is left, nothing at
 * all, and, once the provider's time for refunds is over, whatever is not to go by bank. What was never paid is a 404.
 */
export function refundParcel(actor: Actor, sellerOrderId: string, wanted: RefundInput): Promise<void> {
  return inScope({ job: 'income' }, async (tx) => {
    const { paymentId } = await findPaidParcel(tx, sellerOrderId)
    const { route } = await findRefundWindow(tx, paymentId)
    if (route === 'bank' && !wanted.byBank) throw new Refusal('aftersales.windowOver', 409, {}, 'byBank')
    const refundId = await requestRefund(tx, {
      paymentId,
      reason: 'goodwill',
      requestedById: actor.userId,
      parcel: {
        sellerOrderId,
        lines: wanted.lines.map(({ id, quantity, amount }) => ({
          orderLineId: id,
          quantity: quantity ?? 0,
          amountFen: amount,
        })),
        postageFen: wanted.postage,
        bearer: wanted.bearer,
      },
    })
    await recordAudit(tx, {
      actor,
      action: 'refund.requested',
      subject: { type: 'Refund', id: refundId },
      reason: wanted.reason,
      detail: { sellerOrderId, bearer: wanted.bearer, route },
    })
  })
}

import { postGivenUp } from '~/modules/ledger/post-given-up.server'
import { advanceSellerOrder } from '~/modules/orders/advance-seller-order.server'
import { returnStock } from '~/modules/orders/return-stock.server'
import { findParcelRest } from '~/modules/payments/cut-parcel-refund.server'
import { lockPaidPayments } from '~/modules/payments/lock-paid-payments.server'
import { requestRefund } from '~/modules/payments/request-refund.server'
import { spreadRefund } from '~/modules/payments/spread-refund'
import { giveBackUseOfGivenUp } from '~/modules/promotions/give-back-use.server'
import { appNow } from '~/platform/db/clock.server'
import { withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import type { GiveUpReason } from './give-up-reasons'

type GiveUpInput = {
  parcel: { id: string; orderId: string }
  reason: GiveUpReason
  note?: string | null
  actorUserId?: string | null
  /** false: the pieces are not there to be sold again */
  backInStock?: boolean
}

/**
 * Ends a paid parcel that was not sent: cancelled, its pieces in stock again, all that is left of its goods and postage on the way back to the buyer, over the
 * payments that brought it, in one transaction. The order's other parcels go on. The caller holds the parcel's lock and has checked that it is still to be sent.
 */
export async function giveUpParcel(
  tx: Tx,
  { parcel, reason, note = null, actorUserId = null, backInStock = true }: GiveUpInput,
): Promise<void> {
  const moved = await advanceSellerOrder(tx, {
    sellerOrderId: parcel.id,
    to: 'cancelled',
    cause: reason,
    actorUserId,
    data: { cancelledAt: await appNow(tx) },
  })
  if (!moved) throw new Error('a parcel is given up while it is to be sent')
  if (note)
    await withinScope(tx, { job: 'order_access' }, () =>
      tx.cancelWords.create({ data: { sellerOrderId: parcel.id, note } }),
    )
  await giveBackUseOfGivenUp(tx, parcel.orderId)
  if (backInStock) await returnStock(tx, { sellerOrderId: parcel.id, actorUserId })
  await postGivenUp(tx, parcel)
  const rest = await findParcelRest(tx, parcel.id)
  const lines = rest.lines
    .filter(({ money }) => money.amountFen > 0n)
    .map(({ id, quantity, money }) => ({ orderLineId: id, quantity, amountFen: money.amountFen }))
  if (lines.length === 0 && rest.postageFen === 0n) return
  const sources = await lockPaidPayments(tx, parcel.orderId)
  for (const { paymentId, ...part } of spreadRefund({ lines, postageFen: rest.postageFen }, sources))
    await requestRefund(tx, {
      paymentId,
      reason,
      requestedById: actorUserId,
      parcel: { sellerOrderId: parcel.id, bearer: 'seller', ...part },
    })
}

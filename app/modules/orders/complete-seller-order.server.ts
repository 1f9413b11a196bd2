import { postEarned } from '~/modules/ledger/post-earned.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { advanceSellerOrder } from './advance-seller-order.server'

/**
 * The return window is over: the sale is earned. In one transaction the ledger fixes her share, commission and postage, and her income with person,
 * household, status and region of that day. False when it is not due or was completed before.
 */
export function completeSellerOrder(sellerOrderId: string): Promise<boolean> {
  return inScope({ job: 'income' }, async (tx) => {
    const completedAt = await appNow(tx)
    const due = await tx.sellerOrder.findFirst({
      where: { id: sellerOrderId, status: 'received', completeAfter: { lte: completedAt } },
      select: { id: true },
    })
    if (!due) return false
    const moved = await advanceSellerOrder(tx, {
      sellerOrderId,
      to: 'completed',
      cause: 'window_over',
      data: { completedAt },
    })
    if (moved) await postEarned(tx, sellerOrderId, completedAt)
    return moved
  })
}

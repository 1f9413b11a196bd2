import { movePayBy } from '~/modules/orders/move-pay-by.server'
import { endTransfers } from '~/modules/payments/end-transfers.server'
import { readSetting } from '~/modules/settings/read-setting.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { lockUnpaidOrder } from './lock-unpaid-order.server'

/**
 * The buyer pays in another way after all: the transfer is ended, and the pieces are held for as long as any unpaid order holds them from now on. Refuses while her slip waits to
 * be looked at: she may have sent the money already.
 */
export async function leaveTransfer({ orderId }: { orderId: string }): Promise<void> {
  await inScope({ job: 'order_access' }, async (tx) => {
    const { due, now, open } = await lockUnpaidOrder(tx, orderId)
    if (!open.some(({ gateway }) => gateway === 'bank_transfer')) return
    const waiting = await tx.transferSlip.count({
      where: { state: 'submitted', payment: { dueId: due.id } },
    })
    if (waiting > 0) throw new Refusal('transfer.slipWaits', 409)
    await endTransfers(tx, { orderId, cause: 'buyer' })
    const payBy = new Date(now.getTime() + (await readSetting('orders.payWithinMinutes', tx)) * 60_000)
    if (payBy < due.order.payBy) await movePayBy(tx, orderId, payBy)
  })
}

import { giveBackUse } from '~/modules/promotions/give-back-use.server'
import { retakeUse } from '~/modules/promotions/take-use.server'
import { readSetting } from '~/modules/settings/read-setting.server'
import { addDays, dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { advanceOrder } from './advance-order.server'
import { advanceSellerOrder } from './advance-seller-order.server'
import { claimStock, reclaimStock } from './hold-stock.server'

export type PaidOutcome = 'paid' | 'already_paid' | 'gone'

/**
 * An order's money has arrived: its pieces leave the stock and each seller has work with a date. A late payment takes its promotion and its pieces again when all
 * are free, else answers gone and changes nothing: the caller gives the money back. The caller holds the order's row lock.
 */
export async function markOrderPaid(tx: Tx, orderId: string): Promise<PaidOutcome> {
  const order = await tx.order.findUniqueOrThrow({ where: { id: orderId }, select: { status: true } })
  if (order.status === 'paid') return 'already_paid'
  if (order.status === 'pending_payment') await claimStock(tx, orderId)
  else if (!(await retakeUse(tx, orderId))) return 'gone'
  else if (!(await reclaimStock(tx, orderId))) {
    await giveBackUse(tx, orderId)
    return 'gone'
  }
  await advanceOrder(tx, { orderId, to: 'paid', cause: 'payment' })
  const today = dayOf(await appNow(tx))
  const stockDays = await readSetting('orders.stockShipDays', tx)
  const parcels = await tx.sellerOrder.findMany({
    where: { orderId },
    select: { id: true, lines: { select: { makeMode: true, makeDays: true } } },
    orderBy: { id: 'asc' },
  })
  for (const parcel of parcels) {
    const days = Math.max(
      ...parcel.lines.map((line) =>
        line.makeMode === 'made_to_order' ? (line.makeDays ?? stockDays) : stockDays,
      ),
    )
    const shipBy = toDateColumn(addDays(today, days))
    await advanceSellerOrder(tx, {
      sellerOrderId: parcel.id,
      to: 'to_ship',
      cause: 'payment',
      data: { shipBy },
    })
  }
  return 'paid'
}

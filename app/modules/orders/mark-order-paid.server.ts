import { giveBackUse } from '~/modules/promotions/give-back-use.server'
import { retakeUse } from '~/modules/promotions/take-use.server'
import { afterWorkingDays, type Rest } from '~/modules/rests/working-days'
import { readSetting } from '~/modules/settings/read-setting.server'
import { dayOf, fromDateColumn, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { advanceOrder } from './advance-order.server'
import { advanceSellerOrder } from './advance-seller-order.server'
import { enqueueLetter } from './enqueue-letter.server'
import { claimStock, reclaimStock } from './hold-stock.server'

export type PaidOutcome = 'paid' | 'already_paid' | 'gone'

/**
 * An order's money has arrived: its pieces leave the stock and each seller has work with a date. A late payment takes its promotion and its pieces again when all
 * are free, else answers gone and changes nothing: the caller gives the money back. The date counts her working days by the rests that stood in her calendar when the
 * order was placed: what she plans or takes back later moves no promise. The caller holds the order's row lock.
 */
export async function markOrderPaid(tx: Tx, orderId: string): Promise<PaidOutcome> {
  const order = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { status: true, placedAt: true },
  })
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
    select: { id: true, sellerId: true, lines: { select: { makeMode: true, makeDays: true } } },
    orderBy: { id: 'asc' },
  })
  for (const parcel of parcels) {
    const days = Math.max(
      ...parcel.lines.map((line) =>
        line.makeMode === 'made_to_order' ? (line.makeDays ?? stockDays) : stockDays,
      ),
    )
    const rests = await findRestsThen(tx, parcel.sellerId, order.placedAt)
    const shipBy = toDateColumn(afterWorkingDays(today, days, rests))
    await advanceSellerOrder(tx, {
      sellerOrderId: parcel.id,
      to: 'to_ship',
      cause: 'payment',
      data: { shipBy },
    })
  }
  await enqueueLetter(tx, { orderId, about: 'paid' })
  return 'paid'
}

async function findRestsThen(tx: Tx, sellerId: string, placedAt: Date): Promise<Rest[]> {
  const rows = await tx.sellerRest.findMany({
    where: {
      sellerId,
      createdAt: { lte: placedAt },
      OR: [{ removedAt: null }, { removedAt: { gt: placedAt } }],
    },
    select: { fromDay: true, untilDay: true },
  })
  return rows.map(({ fromDay, untilDay }) => ({
    from: fromDateColumn(fromDay),
    until: fromDateColumn(untilDay),
  }))
}

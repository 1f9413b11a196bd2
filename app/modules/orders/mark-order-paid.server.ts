import type { OrderStatus } from '~/generated/prisma/enums'
import { giveBackUse } from '~/modules/promotions/give-back-use.server'
import { retakeUse } from '~/modules/promotions/take-use.server'
import { afterWorkingDays, type Rest } from '~/modules/rests/working-days'
import { settingOf, settingSql } from '~/modules/settings/setting-sql.server'
import { dayOf, toDateColumn } from '~/platform/calendar'
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
  const order = await findSale(tx, orderId)
  if (order.status === 'paid') return 'already_paid'
  if (order.status === 'pending_payment') await claimStock(tx, orderId)
  else if (!(await retakeUse(tx, orderId))) return 'gone'
  else if (!(await reclaimStock(tx, orderId))) {
    await giveBackUse(tx, orderId)
    return 'gone'
  }
  await advanceOrder(tx, { orderId, to: 'paid', cause: 'payment' })
  const stockDays = settingOf('orders.stockShipDays', order.stockDays)
  for (const { id, makeDays, rests } of order.parcels) {
    const days = Math.max(...makeDays.map((own) => own ?? stockDays))
    const shipBy = toDateColumn(afterWorkingDays(dayOf(order.now), days, rests))
    await advanceSellerOrder(tx, { sellerOrderId: id, to: 'to_ship', cause: 'payment', data: { shipBy } })
  }
  await enqueueLetter(tx, { orderId, about: 'paid' })
  return 'paid'
}

type Sale = {
  status: OrderStatus
  now: Date
  stockDays: string | null
  /** the days of each line that is made to order, null for what is ready; her rests as they stood when the order was placed */
  parcels: { id: string; makeDays: (number | null)[]; rests: Rest[] }[]
}

async function findSale(tx: Tx, orderId: string): Promise<Sale> {
  const [sale] = await tx.$queryRaw<Sale[]>`
    SELECT o.status::text AS status, app_now() AS now, ${settingSql('orders.stockShipDays')} AS "stockDays",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id,
          'makeDays', (SELECT jsonb_agg(CASE WHEN l."makeMode" = 'made_to_order' THEN l."makeDays" END) FROM "OrderLine" l WHERE l."sellerOrderId" = s.id),
          'rests', (SELECT coalesce(jsonb_agg(jsonb_build_object('from', r."fromDay", 'until', r."untilDay")), '[]') FROM "SellerRest" r
            WHERE r."sellerId" = s."sellerId" AND r."createdAt" <= o."placedAt" AND (r."removedAt" IS NULL OR r."removedAt" > o."placedAt"))) ORDER BY s.id), '[]')
        FROM "SellerOrder" s WHERE s."orderId" = o.id) AS parcels
    FROM "Order" o WHERE o.id = ${orderId}::uuid`
  if (!sale) throw new Error('an order that is not there')
  return sale
}

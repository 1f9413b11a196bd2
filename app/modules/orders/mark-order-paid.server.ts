import type { OrderStatus } from '~/generated/prisma/enums'
import { giveBackUse } from '~/modules/promotions/give-back-use.server'
import { retakeUse } from '~/modules/promotions/take-use.server'
import { afterWorkingDays, type Rest } from '~/modules/rests/working-days'
import { settingOf, settingSql } from '~/modules/settings/setting-sql.server'
import { dayOf } from '~/platform/calendar'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import { jobSql } from '~/platform/jobs/boss.server'
import { orderStepSql } from './advance-order.server'
import { toShipSql } from './advance-seller-order.server'
import { enqueueLetter } from './enqueue-letter.server'
import { claimStockSql, reclaimStock } from './hold-stock.server'

export type PaidOutcome = 'paid' | 'already_paid' | 'gone'

type PaidInput = { orderId: string; now: Date; sale: Sale }

/**
 * An order's money has arrived: its pieces leave the stock, its due is paid and each seller has work with a date. A late payment takes its promotion and its pieces again when all
 * are free, else answers gone and changes nothing but that the due is void: the caller gives the money back. The date counts her working days by the rests that stood in her calendar when the
 * order was placed: what she plans or takes back later moves no promise. The caller holds the order's row lock, and has read `sale` since.
 */
export async function markOrderPaid(tx: Tx, { orderId, now, sale }: PaidInput): Promise<PaidOutcome> {
  if (sale.status === 'paid') {
    await tx.$executeRaw(endSql(sale, 'paid'))
    return 'already_paid'
  }
  const isHeld = sale.status === 'pending_payment'
  if (!isHeld && !(await takeAgain(tx, orderId))) {
    await tx.$executeRaw(endSql(sale, 'void'))
    return 'gone'
  }
  await tx.$executeRaw`WITH ${isHeld ? Prisma.sql`${claimStockSql(orderId)},` : Prisma.empty} ${stepsSql({ orderId, now, sale })} ${endSql(sale, 'paid')}`
  await enqueueLetter(tx, { orderId, about: 'paid' })
  return 'paid'
}

/** The same for an order whose pieces are held, with its letter's job, as parts of a statement that does more, to stand behind its WITH. */
export async function paidSql({ orderId, now, sale }: PaidInput): Promise<Prisma.Sql> {
  const letter = await jobSql('order-letter', { orderId, about: 'paid' })
  return Prisma.sql`${claimStockSql(orderId)}, ${stepsSql({ orderId, now, sale })}, ended_due AS (${endSql(sale, 'paid')}), letter AS (${letter})`
}

function endSql({ dueId }: Sale, state: 'paid' | 'void'): Prisma.Sql {
  return Prisma.sql`UPDATE "OrderDue" SET state = ${state}::"DueState" WHERE id = ${dueId}::uuid`
}

/** The order is paid, and each seller has work with a date. */
function stepsSql({ orderId, now, sale }: PaidInput): Prisma.Sql {
  const stockDays = settingOf('orders.stockShipDays', sale.stockDays)
  const parcels = sale.parcels.map(({ id, makeDays, rests }) => {
    const days = Math.max(...makeDays.map((own) => own ?? stockDays))
    return { id, shipBy: afterWorkingDays(dayOf(now), days, rests) }
  })
  return Prisma.sql`${orderStepSql({ orderId, to: 'paid', cause: 'payment' })}, ${toShipSql(parcels, 'payment')}`
}

/** The promotion and the pieces of an order whose time was over; none of them when one is gone. */
async function takeAgain(tx: Tx, orderId: string): Promise<boolean> {
  if (!(await retakeUse(tx, orderId))) return false
  if (await reclaimStock(tx, orderId)) return true
  await giveBackUse(tx, orderId)
  return false
}

/** What an order's payment is applied by. */
export type Sale = {
  dueId: string
  status: OrderStatus
  stockDays: string | null
  /** the days of each line that is made to order, null for what is ready; her rests as they stood when the order was placed */
  parcels: { id: string; makeDays: (number | null)[]; rests: Rest[] }[]
}

/** It as one value of a statement that names the due as `d` and its order as `o`. */
export const saleSql = Prisma.sql`jsonb_build_object('dueId', d.id, 'status', o.status, 'stockDays', ${settingSql('orders.stockShipDays')},
  'parcels', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id,
      'makeDays', (SELECT jsonb_agg(CASE WHEN l."makeMode" = 'made_to_order' THEN l."makeDays" END) FROM "OrderLine" l WHERE l."sellerOrderId" = s.id),
      'rests', (SELECT coalesce(jsonb_agg(jsonb_build_object('from', r."fromDay", 'until', r."untilDay")), '[]') FROM "SellerRest" r
        WHERE r."sellerId" = s."sellerId" AND r."createdAt" <= o."placedAt" AND (r."removedAt" IS NULL OR r."removedAt" > o."placedAt"))) ORDER BY s.id), '[]')
    FROM "SellerOrder" s WHERE s."orderId" = o.id))`

import { refundLate } from '~/modules/aftersales/refund-late.server'
import { warnLate } from '~/modules/aftersales/warn-late.server'
import { warnDisputes } from '~/modules/disputes/warn-disputes.server'
import { sendNotices } from '~/modules/mandates/send-notices.server'
import { tellConfirmed } from '~/modules/mandates/tell-confirmed.server'
import { completeSellerOrder } from '~/modules/orders/complete-seller-order.server'
import { receiveSellerOrder } from '~/modules/orders/receive-seller-order.server'
import { expireUnpaidOrders } from '~/modules/payments/expire-unpaid-orders.server'
import { resendTransfers } from '~/modules/payouts/resend-transfers.server'
import { readSetting } from '~/modules/settings/read-setting.server'
import { addDays, dayOf, startOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { type Prisma, prisma } from '~/platform/db/prisma.server'
import { log } from '~/platform/log.server'

const batch = 100
const dayLength = 24 * 60 * 60 * 1000

/**
 * Does what has fallen due by the shop's clock: unpaid orders expire, parcels without word count as received, sales past their return window complete,
 * parcels that were not sent in time are warned about and then given back, transfers without an answer are taken up, staff is called to evidence that is nearly due, makers are told what was done for them and by whom it may be. Each in a transaction of its own; one that
 * fails is logged and does not hold up the others. Run every 20 seconds and after the clock is moved.
 */
export async function runDue(): Promise<void> {
  await expireUnpaidOrders()
  await receiveLapsed()
  await completeDue()
  await endLate()
  await resendTransfers()
  await warnDisputes()
  await sendNotices()
  await tellConfirmed()
}

/** Abroad the longest time on the way, as it was sold, comes on top. */
async function receiveLapsed(): Promise<void> {
  const before = new Date(
    (await appNow()).getTime() - (await readSetting('orders.receivedAfterDays')) * dayLength,
  )
  await eachOf(
    'received',
    (after) =>
      prisma.$queryRaw<{ id: string }[]>`
        SELECT s.id FROM "SellerOrder" s LEFT JOIN "PostageRate" r ON r.id = s."postageRateId"
        WHERE s.status = 'shipped' AND s."shippedAt" <= ${before}::timestamptz AND s."shippedAt" <= ${before}::timestamptz - coalesce(r."daysTo", 0) * interval '1 day' AND s.id > ${after}::uuid
        ORDER BY s.id LIMIT ${batch}`,
    (sellerOrderId) => prisma.$transaction((tx) => receiveSellerOrder(tx, { sellerOrderId, how: 'lapse' })),
  )
}

async function completeDue(): Promise<void> {
  const now = await appNow()
  await eachOf(
    'completed',
    (after) =>
      prisma.sellerOrder.findMany({
        where: { status: 'received', completeAfter: { lte: now }, id: { gt: after } },
        select: { id: true },
        orderBy: { id: 'asc' },
        take: batch,
      }),
    completeSellerOrder,
  )
}

/** Warnings first: nothing is given back on the day of its warning. The provider knows nothing of the samples' payments, so they stay late. */
async function endLate(): Promise<void> {
  const today = dayOf(await appNow())
  const days = await readSetting('orders.lateRefundDays')
  const pageOf = (where: Prisma.SellerOrderWhereInput) => (after: string) =>
    prisma.sellerOrder.findMany({
      where: { ...where, status: 'to_ship', id: { gt: after } },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: batch,
    })
  await eachOf('late', pageOf({ shipBy: { lt: toDateColumn(today) }, lateWarnedAt: null }), warnLate)
  await eachOf(
    'not_shipped',
    pageOf({
      shipBy: { lt: toDateColumn(addDays(today, -days)) },
      lateWarnedAt: { lt: startOf(today) },
      order: { isSample: false },
    }),
    refundLate,
  )
}

/** Walks ids in pages and does one deed per id. */
async function eachOf(
  what: string,
  page: (after: string) => Promise<{ id: string }[]>,
  deed: (id: string) => Promise<boolean>,
): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await page(after)
    for (const { id } of rows) {
      try {
        await deed(id)
      } catch (error) {
        log.error('due.failed', error, { job: what, sellerOrderId: id })
      }
    }
    const last = rows.at(-1)
    if (!last || rows.length < batch) return
    after = last.id
  }
}

import { closeOrder } from '~/modules/orders/close-order.server'
import { appNow } from '~/platform/db/clock.server'
import { type Prisma, prisma } from '~/platform/db/prisma.server'
import { log } from '~/platform/log.server'
import { closePaymentPage } from './close-payment-page.server'
import { endTransfers } from './end-transfers.server'
import { findLostRefund } from './find-lost-refund.server'
import { sendRefund } from './send-refund.server'

const refundsAtOnce = 50

/**
 * Ends the orders whose time to pay is over. The payment page is closed first; a buyer who was faster is recorded as paid instead. When the provider
 * cannot be reached the pieces are freed all the same: a payment that arrives later takes them again or goes back.
 * Then heals what a failure left: payment pages and transfers of closed orders that are still open, refunds on their way.
 */
export async function expireUnpaidOrders(): Promise<void> {
  const orders = await prisma.order.findMany({
    where: { status: 'pending_payment', payBy: { lte: await appNow() } },
    select: { id: true },
    orderBy: { payBy: 'asc' },
    take: 200,
  })
  for (const { id } of orders) await guarded('expire', () => expireOrder(id))
  const leftOpen = await prisma.order.findMany({
    where: {
      status: { in: ['expired', 'cancelled'] },
      dues: { some: { payments: { some: { state: { in: ['created', 'open'] } } } } },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: 50,
  })
  for (const { id } of leftOpen) {
    await closePaymentPages(id)
    await guarded('expire', () =>
      prisma.$transaction((tx) => endTransfers(tx, { orderId: id, cause: 'sweep' })),
    )
  }
  await sendWaitingRefunds()
}

/** All of them, in pages: one that cannot be sent now never keeps the others waiting. */
async function sendWaitingRefunds(): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const refunds = await prisma.refund.findMany({
      where: { state: { in: ['requested', 'sent'] }, route: 'provider', id: { gt: after } },
      orderBy: { id: 'asc' },
      select: { id: true },
      take: refundsAtOnce,
    })
    for (const { id } of refunds)
      await guarded('refund', async () => {
        await findLostRefund({ refundId: id })
        await sendRefund({ refundId: id })
      })
    const last = refunds.at(-1)
    if (!last || refunds.length < refundsAtOnce) return
    after = last.id
  }
}

async function expireOrder(orderId: string): Promise<void> {
  await closePaymentPages(orderId)
  await closeOrder({ orderId, to: 'expired', cause: 'sweep' })
}

type Closing = {
  /** only these */
  which?: Prisma.PaymentWhereInput
  cause?: 'sweep' | 'card_tries' | 'newer_text'
}

/** Closes every page on which an order could still be paid, or records the payment that was faster. */
export async function closePaymentPages(
  orderId: string,
  { which = {}, cause = 'sweep' }: Closing = {},
): Promise<void> {
  const open = await prisma.payment.findMany({
    where: { ...which, due: { orderId }, gateway: 'stripe', state: { in: ['created', 'open'] } },
    select: { id: true, sessionId: true },
  })
  for (const page of open) await guarded('expire', () => closePaymentPage(page, cause))
}

async function guarded(job: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    log.error('due.failed', error, { job })
  }
}

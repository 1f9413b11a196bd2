import { movePayBy } from '~/modules/orders/move-pay-by.server'
import { closeCardPages } from '~/modules/payments/close-card-pages.server'
import { areTransfersTaken } from '~/modules/settings/find-transfer-account.server'
import { prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { log } from '~/platform/log.server'
import { PaymentGatewayError } from '~/platform/payments-sdk/payment-gateway'
import { lockUnpaidOrder } from './lock-unpaid-order.server'
import { readHoldDays } from './read-hold-days.server'
import { heldForTransfer } from './transfer-hold'

/** Pages that open while others are closed: another tab presses as well. */
const mostRounds = 3

/**
 * The buyer will pay an unpaid order by bank transfer: pages on which it could still be paid by card are closed first, and its pieces are held for as long as a transfer takes.
 * Choosing it twice is choosing it once. Refuses a paid, closed or lapsed order, one that goes abroad, a shop without an account for it, and while a page cannot be closed.
 */
export async function chooseTransfer({ orderId }: { orderId: string }): Promise<void> {
  if (!(await areTransfersTaken())) throw new Refusal('transfer.notOffered', 409)
  for (let round = 0; round < mostRounds; round += 1) {
    await closePages(orderId)
    if (await openTransfer(orderId)) return
  }
  throw new Refusal('order.cardPageStuck', 409)
}

async function closePages(orderId: string): Promise<void> {
  try {
    await closeCardPages(orderId)
  } catch (error) {
    if (!(error instanceof PaymentGatewayError)) throw error
    log.error('transfer.page_not_closed', error, { orderId, reason: error.message })
    throw new Refusal('order.cardPageStuck', 503)
  }
}

/** False when a card page is open again: it has to be closed first. */
function openTransfer(orderId: string): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const { due, now, open } = await lockUnpaidOrder(tx, orderId)
    if (due.order.country !== 'CN') throw new Refusal('abroad.noTransfer', 409)
    if (open.some(({ gateway }) => gateway !== 'bank_transfer')) return false
    if (open.length > 0) return true
    const payment = await tx.payment.create({
      data: {
        dueId: due.id,
        attempt: (due.payments[0]?.attempt ?? 0) + 1,
        gateway: 'bank_transfer',
        state: 'open',
        amountMinor: due.amountFen,
        currency: due.order.currency,
      },
      select: { id: true },
    })
    await tx.paymentEvent.create({ data: { paymentId: payment.id, state: 'open', cause: 'buyer' } })
    await movePayBy(tx, orderId, heldForTransfer({ ...due.order, now }, await readHoldDays(tx)))
    return true
  })
}

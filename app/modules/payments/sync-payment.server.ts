import { prisma } from '~/platform/db/prisma.server'
import { failpoint } from '~/platform/failpoint.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { recordPayment } from './record-payment.server'

/**
 * Re-reads a payment's truth from the provider, outside any transaction, and applies it in one. The webhook's worker, the return page and the sweeps all
 * come through here: order and repetition do not matter.
 */
export async function syncPayment({ paymentId }: { paymentId: string }): Promise<void> {
  const payment = await prisma.payment.findUnique({
    where: { id: paymentId },
    select: { id: true, sessionId: true },
  })
  if (payment) await sync(payment)
}

/** The same for the newest attempt at paying an order: what the return page calls. True when it is paid by it, as far as it was looked at. */
export async function syncOrderPayment({ orderId }: { orderId: string }): Promise<boolean> {
  const [payment] = await prisma.$queryRaw<{ id: string; sessionId: string }[]>`
    SELECT p.id, p."sessionId" FROM "Payment" p JOIN "OrderDue" d ON d.id = p."dueId" WHERE d."orderId" = ${orderId}::uuid AND p."sessionId" IS NOT NULL
    ORDER BY p.attempt DESC LIMIT 1`
  return payment !== undefined && sync(payment)
}

async function sync({ id, sessionId }: { id: string; sessionId: string | null }): Promise<boolean> {
  if (!sessionId) return false
  const snapshot = await paymentGateway().readCheckout(sessionId)
  await failpoint('payment.read')
  return prisma.$transaction((tx) => recordPayment(tx, { paymentId: id, snapshot }))
}

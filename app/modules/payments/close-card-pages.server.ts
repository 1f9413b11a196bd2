import { prisma } from '~/platform/db/prisma.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { closePaymentPage } from './close-payment-page.server'

const minute = 60_000

/**
 * Closes every page of the provider's on which an order could still be paid, before another way of paying is opened beside it; a payment that was faster is recorded. Also
 * pages whose address was lost are looked for. Throws when the provider cannot be asked: nothing is opened beside a page that may still be paid.
 */
export async function closeCardPages(orderId: string): Promise<void> {
  const open = await prisma.payment.findMany({
    where: { due: { orderId }, gateway: 'stripe', state: { in: ['created', 'open'] } },
    select: { id: true, sessionId: true },
    orderBy: { attempt: 'asc' },
  })
  for (const { id, sessionId } of open)
    await closePaymentPage({ id, sessionId: sessionId ?? (await findLostSession(id)) }, 'transfer')
}

/** The page of an attempt whose answer was lost: it is noted, so that what is paid there is found. */
async function findLostSession(paymentId: string): Promise<string | null> {
  const bornAt = Number.parseInt(paymentId.slice(0, 8) + paymentId.slice(9, 13), 16)
  const found = await paymentGateway().findCheckout({
    operationId: paymentId,
    createdAfter: new Date(bornAt - minute),
  })
  if (!found) return null
  await prisma.payment.updateMany({
    where: { id: paymentId, sessionId: null },
    data: { sessionId: found.sessionId, sessionUrl: found.url },
  })
  return found.sessionId
}

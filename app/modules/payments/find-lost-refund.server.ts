import { prisma } from '~/platform/db/prisma.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'

/** After so long the provider may have forgotten our key (Stripe keeps it 24 hours): asking again under it could return the money a second time. */
const keyLife = 12 * 60 * 60 * 1000

/**
 * Before a refund is asked for again: one that was decided long ago and of which we have no answer may have been made all the same. The provider's refunds of the payment are
 * looked through for our mark, and its reference is noted, so that it is read and not made again. Real time: the provider knows nothing of the demo's clock.
 */
export async function findLostRefund({ refundId }: { refundId: string }): Promise<void> {
  const age = Date.now() - Number.parseInt(refundId.slice(0, 8) + refundId.slice(9, 13), 16)
  if (age < keyLife) return
  const refund = await prisma.refund.findFirst({
    where: { id: refundId, providerRef: null, route: 'provider', state: { in: ['requested', 'sent'] } },
    select: { payment: { select: { paymentRef: true } } },
  })
  if (!refund?.payment.paymentRef) return
  const made = await paymentGateway().findRefunds(refund.payment.paymentRef)
  const found = made.find(({ operationId }) => operationId === refundId)
  if (!found) return
  await prisma.refund.updateMany({
    where: { id: refundId, providerRef: null },
    data: { providerRef: found.refundRef },
  })
}

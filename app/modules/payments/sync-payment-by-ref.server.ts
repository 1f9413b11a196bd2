import { prisma } from '~/platform/db/prisma.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { syncPayment } from './sync-payment.server'

/**
 * Re-reads the payment that the provider knows by this reference, also before we have noted the reference: our mark on the provider's payment is the attempt's
 * id. Answers the attempt, or null when it is none of ours.
 */
export async function syncPaymentByRef(paymentRef: string): Promise<string | null> {
  const noted = await prisma.payment.findUnique({ where: { paymentRef }, select: { id: true } })
  const marked = noted?.id ?? (await paymentGateway().readPayment(paymentRef)).operationId
  if (marked === null || !isOurMark.test(marked)) return null
  const known = await prisma.payment.count({ where: { id: marked } })
  if (known === 0) return null
  await syncPayment({ paymentId: marked })
  return marked
}

/** Another system on the same account may leave marks of its own. */
const isOurMark = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

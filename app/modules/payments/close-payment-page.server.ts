import { prisma } from '~/platform/db/prisma.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { advancePayment } from './advance-payment.server'
import { syncPayment } from './sync-payment.server'

type Page = { id: string; sessionId: string | null }

/** Closes the provider's page of one attempt, or records the payment that was faster. An attempt of which no page is known is ended. */
export async function closePaymentPage({ id, sessionId }: Page, cause: string): Promise<void> {
  const result = sessionId ? await paymentGateway().expireCheckout(sessionId) : 'expired'
  if (result === 'already_complete') return syncPayment({ paymentId: id })
  await prisma.$transaction((tx) => advancePayment(tx, { paymentId: id, to: 'expired', cause }))
}

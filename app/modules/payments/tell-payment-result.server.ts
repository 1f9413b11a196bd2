import type { OrderStatus } from '~/generated/prisma/enums'
import { prisma } from '~/platform/db/prisma.server'
import { log } from '~/platform/log.server'
import { PaymentGatewayError } from '~/platform/payments-sdk/payment-gateway'
import { syncOrderPayment } from './sync-payment.server'

/** An order's status after asking the provider once more. When it cannot be asked, the status as we know it: the webhook will follow. */
export async function tellPaymentResult({ orderId }: { orderId: string }): Promise<OrderStatus> {
  try {
    if (await syncOrderPayment({ orderId })) return 'paid'
  } catch (error) {
    if (!(error instanceof PaymentGatewayError)) throw error
    log.warn('payment.sync_failed', { orderId, reason: error.message })
  }
  return (await prisma.order.findUniqueOrThrow({ where: { id: orderId }, select: { status: true } })).status
}

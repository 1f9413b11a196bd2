import { prisma } from '~/platform/db/prisma.server'
import { failpoint } from '~/platform/failpoint.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { type PaymentFailure, PaymentGatewayError } from '~/platform/payments-sdk/payment-gateway'
import { type RefundWord, recordRefund } from './record-refund.server'

/**
 * Asks the provider for a refund that was decided, or reads how it stands: also of one that has succeeded, for a bank may return it days later. The
 * refund's id is the idempotency key: run twice, it is one refund. One that goes by bank is no concern of the provider's.
 */
export async function sendRefund({ refundId }: { refundId: string }): Promise<void> {
  const refund = await prisma.refund.findUnique({
    where: { id: refundId },
    select: {
      state: true,
      route: true,
      amountMinor: true,
      currency: true,
      reason: true,
      providerRef: true,
      payment: { select: { paymentRef: true } },
    },
  })
  if (!refund?.payment.paymentRef || refund.route === 'bank' || refund.state === 'failed') return
  const snapshot = await askProvider({ refundId, ...refund, paymentRef: refund.payment.paymentRef })
  await failpoint('refund.answered')
  await prisma.$transaction((tx) => recordRefund(tx, refundId, snapshot))
}

type Asked = {
  refundId: string
  providerRef: string | null
  paymentRef: string
  amountMinor: bigint
  currency: string
  reason: string
}

/** Answers after which asking again brings nothing: it was returned by hand in the provider's dashboard, or the provider knows no such payment. */
const final: readonly PaymentFailure[] = ['refused', 'not_found']

/** The provider's word on a refund. One that it will never make is a failed refund, which staff hears of. */
async function askProvider(asked: Asked): Promise<RefundWord> {
  const { refundId, providerRef, paymentRef, amountMinor: amount, currency } = asked
  const gateway = paymentGateway()
  if (providerRef) return gateway.readRefund(providerRef)
  const reason = asked.reason === 'duplicate' ? 'duplicate' : 'requested_by_customer'
  try {
    return await gateway.refund({ operationId: refundId, paymentRef, amount, currency, reason })
  } catch (error) {
    if (!(error instanceof PaymentGatewayError) || !final.includes(error.failure)) throw error
    return {
      refundRef: null,
      paymentRef,
      status: 'failed',
      amount,
      currency,
      failureReason: error.code,
      settlement: null,
    }
  }
}

import type { RefundState } from '~/generated/prisma/enums'
import { postTransaction } from '~/modules/ledger/post-transaction.server'
import { appNow } from '~/platform/db/clock.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { log } from '~/platform/log.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import {
  PaymentGatewayError,
  type RefundSnapshot as ProviderRefund,
} from '~/platform/payments-sdk/payment-gateway'
import { sourcesOf } from '~/platform/steps'
import { refundSteps } from './status'

/**
 * Asks the provider for a refund that was decided, or reads how it stands. The refund's id is the idempotency key: run twice, it is one refund.
 */
export async function sendRefund({ refundId }: { refundId: string }): Promise<void> {
  const refund = await prisma.refund.findUnique({
    where: { id: refundId },
    select: {
      state: true,
      amountMinor: true,
      currency: true,
      reason: true,
      providerRef: true,
      payment: { select: { paymentRef: true } },
    },
  })
  if (!refund?.payment.paymentRef || (refund.state !== 'requested' && refund.state !== 'sent')) return
  const snapshot = await askProvider({ refundId, ...refund, paymentRef: refund.payment.paymentRef })
  await prisma.$transaction((tx) => recordRefund(tx, refundId, snapshot))
}

/** What the provider says; without a reference when it refused. */
type RefundSnapshot = Omit<ProviderRefund, 'refundRef'> & { refundRef: string | null }

type Asked = {
  refundId: string
  providerRef: string | null
  paymentRef: string
  amountMinor: bigint
  currency: string
  reason: string
}

/** The provider's word on a refund. One that it will never make (returned by hand in its dashboard …) is a failed refund, which staff hears of. */
async function askProvider(asked: Asked): Promise<RefundSnapshot> {
  const { refundId, providerRef, paymentRef, amountMinor: amount, currency } = asked
  const gateway = paymentGateway()
  if (providerRef) return gateway.readRefund(providerRef)
  const reason = asked.reason === 'duplicate' ? 'duplicate' : 'requested_by_customer'
  try {
    return await gateway.refund({ operationId: refundId, paymentRef, amount, currency, reason })
  } catch (error) {
    if (!(error instanceof PaymentGatewayError) || error.failure !== 'refused') throw error
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

const stateOf = { pending: 'sent', succeeded: 'succeeded', failed: 'failed' } as const satisfies Record<
  RefundSnapshot['status'],
  RefundState
>

/** Applies what the provider says of a refund; the ledger books it once, when it has succeeded. */
async function recordRefund(tx: Tx, refundId: string, snapshot: RefundSnapshot): Promise<void> {
  const to = stateOf[snapshot.status]
  const { count } = await tx.refund.updateMany({
    where: { id: refundId, state: { in: sourcesOf(refundSteps, to) } },
    data: {
      state: to,
      providerRef: snapshot.refundRef,
      ...(to === 'sent' ? {} : { finishedAt: await appNow(tx) }),
    },
  })
  if (count === 0) return
  await tx.refundEvent.create({ data: { refundId, state: to, cause: 'provider' } })
  if (to === 'failed')
    log.error('refund.failed', new Error('the provider could not refund'), {
      reason: snapshot.failureReason ?? 'unknown',
    })
  if (to !== 'succeeded') return
  const refund = await tx.refund.findUniqueOrThrow({
    where: { id: refundId },
    select: { amountMinor: true, payment: { select: { state: true, due: { select: { orderId: true } } } } },
  })
  const legs = [
    { account: { system: 'platform', kind: 'held' } as const, amount: refund.amountMinor, purpose: 'refund' },
    {
      account: { system: 'stripe', kind: 'clearing' } as const,
      amount: -refund.amountMinor,
      purpose: 'refund',
    },
  ]
  if (refund.payment.state === 'paid')
    await postTransaction(tx, {
      reference: `refund:${refundId}`,
      kind: 'refund',
      orderId: refund.payment.due.orderId,
      legs,
    })
}

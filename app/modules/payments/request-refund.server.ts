import type { Tx } from '~/platform/db/prisma.server'
import { enqueue } from '~/platform/jobs/boss.server'

type RefundInput = { paymentId: string; amount: bigint; reason: 'late_payment' | 'duplicate' }

/** Decides a refund: the row and the job that sends it commit together. The database refuses more than was captured. */
export async function requestRefund(tx: Tx, { paymentId, amount, reason }: RefundInput): Promise<void> {
  const refund = await tx.refund.create({
    data: {
      paymentId,
      amountMinor: amount,
      currency: 'CNY',
      reason,
      events: { create: [{ state: 'requested', cause: reason }] },
    },
    select: { id: true },
  })
  await enqueue(tx, 'refund', { refundId: refund.id })
}

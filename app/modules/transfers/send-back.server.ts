import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { requestRefund } from '~/modules/payments/request-refund.server'
import { prisma } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { sum } from '~/platform/money'

/** A transfer of another amount that was set aside goes back, all of it that came. Refuses one that is going back already, and one that pays an order. */
export async function sendBack({ actor, paymentId }: { actor: Actor; paymentId: string }): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "Payment" WHERE id = ${paymentId}::uuid FOR NO KEY UPDATE`
    const payment = await tx.payment.findFirst({
      where: { id: paymentId, gateway: 'bank_transfer' },
      select: { state: true, receivedMinor: true, refunds: { select: { amountMinor: true } } },
    })
    if (!payment) throw notFound()
    const left = (payment.receivedMinor ?? 0n) - sum(payment.refunds.map(({ amountMinor }) => amountMinor))
    if (payment.state !== 'quarantined' || left <= 0n) throw new Refusal('transfer.moved', 409)
    const refundId = await requestRefund(tx, {
      paymentId,
      amount: left,
      reason: 'wrong_amount',
      requestedById: actor.userId,
    })
    await recordAudit(tx, { actor, action: 'refund.requested', subject: { type: 'Refund', id: refundId } })
  })
}

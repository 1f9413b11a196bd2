import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { bookRefundByBank } from '~/modules/payments/book-refund.server'
import { claimBankRef } from '~/modules/payments/claim-bank-ref.server'
import { requestRefund } from '~/modules/payments/request-refund.server'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
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

type SentInput = { actor: Actor; paymentId: string; refundId: string; bankRef: string }

/**
 * Finance has sent money of a transfer back from the operator's bank: the books move with it, once, under the bank's own number, by which the statement is compared. Refuses
 * a number that is booked already, and a refund that is not to go by bank or was sent before.
 */
export async function markSentBack({ actor, paymentId, refundId, bankRef }: SentInput): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await claimBankRef(tx, bankRef, 'bankRef')
    const now = await appNow(tx)
    const { count } = await tx.refund.updateMany({
      where: { id: refundId, paymentId, state: 'requested', route: 'bank' },
      data: { state: 'succeeded', bankRef, sentOn: toDateColumn(dayOf(now)), finishedAt: now },
    })
    if (count === 0) throw new Refusal('aftersales.refundMoved', 409)
    await tx.refundEvent.create({ data: { refundId, state: 'succeeded', cause: 'finance' } })
    await bookRefundByBank(tx, refundId)
    await recordAudit(tx, { actor, action: 'refund.sentByBank', subject: { type: 'Refund', id: refundId } })
  })
}

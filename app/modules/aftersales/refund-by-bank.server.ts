import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { refuseHeld } from '~/modules/claims/refuse-held.server'
import { bookRefundByBank } from '~/modules/payments/book-refund.server'
import { claimBankRef } from '~/modules/payments/claim-bank-ref.server'
import { type Day, dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'

type BankInput = { actor: Actor; refundId: string }

/** A refund that failed is still owed: it goes by hand from the bank instead. Refuses one that did not fail, or was taken up before, and one that a colleague is on. */
export function resendByBank({ actor, refundId }: BankInput): Promise<void> {
  return prisma.$transaction(async (tx) => {
    await lockRefund(tx, refundId)
    await refuseHeld(tx, { actor, queue: 'refund', subjectId: refundId })
    const { count } = await tx.refund.updateMany({
      where: { id: refundId, state: 'failed' },
      data: { state: 'requested', route: 'bank', finishedAt: null },
    })
    if (count === 0) throw new Refusal('aftersales.refundMoved', 409)
    await tx.refundEvent.create({
      data: { refundId, state: 'requested', cause: 'finance', actorUserId: actor.userId },
    })
    await recordAudit(tx, { actor, action: 'refund.resent', subject: { type: 'Refund', id: refundId } })
  })
}

/** As the bank books it: its own number, by which the statement is compared, and its day. */
type Booking = { bankRef: string; sentOn: Day }

/**
 * Finance has sent a refund from the operator's bank: the books move with it, once; the same words again change nothing. Refuses (beside its field) a day to come or before the
 * refund was decided, and a number that stands for another refund; and one that a colleague is on, is not to go by bank, or was sent under another number.
 */
export function markSentByBank({ actor, refundId, bankRef, sentOn }: BankInput & Booking): Promise<void> {
  return prisma.$transaction(async (tx) => {
    const refund = await lockRefund(tx, refundId)
    const now = await appNow(tx)
    if (refund.bankRef === bankRef) return
    await refuseHeld(tx, { actor, queue: 'refund', subjectId: refundId })
    if (refund.state !== 'requested' || refund.route !== 'bank')
      throw new Refusal('aftersales.refundMoved', 409)
    if (sentOn > dayOf(now)) throw new Refusal('aftersales.sentLater', 422, {}, 'sentOn')
    if (sentOn < dayOf(refund.createdAt)) throw new Refusal('aftersales.sentBefore', 422, {}, 'sentOn')
    await claimBankRef(tx, bankRef, 'bankRef')
    await tx.refund.update({
      where: { id: refundId },
      data: { state: 'succeeded', finishedAt: now, bankRef, sentOn: toDateColumn(sentOn) },
    })
    await tx.refundEvent.create({
      data: { refundId, state: 'succeeded', cause: 'finance', actorUserId: actor.userId },
    })
    await bookRefundByBank(tx, refundId)
    await recordAudit(tx, {
      actor,
      action: 'refund.sentByBank',
      subject: { type: 'Refund', id: refundId },
      detail: { bankRef, sentOn },
    })
  })
}

async function lockRefund(tx: Tx, refundId: string) {
  await tx.$executeRaw`SELECT 1 FROM "Refund" WHERE id = ${refundId}::uuid FOR UPDATE`
  const refund = await tx.refund.findUnique({
    where: { id: refundId },
    select: { state: true, route: true, bankRef: true, createdAt: true },
  })
  if (!refund) throw notFound()
  return refund
}

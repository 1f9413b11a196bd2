import type { RefundState } from '~/generated/prisma/enums'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { bookRefundByBank } from '~/modules/payments/book-refund.server'
import { appNow } from '~/platform/db/clock.server'
import { type Prisma, prisma, type Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'

type BankInput = { actor: Actor; sellerOrderId: string; refundId: string }

/** A refund of the parcel that failed is still owed: it goes by hand from the bank instead. Refuses one that did not fail, or was taken up before. */
export function resendByBank(input: BankInput): Promise<void> {
  return prisma.$transaction((tx) =>
    move(tx, input, {
      from: { state: 'failed' },
      to: { state: 'requested', route: 'bank', finishedAt: null },
    }),
  )
}

/** Finance has sent a refund from the operator's bank: the books move with it, once. Refuses one that is not to go by bank, or was sent before. */
export function markSentByBank(input: BankInput): Promise<void> {
  return prisma.$transaction(async (tx) => {
    const finishedAt = await appNow(tx)
    await move(tx, input, {
      from: { state: 'requested', route: 'bank' },
      to: { state: 'succeeded', finishedAt },
    })
    await bookRefundByBank(tx, input.refundId)
  })
}

type Move = {
  from: Prisma.RefundWhereInput
  to: { state: RefundState } & Prisma.RefundUpdateManyMutationInput
}

async function move(tx: Tx, { actor, sellerOrderId, refundId }: BankInput, { from, to }: Move) {
  const { count } = await tx.refund.updateMany({
    where: { ...from, id: refundId, lines: { some: { sellerOrderId } } },
    data: to,
  })
  if (count === 0) throw new Refusal('aftersales.refundMoved', 409)
  await tx.refundEvent.create({ data: { refundId, state: to.state, cause: 'finance' } })
  await recordAudit(tx, {
    actor,
    action: to.state === 'requested' ? 'refund.resent' : 'refund.sentByBank',
    subject: { type: 'Refund', id: refundId },
  })
}

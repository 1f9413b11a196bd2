import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { lockOrder } from '~/modules/orders/close-order.server'
import { movePayBy } from '~/modules/orders/move-pay-by.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { readHoldDays } from './read-hold-days.server'
import { heldForCheck } from './transfer-hold'

type SlipInput = { actor: Actor; paymentId: string; slipId: string }

/** The money of a slip was found. Refuses one that is decided on; the caller holds the order's lock, in the job scope `payout`. */
export async function acceptSlip(tx: Tx, { actor, paymentId, slipId }: SlipInput): Promise<void> {
  const { count } = await tx.transferSlip.updateMany({
    where: { id: slipId, paymentId, state: 'submitted' },
    data: { state: 'accepted', decidedById: actor.userId, decidedAt: await appNow(tx) },
  })
  if (count === 0) throw new Refusal('transfer.moved', 409)
}

/**
 * A slip proves nothing: the buyer reads why, and has time to hand in another. Refuses one that a colleague has decided on.
 */
export async function refuseSlip({
  actor,
  paymentId,
  slipId,
  reason,
}: SlipInput & { reason: string }): Promise<void> {
  await inScope({ job: 'payout' }, async (tx) => {
    const slip = await tx.transferSlip.findFirst({
      where: { id: slipId, paymentId },
      select: { payment: { select: { due: { select: { orderId: true } } } } },
    })
    if (!slip) throw notFound()
    const { orderId } = slip.payment.due
    await lockOrder(tx, orderId)
    const now = await appNow(tx)
    const { count } = await tx.transferSlip.updateMany({
      where: { id: slipId, state: 'submitted' },
      data: { state: 'refused', reason, decidedById: actor.userId, decidedAt: now },
    })
    if (count === 0) throw new Refusal('transfer.moved', 409)
    const order = await tx.order.findUniqueOrThrow({
      where: { id: orderId },
      select: { status: true, placedAt: true, payBy: true },
    })
    if (order.status === 'pending_payment')
      await movePayBy(tx, orderId, heldForCheck({ ...order, now }, await readHoldDays(tx)))
    await recordAudit(tx, {
      actor,
      action: 'slip.refused',
      subject: { type: 'TransferSlip', id: slipId },
      reason,
    })
  })
}

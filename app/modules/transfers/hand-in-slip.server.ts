import { keepAttachment } from '~/modules/attachments/keep-attachment.server'
import { movePayBy } from '~/modules/orders/move-pay-by.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { lockUnpaidOrder } from './lock-unpaid-order.server'
import { readHoldDays } from './read-hold-days.server'
import { heldForCheck } from './transfer-hold'

type SlipInput = {
  orderId: string
  /** null: a guest */
  userId: string | null
  bytes: Uint8Array
}

/**
 * The buyer hands in the slip of her transfer; the pieces are held until somebody could look for the money. Refuses (beside `slip`) what keepAttachment refuses; a second slip
 * while one waits; an order that is paid, closed or past its time, or is paid in another way.
 */
export async function handInSlip({ orderId, userId, bytes }: SlipInput): Promise<void> {
  await inScope({ job: 'order_access' }, async (tx) => {
    const { due, now, open } = await lockUnpaidOrder(tx, orderId)
    const transfer = open.find(({ gateway }) => gateway === 'bank_transfer')
    if (!transfer) throw new Refusal('transfer.notChosen', 409)
    const waiting = await tx.transferSlip.count({ where: { paymentId: transfer.id, state: 'submitted' } })
    if (waiting > 0) throw new Refusal('transfer.slipWaits', 409)
    const attachmentId = await keepAttachment(tx, { bytes, uploadedById: userId, field: 'slip' })
    await tx.transferSlip.create({ data: { paymentId: transfer.id, attachmentId } })
    await movePayBy(tx, orderId, heldForCheck({ ...due.order, now }, await readHoldDays(tx)))
  })
}

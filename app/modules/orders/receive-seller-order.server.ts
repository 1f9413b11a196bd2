import type { ReceivedHow } from '~/generated/prisma/enums'
import { readSetting } from '~/modules/settings/read-setting.server'
import { addDays, dayOf, startOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { advanceSellerOrder } from './advance-seller-order.server'

type ReceiveInput = { sellerOrderId: string; how: ReceivedHow; actorUserId?: string | null }

/**
 * The parcel has arrived: the buyer's tap, a recorded delivery, or ten days without word. The return window is counted from the day after
 * (Consumer Law art. 25), so the sale completes at the end of the seventh following day in Lanzhou. False when it was received before or not yet shipped.
 */
export async function receiveSellerOrder(
  tx: Tx,
  { sellerOrderId, how, actorUserId = null }: ReceiveInput,
): Promise<boolean> {
  const receivedAt = await appNow(tx)
  const days = await readSetting('orders.returnWindowDays', tx)
  const completeAfter = startOf(addDays(dayOf(receivedAt), days + 1))
  return advanceSellerOrder(tx, {
    sellerOrderId,
    to: 'received',
    cause: how,
    actorUserId,
    data: { receivedAt, receivedHow: how, completeAfter },
  })
}

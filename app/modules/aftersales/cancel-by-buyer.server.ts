import { prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { giveUpParcel } from './give-up-parcel.server'
import { lockParcelToShip } from './lock-parcel-to-ship.server'

type CancelInput = { orderId: string; sellerOrderId: string; userId: string | null; note: string }

/**
 * The buyer takes a paid parcel back: ready pieces until they are sent, made-to-order ones until their maker has begun. Refuses what was sent, begun or
 * cancelled before; a parcel of another order is a 404.
 */
export async function cancelByBuyer({ orderId, sellerOrderId, userId, note }: CancelInput): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const parcel = await lockParcelToShip(tx, { id: sellerOrderId, orderId })
    if (parcel.madeToOrder && parcel.makingSince) throw new Refusal('aftersales.begun', 409)
    await giveUpParcel(tx, { parcel, reason: 'buyer_cancelled', note: note || null, actorUserId: userId })
  })
}

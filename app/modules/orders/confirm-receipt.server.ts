import { prisma } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { receiveSellerOrder } from './receive-seller-order.server'

type ConfirmInput = { orderId: string; sellerOrderId: string; userId: string | null }

/** The buyer says that a parcel has arrived. Twice is once. Refuses a parcel of another order (404) and one that has not been sent. */
export async function confirmReceipt({ orderId, sellerOrderId, userId }: ConfirmInput): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const moved = await receiveSellerOrder(tx, { sellerOrderId, how: 'buyer', actorUserId: userId })
    const parcel = await tx.sellerOrder.findFirst({
      where: { id: sellerOrderId, orderId },
      select: { status: true },
    })
    if (!parcel) throw notFound()
    if (!moved && parcel.status !== 'received' && parcel.status !== 'completed')
      throw new Refusal('order.notShipped', 409)
  })
}

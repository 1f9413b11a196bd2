import { lockOrder } from '~/modules/orders/close-order.server'
import { lockSellerOrder } from '~/modules/orders/lock-seller-order.server'
import type { Prisma, Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'

/** A parcel that is paid and not yet sent. */
export type ParcelToShip = {
  id: string
  orderId: string
  makingSince: Date | null
  shipBy: Date | null
  lateWarnedAt: Date | null
  madeToOrder: boolean
}

/**
 * Locks a parcel of the caller's, after its order, until the transaction ends: of shipping, making and giving up at the same moment one wins. Not hers and
 * unpaid ones are a 404; one that was sent or given up before is refused, which tells the slower of two what happened.
 */
export async function lockParcelToShip(
  tx: Tx,
  whose: Prisma.SellerOrderWhereInput & { id: string },
): Promise<ParcelToShip> {
  const found = await tx.sellerOrder.findFirst({ where: whose, select: { orderId: true } })
  if (!found) throw notFound()
  await lockOrder(tx, found.orderId)
  await lockSellerOrder(tx, whose.id)
  const { status, lines, ...parcel } = await tx.sellerOrder.findUniqueOrThrow({
    where: { id: whose.id },
    select: {
      id: true,
      orderId: true,
      status: true,
      makingSince: true,
      shipBy: true,
      lateWarnedAt: true,
      lines: { where: { makeMode: 'made_to_order' }, select: { id: true }, take: 1 },
    },
  })
  if (status === 'pending_payment') throw notFound()
  if (status === 'cancelled') throw new Refusal('aftersales.alreadyCancelled', 409)
  if (status !== 'to_ship') throw new Refusal('aftersales.alreadyShipped', 409)
  return { ...parcel, madeToOrder: lines.length > 0 }
}

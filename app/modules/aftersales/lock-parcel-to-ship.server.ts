import { lockOrder } from '~/modules/orders/close-order.server'
import { lockSellerOrder } from '~/modules/orders/lock-seller-order.server'
import type { Prisma, Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'

/** A parcel that is paid and not yet sent. */
export type ParcelToShip = {
  id: string
  orderId: string
  sellerId: string
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
  const found = await lockParcel(tx, whose)
  if (!found || found.status === 'pending_payment') throw notFound()
  if (found.status === 'cancelled') throw new Refusal('aftersales.alreadyCancelled', 409)
  if (found.status !== 'to_ship') throw new Refusal('aftersales.alreadyShipped', 409)
  return found.parcel
}

/** The same for a job that passes by: null for a parcel that is no longer to be sent. */
export async function lockOpenParcel(tx: Tx, sellerOrderId: string): Promise<ParcelToShip | null> {
  const found = await lockParcel(tx, { id: sellerOrderId })
  return found?.status === 'to_ship' ? found.parcel : null
}

async function lockParcel(tx: Tx, whose: Prisma.SellerOrderWhereInput & { id: string }) {
  const found = await tx.sellerOrder.findFirst({ where: whose, select: { orderId: true } })
  if (!found) return null
  await lockOrder(tx, found.orderId)
  await lockSellerOrder(tx, whose.id)
  const { status, lines, ...parcel } = await tx.sellerOrder.findUniqueOrThrow({
    where: { id: whose.id },
    select: {
      id: true,
      orderId: true,
      sellerId: true,
      status: true,
      makingSince: true,
      shipBy: true,
      lateWarnedAt: true,
      lines: { where: { makeMode: 'made_to_order' }, select: { id: true }, take: 1 },
    },
  })
  return { status, parcel: { ...parcel, madeToOrder: lines.length > 0 } }
}

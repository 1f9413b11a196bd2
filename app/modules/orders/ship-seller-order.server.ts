import type { Actor } from '~/modules/auth/actor'
import { findOrCreateParty } from '~/modules/ledger/find-or-create-account.server'
import { recordAct } from '~/modules/mandates/record-act.server'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { advanceSellerOrder } from './advance-seller-order.server'
import { enqueueLetter } from './enqueue-letter.server'
import type { Carrier } from './schema'

type ShipInput = { actor: Actor; sellerOrderId: string; carrier: Carrier; trackingNumber: string }

/**
 * The parcel is handed over with all its pieces. Refuses what is not hers (404), unpaid, shipped before or handed to a base; the same parcel with the same number
 * again is a no-op.
 */
export async function shipSellerOrder({
  actor,
  sellerOrderId,
  carrier,
  trackingNumber,
}: ShipInput): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const parcel = await tx.sellerOrder.findFirst({
      where: { id: sellerOrderId, sellerId: { in: actor.sellerIds } },
      select: {
        sellerId: true,
        orderId: true,
        lines: { select: { id: true, quantity: true } },
        shipments: { select: { trackingNumber: true } },
      },
    })
    if (!parcel) throw notFound()
    const shippedAt = await appNow(tx)
    const moved = await advanceSellerOrder(tx, {
      sellerOrderId,
      to: 'shipped',
      cause: 'maker',
      actorUserId: actor.userId,
      data: { shippedAt },
    })
    if (!moved) {
      if (parcel.shipments.some((shipment) => shipment.trackingNumber === trackingNumber)) return
      throw new Refusal('order.notToShip', 409)
    }
    const isAtBase = (await tx.collection.count({ where: { sellerOrderId, endedAt: null } })) > 0
    if (isAtBase) throw new Refusal('collection.atBase', 409)
    await tx.shipment.create({
      data: {
        sellerOrderId,
        fromPartyId: await findOrCreateParty(tx, { sellerId: parcel.sellerId }),
        carrier,
        trackingNumber,
        shippedAt,
        lines: { create: parcel.lines.map((line) => ({ orderLineId: line.id, quantity: line.quantity })) },
      },
    })
    await recordAct(tx, {
      actor,
      sellerId: parcel.sellerId,
      scope: 'orders',
      kind: 'order.shipped',
      subject: { type: 'SellerOrder', id: sellerOrderId },
    })
    await enqueueLetter(tx, { orderId: parcel.orderId, about: sellerOrderId })
  })
}

import type { Actor } from '~/modules/auth/actor'
import { findOrCreateParty } from '~/modules/ledger/find-or-create-account.server'
import { advanceSellerOrder } from '~/modules/orders/advance-seller-order.server'
import { enqueueLetter } from '~/modules/orders/enqueue-letter.server'
import type { Carrier } from '~/modules/orders/schema'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { lockCollected } from './receive-collected.server'

type SendInput = {
  actor: Actor
  sellerOrderIds: readonly string[]
  carrier: Carrier
  trackingNumber: string
}

/**
 * The base hands these parts to a carrier, all with one number: each is sent, all or none. Refuses one that it has not received, that was sent before, taken back or given up; one of another base is
 * a 404.
 */
export async function sendCollected(input: SendInput): Promise<void> {
  const { actor, carrier, trackingNumber } = input
  await prisma.$transaction(async (tx) => {
    const shippedAt = await appNow(tx)
    for (const { sellerOrderId, baseId, receivedAt, orderId, number } of await lockCollected(tx, input)) {
      if (!receivedAt) throw new Refusal('collection.notReceived', 409, { number })
      const lines = await tx.orderLine.findMany({
        where: { sellerOrderId },
        select: { id: true, quantity: true },
      })
      await advanceSellerOrder(tx, {
        sellerOrderId,
        to: 'shipped',
        cause: 'base',
        actorUserId: actor.userId,
        data: { shippedAt },
      })
      await tx.shipment.create({
        data: {
          sellerOrderId,
          fromPartyId: await findOrCreateParty(tx, { sellerId: baseId }),
          carrier,
          trackingNumber,
          shippedAt,
          lines: { create: lines.map(({ id, quantity }) => ({ orderLineId: id, quantity })) },
        },
      })
      await enqueueLetter(tx, { orderId, about: sellerOrderId })
    }
  })
}

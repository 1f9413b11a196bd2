import type { Actor } from '~/modules/auth/actor'
import { findOrCreateParty } from '~/modules/ledger/find-or-create-account.server'
import { advanceSellerOrder } from '~/modules/orders/advance-seller-order.server'
import { enqueueLetter } from '~/modules/orders/enqueue-letter.server'
import type { Carrier } from '~/modules/orders/schema'
import { appNow } from '~/platform/db/clock.server'
import { withinScope } from '~/platform/db/in-scope.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { findPlaces } from './find-places.server'
import { type Collected, lockCollected } from './receive-collected.server'

type SendInput = {
  actor: Actor
  sellerOrderIds: readonly string[]
  carrier: Carrier
  trackingNumber: string
}

/**
 * The base hands these parts to a carrier in one parcel, with one number: each is sent, all or none. Refuses one that it has not received, that was sent before, taken back or given up, and parts that go to
 * different hands or doors; one of another base is a 404.
 */
export async function sendCollected(input: SendInput): Promise<void> {
  const { actor, carrier, trackingNumber } = input
  await prisma.$transaction(async (tx) => {
    const shippedAt = await appNow(tx)
    const collected = await lockCollected(tx, input)
    const early = collected.find(({ receivedAt }) => receivedAt === null)
    if (early) throw new Refusal('collection.notReceived', 409, { number: early.number })
    await refuseSeveralPlaces(tx, actor, collected)
    for (const { sellerOrderId, baseId, orderId } of collected) {
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

async function refuseSeveralPlaces(
  tx: Tx,
  { personId }: Actor,
  collected: readonly Collected[],
): Promise<void> {
  const places = await withinScope(tx, { person: personId }, () =>
    findPlaces(
      tx,
      collected.map(({ orderId }) => orderId),
    ),
  )
  const [first] = collected
  const other = collected.find(({ orderId }) => places.get(orderId) !== 0)
  if (first && other)
    throw new Refusal('collection.places', 422, { number: first.number, other: other.number }, 'part')
}

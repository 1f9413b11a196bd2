import type { Actor } from '~/modules/auth/actor'
import { lockSellerOrder } from '~/modules/orders/lock-seller-order.server'
import { appNow } from '~/platform/db/clock.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'

type ReceiveInput = { actor: Actor; sellerOrderIds: readonly string[] }

/** The base has these parts in its hands. Those it has already change nothing; one of another base is a 404, and one that its maker took back or that was given up is refused, with all the others. */
export async function receiveCollected({ actor, sellerOrderIds }: ReceiveInput): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const receivedAt = await appNow(tx)
    for (const { id, sellerOrderId, receivedAt: before } of await lockCollected(tx, {
      actor,
      sellerOrderIds,
    })) {
      if (before) continue
      await tx.collection.update({ where: { id }, data: { receivedAt, receivedById: actor.userId } })
      await tx.sellerOrderEvent.create({
        data: { sellerOrderId, status: 'to_ship', cause: 'at_base', actorUserId: actor.userId },
      })
    }
  })
}

export type Collected = {
  id: string
  sellerOrderId: string
  baseId: string
  receivedAt: Date | null
  orderId: string
  number: string
}

/** Locks parts that were handed to a base of the actor's and are still to be sent, in the order of their ids, so that two who tick the same take turns. */
export async function lockCollected(tx: Tx, { actor, sellerOrderIds }: ReceiveInput): Promise<Collected[]> {
  const collected: Collected[] = []
  for (const sellerOrderId of [...new Set(sellerOrderIds)].sort()) {
    const theirs = { sellerOrderId, baseId: { in: actor.sellerIds } }
    if ((await tx.collection.count({ where: theirs })) === 0) throw notFound()
    await lockSellerOrder(tx, sellerOrderId)
    const open = await tx.collection.findFirst({
      where: { ...theirs, endedAt: null },
      select: { id: true, baseId: true, receivedAt: true },
    })
    const part = await tx.sellerOrder.findUniqueOrThrow({
      where: { id: sellerOrderId },
      select: { status: true, orderId: true, order: { select: { number: true } } },
    })
    const { number } = part.order
    if (!open || part.status === 'cancelled') throw new Refusal('collection.gone', 409, { number })
    if (part.status !== 'to_ship') throw new Refusal('collection.sentBefore', 409, { number })
    collected.push({ ...open, sellerOrderId, orderId: part.orderId, number })
  }
  return collected
}

import type { Actor } from '~/modules/auth/actor'
import { recordAct } from '~/modules/mandates/record-act.server'
import { lockSellerOrder } from '~/modules/orders/lock-seller-order.server'
import { appNow } from '~/platform/db/clock.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'

type EndInput = { actor: Actor; sellerOrderId: string }

/** The maker takes a part back and sends it herself. Twice is once. Refuses one that the base has received; somebody else's is a 404. */
export async function takeBack({ actor, sellerOrderId }: EndInput): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const part = await tx.sellerOrder.findFirst({
      where: { id: sellerOrderId, sellerId: { in: actor.sellerIds } },
      select: { sellerId: true },
    })
    if (!part) throw notFound()
    if (!(await endHandedOver(tx, { actor, sellerOrderId }))) return
    const subject = { type: 'SellerOrder', id: sellerOrderId } as const
    await recordAct(tx, { ...part, actor, scope: 'orders', kind: 'collection.taken_back', subject })
  })
}

/** Takes back what lies on its way to the base; false when nothing does. The caller has seen that it is hers. Refuses what the base has received. */
export async function endHandedOver(tx: Tx, { actor, sellerOrderId }: EndInput): Promise<boolean> {
  await lockSellerOrder(tx, sellerOrderId)
  const open = await tx.collection.findFirst({ where: { sellerOrderId, endedAt: null } })
  if (!open) return false
  if (open.receivedAt) throw new Refusal('collection.isReceived', 409)
  await end(tx, { actor, sellerOrderId, id: open.id })
  return true
}

/** The base gives a part back to its maker: it is hers to send again, or it was given up. Twice is once; one of another base is a 404. */
export async function giveBack({ actor, sellerOrderId }: EndInput): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const theirs = { sellerOrderId, baseId: { in: actor.sellerIds } }
    if ((await tx.collection.count({ where: theirs })) === 0) throw notFound()
    await lockSellerOrder(tx, sellerOrderId)
    const open = await tx.collection.findFirst({
      where: { ...theirs, endedAt: null },
      select: { id: true, sellerOrder: { select: { status: true } } },
    })
    if (!open) return
    const { status } = open.sellerOrder
    if (status !== 'to_ship' && status !== 'cancelled') throw new Refusal('collection.isSent', 409)
    await end(tx, { actor, sellerOrderId, id: open.id })
  })
}

async function end(tx: Tx, { actor, sellerOrderId, id }: EndInput & { id: string }): Promise<void> {
  await tx.collection.update({
    where: { id },
    data: { endedAt: await appNow(tx), endedById: actor.userId },
  })
  const { status } = await tx.sellerOrder.findUniqueOrThrow({
    where: { id: sellerOrderId },
    select: { status: true },
  })
  await tx.sellerOrderEvent.create({
    data: { sellerOrderId, status, cause: 'back_from_base', actorUserId: actor.userId },
  })
}

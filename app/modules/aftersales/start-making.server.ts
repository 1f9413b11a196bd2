import type { Actor } from '~/modules/auth/actor'
import { recordAct } from '~/modules/mandates/record-act.server'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { lockParcelToShip } from './lock-parcel-to-ship.server'

/**
 * The maker begins a made-to-order piece: from now on the buyer cannot take it back by herself. Pressed twice it is once. Refuses ready pieces and what
 * was sent or cancelled before; somebody else's parcel is a 404.
 */
export async function startMaking(input: { actor: Actor; sellerOrderId: string }): Promise<void> {
  const { actor, sellerOrderId } = input
  await prisma.$transaction(async (tx) => {
    const parcel = await lockParcelToShip(tx, { id: sellerOrderId, sellerId: { in: actor.sellerIds } })
    if (!parcel.madeToOrder) throw new Refusal('aftersales.nothingToMake', 409)
    if (parcel.makingSince) return
    await tx.sellerOrder.update({ where: { id: parcel.id }, data: { makingSince: await appNow(tx) } })
    await tx.sellerOrderEvent.create({
      data: { sellerOrderId, status: 'to_ship', cause: 'making', actorUserId: actor.userId },
    })
    await recordAct(tx, {
      actor,
      sellerId: parcel.sellerId,
      scope: 'orders',
      kind: 'order.begun',
      subject: { type: 'SellerOrder', id: sellerOrderId },
    })
  })
}

import { lockParcelToShip } from '~/modules/aftersales/lock-parcel-to-ship.server'
import type { Actor } from '~/modules/auth/actor'
import { recordAct } from '~/modules/mandates/record-act.server'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'

/**
 * The maker hands a part to the base she works with: the base will send it. Pressed twice it is once. Refuses a part that was sent or given up, a shop that works with no base; somebody else's part is
 * a 404.
 */
export async function handToBase({
  actor,
  sellerOrderId,
}: {
  actor: Actor
  sellerOrderId: string
}): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await lockParcelToShip(tx, { id: sellerOrderId, sellerId: { in: actor.sellerIds } })
    const { sellerId } = await tx.sellerOrder.findUniqueOrThrow({
      where: { id: sellerOrderId },
      select: { sellerId: true },
    })
    if ((await tx.collection.count({ where: { sellerOrderId, endedAt: null } })) > 0) return
    const base = await findBaseOf(tx, sellerId)
    if (!base) throw new Refusal('collection.noBase', 409)
    await tx.collection.create({ data: { sellerOrderId, baseId: base.baseId, handedById: actor.userId } })
    await tx.sellerOrderEvent.create({
      data: { sellerOrderId, status: 'to_ship', cause: 'handed_to_base', actorUserId: actor.userId },
    })
    const subject = { type: 'SellerOrder', id: sellerOrderId } as const
    await recordAct(tx, { actor, sellerId, scope: 'orders', kind: 'collection.handed', subject })
  })
}

/** The base that a shop works with today. */
export async function findBaseOf(
  tx: Tx,
  sellerId: string,
): Promise<{ baseId: string; nameZh: string; nameEn: string } | null> {
  const today = toDateColumn(dayOf(await appNow(tx)))
  const member = await tx.baseMember.findFirst({
    where: { sellerId, validFrom: { lte: today }, OR: [{ validTo: null }, { validTo: { gt: today } }] },
    select: { baseId: true, base: { select: { seller: { select: { nameZh: true, nameEn: true } } } } },
  })
  return member && { baseId: member.baseId, ...member.base.seller }
}

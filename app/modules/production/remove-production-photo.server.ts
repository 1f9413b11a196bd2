import type { Actor } from '~/modules/auth/actor'
import { recordAct } from '~/modules/mandates/record-act.server'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'

type RemoveInput = { actor: Actor; sellerOrderId: string; photoId: string }

/** Takes a picture of the making away from the buyer's page, also when the part has been sent. Twice is once; one of somebody else's part is a 404. */
export async function removeProductionPhoto({ actor, sellerOrderId, photoId }: RemoveInput): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const hers = { id: photoId, sellerOrderId, sellerOrder: { sellerId: { in: actor.sellerIds } } }
    const photo = await tx.productionPhoto.findFirst({
      where: hers,
      select: { sellerOrder: { select: { sellerId: true } } },
    })
    if (!photo) throw notFound()
    const { count } = await tx.productionPhoto.updateMany({
      where: { id: photoId, removedAt: null },
      data: { removedAt: await appNow(tx) },
    })
    if (count === 0) return
    const { sellerId } = photo.sellerOrder
    const subject = { type: 'ProductionPhoto', id: photoId } as const
    await recordAct(tx, { actor, sellerId, scope: 'orders', kind: 'making.hidden', subject })
  })
}

import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'

type RemoveInput = { actor: Actor; sellerOrderId: string; photoId: string }

/** Takes a picture of the making away from the buyer's page, also when the part has been sent. Twice is once; one of somebody else's part is a 404. */
export async function removeProductionPhoto({ actor, sellerOrderId, photoId }: RemoveInput): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const hers = { id: photoId, sellerOrderId, sellerOrder: { sellerId: { in: actor.sellerIds } } }
    if ((await tx.productionPhoto.count({ where: hers })) === 0) throw notFound()
    await tx.productionPhoto.updateMany({
      where: { id: photoId, removedAt: null },
      data: { removedAt: await appNow(tx) },
    })
  })
}

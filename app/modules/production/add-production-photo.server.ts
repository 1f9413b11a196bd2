import type { ProductionPhrase } from '~/generated/prisma/enums'
import { lockParcelToShip } from '~/modules/aftersales/lock-parcel-to-ship.server'
import type { Actor } from '~/modules/auth/actor'
import { recordAct } from '~/modules/mandates/record-act.server'
import { acceptPicture } from '~/modules/media/accept-picture.server'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { enqueue } from '~/platform/jobs/boss.server'
import { mostProductionPhotos } from './schema'

type AddInput = {
  actor: Actor
  sellerOrderId: string
  bytes: Uint8Array
  phrase: ProductionPhrase
  words: string
}

/**
 * Shows the buyer a picture of what is being made for her, with a prepared phrase and perhaps words of the maker's; she is told of it once a day at most. The same picture twice is one. Refuses
 * what acceptPicture refuses, a part that is not (any more) being made, and a thirteenth picture; somebody else's part is a 404.
 */
export async function addProductionPhoto(input: AddInput): Promise<void> {
  const { actor, sellerOrderId, bytes, phrase, words } = input
  const { sellerId } = await prisma.$transaction((tx) => lockMaking(tx, input))
  const { mediaId } = await acceptPicture({ sellerId, bytes })
  await prisma.$transaction(async (tx) => {
    const { orderId, photos } = await lockMaking(tx, input)
    if (photos.some((photo) => photo.mediaId === mediaId)) return
    if (photos.length >= mostProductionPhotos)
      throw new Refusal('production.full', 422, { most: mostProductionPhotos })
    const { id } = await tx.productionPhoto.create({
      data: { sellerOrderId, mediaId, phrase, words: words === '' ? null : words, addedById: actor.userId },
      select: { id: true },
    })
    const subject = { type: 'ProductionPhoto', id } as const
    await recordAct(tx, { actor, sellerId, scope: 'orders', kind: 'making.shown', subject })
    const about = `making:${sellerOrderId}:${dayOf(await appNow(tx))}`
    await enqueue(tx, 'order-letter', { orderId, about })
  })
}

async function lockMaking(tx: Tx, { actor, sellerOrderId }: Pick<AddInput, 'actor' | 'sellerOrderId'>) {
  const parcel = await lockParcelToShip(tx, { id: sellerOrderId, sellerId: { in: actor.sellerIds } })
  if (!parcel.makingSince) throw new Refusal('production.notMaking', 409)
  const { sellerId, making } = await tx.sellerOrder.findUniqueOrThrow({
    where: { id: sellerOrderId },
    select: { sellerId: true, making: { where: { removedAt: null }, select: { mediaId: true } } },
  })
  return { sellerId, orderId: parcel.orderId, photos: making }
}

import { prisma } from '~/platform/db/prisma.server'
import { enqueue } from '~/platform/jobs/boss.server'
import { preparePicture } from './prepare-picture.server'

/** A picture that may now be shown. */
export type AcceptedPicture = { mediaId: string; isDim: boolean }

/**
 * Takes a photograph of a seller's piece: stores it, writes its row, asks for its AVIF sizes. The same photograph of the same seller is the same row.
 * The caller has made sure that the person may write for the seller. Never call it inside a transaction: it takes seconds. Refuses what
 * preparePicture refuses.
 */
export async function acceptPicture({
  sellerId,
  bytes,
}: {
  sellerId: string
  bytes: Uint8Array
}): Promise<AcceptedPicture> {
  const { isDim, ...picture } = await preparePicture(bytes)
  const known = await prisma.media.findFirst({
    where: { sellerId, contentHash: picture.contentHash },
    select: { id: true },
  })
  if (known) return { mediaId: known.id, isDim }
  const mediaId = await prisma.$transaction(async (tx) => {
    const row = await tx.media.create({ data: { ...picture, sellerId }, select: { id: true } })
    await enqueue(tx, 'picture-avif', { mediaId: row.id })
    return row.id
  })
  return { mediaId, isDim }
}

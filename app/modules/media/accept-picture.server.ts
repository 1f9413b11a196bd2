import { prisma, type Tx } from '~/platform/db/prisma.server'
import { enqueue } from '~/platform/jobs/boss.server'
import { storage } from '~/platform/storage/storage.server'
import { lockPicture } from './lock-picture.server'
import { type PreparedPicture, preparePicture } from './prepare-picture.server'

/** A picture that may now be shown. */
export type AcceptedPicture = { mediaId: string; isDim: boolean }

/**
 * Takes a photograph of a seller's piece: stores it, writes its row, asks for its AVIF sizes. The same photograph of the same seller is the same
 * row, as young as if it were new: sweepPictures leaves it until a listing names it. When the sweep took the stored original of an earlier row
 * in the moment before, it is stored once more.
 * The caller has made sure that the person may write for the seller. Never call it inside a transaction: it takes seconds. Refuses what
 * preparePicture refuses.
 */
export async function acceptPicture({
  sellerId,
  bytes,
}: {
  /** null: the shop's own, for its first page */
  sellerId: string | null
  bytes: Uint8Array
}): Promise<AcceptedPicture> {
  for (;;) {
    const { isDim, ...picture } = await preparePicture(bytes)
    const mediaId = await prisma.$transaction(async (tx) => {
      await lockPicture(tx, picture.contentHash)
      return (await storage.exists(picture.contentHash)) ? keepRow(tx, { ...picture, sellerId }) : null
    })
    if (mediaId !== null) return { mediaId, isDim }
  }
}

async function keepRow(tx: Tx, picture: Omit<PreparedPicture, 'isDim'> & { sellerId: string | null }) {
  const { sellerId, contentHash } = picture
  const [known] = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "Media" SET "createdAt" = app_now() WHERE "sellerId" IS NOT DISTINCT FROM ${sellerId}::uuid AND "contentHash" = ${contentHash} RETURNING id::text`
  if (known) return known.id
  const row = await tx.media.create({ data: picture, select: { id: true } })
  await enqueue(tx, 'picture-avif', { mediaId: row.id })
  return row.id
}

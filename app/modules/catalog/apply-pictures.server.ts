import type { Tx } from '~/platform/db/prisma.server'
import type { ListingPhoto } from './shots'

/** Hangs the pictures of a listing in their order. Only pictures of this seller, or that hang there already, can stand in a listing. */
export async function applyPictures(
  tx: Tx,
  { productId, sellerId, photos }: { productId: string; sellerId: string; photos: readonly ListingPhoto[] },
): Promise<void> {
  const ids = photos.map((photo) => photo.mediaId)
  const known = await tx.media.count({
    where: { id: { in: ids }, OR: [{ sellerId }, { products: { some: { productId } } }] },
  })
  if (known !== ids.length) throw new Error('a listing shows pictures of its own seller only')
  for (const { mediaId, shot } of photos)
    await tx.media.updateMany({ where: { id: mediaId, sellerId }, data: { shot } })
  const hanging = await tx.productMedia.findMany({
    where: { productId },
    orderBy: { position: 'asc' },
    select: { mediaId: true },
  })
  if (hanging.map(({ mediaId }) => mediaId).join() === ids.join()) return
  await tx.productMedia.deleteMany({ where: { productId } })
  await tx.productMedia.createMany({
    data: ids.map((mediaId, position) => ({ productId, mediaId, position })),
  })
}

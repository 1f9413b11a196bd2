import { prisma } from '~/platform/db/prisma.server'
import { makeThumbHash } from './make-thumb-hash.server'
import { takePictureTurn } from './picture-turn.server'
import { readOriginal } from './read-original.server'

/**
 * Makes what draws a picture blurred for at most `batch` that have none: those from before it was made at upload, and the samples. All in one statement, so that pages become
 * old once. A picture whose original is gone, or does not decode, gets an empty one and is not asked again. Says how many.
 */
export async function hashPictures({ batch }: { batch: number }): Promise<number> {
  const pictures = await prisma.media.findMany({
    where: { thumbHash: null },
    select: { id: true, contentHash: true, sampleFile: true, width: true, height: true },
    orderBy: { id: 'asc' },
    take: batch,
  })
  if (pictures.length === 0) return 0
  const hashes: string[] = []
  for (const picture of pictures) {
    const original = await readOriginal(picture)
    const hash = original
      ? await takePictureTurn(picture.width * picture.height, () => makeThumbHash(original).catch(() => ''))
      : ''
    hashes.push(hash)
  }
  await prisma.$executeRaw`
    UPDATE "Media" m SET "thumbHash" = made.hash FROM unnest(${pictures.map(({ id }) => id)}::uuid[], ${hashes}::text[]) AS made (id, hash)
    WHERE m.id = made.id AND m."thumbHash" IS NULL`
  return pictures.length
}

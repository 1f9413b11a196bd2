import { prisma } from '~/platform/db/prisma.server'
import { makeLookHash } from './make-look-hash.server'
import { makeThumbHash } from './make-thumb-hash.server'
import { takePictureTurn } from './picture-turn.server'
import { readOriginal } from './read-original.server'

/**
 * Makes what draws a picture blurred and what it looks like for at most `batch` that lack one: those from before it was made at upload, and the samples. All in one statement, so that pages become
 * old once. A picture whose original is gone, or does not decode, gets an empty one of each and is not asked again. Says how many.
 */
export async function hashPictures({ batch }: { batch: number }): Promise<number> {
  const pictures = await prisma.media.findMany({
    where: { OR: [{ thumbHash: null }, { lookHash: null }] },
    select: { id: true, contentHash: true, sampleFile: true, width: true, height: true },
    orderBy: { id: 'asc' },
    take: batch,
  })
  if (pictures.length === 0) return 0
  const thumbs: string[] = []
  const looks: bigint[] = []
  for (const picture of pictures) {
    const original = await readOriginal(picture)
    const made = original
      ? await takePictureTurn(picture.width * picture.height, () => hash(original))
      : nothing
    thumbs.push(made.thumb)
    looks.push(made.look)
  }
  await prisma.$executeRaw`
    UPDATE "Media" m SET "thumbHash" = coalesce(m."thumbHash", made.thumb), "lookHash" = coalesce(m."lookHash", made.look)
    FROM unnest(${pictures.map(({ id }) => id)}::uuid[], ${thumbs}::text[], ${looks}::bigint[]) AS made (id, thumb, look)
    WHERE m.id = made.id AND (m."thumbHash" IS NULL OR m."lookHash" IS NULL)`
  return pictures.length
}

const nothing = { thumb: '', look: 0n }

async function hash(original: Uint8Array) {
  const thumb = await makeThumbHash(original).catch(() => '')
  const look = await makeLookHash(original).catch(() => 0n)
  return { thumb, look }
}

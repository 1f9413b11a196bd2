import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { makeSizes } from './make-sizes.server'
import { takePictureTurn } from './picture-turn.server'
import { readOriginal } from './read-original.server'

/**
 * The job `picture-avif`: makes the AVIF sizes of a picture and says so in its row; pages offer AVIF from then on. Running it again changes nothing.
 * A picture that was removed, or whose original is gone, is left as it is.
 */
export async function makeAvif({ mediaId }: { mediaId: string }): Promise<void> {
  const picture = await prisma.media.findUnique({
    where: { id: mediaId },
    select: { contentHash: true, sampleFile: true, width: true, height: true, avifAt: true },
  })
  if (!picture || picture.avifAt || !(await makeAvifSizes(picture))) return
  await prisma.media.updateMany({ where: { id: mediaId, avifAt: null }, data: { avifAt: await appNow() } })
}

/** A picture as its sizes are made from it. */
type Original = { contentHash: string; sampleFile: string | null; width: number; height: number }

/** Makes the AVIF sizes of a picture, and says whether there was anything to make them from. */
export async function makeAvifSizes(picture: Original): Promise<boolean> {
  const original = await readOriginal(picture)
  if (!original) return false
  await takePictureTurn(picture.width * picture.height, () =>
    makeSizes(picture.contentHash, original, ['avif']),
  )
  return true
}

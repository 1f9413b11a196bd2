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
  if (!picture || picture.avifAt) return
  const original = await readOriginal(picture)
  if (!original) return
  await takePictureTurn(picture.width * picture.height, () =>
    makeSizes(picture.contentHash, original, ['avif']),
  )
  await prisma.media.updateMany({ where: { id: mediaId, avifAt: null }, data: { avifAt: await appNow() } })
}

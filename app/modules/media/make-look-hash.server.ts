import { loadSharp } from './load-sharp.server'
import { lookGrid, lookHash } from './look-hash'

/** What a picture looks like, to find those that look alike. Call it within takePictureTurn. */
export async function makeLookHash(original: Uint8Array): Promise<bigint> {
  const sharp = await loadSharp()
  const { data } = await sharp(original, { failOn: 'error' })
    .flatten({ background: '#ffffff' })
    .greyscale()
    .resize(lookGrid.width, lookGrid.height, { fit: 'fill', fastShrinkOnLoad: false })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return lookHash(data)
}

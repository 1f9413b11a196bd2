import { rgbaToThumbHash } from 'thumbhash'
import { loadSharp } from './load-sharp.server'

/** What the format takes at most. */
const side = 100

/** What draws a picture blurred, base64. Call it within takePictureTurn. */
export async function makeThumbHash(original: Uint8Array): Promise<string> {
  const sharp = await loadSharp()
  const { data, info } = await sharp(original, { failOn: 'error' })
    .flatten({ background: '#ffffff' })
    .resize(side, side, { fit: 'inside' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64')
}

import { storage } from '~/platform/storage/storage.server'
import { encodeClean, refuseUnfit } from './clean-picture.server'
import { isDim } from './is-dim'
import { loadSharp } from './load-sharp.server'
import { makeLookHash } from './make-look-hash.server'
import { makeSizes } from './make-sizes.server'
import { makeThumbHash } from './make-thumb-hash.server'
import { pictureLimits } from './picture-limits'
import { takePictureTurn } from './picture-turn.server'

/** A picture that was stored: its original's hash, what it measures, its dominant colour, what draws it blurred, what it looks like, and whether it is too dark to show the work. */
export type PreparedPicture = {
  contentHash: string
  width: number
  height: number
  bytes: number
  colour: string
  thumbHash: string
  lookHash: bigint
  isDim: boolean
}

/**
 * Turns what somebody sent into a stored picture: upright, in sRGB, without metadata, at most 2,400 px, with its WebP and JPEG sizes. Everything is
 * encoded anew, so nothing that hid behind or inside the file survives. Refuses with a sentence what is no JPEG, PNG or WebP (the bytes decide,
 * not the name), what is a page, a document or an archive as well, what does not decode to the end, and what is too large, too small or too narrow.
 */
export async function preparePicture(sent: Uint8Array): Promise<PreparedPicture> {
  const pixels = await refuseUnfit(sent)
  return takePictureTurn(pixels, async () => {
    const { data, info } = await encodeClean(sent, pictureLimits.storedSide)
    const contentHash = await storage.put(data)
    await makeSizes(contentHash, data, ['webp', 'jpg'])
    const { colour, isDim } = await lookAt(data)
    const thumbHash = await makeThumbHash(data)
    const lookHash = await makeLookHash(data)
    return {
      contentHash,
      width: info.width,
      height: info.height,
      bytes: data.length,
      colour,
      thumbHash,
      lookHash,
      isDim,
    }
  })
}

async function lookAt(original: Uint8Array): Promise<{ colour: string; isDim: boolean }> {
  const sharp = await loadSharp()
  const small = await sharp(original).resize(64, 64, { fit: 'fill' }).toBuffer()
  const { dominant } = await sharp(small).stats()
  const { data } = await sharp(small).raw().toBuffer({ resolveWithObject: true })
  const hex = [dominant.r, dominant.g, dominant.b].map((part) => part.toString(16).padStart(2, '0'))
  return { colour: `#${hex.join('')}`, isDim: isDim(data, 3) }
}

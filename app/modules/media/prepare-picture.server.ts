import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { Refusal } from '~/platform/errors'
import { storage } from '~/platform/storage/storage.server'
import { hidesFile } from './hidden-file'
import { isDim } from './is-dim'
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

const types = new Set(['image/jpeg', 'image/png', 'image/webp'])
const appleTypes = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'])

/**
 * Turns what somebody sent into a stored picture: upright, in sRGB, without metadata, at most 2,400 px, with its WebP and JPEG sizes. Everything is
 * encoded anew, so nothing that hid behind or inside the file survives. Refuses with a sentence what is no JPEG, PNG or WebP (the bytes decide,
 * not the name), what is a page, a document or an archive as well, what does not decode to the end, and what is too large, too small or too narrow.
 */
export async function preparePicture(sent: Uint8Array): Promise<PreparedPicture> {
  await refuseOtherTypes(sent)
  const pixels = await refuseOtherMeasures(sent)
  return takePictureTurn(pixels, async () => {
    const { data, info } = await readable(() => encodeOriginal(sent))
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

async function refuseOtherTypes(sent: Uint8Array): Promise<void> {
  if (sent.length === 0) throw new Refusal('studio.pictureEmpty', 422)
  if (sent.length > pictureLimits.maxBytes) {
    const actual = (sent.length / 1024 / 1024).toFixed(1)
    throw new Refusal('studio.pictureTooHeavy', 422, { max: pictureLimits.maxBytes / 1024 / 1024, actual })
  }
  const mime = (await fileTypeFromBuffer(sent))?.mime
  if (mime && appleTypes.has(mime)) throw new Refusal('studio.pictureHeic', 422)
  if (!mime || !types.has(mime)) throw new Refusal('studio.pictureType', 422)
  if (hidesFile(sent)) throw new Refusal('studio.pictureHidesFile', 422)
}

/** From the header alone, before a pixel is decoded. Returns the pixels to decode. */
async function refuseOtherMeasures(sent: Uint8Array): Promise<number> {
  const header = await readable(() => sharp(sent, { limitInputPixels: false }).metadata())
  const { width, height } = header
  const most = header.isProgressive ? pictureLimits.maxProgressivePixels : pictureLimits.maxPixels
  const [short, long] = width < height ? [width, height] : [height, width]
  if (width * height > most) {
    const max = most / 1_000_000
    throw new Refusal('studio.pictureTooLarge', 422, {
      max,
      actual: Math.round((width * height) / 1_000_000),
    })
  }
  if (short < pictureLimits.minSide)
    throw new Refusal('studio.pictureTooSmall', 422, { min: pictureLimits.minSide, actual: short })
  if (long > short * pictureLimits.maxRatio) throw new Refusal('studio.pictureTooNarrow', 422)
  return width * height
}

/** Optimised coding would save a twentieth of the file and hold every coefficient of the picture in memory. */
function encodeOriginal(sent: Uint8Array) {
  const side = pictureLimits.storedSide
  return sharp(sent, { limitInputPixels: pictureLimits.maxPixels, failOn: 'error' })
    .autoOrient()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 90, chromaSubsampling: '4:4:4', optimiseCoding: false })
    .toBuffer({ resolveWithObject: true })
}

/** The decoder's complaint about a broken file is an answer to her, not a fault of ours. */
async function readable<T>(decode: () => Promise<T>): Promise<T> {
  try {
    return await decode()
  } catch (cause) {
    if (cause instanceof Error) throw new Refusal('studio.pictureBroken', 422)
    throw cause
  }
}

async function lookAt(original: Uint8Array): Promise<{ colour: string; isDim: boolean }> {
  const small = await sharp(original).resize(64, 64, { fit: 'fill' }).toBuffer()
  const { dominant } = await sharp(small).stats()
  const { data } = await sharp(small).raw().toBuffer({ resolveWithObject: true })
  const hex = [dominant.r, dominant.g, dominant.b].map((part) => part.toString(16).padStart(2, '0'))
  return { colour: `#${hex.join('')}`, isDim: isDim(data, 3) }
}

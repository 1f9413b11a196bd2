import { fileTypeFromBuffer } from 'file-type'
import { Refusal } from '~/platform/errors'
import { hidesFile } from './hidden-file'
import { loadSharp } from './load-sharp.server'
import { pictureLimits } from './picture-limits'
import { takePictureTurn } from './picture-turn.server'

const types = new Set(['image/jpeg', 'image/png', 'image/webp'])
const appleTypes = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'])

/**
 * A photograph as it may be kept sealed: encoded anew, upright, without metadata, the longer side at most 1,600 px. Nothing is stored. Refuses what refuseUnfit refuses.
 * Never call it inside a transaction: it takes seconds.
 */
export async function cleanPicture(sent: Uint8Array): Promise<Uint8Array> {
  const pixels = await refuseUnfit(sent)
  return takePictureTurn(pixels, async () => (await encodeClean(sent, 1600)).data)
}

/** Refuses with a sentence what is no photograph that can be kept; the pixels to decode of what is. */
export async function refuseUnfit(sent: Uint8Array): Promise<number> {
  await refuseOtherTypes(sent)
  return refuseOtherMeasures(sent)
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
  const sharp = await loadSharp()
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

/** Encoded anew: upright, in sRGB, without metadata, the longer side at most `side`. Optimised coding would save a twentieth of the file and hold every coefficient of the picture in memory. */
export async function encodeClean(sent: Uint8Array, side: number) {
  const sharp = await loadSharp()
  return readable(() =>
    sharp(sent, { limitInputPixels: pictureLimits.maxPixels, failOn: 'error' })
      .autoOrient()
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 90, chromaSubsampling: '4:4:4', optimiseCoding: false })
      .toBuffer({ resolveWithObject: true }),
  )
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

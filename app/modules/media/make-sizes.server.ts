import type { Sharp } from 'sharp'
import { storage } from '~/platform/storage/storage.server'
import { loadSharp } from './load-sharp.server'
import { type PictureFormat, widthsOf } from './picture'
import { type PictureFile, pictureFileName } from './picture-names'

/** Writes every width of a picture in the given formats beside its original. Call it within takePictureTurn. */
export async function makeSizes(
  hash: string,
  original: Uint8Array,
  formats: readonly PictureFormat[],
): Promise<void> {
  for (const format of formats)
    for (const width of widthsOf(format)) await makeSize({ hash, width, format }, original)
}

/** Writes one size of a picture. Idempotent: what is there already is not made again. Call it within takePictureTurn. */
export async function makeSize(file: PictureFile, original: Uint8Array): Promise<void> {
  const name = pictureFileName(file)
  if (!(await storage.exists(name)))
    await storage.putAs(name, await encode(original, file.width, file.format))
}

/** Bytes that one size has at most where its lowest quality allows: with the words and styles of a page, what a first visit brings before it is seen (80 kB). */
const lightEnough = 56_000

/** By format, the qualities that a size is tried in until it is light enough. What has much in it, cord or cloth, hides what a lower one loses. */
const qualities = { webp: [78, 64, 48], avif: [52, 46], jpg: [78] } as const satisfies Record<
  PictureFormat,
  readonly number[]
>

async function encode(original: Uint8Array, width: number, format: PictureFormat): Promise<Buffer> {
  const sharp = await loadSharp()
  const sized = sharp(original, { failOn: 'error' })
    .flatten({ background: '#ffffff' })
    .resize({ width, withoutEnlargement: true })
    .toColourspace('srgb')
  let file = Buffer.alloc(0)
  for (const quality of qualities[format]) {
    file = await inFormat(sized.clone(), format, quality).toBuffer()
    if (file.length <= lightEnough) break
  }
  return file
}

/** AVIF at effort 2: at 4 one picture takes seconds more of CPU for a few per cent. WebP that is to be light is worth some. */
function inFormat(sized: Sharp, format: PictureFormat, quality: number): Sharp {
  if (format === 'avif') return sized.avif({ quality, effort: 2 })
  if (format === 'jpg') return sized.jpeg({ quality, progressive: true, optimiseCoding: true })
  const effort = quality === qualities.webp[0] ? 3 : 6
  return sized.webp({ quality, effort, smartSubsample: true })
}

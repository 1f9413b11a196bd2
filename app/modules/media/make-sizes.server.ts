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

/** AVIF at effort 2: at 4 one picture takes seconds more of CPU for a few per cent. */
async function encode(original: Uint8Array, width: number, format: PictureFormat): Promise<Buffer> {
  const sharp = await loadSharp()
  const sized = sharp(original, { failOn: 'error' })
    .flatten({ background: '#ffffff' })
    .resize({ width, withoutEnlargement: true })
    .toColourspace('srgb')
  if (format === 'avif') return sized.avif({ quality: 52, effort: 2 }).toBuffer()
  if (format === 'webp') return sized.webp({ quality: 78, effort: 3, smartSubsample: true }).toBuffer()
  return sized.jpeg({ quality: 78, progressive: true, optimiseCoding: true }).toBuffer()
}

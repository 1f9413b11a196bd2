import { type PictureFormat, type PictureWidth, pictureFormats, widthsOf } from './picture'

/** One size of a picture. */
export type PictureFile = { hash: string; width: PictureWidth; format: PictureFormat }

export const pictureTypes = {
  webp: 'image/webp',
  jpg: 'image/jpeg',
  avif: 'image/avif',
} as const satisfies Record<PictureFormat, string>

/** The name under which a size is stored and served. */
export function pictureFileName({ hash, width, format }: PictureFile): string {
  return `${hash}-${width}.${format}`
}

/** Every file that a picture may have: its original and all sizes. */
export function pictureFileNames(hash: string): string[] {
  const sizes = pictureFormats.flatMap((format) =>
    widthsOf(format).map((width) => pictureFileName({ hash, width, format })),
  )
  return [hash, ...sizes]
}

/** What a served name means; null for every other name. */
export function parsePictureName(name: string): PictureFile | null {
  const [, hash = '', side = '', ending = ''] = /^([0-9a-f]{64})-(\d{3,4})\.([a-z]{3,4})$/.exec(name) ?? []
  const format = pictureFormats.find((one) => one === ending)
  const width = format && widthsOf(format).find((one) => String(one) === side)
  return width ? { hash, width, format } : null
}

import { type PictureWidth, pictureWidths } from './picture'

const pictureFormats = ['webp', 'jpg', 'avif'] as const
export type PictureFormat = (typeof pictureFormats)[number]

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
  const sizes = pictureWidths.flatMap((width) =>
    pictureFormats.map((format) => pictureFileName({ hash, width, format })),
  )
  return [hash, ...sizes]
}

/** What a served name means; null for every other name. */
export function parsePictureName(name: string): PictureFile | null {
  const [, hash = '', side = '', ending = ''] = /^([0-9a-f]{64})-(\d{3,4})\.([a-z]{3,4})$/.exec(name) ?? []
  const width = pictureWidths.find((one) => String(one) === side)
  const format = pictureFormats.find((one) => one === ending)
  return width && format ? { hash, width, format } : null
}

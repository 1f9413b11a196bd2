import { paths } from '~/paths'
import type { Locale } from '~/platform/i18n/locale'
import type { PhotoData } from '~/ui/photo'

export const pictureWidths = [320, 640, 1280] as const
export type PictureWidth = (typeof pictureWidths)[number]

/** What a query selects of Media to show it. */
export const pictureSelect = {
  contentHash: true,
  width: true,
  height: true,
  altZh: true,
  altEn: true,
  avifAt: true,
} as const

type PictureRow = {
  contentHash: string
  width: number
  height: number
  altZh: string | null
  altEn: string | null
  avifAt: Date | null
}

/** The view of a picture in a language, as ui/photo takes it; `fallbackAlt` describes it when nobody did (the product's title). */
export function pictureOf(media: PictureRow, locale: Locale, fallbackAlt: string): PhotoData {
  const files = (format: 'avif' | 'webp' | 'jpg') =>
    pictureWidths.map((width) => ({ src: paths.media({ hash: media.contentHash, width, format }), width }))
  return {
    alt: (locale === 'en' ? media.altEn : media.altZh) ?? fallbackAlt,
    width: media.width,
    height: media.height,
    ...(media.avifAt ? { avif: files('avif') } : {}),
    webp: files('webp'),
    jpeg: files('jpg'),
  }
}

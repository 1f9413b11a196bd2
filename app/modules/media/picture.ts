import { paths } from '~/paths'
import type { Locale } from '~/platform/i18n/locale'
import type { PhotoData } from '~/ui/photo'

const pictureWidths = [320, 640, 960, 1280] as const
export type PictureWidth = (typeof pictureWidths)[number]

export const pictureFormats = ['webp', 'jpg', 'avif'] as const
export type PictureFormat = (typeof pictureFormats)[number]

/** The widths a picture has in a format. AVIF stops at 960: one larger takes seconds of CPU, and a screen that wide has WebP. */
export function widthsOf(format: PictureFormat): readonly PictureWidth[] {
  return format === 'avif' ? pictureWidths.filter((width) => width <= 960) : pictureWidths
}

/** Pixels in width from which a picture may fill a screen: the home's first picture is one of these while there is any. */
export const fillsScreenFrom = 1200

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
  const files = (format: PictureFormat) =>
    widthsOf(format).map((width) => ({ src: paths.media({ hash: media.contentHash, width, format }), width }))
  return {
    alt: (locale === 'en' ? media.altEn : media.altZh) ?? fallbackAlt,
    width: media.width,
    height: media.height,
    ...(media.avifAt ? { avif: files('avif') } : {}),
    webp: files('webp'),
    jpeg: files('jpg'),
  }
}

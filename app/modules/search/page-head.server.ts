import { publicOrigin } from '~/platform/http/public-origin.server'
import { localPath, withoutLocale } from '~/platform/i18n/locale'
import type { PhotoData } from '~/ui/photo'
import { type SharePicture, sharePicture } from './share-picture'
import { shorten } from './shorten'

/** What a page says of itself to search engines and link previews. Addresses are absolute. */
export type PageHead = {
  title: string
  description: string
  canonical: string
  chinese: string
  english: string
  /** its photograph, or a drawing */
  image: Omit<SharePicture, 'path'> & { src: string }
}

/** characters that search engines show of a description */
const longestDescription = 160

/** The head of a public page, in the language of its address. A list's filters are not part of its canonical address. */
export function pageHead(
  request: Request,
  {
    title,
    description,
    picture,
    craft,
  }: { title: string; description: string; picture?: PhotoData; craft?: string },
): PageHead {
  const origin = publicOrigin()
  const { pathname } = new URL(request.url)
  const path = withoutLocale(pathname)
  const { path: imagePath, ...image } = sharePicture(picture, craft)
  return {
    title,
    description: shorten(description, longestDescription),
    canonical: origin + pathname,
    chinese: origin + localPath('zh-CN', path),
    english: origin + localPath('en', path),
    image: { src: origin + imagePath, ...image },
  }
}

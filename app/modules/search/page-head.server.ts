import { publicOrigin } from '~/platform/http/public-origin.server'
import { localPath, withoutLocale } from '~/platform/i18n/locale'
import type { PhotoData } from '~/ui/photo'
import { shorten } from './shorten'

/** What a page says of itself to search engines and link previews. Addresses are absolute. */
export type PageHead = {
  title: string
  description: string
  canonical: string
  chinese: string
  english: string
  /** the page's own picture */
  image: string | null
}

/** characters that search engines show of a description */
const longestDescription = 160

/** The head of a public page, in the language of its address. A list's filters are not part of its canonical address. */
export function pageHead(
  request: Request,
  { title, description, picture }: { title: string; description: string; picture?: PhotoData },
): PageHead {
  const origin = publicOrigin()
  const { pathname } = new URL(request.url)
  const path = withoutLocale(pathname)
  const image = picture?.jpeg.at(-1)?.src
  return {
    title,
    description: shorten(description, longestDescription),
    canonical: origin + pathname,
    chinese: origin + localPath('zh-CN', path),
    english: origin + localPath('en', path),
    image: image ? origin + image : null,
  }
}

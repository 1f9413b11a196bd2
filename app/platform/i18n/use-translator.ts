import { useLocation } from '@remix-run/react'
import { type Locale, localeOf, localPath } from './locale'
import { type Translate, translator } from './translate'

/** The language of the page, its translator, and how to write a path of this site in it. */
export function useTranslator(): { t: Translate; locale: Locale; href: (path: string) => string } {
  const locale = localeOf(useLocation().pathname)
  return { t: translator(locale), locale, href: (path) => localPath(locale, path) }
}

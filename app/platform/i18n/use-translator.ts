import { createContext, useContext } from 'react'
import { type Locale, localPath } from './locale'
import { type Translate, translator } from './translate'

/** The language of the page, which the root reads from its address. */
export const LanguageContext = createContext<Locale>('zh-CN')

/** The language of the page, its translator, and how to write a path of this site in it. */
export function useTranslator(): { t: Translate; locale: Locale; href: (path: string) => string } {
  const locale = useContext(LanguageContext)
  return { t: translator(locale), locale, href: (path) => localPath(locale, path) }
}

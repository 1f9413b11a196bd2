/** The shop's languages. Chinese is the default and has no prefix; English lives below /en. */
export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

/** The language of an address. */
export function localeOf(pathname: string): Locale {
  return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'zh-CN'
}

/** A path of this site (as ~/paths writes it, without a language) in a language. */
export function localPath(locale: Locale, path: string): string {
  if (locale === 'zh-CN') return path
  return `/en${path.replace(/^\/(?=$|[?#])/, '')}`
}

/** A pathname without its language: what ~/paths would have written. */
export function withoutLocale(pathname: string): string {
  if (localeOf(pathname) === 'zh-CN') return pathname
  return pathname.slice(3) || '/'
}

/** The language of a request, by its address alone: a link always shows what it says. */
export function requestLocale(request: Request): Locale {
  return localeOf(new URL(request.url).pathname)
}

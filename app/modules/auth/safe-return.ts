import { withoutLocale } from '~/platform/i18n/locale'

const longest = 500
/** Any host will do: what does not stay on it leads away. */
const here = 'http://here.invalid'

/**
 * Where to go after signing in: a path of this site with its query and its place in the page, without its language, or '/' for everything else.
 * Judged after the URL parser has resolved dots and slashes, because browsers follow what it makes of a text, not the text.
 */
export function safeReturn(text: string | null): string {
  if (text === null || text.length > longest) return '/'
  // one slash, then visible ASCII without a backslash: addresses arrive percent-encoded
  if (!/^\/(?!\/)[!-[\]-~]*$/.test(text) || !URL.canParse(text, here)) return '/'
  const url = new URL(text, here)
  const path = withoutLocale(url.pathname)
  if (url.origin !== here || !path.startsWith('/') || path.startsWith('//')) return '/'
  return `${path}${url.search}${url.hash}`
}

import { secretCookies } from '~/platform/http/secret-cookies.server'

/** The basket's cookies, kept for sixty days; joinCarts makes one basket of several. */
const cookies = secretCookies('cart', { days: 60 })

/** The header that keeps a cart's secret in the browser. */
export function keepCartToken(token: string): Promise<string> {
  return cookies.keep(token)
}

/** The secrets that a request brings, each once. Anything that cannot be one is none. */
export async function readCartTokens(request: Request): Promise<string[]> {
  return cookies.read(request)
}

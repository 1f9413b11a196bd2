import { createCookie } from '@remix-run/node'
import { isHttps } from '~/platform/http/public-origin.server'
import { tokenHash } from '~/platform/secrets/token.server'

/** Baskets of one browser that are looked at; more than two come about only by force. */
const mostTokens = 8
const oldestName = isHttps() ? '__Host-cart' : 'cart'

/**
 * The basket's cookie: a 128-bit secret whose SHA-256 is stored with the cart. __Host- and Secure on https. Kept for sixty days.
 * Every cart has a cookie of its own name. Two tabs without a basket that add at the same moment make two carts, and the answers come in
 * any order: with one name for both, the later answer would throw the other cart away. So the browser keeps both, its next request proves both,
 * and joinCarts makes one of them.
 */
function cookieNamed(name: string) {
  return createCookie(name, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isHttps(),
    maxAge: 60 * 60 * 24 * 60,
  })
}

/** Tells carts apart and gives nothing away: from the hash, not from the secret. */
function cookieOf(token: string) {
  return cookieNamed(`${oldestName}-${Buffer.from(tokenHash(token)).toString('hex', 0, 4)}`)
}

/** The header that keeps a cart's secret in the browser. */
export function keepCartToken(token: string): Promise<string> {
  return cookieOf(token).serialize(token)
}

/** The secrets that a request brings, each once. Anything that cannot be one is none. */
export async function readCartTokens(request: Request): Promise<string[]> {
  const header = request.headers.get('Cookie') ?? ''
  const names = header.split(';').map((pair) => pair.split('=')[0]?.trim() ?? '')
  const own = names.filter((name) => name === oldestName || /^(__Host-)?cart-[0-9a-f]{8}$/.test(name))
  const tokens = new Set<string>()
  for (const name of own.slice(0, mostTokens)) {
    const token: unknown = await cookieNamed(name).parse(header)
    if (typeof token === 'string' && /^[A-Za-z0-9_-]{22}$/.test(token)) tokens.add(token)
  }
  return [...tokens]
}

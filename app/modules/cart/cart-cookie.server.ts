import { createCookie } from '@remix-run/node'
import { isHttps } from '~/platform/http/public-origin.server'

/** The basket's cookie: a 128-bit secret whose SHA-256 is stored with the cart. __Host- and Secure on https. Kept for sixty days. */
export const cartCookie = createCookie(isHttps() ? '__Host-cart' : 'cart', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: isHttps(),
  maxAge: 60 * 60 * 24 * 60,
})

/** The secret that a request brings, or null. Anything that cannot be one is none. */
export async function readCartToken(request: Request): Promise<string | null> {
  const token: unknown = await cartCookie.parse(request.headers.get('Cookie'))
  return typeof token === 'string' && /^[A-Za-z0-9_-]{22}$/.test(token) ? token : null
}

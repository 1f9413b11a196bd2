import { createCookie } from '@remix-run/node'
import { isHttps } from './public-origin.server'

/** How large somebody wants to read. Nothing else is kept of it; without the cookie, as the pages are. */
const viewCookie = createCookie('view', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: isHttps(),
  maxAge: 60 * 60 * 24 * 365,
})

/** Whether this browser asked for large text and targets. */
export async function isLargeView(request: Request): Promise<boolean> {
  return (await viewCookie.parse(request.headers.get('Cookie'))) === 'large'
}

/** The Set-Cookie of a choice. Ordinary size is no cookie at all, so that a stranger is answered with kept pages again. */
export function serializeView(isLarge: boolean): Promise<string> {
  return isLarge ? viewCookie.serialize('large') : viewCookie.serialize('', { maxAge: 0 })
}

import { createCookie } from '@remix-run/node'
import { env } from '~/platform/env.server'
import { isHttps } from '~/platform/http/public-origin.server'
import { randomToken } from '~/platform/secrets/token.server'

/** By which a browser is known again that asked for a sign-in link. A quarter of an hour, like the link. */
export const linkBrowserCookie = createCookie(isHttps() ? '__Host-link' : 'link', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: isHttps(),
  secrets: [env.SESSION_SECRET],
  maxAge: 15 * 60,
})

/** A demo shows the link on the page once; live never sets it. */
export const shownLinkCookie = createCookie(isHttps() ? '__Host-demo-link' : 'demo-link', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: isHttps(),
  secrets: [env.SESSION_SECRET],
  maxAge: 15 * 60,
})

/** A secret for a browser that has none. */
export function randomBrowser(): string {
  return randomToken(16)
}

/** The secret of the browser that asked, or null. */
export async function readLinkBrowser(request: Request): Promise<string | null> {
  const secret: unknown = await linkBrowserCookie.parse(request.headers.get('Cookie'))
  return typeof secret === 'string' ? secret : null
}

/** The link that a demo has still to show, or null. */
export async function readShownLink(request: Request): Promise<string | null> {
  const link: unknown = await shownLinkCookie.parse(request.headers.get('Cookie'))
  return env.APP_MODE === 'demo' && typeof link === 'string' && link.startsWith('/') ? link : null
}

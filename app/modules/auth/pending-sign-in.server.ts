import { type Cookie, createCookie } from '@remix-run/node'
import { z } from 'zod'
import { env } from '~/platform/env.server'
import { isHttps } from '~/platform/http/public-origin.server'
import { safeReturn } from './safe-return'

/** What is known between the two screens of signing in. It lives in signed cookies of a quarter of an hour, never in an address. */
export type PendingSignIn = { phone: string; returnTo: string }

const Pending = z.object({
  phone: z.string().regex(/^1[3-9]\d{9}$/),
  returnTo: z.string().transform(safeReturn),
})

const pendingCookie = shortCookie('sign-in')
/** A demo shows the code on the page once; live never sets it. */
const shownCodeCookie = shortCookie('demo-code')

function shortCookie(name: string): Cookie {
  return createCookie(isHttps() ? `__Host-${name}` : name, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isHttps(),
    secrets: [env.SESSION_SECRET],
    maxAge: 15 * 60,
  })
}

/** The sign-in under way in this browser, or null. */
export async function readPendingSignIn(request: Request): Promise<PendingSignIn | null> {
  const result = Pending.safeParse(await pendingCookie.parse(request.headers.get('Cookie')))
  return result.success ? result.data : null
}

/** The code that a demo has still to show, or null. */
export async function readShownCode(request: Request): Promise<string | null> {
  const code: unknown = await shownCodeCookie.parse(request.headers.get('Cookie'))
  return env.APP_MODE === 'demo' && typeof code === 'string' && /^\d{6}$/.test(code) ? code : null
}

/** The cookies that lead from the first screen to the second. */
export async function pendingCookies(
  pending: PendingSignIn,
  shownCode: string | null,
): Promise<[string, string][]> {
  const cookies: [string, string][] = [['Set-Cookie', await pendingCookie.serialize(pending)]]
  if (shownCode !== null) cookies.push(['Set-Cookie', await shownCodeCookie.serialize(shownCode)])
  return cookies
}

/** Takes the shown code away: it is shown once. */
export async function clearShownCode(): Promise<[string, string][]> {
  return [['Set-Cookie', await shownCodeCookie.serialize('', { maxAge: 0 })]]
}

/** Takes both away once she is in. */
export async function clearPending(): Promise<[string, string][]> {
  return [['Set-Cookie', await pendingCookie.serialize('', { maxAge: 0 })], ...(await clearShownCode())]
}

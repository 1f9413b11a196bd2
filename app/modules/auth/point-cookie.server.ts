import { createCookie } from '@remix-run/node'
import { env } from '~/platform/env.server'
import { isHttps } from '~/platform/http/public-origin.server'

/** Makes a device a service point: 256 random bits whose hash is stored. It names nobody and lets nobody in. */
export const pointCookie = createCookie(isHttps() ? '__Host-point' : 'point', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: isHttps(),
  secrets: [env.SESSION_SECRET],
  maxAge: 60 * 60 * 24 * 365,
})

/** The token of the device's cookie, whether or not it is still a service point; null on everybody's own phone. */
export async function readPointToken(request: Request): Promise<string | null> {
  const token: unknown = await pointCookie.parse(request.headers.get('Cookie'))
  return typeof token === 'string' ? token : null
}

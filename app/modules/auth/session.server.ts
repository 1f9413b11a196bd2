import { createCookie } from '@remix-run/node'
import { env } from '~/platform/env.server'
import { isHttps } from '~/platform/http/public-origin.server'

/**
 * The session cookie: 256 random bits, checked against the Session table at every request. __Host- and Secure on https.
 */
export const sessionCookie = createCookie(isHttps() ? '__Host-session' : 'session', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: isHttps(),
  secrets: [env.SESSION_SECRET],
  maxAge: 60 * 60 * 24 * 60,
})

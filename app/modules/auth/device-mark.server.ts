import { createCookie } from '@remix-run/node'
import { env } from '~/platform/env.server'
import { isHttps } from '~/platform/http/public-origin.server'
import { keyedHash, randomToken } from '~/platform/secrets/token.server'

/**
 * What a browser is known by in which somebody has signed in, whoever uses it afterwards: random, told to nobody, kept as a keyed hash beside sessions and orders, so that a sale to a maker's own phone is seen.
 * A browser in which nobody ever signed in gets none.
 */
const deviceCookie = createCookie(isHttps() ? '__Host-device' : 'device', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: isHttps(),
  secrets: [env.SESSION_SECRET],
  maxAge: 60 * 60 * 24 * 400,
})

async function readMark(request: Request): Promise<string | null> {
  const mark: unknown = await deviceCookie.parse(request.headers.get('Cookie'))
  return typeof mark === 'string' && /^[\w-]{22,64}$/.test(mark) ? mark : null
}

/** The hash of this browser's mark; null when nobody has signed in with it. */
export async function deviceHashOf(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  const mark = await readMark(request)
  return mark === null ? null : keyedHash('device', mark)
}

/** The mark of a browser in which somebody signs in, made where there was none: its hash, and the cookie that keeps it. */
export async function markDevice(
  request: Request,
): Promise<{ deviceHash: Uint8Array<ArrayBuffer>; cookie: string }> {
  const mark = (await readMark(request)) ?? randomToken(16)
  return { deviceHash: keyedHash('device', mark), cookie: await deviceCookie.serialize(mark) }
}

import { createCookie } from '@remix-run/node'
import { isHttps } from '~/platform/http/public-origin.server'
import { tokenHash } from '~/platform/secrets/token.server'

/** Secrets of one kind in one browser that are looked at; more than two come about only by force. */
const mostTokens = 8

/**
 * Cookies of one kind that each open a thing of a visitor without an account: a 128-bit secret whose SHA-256 is stored with it. __Host- and Secure on https.
 * Every thing has a cookie of its own name. Two tabs that make their first at the same moment make two, and the answers come in
 * any order: with one name for both, the later answer would throw the other away. So the browser keeps both, its next request proves both,
 * and the verb that changes something makes one of them.
 */
export function secretCookies(kind: string, { days }: { days: number }) {
  const oldestName = isHttps() ? `__Host-${kind}` : kind
  const own = new RegExp(`^(__Host-)?${kind}-[0-9a-f]{8}$`)

  function cookieNamed(name: string) {
    return createCookie(name, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: isHttps(),
      maxAge: 60 * 60 * 24 * days,
    })
  }

  return {
    /** The header that keeps a secret in the browser. The name tells secrets apart and gives nothing away: from the hash, not from the secret. */
    keep(token: string): Promise<string> {
      const name = `${oldestName}-${Buffer.from(tokenHash(token)).toString('hex', 0, 4)}`
      return cookieNamed(name).serialize(token)
    },

    /** The secrets that a request brings, each once. Anything that cannot be one is none. */
    async read(request: Request): Promise<string[]> {
      const header = request.headers.get('Cookie') ?? ''
      const names = header.split(';').map((pair) => pair.split('=')[0]?.trim() ?? '')
      const tokens = new Set<string>()
      for (const name of names.filter((one) => one === oldestName || own.test(one)).slice(0, mostTokens)) {
        const token: unknown = await cookieNamed(name).parse(header)
        if (typeof token === 'string' && /^[A-Za-z0-9_-]{22}$/.test(token)) tokens.add(token)
      }
      return [...tokens]
    },
  }
}

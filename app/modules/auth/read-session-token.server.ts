import { sessionCookie } from './session.server'

/** The token in the request's session cookie, whether or not it still opens anything. */
export async function readSessionToken(request: Request): Promise<string | null> {
  const token: unknown = await sessionCookie.parse(request.headers.get('Cookie'))
  return typeof token === 'string' ? token : null
}

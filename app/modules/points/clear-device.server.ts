import { pointCookie } from '~/modules/auth/point-cookie.server'
import { isHttps } from '~/platform/http/public-origin.server'
import { viewCookie } from '~/platform/http/view-cookie.server'

/** Says to scripts that the device is shared; only what they do in the browser hangs on it. */
const sharedName = 'shared'
/** What a shared device keeps whoever is at it: that it is one, and how large its letters are. */
const kept = [pointCookie.name, sharedName, viewCookie.name]

const plain = (pair: string, seconds: number) =>
  `${pair}; Path=/; Max-Age=${seconds}; SameSite=Lax${isHttps() ? '; Secure' : ''}`

/** Takes every cookie of the request away that is somebody's: session, basket, favourites, for whom she acts, a sign-in under way. */
export function clearDevice(request: Request): [string, string][] {
  const pairs = (request.headers.get('Cookie') ?? '').split(';')
  const names = pairs.map((pair) => pair.split('=')[0]?.trim() ?? '')
  return names
    .filter((name) => /^[\w-]+$/.test(name) && !kept.includes(name))
    .map((name) => ['Set-Cookie', plain(`${name}=`, 0)])
}

/** Makes the browser a service point by its secret. Pages that it kept from before, while it was somebody's own, are gone: no step back shows them. */
export async function shareDevice(token: string): Promise<[string, string][]> {
  return [
    ['Clear-Site-Data', '"cache"'],
    ['Set-Cookie', await pointCookie.serialize(token)],
    ['Set-Cookie', plain(`${sharedName}=1`, 60 * 60 * 24 * 365)],
  ]
}

/** Makes the browser anybody's again. */
export async function unshareDevice(): Promise<[string, string][]> {
  return [
    ['Set-Cookie', await pointCookie.serialize('', { maxAge: 0 })],
    ['Set-Cookie', plain(`${sharedName}=`, 0)],
  ]
}

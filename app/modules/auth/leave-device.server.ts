import { sessionCookie } from './session.server'

/** What a device is told when somebody goes out of her account on it: her session is over, the studio's scripts let go of what they keep of her there, and no step back shows a page of hers. */
export async function leaveDevice(): Promise<Headers> {
  const headers = new Headers([['Set-Cookie', await sessionCookie.serialize('', { maxAge: 0 })]])
  headers.append('Set-Cookie', 'left=1; Path=/; Max-Age=31536000; SameSite=Lax')
  headers.set('Clear-Site-Data', '"cache"')
  return headers
}

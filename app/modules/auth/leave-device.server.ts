import { sessionCookie } from './session.server'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** as many as the scripts of a device that nobody opens the studio on hear of together */
const mostLeft = 8

type Leaving = {
  request: Request
  /** who goes; null: nobody was signed in */
  userId: string | null
  /** her account is closed: also what she never sent goes */
  isClosed?: boolean
}

/** What a device is told when somebody goes out of her account on it: her session is over, the studio's scripts let go of what they keep of her there, and of nobody else, and no step back shows a page of hers. */
export async function leaveDevice({ request, userId, isClosed = false }: Leaving): Promise<Headers> {
  const headers = new Headers([['Set-Cookie', await sessionCookie.serialize('', { maxAge: 0 })]])
  const left = [...new Set([...whoLeft(request), ...(userId === null ? [] : [userId])])].slice(-mostLeft)
  if (left.length > 0)
    headers.append('Set-Cookie', `left=${left.join('.')}; Path=/; Max-Age=31536000; SameSite=Lax`)
  if (isClosed && userId !== null)
    headers.append('Set-Cookie', `closed=${userId}; Path=/; Max-Age=31536000; SameSite=Lax`)
  headers.set('Clear-Site-Data', '"cache"')
  return headers
}

/** Those whom no script has heard of yet. */
function whoLeft(request: Request): string[] {
  const pairs = (request.headers.get('Cookie') ?? '').split(';').map((pair) => pair.trim())
  const value = pairs.find((pair) => pair.startsWith('left='))?.slice('left='.length) ?? ''
  return value.split('.').filter((id) => uuid.test(id))
}

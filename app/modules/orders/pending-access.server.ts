import { createCookie } from '@remix-run/node'
import { z } from 'zod'
import { env } from '~/platform/env.server'
import { isHttps } from '~/platform/http/public-origin.server'

/** What was typed to ask for an order's code, until the code is typed. Whether the two fit an order is looked up again: a cookie can be read. */
const Pending = z.object({
  number: z.string(),
  phone: z.string(),
  /** the demo's code, to show on the page; live never sets it */
  shownCode: z.string().nullable(),
})
export type PendingAccess = z.output<typeof Pending>

const cookie = createCookie(isHttps() ? '__Host-find-order' : 'find-order', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: isHttps(),
  secrets: [env.SESSION_SECRET],
  maxAge: 15 * 60,
})

/** The look-up under way in this browser, or null. */
export async function readPendingAccess(request: Request): Promise<PendingAccess | null> {
  const result = Pending.safeParse(await cookie.parse(request.headers.get('Cookie')))
  return result.success ? result.data : null
}

/** The cookie that leads from the first form to the second. */
export function pendingAccessCookie(pending: PendingAccess): Promise<string> {
  return cookie.serialize(pending)
}

/** Takes it away. */
export function clearPendingAccess(): Promise<string> {
  return cookie.serialize('', { maxAge: 0 })
}

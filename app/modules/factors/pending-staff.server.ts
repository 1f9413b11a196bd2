import { createCookie } from '@remix-run/node'
import { z } from 'zod'
import { safeReturn } from '~/modules/auth/safe-return'
import { env } from '~/platform/env.server'
import { isHttps } from '~/platform/http/public-origin.server'

const minutes = 10

/** That a password has been proved in this browser, for ten minutes. The cookie is signed and says itself until when: a browser that keeps it longer has nothing. */
export type PendingStaff = { factorId: string; userId: string; returnTo: string }

const Pending = z.object({
  factorId: z.uuid(),
  userId: z.uuid(),
  returnTo: z.string().transform(safeReturn),
  until: z.number(),
})

const pendingStaffCookie = createCookie(isHttps() ? '__Host-staff-sign-in' : 'staff-sign-in', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: isHttps(),
  secrets: [env.SESSION_SECRET],
  maxAge: minutes * 60,
})

/** Whose password has been proved in this browser, or null. */
export async function readPendingStaff(request: Request): Promise<PendingStaff | null> {
  const result = Pending.safeParse(await pendingStaffCookie.parse(request.headers.get('Cookie')))
  if (!result.success || result.data.until < Date.now()) return null
  const { until: _, ...pending } = result.data
  return pending
}

/** The cookie that leads from the password to the code. */
export function pendingStaff(pending: PendingStaff): Promise<string> {
  return pendingStaffCookie.serialize({ ...pending, until: Date.now() + minutes * 60_000 })
}

/** Takes it away once she is in. */
export function clearPendingStaff(): Promise<string> {
  return pendingStaffCookie.serialize('', { maxAge: 0 })
}

import { createCookie } from '@remix-run/node'
import { z } from 'zod'
import { env } from '~/platform/env.server'
import { isHttps } from '~/platform/http/public-origin.server'

const Pending = z.object({
  phone: z.string().regex(/^1[3-9]\d{9}$/),
  /** the code that a demo has still to show */
  shown: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
})

/** Between number and PIN, for a quarter of an hour: taken away with everything else when the next one comes. */
const pendingCookie = createCookie(isHttps() ? '__Host-point-join' : 'point-join', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: isHttps(),
  secrets: [env.SESSION_SECRET],
  maxAge: 15 * 60,
})

/** Who is about to come to this service point, or null. */
export async function readPendingJoin(request: Request): Promise<z.output<typeof Pending> | null> {
  const result = Pending.safeParse(await pendingCookie.parse(request.headers.get('Cookie')))
  return result.success ? result.data : null
}

/** Leads from the number to the PIN. The code is shown in a demo alone. */
export function keepPendingJoin(pending: z.output<typeof Pending>): Promise<string> {
  return pendingCookie.serialize(env.APP_MODE === 'demo' ? pending : { ...pending, shown: null })
}

/** Takes it away. */
export function clearPendingJoin(): Promise<string> {
  return pendingCookie.serialize('', { maxAge: 0 })
}

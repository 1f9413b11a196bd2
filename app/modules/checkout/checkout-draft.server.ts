import { createCookie } from '@remix-run/node'
import { z } from 'zod'
import { env } from '~/platform/env.server'
import { isHttps } from '~/platform/http/public-origin.server'

/** Fields that are kept, with the most characters that a page lets her type. All together fit into a cookie. */
const lengths = {
  name: 60,
  phone: 20,
  province: 2,
  county: 60,
  line: 160,
  note: 260,
  agreeMadeToOrder: 3,
  abroadTextId: 36,
} as const

/** What she has typed into the checkout, as she typed it. */
export type CheckoutDraft = Readonly<Record<string, string>>

const Draft = z.record(z.string(), z.string())

const draftCookie = createCookie(isHttps() ? '__Host-checkout' : 'checkout', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: isHttps(),
  secrets: [env.SESSION_SECRET],
  maxAge: 15 * 60,
})

/**
 * The cookie that keeps a refused checkout form in her own browser for a quarter of an hour, so that nothing has to be typed twice on her way to
 * the basket and back. The server stores none of it; it never stands in an address.
 */
export function keepDraft(form: FormData): Promise<string> {
  const draft: Record<string, string> = {}
  for (const [name, most] of Object.entries(lengths)) {
    const value = form.get(name)
    if (typeof value === 'string' && value !== '') draft[name] = value.slice(0, most)
  }
  return draftCookie.serialize(draft)
}

/** The cookie that forgets it: the order is placed. */
export function dropDraft(): Promise<string> {
  return draftCookie.serialize('', { maxAge: 0 })
}

/**
 * What she typed before, {} when nothing is kept. Ticks come back only `withTicks`, on the way straight from a refused form: whoever comes from elsewhere may have
 * other pieces in the basket, and agrees herself.
 */
export async function readDraft(
  request: Request,
  { withTicks }: { withTicks: boolean },
): Promise<CheckoutDraft> {
  const kept = Draft.safeParse(await draftCookie.parse(request.headers.get('Cookie')))
  if (!kept.success) return {}
  const { agreeMadeToOrder, abroadTextId, ...typed } = kept.data
  return withTicks ? kept.data : typed
}

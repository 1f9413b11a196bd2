import { type Cookie, createCookie } from '@remix-run/node'
import { z } from 'zod'
import type { Actor } from '~/modules/auth/actor'
import { env } from '~/platform/env.server'
import { isHttps } from '~/platform/http/public-origin.server'

/** Fields that are kept, with the most characters that a page lets her type. Those of one cookie fit into it (4 kB) whatever they are. */
const kinds: readonly { name: string; lengths: Readonly<Record<string, number>> }[] = [
  {
    name: 'checkout',
    lengths: {
      name: 80,
      phone: 30,
      province: 2,
      county: 60,
      line: 160,
      note: 260,
      agreeMadeToOrder: 3,
      abroadTextId: 36,
    },
  },
  {
    name: 'checkout-abroad',
    // name and phone are kept with those of the mainland
    lengths: { line1: 100, line2: 100, city: 80, state: 80, postcode: 16, email: 100 },
  },
  {
    name: 'checkout-more',
    lengths: {
      paste: 300,
      keepAddress: 3,
      giftNote: 220,
      hidePrices: 3,
      buyerPhone: 20,
      invoiceKind: 8,
      invoiceTitle: 100,
      taxNumber: 30,
      invoiceEmail: 100,
    },
  },
]
const cookies = kinds.map(({ name, lengths }) => ({ lengths, cookie: draftCookie(name) }))

/** What she has typed into the checkout, as she typed it. */
export type CheckoutDraft = Readonly<Record<string, string>>

const Draft = z.record(z.string(), z.string())

function draftCookie(name: string): Cookie {
  return createCookie(isHttps() ? `__Host-${name}` : name, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isHttps(),
    secrets: [env.SESSION_SECRET],
    maxAge: 15 * 60,
  })
}

/** Beside the fields: the user whose draft it is, missing for a guest's. */
const owner = 'by'

/**
 * The cookies that keep in her own browser for a quarter of an hour what she types into the checkout, or has sent and was refused, so that nothing has to be typed twice on her way to
 * the basket and back. The server stores none of it; it never stands in an address.
 */
export function keepDraft(form: FormData, actor: Pick<Actor, 'userId'> | null): Promise<string[]> {
  return Promise.all(
    cookies.map(({ cookie, lengths }) => {
      const draft: Record<string, string> = actor ? { [owner]: actor.userId } : {}
      for (const [name, most] of Object.entries(lengths)) {
        const value = form.get(name)
        if (typeof value === 'string' && value !== '') draft[name] = value.slice(0, most)
      }
      return cookie.serialize(draft)
    }),
  )
}

/** The cookies that forget it: the order is placed. */
export function dropDraft(): Promise<string[]> {
  return Promise.all(cookies.map(({ cookie }) => cookie.serialize('', { maxAge: 0 })))
}

/**
 * What she typed before, {} when nothing is kept; what somebody typed who was signed in is nobody else's on the same device. Ticks come back only `withTicks`, on the way straight from a refused form: whoever comes from elsewhere may have
 * other pieces in the basket, and agrees herself.
 */
export async function readDraft(
  request: Request,
  { withTicks, actor }: { withTicks: boolean; actor: Pick<Actor, 'userId'> | null },
): Promise<CheckoutDraft> {
  const header = request.headers.get('Cookie')
  const kept: Record<string, string> = {}
  for (const { cookie } of cookies) {
    const value: unknown = await cookie.parse(header)
    const { [owner]: by, ...typed } = Draft.safeParse(value).data ?? {}
    if (by === undefined || by === actor?.userId) Object.assign(kept, typed)
  }
  const { agreeMadeToOrder, abroadTextId, ...typed } = kept
  return withTicks ? kept : typed
}

import { createCookie } from '@remix-run/node'
import { z } from 'zod'
import { env } from '~/platform/env.server'
import { isHttps } from '~/platform/http/public-origin.server'

/** What a browser that may follow an order carries: signed; the link's secret too when it came by the link. `by`: it was got by ordering in this user's account, and opens the order while she is signed in. `own`: a code to the phone of whoever ordered a present has opened it. */
const OrderKey = z.object({
  orderId: z.string(),
  secret: z.string().nullable(),
  by: z.string().optional(),
  own: z.boolean().optional(),
})

/** The cookie of one order: its number is in the name, so that a browser can hold several. */
export function orderCookie(number: string) {
  return createCookie(`${isHttps() ? '__Host-' : ''}order-${number}`, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isHttps(),
    secrets: [env.SESSION_SECRET],
    maxAge: 60 * 60 * 24 * 180,
  })
}

type Asked = { id: string; number: string; userId: string | null }

/** What a browser's cookie for an order proves: the link's secret, null when a phone's code has opened it; and whether that was the phone of its buyer. */
export type HeldKey = { secret: string | null; isOwn: boolean }

/** Undefined when the cookie is for another order, was got in an account other than this user's, or there is none. */
export async function heldKey(request: Request, { id, number, userId }: Asked): Promise<HeldKey | undefined> {
  const held = OrderKey.safeParse(await orderCookie(number).parse(request.headers.get('Cookie'))).data
  const isHers = held?.by === undefined || held.by === userId
  return held?.orderId === id && isHers ? { secret: held.secret, isOwn: held.own ?? false } : undefined
}

/** Orders whose key a browser says that it holds, by the names of its cookies; each is checked before it counts. */
export function heldNumbers(request: Request): string[] {
  const header = request.headers.get('Cookie') ?? ''
  return [...header.matchAll(/(?:^|;\s*)(?:__Host-)?order-(\d{4}-\d{6})=/g)].flatMap(
    ([, number]) => number ?? [],
  )
}

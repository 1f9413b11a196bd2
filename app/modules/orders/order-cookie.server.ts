import { createCookie } from '@remix-run/node'
import { env } from '~/platform/env.server'
import { isHttps } from '~/platform/http/public-origin.server'

/** What a browser that may follow an order carries: signed; the link's secret too when it came by the link. */
export type OrderKey = { orderId: string; secret: string | null }

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

/** Orders whose key a browser says that it holds, by the names of its cookies; each is checked before it counts. */
export function heldNumbers(request: Request): string[] {
  const header = request.headers.get('Cookie') ?? ''
  return [...header.matchAll(/(?:^|;\s*)(?:__Host-)?order-(\d{4}-\d{6})=/g)].flatMap(
    ([, number]) => number ?? [],
  )
}

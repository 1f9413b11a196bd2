import { createCookie } from '@remix-run/node'
import { isHttps } from '~/platform/http/public-origin.server'
import { type Currency, currencyOf, usualCurrency } from './currencies'

/** In which currency somebody wants estimates. The usual choice is no cookie, so that kept pages serve it. */
const currencyCookie = createCookie('currency', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: isHttps(),
  maxAge: 60 * 60 * 24 * 365,
})

/** The currency this browser asked for, the usual one, or null: no estimates. */
export async function readCurrency(request: Request): Promise<Currency | null> {
  const chosen: unknown = await currencyCookie.parse(request.headers.get('Cookie'))
  if (typeof chosen !== 'string') return usualCurrency
  return currencyOf(chosen)
}

/** The Set-Cookie of a choice. */
export function serializeCurrency(choice: Currency | 'CNY'): Promise<string> {
  return choice === usualCurrency
    ? currencyCookie.serialize('', { maxAge: 0 })
    : currencyCookie.serialize(choice)
}

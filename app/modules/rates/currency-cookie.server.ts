import { type ChoiceCookie, keepChoice, readChoice } from '~/platform/http/choice-cookie.server'
import { type Currency, currencies, currencyOf, currencyOfCountry, usualCurrency } from './currencies'

/** In which currency somebody wants estimates; CNY for none. The usual choice is no cookie. */
export const currencyCookie: ChoiceCookie = {
  name: 'currency',
  form: new RegExp(`^(CNY|${currencies.join('|')})$`),
  days: 365,
}

/** The currency this browser asked for, the usual one, or null: no estimates. */
export function readCurrency(request: Request): Currency | null {
  return currencyOf(readChoice(currencyCookie, request.headers.get('Cookie')) ?? usualCurrency)
}

/** Somebody who sends to a country and chose no currency sees estimates in that of the country: its Set-Cookie; null where nothing changes. */
export function followCountry(request: Request, country: string): string | null {
  const currency = currencyOfCountry(country)
  const chosen = readChoice(currencyCookie, request.headers.get('Cookie'))
  return currency === null || chosen !== null ? null : serializeCurrency(currency)
}

/** The Set-Cookie of a choice. */
export function serializeCurrency(choice: Currency | 'CNY'): string {
  return keepChoice(currencyCookie, choice === usualCurrency ? null : choice)
}

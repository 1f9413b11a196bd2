import { type ChoiceCookie, keepChoice, readChoice } from '~/platform/http/choice-cookie.server'
import { type Currency, currencies, currencyOf, currencyOfCountry, usualCurrency } from './currencies'

/** In which currency somebody chose to see estimates; CNY for none. */
export const currencyCookie: ChoiceCookie = {
  name: 'currency',
  form: new RegExp(`^(CNY|${currencies.join('|')})$`),
  days: 365,
}

/** The currency this browser asked for, until it asks for one that of the country to which it sends, else the usual one; null: no estimates. */
export function readCurrency(request: Request, country: string): Currency | null {
  const chosen = readChoice(currencyCookie, request.headers.get('Cookie'))
  return chosen === null ? (currencyOfCountry(country) ?? usualCurrency) : currencyOf(chosen)
}

/** The Set-Cookie of a choice. */
export function serializeCurrency(choice: Currency | 'CNY'): string {
  return keepChoice(currencyCookie, choice)
}

import { type ChoiceCookie, keepChoice, readChoice } from '~/platform/http/choice-cookie.server'
import { type Currency, currencies, currencyOf, usualCurrency } from './currencies'

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

/** The Set-Cookie of a choice. */
export function serializeCurrency(choice: Currency | 'CNY'): string {
  return keepChoice(currencyCookie, choice === usualCurrency ? null : choice)
}

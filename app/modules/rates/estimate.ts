import type { Day } from '~/platform/calendar'
import type { Currency } from './currencies'

/** A rate of a day: yuan for 100 units of the currency, as banks in China quote it. */
export type Rate = { currency: Currency; cnyPer100: number; day: Day }

/** below this many units the hundredths are worth showing */
const smallSum = 20

/** An amount of fen in another currency, about: “USD 24”, “EUR 3.80”, “JPY 1,120”. */
export function estimateOf(fen: number, { currency, cnyPer100 }: Rate): string {
  const units = fen / cnyPer100
  const whole = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits
  const digits = units < smallSum ? whole : 0
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
    .format(units)
    .replace(/\s/, ' ')
}

import type { Day } from '~/platform/calendar'
import type { Currency } from './currencies'

/** A rate of a day: yuan for 100 units of the currency, as banks in China quote it. */
export type Rate = { currency: Currency; cnyPer100: number; day: Day }

/** below this many units the hundredths are worth showing */
const smallSum = 20

/** An amount of fen in another currency, about: “USD 24”, “EUR 3.80”, “JPY 1,120”. */
export function estimateOf(fen: number, { currency, cnyPer100 }: Rate): string {
  const units = fen / cnyPer100
  const { whole, fine } = formatsOf(currency)
  return (units < smallSum ? fine : whole).format(units).replace(/\s/, ' ')
}

type Formats = Readonly<Record<'whole' | 'fine', Intl.NumberFormat>>

/** A formatter takes longer to make than a page of estimates to write. */
const formats = new Map<Currency, Formats>()

/** How sums of a currency are written: in whole units, and as fine as the currency goes. */
function formatsOf(currency: Currency): Formats {
  const known = formats.get(currency)
  if (known) return known
  const style = { style: 'currency', currency, currencyDisplay: 'code' } as const
  const made = {
    whole: new Intl.NumberFormat('en', { ...style, minimumFractionDigits: 0, maximumFractionDigits: 0 }),
    fine: new Intl.NumberFormat('en', style),
  }
  formats.set(currency, made)
  return made
}

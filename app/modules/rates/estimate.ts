import type { Day } from '~/platform/calendar'
import type { Currency } from './currencies'

/** A rate of a day: yuan for 100 units of the currency, as banks in China quote it. */
export type Rate = { currency: Currency; cnyPer100: number; day: Day }

/** below this many units halves are worth saying */
const smallSum = 10

/** figures of a large sum that are said: the rest would be more exact than a rate of some day */
const figures = 3

/**
 * An amount of fen in another currency, as somebody would say it: “US$24”, “€8.50”, “JP¥28,100”. Never finer than half a
 * unit, and of nothing nothing; what is too little for that is said to be half a unit or one.
 */
export function estimateOf(fen: number, { currency, cnyPer100 }: Rate): string {
  const units = fen / cnyPer100
  const { whole, fine, hasHalves } = formatsOf(currency)
  const step = hasHalves && units < smallSum ? 0.5 : 1
  const near = fen === 0 ? 0 : Math.max(step, Math.round(units / step) * step)
  return (Number.isInteger(near) ? whole : fine).format(near).replace(/\s/, ' ').replace('SGD ', 'S$')
}

type Formats = Readonly<Record<'whole' | 'fine', Intl.NumberFormat> & { hasHalves: boolean }>

/** A formatter takes longer to make than a page of estimates to write. */
const formats = new Map<Currency, Formats>()

/** How sums of a currency are written: in whole units, with its hundredths, and whether it has any. */
function formatsOf(currency: Currency): Formats {
  const known = formats.get(currency)
  if (known) return known
  const style = { style: 'currency', currency } as const
  const fine = new Intl.NumberFormat('en-GB', style)
  const made = {
    whole: new Intl.NumberFormat('en-GB', { ...style, maximumSignificantDigits: figures }),
    fine,
    hasHalves: fine.resolvedOptions().maximumFractionDigits !== 0,
  }
  formats.set(currency, made)
  return made
}

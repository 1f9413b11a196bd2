import { z } from 'zod'
import { dayField, message, textField } from '~/platform/fields'
import { currencies, usualCurrency } from './currencies'

/** Yuan for 100 units with at most four decimals, or nothing: null. Kept as written, since the database counts in decimals. */
const rateField = z
  .string()
  .default('')
  .transform((text, context): string | null => {
    const clean = text.normalize('NFKC').replace(/[\s,]/g, '')
    if (clean === '') return null
    if (!/^\d{1,6}(\.\d{1,4})?$/.test(clean) || Number(clean) === 0)
      context.addIssue({ code: 'custom', message: message('rates.badRate') })
    return clean
  })

/** The rates of a day; what is left empty stays as it was. */
export const RatesForm = z.object({
  day: dayField,
  source: textField({ min: 2, max: 80 }),
  USD: rateField,
  EUR: rateField,
  GBP: rateField,
  HKD: rateField,
  JPY: rateField,
  KRW: rateField,
  SGD: rateField,
  AUD: rateField,
  CAD: rateField,
  CHF: rateField,
})
export type RatesInput = z.output<typeof RatesForm>

export const RatesSearch = z.object({ said: z.enum(['saved']).nullable().default(null).catch(null) })

/** In which currency somebody wants to see estimates; CNY: in none. */
export const CurrencyForm = z.object({
  currency: z.enum([...currencies, 'CNY']).catch(usualCurrency),
  returnTo: z.string().default('/'),
})

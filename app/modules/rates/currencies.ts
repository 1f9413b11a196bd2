/** The currencies in which visitors from abroad may see what a price is about, in the order of the list. */
export const currencies = ['USD', 'EUR', 'GBP', 'HKD', 'JPY', 'KRW', 'SGD', 'AUD', 'CAD', 'CHF'] as const
export type Currency = (typeof currencies)[number]

/** What is shown to a visitor who chose nothing. */
export const usualCurrency: Currency = 'USD'

/** Days for which a rate may be shown; an older one is silently left out. */
export const rateDays = 30

export function currencyOf(text: string): Currency | null {
  return currencies.find((currency) => currency === text) ?? null
}

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

const countries: Readonly<Record<Currency, readonly string[]>> = {
  USD: ['US'],
  EUR: ['AT', 'BE', 'DE', 'ES', 'FI', 'FR', 'GR', 'IE', 'IT', 'NL', 'PT'],
  GBP: ['GB'],
  HKD: ['HK'],
  JPY: ['JP'],
  KRW: ['KR'],
  SGD: ['SG'],
  AUD: ['AU'],
  CAD: ['CA'],
  CHF: ['CH', 'LI'],
}

/** What is paid with in a country, ISO 3166, where estimates are made in it. */
export function currencyOfCountry(country: string): Currency | null {
  return currencies.find((currency) => countries[currency].includes(country)) ?? null
}

/**
 * Where a seller may open an account with the payment provider. The mainland of China is not served by it: her money goes to her bank card. What the provider
 * refuses for a country besides is told when it refuses.
 */
const connectCountries = ['HK', 'SG', 'JP', 'AU', 'NZ', 'US', 'CA', 'GB', 'DE', 'FR', 'NL'] as const

/** The mainland, which the form offers in order to say kindly what to do instead. */
export const mainland = 'CN'

/** What the form offers. */
export const countryChoices = [mainland, ...connectCountries] as const

type ConnectCountry = (typeof connectCountries)[number]

/** Whether an account can be opened there. */
export function isConnectCountry(country: string): country is ConnectCountry {
  return connectCountries.some((one) => one === country)
}

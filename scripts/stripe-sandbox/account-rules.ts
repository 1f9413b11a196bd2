import { invalidRequest } from './errors'
import type { World } from './world'

/** Where Stripe opens connected accounts, with the money that each is kept in. The mainland of China is not among them. */
export const accountCountries: Readonly<Record<string, string>> = {
  AU: 'aud',
  CA: 'cad',
  DE: 'eur',
  FR: 'eur',
  GB: 'gbp',
  HK: 'hkd',
  JP: 'jpy',
  NL: 'eur',
  NZ: 'nzd',
  SG: 'sgd',
  US: 'usd',
}

interface Wanted {
  country: string
  agreement: 'full' | 'recipient'
  cardPayments: boolean
  transfers: boolean
}

/** Refuses what Stripe refuses of an account's country, agreement and capabilities taken together. */
export function checkAccount(world: World, { country, agreement, cardPayments, transfers }: Wanted): void {
  if (!(country in accountCountries)) {
    throw invalidRequest(`${country} is not currently supported by Stripe.`, {
      code: 'country_unsupported',
      param: 'country',
    })
  }
  const isAbroad = country !== world.country
  if (agreement === 'recipient' && !isAbroad) {
    throw invalidRequest(
      `The recipient ToS agreement is not supported for platforms in ${world.country} creating accounts in ${country}.`,
      { param: 'tos_acceptance[service_agreement]' },
    )
  }
  if (agreement === 'recipient' && cardPayments) {
    throw invalidRequest('Accounts under the `recipient` service agreement cannot request `card_payments`.', {
      param: 'capabilities[card_payments]',
    })
  }
  if (agreement === 'full' && transfers && !cardPayments) {
    throw invalidRequest(
      'Your platform needs approval for accounts to have requested the `transfers` capability without the `card_payments` capability.',
    )
  }
  if (agreement === 'full' && transfers && isAbroad) {
    throw invalidRequest(
      `Funds can't be sent to accounts located in ${country} when the account is under the \`full\` service agreement.`,
    )
  }
}

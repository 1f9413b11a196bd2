import type { Leg } from '~/modules/ledger/post-transaction.server'
import { convertWithin } from '~/platform/money'

/** What so many fen became in the provider's balance: so many minor units of its currency. */
export type TransferRate = { currency: string; minor: bigint; fen: bigint }

/** Fen in the money of the provider's balance, rounded down: the platform never sends more than a payment of that size brought. */
export function transferAmount(amountFen: bigint, { minor, fen }: TransferRate): bigint {
  return convertWithin(amountFen, { numerator: minor, denominator: fen })
}

/** Money in the provider's balance that stands for so many fen of ours. */
export type Converted = { amount: bigint; currency: string }

/**
 * The far side of a leg of so many fen: what left the account with the provider, in its currency; with both amounts negative, what came back to it. The exchange account holds both sides, as it does for payments.
 */
export function clearingLegs(amountFen: bigint, { amount, currency }: Converted, purpose: string): Leg[] {
  const clearing = { system: 'stripe', kind: 'clearing' } as const
  if (currency === 'CNY') return [{ account: clearing, amount: -amountFen, purpose }]
  const exchange = { system: 'platform', kind: 'fx_difference' } as const
  return [
    { account: exchange, amount: -amountFen, purpose },
    { account: exchange, amount, currency, purpose },
    { account: clearing, amount: -amount, currency, purpose },
  ]
}

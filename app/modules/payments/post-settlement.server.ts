import { type Leg, type Posting, postTransaction } from '~/modules/ledger/post-transaction.server'
import type { Tx } from '~/platform/db/prisma.server'
import type { Settlement } from '~/platform/payments-sdk/payment-gateway'

type Input = {
  /** what was settled, once: settlement:<payment or refund id> */
  reference: string
  orderId: string
  /** what the buyer paid (positive) or got back (negative), minor units */
  amount: bigint
  currency: string
  settlement: Settlement
}

const clearing = { system: 'stripe', kind: 'clearing' } as const
const exchange = { system: 'platform', kind: 'fx_difference' } as const
const fees = { system: 'platform', kind: 'payment_fee' } as const

/** What is settled is booked on these. */
export const settlementAccounts = [clearing, exchange, fees]

/**
 * Books what the provider really credited or debited, in its currency, and its fee, which the platform bears. What the buyer paid leaves the clearing account
 * in her currency and stands there in the provider's; the exchange account holds both sides, so that its balance at a day's rate is the exchange difference.
 */
export async function postSettlement(tx: Tx, input: Input): Promise<void> {
  const posting = settlementPosting(input)
  if (posting) await postTransaction(tx, posting)
}

/** What `postSettlement` posts; null where nothing moves. */
export function settlementPosting({
  reference,
  orderId,
  amount,
  currency,
  settlement,
}: Input): Posting | null {
  const { currency: settled, fee } = settlement
  const legs: Leg[] =
    settled === currency
      ? [
          { account: clearing, amount: settlement.amount - amount - fee, currency, purpose: 'settlement' },
          { account: fees, amount: fee, currency, purpose: 'fee' },
          { account: exchange, amount: amount - settlement.amount, currency, purpose: 'settlement' },
        ]
      : [
          { account: clearing, amount: -amount, currency, purpose: 'settlement' },
          { account: exchange, amount, currency, purpose: 'settlement' },
          {
            account: clearing,
            amount: settlement.amount - fee,
            currency: settled,
            purpose: 'settlement',
          },
          { account: fees, amount: fee, currency: settled, purpose: 'fee' },
          { account: exchange, amount: -settlement.amount, currency: settled, purpose: 'settlement' },
        ]
  const moved = legs.filter((leg) => leg.amount !== 0n)
  return moved.length > 0 ? { reference, kind: 'settlement', orderId, legs: moved } : null
}

import { type Leg, postTransaction } from '~/modules/ledger/post-transaction.server'
import type { Tx } from '~/platform/db/prisma.server'
import { accountOf, type PaidParty } from './party-account'

type SentAmount = PaidParty & { id: string; amountFen: bigint }

/** The money has reached her: it leaves what is on its way. `from`: what left the account that it was sent from, debit and credit summing to −amount. */
export async function postPaid(tx: Tx, line: SentAmount, from: readonly Leg[]): Promise<void> {
  await postTransaction(tx, {
    reference: `payout:${line.id}:paid`,
    kind: 'payout_paid',
    legs: [{ account: accountOf(line, 'in_transit'), amount: line.amountFen, purpose: 'paid' }, ...from],
  })
}

/** The money never reached her: it is owed again. */
export async function postFailed(tx: Tx, line: SentAmount): Promise<void> {
  await postTransaction(tx, {
    reference: `payout:${line.id}:failed`,
    kind: 'payout_returned',
    legs: [
      { account: accountOf(line, 'in_transit'), amount: line.amountFen, purpose: 'returned' },
      { account: accountOf(line, 'payable'), amount: -line.amountFen, purpose: 'returned' },
    ],
  })
}

/**
 * The money had reached her and was sent back days later: what was booked as paid is taken back (so that "paid" sums to what she really has) and it is
 * owed again.
 */
export async function postSentBack(tx: Tx, line: SentAmount): Promise<void> {
  const transit = accountOf(line, 'in_transit')
  await postTransaction(tx, {
    reference: `payout:${line.id}:returned`,
    kind: 'payout_sent_back',
    legs: [
      { account: { system: 'bank', kind: 'bank' }, amount: line.amountFen, purpose: 'returned' },
      { account: transit, amount: -line.amountFen, purpose: 'paid' },
      { account: transit, amount: line.amountFen, purpose: 'returned' },
      { account: accountOf(line, 'payable'), amount: -line.amountFen, purpose: 'returned' },
    ],
  })
}

import type { Tx } from '~/platform/db/prisma.server'
import { sum } from '~/platform/money'
import { postTransaction } from './post-transaction.server'

/**
 * Books the end of a parcel that will never be earned: what the platform had borne of it was the maker's to earn, and comes back to the platform, so that
 * nothing stays held for her. The caller holds the parcel's lock and has just cancelled it.
 */
export async function postGivenUp(tx: Tx, parcel: { id: string; orderId: string }): Promise<void> {
  const borne = await tx.refundLine.findMany({
    where: { sellerOrderId: parcel.id, bearer: 'platform' },
    select: { amountFen: true, borneFen: true, commissionFen: true },
  })
  const amount = sum(
    borne.map(({ amountFen, borneFen, commissionFen }) => amountFen + borneFen - commissionFen),
  )
  if (amount === 0n) return
  await postTransaction(tx, {
    reference: `given_up:${parcel.id}`,
    kind: 'refund_decided',
    orderId: parcel.orderId,
    sellerOrderId: parcel.id,
    legs: [
      { account: { system: 'platform', kind: 'held' }, amount, purpose: 'refund' },
      { account: { system: 'platform', kind: 'refund_loss' }, amount: -amount, purpose: 'refund' },
    ],
  })
}

import type { Tx } from '~/platform/db/prisma.server'
import { sum } from '~/platform/money'
import { findBearerAccount } from './find-bearer-account.server'
import { postTransaction } from './post-transaction.server'

/**
 * Books what the platform or a sponsor adds to an order that has just been paid, so that as much is held for the sale as its makers are to share. What a maker
 * bears herself is a lower price and moves nothing. In the transaction of the payment.
 */
export async function postPromotion(tx: Tx, orderId: string): Promise<void> {
  const lines = await tx.orderLine.findMany({
    where: { sellerOrder: { orderId }, borneFen: { gt: 0n } },
    orderBy: { id: 'asc' },
    select: { id: true, borneFen: true },
  })
  if (lines.length === 0) return
  const account = await findBearerAccount(tx, orderId)
  const borne = lines.map(({ id, borneFen }) => ({
    account,
    amount: borneFen,
    purpose: 'promotion',
    orderLineId: id,
  }))
  await postTransaction(tx, {
    reference: `promotion:${orderId}`,
    kind: 'promotion',
    orderId,
    legs: [
      ...borne,
      {
        account: { system: 'platform', kind: 'held' },
        amount: -sum(borne.map(({ amount }) => amount)),
        purpose: 'promotion',
      },
    ],
  })
}

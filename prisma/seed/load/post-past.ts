import { accountName } from '~/modules/ledger/accounts'
import { openAccounts } from '~/modules/ledger/find-or-create-account.server'
import { assertBalanced, type Leg } from '~/modules/ledger/post-transaction.server'
import type { Tx } from '~/platform/db/prisma.server'

export type PastLeg = Leg

type PastPosting = {
  reference: string
  kind: string
  legs: PastLeg[]
  at: Date
  orderId?: string
  sellerOrderId?: string
}

/** Posts a transaction of the past, dated then. The database seals it like any other. */
export async function postPast(
  tx: Tx,
  { reference, kind, legs, at, orderId, sellerOrderId }: PastPosting,
): Promise<bigint[]> {
  assertBalanced(legs)
  const transaction = await tx.ledgerTransaction.create({
    data: {
      reference,
      kind,
      legs: legs.length,
      orderId: orderId ?? null,
      sellerOrderId: sellerOrderId ?? null,
      occurredAt: at,
      sealedAt: at,
    },
  })
  const ids: bigint[] = []
  await openAccounts(
    tx,
    legs.map(({ account }) => ({ account, currency: 'CNY' })),
  )
  for (const leg of legs) {
    const { id: accountId } = await tx.ledgerAccount.findUniqueOrThrow({
      where: { name: accountName(leg.account) },
      select: { id: true },
    })
    const entry = await tx.ledgerEntry.create({
      data: {
        transactionId: transaction.id,
        accountId,
        currency: 'CNY',
        amountMinor: leg.amount,
        purpose: leg.purpose,
        orderLineId: leg.orderLineId ?? null,
      },
    })
    ids.push(entry.id)
  }
  return ids
}

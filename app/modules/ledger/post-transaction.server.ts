import type { Tx } from '~/platform/db/prisma.server'
import { sum } from '~/platform/money'
import { type Account, accountName } from './accounts'
import { holdAccounts } from './find-or-create-account.server'

export type Leg = {
  account: Account
  /** minor units; positive = debit, negative = credit */
  amount: bigint
  currency?: string
  /** share, postage, commission, payment, payout … : what the statement calls it. A `share` leg must be attributed in the same transaction. */
  purpose: string
  orderLineId?: string | null
}

type Posting = {
  /** what happened once; a second posting of the same reference is a no-op */
  reference: string
  kind: string
  legs: Leg[]
  orderId?: string | null
  sellerOrderId?: string | null
}

/** The entries of a posting in the order of its legs, or null when the reference was posted before. */
export type Posted = { transactionId: string; entryIds: bigint[] } | null

/**
 * Posts one sealed double-entry transaction. Refuses (as a bug) fewer than two legs, a zero leg or a sum that is not zero per currency;
 * the database enforces the same at commit. Legs of amount zero are left out by the caller.
 */
export async function postTransaction(
  tx: Tx,
  { reference, kind, legs, orderId = null, sellerOrderId = null }: Posting,
): Promise<Posted> {
  assertBalanced(legs)
  const id = crypto.randomUUID()
  const inserted = await tx.$executeRaw`
    INSERT INTO "LedgerTransaction" (id, reference, kind, legs, "orderId", "sellerOrderId")
    VALUES (${id}::uuid, ${reference}, ${kind}, ${legs.length}, ${orderId}::uuid, ${sellerOrderId}::uuid) ON CONFLICT (reference) DO NOTHING`
  if (inserted === 0) return null
  const accountIds = await lockAccounts(tx, legs)
  const entries = await tx.ledgerEntry.createManyAndReturn({
    data: legs.map((leg, index) => ({
      transactionId: id,
      accountId: accountIds[index] ?? '',
      currency: leg.currency ?? 'CNY',
      amountMinor: leg.amount,
      purpose: leg.purpose,
      orderLineId: leg.orderLineId ?? null,
    })),
    select: { id: true },
  })
  return { transactionId: id, entryIds: entries.map((entry) => entry.id) }
}

/**
 * The account of each leg. Entries hold their accounts by foreign keys, one after another; here all are held first, in the order of their ids, in which an approval or a
 * refund locks those that it reads: none waits for another in a circle, whatever the order of the legs.
 */
async function lockAccounts(tx: Tx, legs: readonly Leg[]): Promise<string[]> {
  const purses = legs.map(({ account, currency = 'CNY' }) => ({ account, currency }))
  const byName = await holdAccounts(tx, purses)
  return purses.map(({ account, currency }) => {
    const id = byName.get(accountName(account, currency))
    if (id === undefined) throw new Error('an account that was not opened')
    return id
  })
}

/** Throws unless the legs form a transaction. Names of accounts only, no amounts, so that the message may be logged. */
export function assertBalanced(legs: readonly Leg[]): void {
  if (legs.length < 2 || legs.some((leg) => leg.amount === 0n))
    throw new Error('a posting has two legs or more, none of them zero')
  for (const currency of new Set(legs.map((leg) => leg.currency ?? 'CNY'))) {
    const same = legs.filter((leg) => (leg.currency ?? 'CNY') === currency)
    if (sum(same.map((leg) => leg.amount)) !== 0n) {
      throw new Error(
        `a posting must sum to zero: ${same.map((leg) => accountName(leg.account, currency)).join(', ')}`,
      )
    }
  }
}

import type { Account } from '~/modules/ledger/accounts'
import { type Leg, postTransaction } from '~/modules/ledger/post-transaction.server'
import type { Tx } from '~/platform/db/prisma.server'
import type { Settlement } from '~/platform/payments-sdk/payment-gateway'
import { postSettlement } from './post-settlement.server'

const clearing: Account = { system: 'stripe', kind: 'clearing' }

/** Books a refund that reached the buyer: what was due to her, or money that bought nothing, leaves the provider's account. */
export async function bookRefundDone(tx: Tx, refundId: string, settlement: Settlement | null): Promise<void> {
  const { orderId, legs } = await findMoved(tx, refundId)
  await postTransaction(tx, { reference: `refund:${refundId}`, kind: 'refund', orderId, legs })
  if (settlement) await bookRefundSettled(tx, refundId, settlement)
}

/** Books a refund that staff sent from the operator's bank: after one that bounced it is a posting of its own. */
export async function bookRefundByBank(tx: Tx, refundId: string): Promise<void> {
  const { orderId, legs } = await findMoved(tx, refundId, { system: 'bank', kind: 'bank' })
  await postTransaction(tx, { reference: `refund:${refundId}:bank`, kind: 'refund', orderId, legs })
}

/** What the provider really debited for a refund that reached the buyer, once: it may be known only later. */
export async function bookRefundSettled(tx: Tx, refundId: string, settlement: Settlement): Promise<void> {
  const { orderId, amountMinor, currency } = await findMoved(tx, refundId)
  await postSettlement(tx, {
    reference: `settlement:${refundId}`,
    orderId,
    amount: -amountMinor,
    currency,
    settlement: { ...settlement, currency: settlement.currency.toUpperCase() },
  })
}

/**
 * Her bank sent it back after all: the money is with the provider again, and due to her again. What was debited in the provider's currency counts as credited
 * to the same unit, its fee as kept; a bank that sends back another sum shows as a difference of the daily comparison.
 */
export async function bookRefundBounced(tx: Tx, refundId: string): Promise<void> {
  const { orderId, legs, amountMinor, currency, settled } = await findMoved(tx, refundId)
  await postTransaction(tx, {
    reference: `refund:${refundId}:bounced`,
    kind: 'refund',
    orderId,
    legs: legs.map((leg) => ({ ...leg, amount: -leg.amount })),
  })
  if (!settled) return
  await postSettlement(tx, {
    reference: `settlement:${refundId}:bounced`,
    orderId,
    amount: amountMinor,
    currency,
    settlement: settled,
  })
}

async function findMoved(tx: Tx, refundId: string, from: Account = clearing) {
  const { amountMinor, currency, settlementMinor, settlementCurrency, payment, lines } =
    await tx.refund.findUniqueOrThrow({
      where: { id: refundId },
      select: {
        amountMinor: true,
        currency: true,
        settlementMinor: true,
        settlementCurrency: true,
        payment: { select: { state: true, due: { select: { orderId: true } } } },
        lines: { select: { id: true }, take: 1 },
      },
    })
  const kind = lines.length > 0 ? 'refund_due' : payment.state === 'paid' ? 'held' : 'suspense'
  const legs: Leg[] = [
    { account: { system: 'platform', kind }, amount: amountMinor, currency, purpose: 'refund' },
    { account: from, amount: -amountMinor, currency, purpose: 'refund' },
  ]
  const settled =
    settlementMinor !== null && settlementCurrency
      ? { amount: -settlementMinor, currency: settlementCurrency, fee: 0n, exchangeRate: null }
      : null
  return { orderId: payment.due.orderId, legs, amountMinor, currency, settled }
}

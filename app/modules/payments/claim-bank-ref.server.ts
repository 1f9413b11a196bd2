import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'

/**
 * Holds the bank's number of a booking for the rest of the transaction, so that two people who type the same one take turns. Refuses, beside `field`, one that stands in our
 * books already: nothing is booked twice.
 */
export async function claimBankRef(tx: Tx, bankRef: string, field: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`bank:${bankRef}`}, 0))`
  const payments = await tx.payment.count({ where: { paymentRef: bankRef } })
  const refunds = await tx.refund.count({ where: { bankRef } })
  if (payments + refunds > 0) throw new Refusal('transfer.refKnown', 409, {}, field)
}

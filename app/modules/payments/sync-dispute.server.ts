import { prisma, type Tx } from '~/platform/db/prisma.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { type DisputedPayment, recordDispute } from './record-dispute.server'
import { syncPaymentByRef } from './sync-payment-by-ref.server'

/**
 * Re-reads a dispute from the provider, outside any transaction, and applies it in one: state, evidence's deadline, and each movement of money once. False when
 * it is about no payment of ours; a payment of which we have not heard yet is read first. Inquiries, in which no money has moved, are kept as disputes that need an answer.
 * Two at once cannot take it back to what it was: what was read before somebody else wrote is read again.
 */
export async function syncDispute(disputeRef: string): Promise<boolean> {
  for (let round = 0; round < mostRounds; round += 1) {
    const before = await findMark(prisma, disputeRef)
    const snapshot = await paymentGateway().readDispute(disputeRef)
    const payment = await findPayment(snapshot.paymentRef)
    if (!payment) return false
    const isKept = await prisma.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM "Payment" WHERE id = ${payment.id}::uuid FOR NO KEY UPDATE`
      if ((await findMark(tx, disputeRef)) !== before) return false
      await recordDispute(tx, payment, snapshot)
      return true
    })
    if (isKept) return true
  }
  throw new Error('a dispute that changes faster than it is read')
}

const mostRounds = 5

/** What changes when a dispute is written. */
async function findMark(tx: Tx, disputeRef: string): Promise<string> {
  const known = await tx.dispute.findUnique({
    where: { providerRef: disputeRef },
    select: { settlementMinor: true, events: { select: { id: true }, orderBy: { id: 'desc' }, take: 1 } },
  })
  return `${known?.events[0]?.id} ${known?.settlementMinor}`
}

/** Null when it is none of ours. Throws while an attempt of ours is not known as paid yet: the dispute waits for it. */
async function findPayment(paymentRef: string | null): Promise<DisputedPayment | null> {
  if (paymentRef === null) return null
  const find = () =>
    prisma.payment.findUnique({
      where: { paymentRef },
      select: { id: true, due: { select: { orderId: true } } },
    })
  let noted = await find()
  if (!noted) {
    if ((await syncPaymentByRef(paymentRef)) === null) return null
    noted = await find()
  }
  if (!noted) throw new Error('a dispute about an attempt that is not paid yet')
  return { id: noted.id, orderId: noted.due.orderId }
}

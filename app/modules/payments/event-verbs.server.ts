import { syncConnectAccount } from '~/modules/purses/sync-connect-account.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { enqueue } from '~/platform/jobs/boss.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { capCardTries } from './cap-card-tries.server'
import { sendRefund } from './send-refund.server'
import { syncDispute } from './sync-dispute.server'
import { syncPayment } from './sync-payment.server'
import { syncPaymentByRef } from './sync-payment-by-ref.server'

/** What an event hints at: an object, and the seller's account on which it happened; null on our own. */
type Hint = { type: string; objectId: string; account: string | null }

/** Reads the object again and applies what it says. False when it is none of ours. */
type Verb = (hint: Hint) => Promise<boolean>

/**
 * By the beginning of an event's type, the longest first: what its object is. Payouts of our own balance are not here: they are booked from the provider's list of movements,
 * every day.
 */
const verbs: readonly (readonly [string, Verb])[] = [
  ['checkout.session.', ({ objectId }) => syncSession(objectId)],
  ['payment_intent.payment_failed', ({ objectId }) => capTries(objectId)],
  ['payment_intent.', async ({ objectId }) => (await syncPaymentByRef(objectId)) !== null],
  ['charge.dispute.', ({ objectId }) => syncDispute(objectId)],
  ['charge.refund.', ({ objectId }) => syncRefund(objectId)],
  ['charge.', ({ objectId }) => syncCharge(objectId)],
  ['refund.', ({ objectId }) => syncRefund(objectId)],
  ['transfer.', ({ objectId }) => syncTransfer(objectId)],
]

/**
 * What an event asks for; null for one that means nothing to the shop. Whatever happens on a seller's account (her papers, what she may do, her bank, her payouts) may
 * change whether money can be sent there: the account itself is read.
 */
export function verbOf({ type, account }: Pick<Hint, 'type' | 'account'>): Verb | null {
  if (account !== null) return () => syncConnectAccount({ accountRef: account })
  return verbs.find(([beginning]) => type.startsWith(beginning))?.[1] ?? null
}

async function syncSession(sessionId: string): Promise<boolean> {
  const paymentId = await findPaymentOfSession(sessionId)
  if (paymentId) await syncPayment({ paymentId })
  return paymentId !== null
}

async function capTries(paymentRef: string): Promise<boolean> {
  const paymentId = await syncPaymentByRef(paymentRef)
  if (paymentId) await capCardTries({ paymentId, paymentRef })
  return paymentId !== null
}

/** The attempt that a session belongs to. When a crash lost the provider's answer, the session's own reference leads back to it. */
async function findPaymentOfSession(sessionId: string): Promise<string | null> {
  const known = await prisma.payment.findUnique({ where: { sessionId }, select: { id: true } })
  if (known) return known.id
  const { reference } = await paymentGateway().readCheckout(sessionId)
  if (!reference) return null
  const lost = await prisma.payment.findFirst({
    where: { sessionId: null, gateway: 'stripe', due: { order: { number: reference } } },
    orderBy: { attempt: 'desc' },
    select: { id: true },
  })
  if (!lost) return null
  await prisma.payment.updateMany({ where: { id: lost.id, sessionId: null }, data: { sessionId } })
  return lost.id
}

/** A charge that is not noted yet belongs to a payment whose session says more: the session's own events lead there. */
async function syncCharge(chargeRef: string): Promise<boolean> {
  const known = await prisma.payment.findUnique({ where: { chargeRef }, select: { id: true } })
  if (known) await syncPayment({ paymentId: known.id })
  return known !== null
}

async function syncRefund(providerRef: string): Promise<boolean> {
  const refund = await prisma.refund.findUnique({ where: { providerRef }, select: { id: true } })
  if (refund) await sendRefund({ refundId: refund.id })
  return refund !== null
}

/**
 * A transfer of ours, also one whose answer was lost: our mark on it is the payout line's id. Its job takes up the line if it is still on its way; taking money back is
 * booked by the job that asked for it.
 */
async function syncTransfer(providerRef: string): Promise<boolean> {
  const noted = await inScope({ job: 'payout' }, (tx) => tx.payoutLine.count({ where: { providerRef } }))
  if (noted > 0) return true
  const lineId = (await paymentGateway().readTransfer(providerRef)).operationId
  if (lineId === null) return false
  return inScope({ job: 'payout' }, async (tx) => {
    const [line] = await tx.$queryRaw<{ state: string }[]>`
      SELECT state::text FROM "PayoutLine" WHERE id::text = ${lineId}`
    if (line?.state === 'in_transit') await enqueue(tx, 'payout-transfer', { lineId })
    return line !== undefined
  })
}

import { syncConnectAccount } from '~/modules/purses/sync-connect-account.server'
import { prisma } from '~/platform/db/prisma.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { sendRefund } from './send-refund.server'
import { syncDispute } from './sync-dispute.server'
import { syncPayment } from './sync-payment.server'

/** Reads an object again and applies what it says. False when the object is none of ours. */
type Verb = (objectId: string) => Promise<boolean>

/** By the beginning of an event's type, the longest first: what its object is. */
const verbs: readonly (readonly [string, Verb])[] = [
  ['account.', (accountRef) => syncConnectAccount({ accountRef })],
  ['checkout.session.', syncSession],
  ['payment_intent.', syncByPaymentRef],
  ['charge.dispute.', syncDispute],
  ['charge.refund.', syncRefund],
  ['charge.', syncByCharge],
  ['refund.', syncRefund],
]

/** What an event of this type asks for; null for one that means nothing to the shop. */
export function verbOf(type: string): Verb | null {
  return verbs.find(([beginning]) => type.startsWith(beginning))?.[1] ?? null
}

async function syncSession(sessionId: string): Promise<boolean> {
  const paymentId = await findPaymentOfSession(sessionId)
  if (paymentId) await syncPayment({ paymentId })
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

/** Our mark on the provider's payment is the attempt's id: it is known before the money has come. */
async function syncByPaymentRef(paymentRef: string): Promise<boolean> {
  const known = await prisma.payment.findUnique({ where: { paymentRef }, select: { id: true } })
  const paymentId = known?.id ?? (await paymentGateway().readPayment(paymentRef)).operationId
  return paymentId !== null && syncKnown(paymentId)
}

/** A charge that is not noted yet belongs to a payment whose session says more: the session's own events lead there. */
async function syncByCharge(chargeRef: string): Promise<boolean> {
  const known = await prisma.payment.findUnique({ where: { chargeRef }, select: { id: true } })
  return known !== null && syncKnown(known.id)
}

async function syncKnown(paymentId: string): Promise<boolean> {
  const known = await prisma.payment.count({ where: { id: paymentId } })
  if (known > 0) await syncPayment({ paymentId })
  return known > 0
}

async function syncRefund(providerRef: string): Promise<boolean> {
  const refund = await prisma.refund.findUnique({ where: { providerRef }, select: { id: true } })
  if (refund) await sendRefund({ refundId: refund.id })
  return refund !== null
}

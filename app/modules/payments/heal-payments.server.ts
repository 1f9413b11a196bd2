import { prisma } from '~/platform/db/prisma.server'
import { log } from '~/platform/log.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { applyPaymentEvent } from './apply-payment-event.server'
import { keepEvent } from './receive-webhook.server'
import { sendRefund } from './send-refund.server'
import { syncPayment } from './sync-payment.server'

const minute = 60_000
const hour = 60 * minute

/**
 * How long an answer or a job may take before it counts as lost: with the beat of twenty seconds, what a dead worker held is done within ninety. Real time: the provider
 * knows nothing of the demo's clock.
 */
const patience = minute / 2

/** Rows of one kind looked after in one run. */
const batch = 50

/**
 * Mends what a crash or a lost delivery left: attempts whose session's answer was lost, events that were stored and not worked off, money that came or went back and whose settlement
 * is not known yet, and events that never arrived. Each on its own; one that fails is logged and does not hold up the others.
 */
export async function healPayments(): Promise<void> {
  const before = new Date(Date.now() - patience)
  await Promise.all([findLostSessions(before), workOffStuckEvents(before), learnSettlements(before)])
  await guarded('undelivered', fetchUndelivered)
}

/** A UUIDv7 that sorts after all that were made before an instant, in real time. */
function idAt(instant: Date): string {
  const hex = instant.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

async function findLostSessions(before: Date): Promise<void> {
  const lost = await prisma.payment.findMany({
    where: {
      gateway: 'stripe',
      state: 'created',
      sessionId: null,
      id: { lt: idAt(before), gt: idAt(new Date(Date.now() - 25 * hour)) },
    },
    orderBy: { id: 'desc' },
    take: batch,
    select: { id: true },
  })
  for (const { id } of lost)
    await guarded('lost session', async () => {
      const createdAfter = new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) - minute)
      const found = await paymentGateway().findCheckout({ operationId: id, createdAfter })
      if (!found) return
      await prisma.payment.updateMany({
        where: { id, sessionId: null },
        data: { sessionId: found.sessionId, sessionUrl: found.url },
      })
      await syncPayment({ paymentId: id })
    })
}

async function workOffStuckEvents(before: Date): Promise<void> {
  const stuck = await prisma.webhookEvent.findMany({
    where: { state: 'received', id: { lt: idAt(before) } },
    orderBy: { id: 'asc' },
    take: batch,
    select: { id: true },
  })
  for (const { id } of stuck) await guarded('stuck event', () => applyPaymentEvent({ eventId: id }))
}

async function learnSettlements(before: Date): Promise<void> {
  const unknown = await prisma.payment.findMany({
    where: {
      gateway: 'stripe',
      state: { in: ['paid', 'quarantined'] },
      settlementMinor: null,
      sessionId: { not: null },
      id: { lt: idAt(before) },
      due: { order: { isSample: false } },
    },
    orderBy: { id: 'desc' },
    take: batch,
    select: { id: true },
  })
  for (const { id } of unknown) await guarded('settlement', () => syncPayment({ paymentId: id }))
  const returned = await prisma.refund.findMany({
    where: {
      route: 'provider',
      state: 'succeeded',
      settlementMinor: null,
      providerRef: { not: null },
      id: { lt: idAt(before) },
      payment: { due: { order: { isSample: false } } },
    },
    orderBy: { id: 'desc' },
    take: batch,
    select: { id: true },
  })
  for (const { id } of returned) await guarded('settlement', () => sendRefund({ refundId: id }))
}

let fetchedAt = 0

/** Once in ten minutes a process asks for what the provider could not deliver in the last three days. */
async function fetchUndelivered(): Promise<void> {
  const now = Date.now()
  if (now - fetchedAt < 10 * minute) return
  fetchedAt = now
  const createdAfter = new Date(now - 3 * 24 * hour)
  for (const event of await paymentGateway().listUndeliveredEvents({ createdAfter }))
    await keepEvent(event, 'platform')
}

async function guarded(job: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    log.error('due.failed', error, { job })
  }
}

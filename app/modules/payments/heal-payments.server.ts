import { syncConnectAccount } from '~/modules/purses/sync-connect-account.server'
import { readSetting } from '~/modules/settings/read-setting.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { log } from '~/platform/log.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { applyPaymentEvent } from './apply-payment-event.server'
import { quarantineEvent } from './quarantine-event.server'
import { keepEvent } from './receive-webhook.server'
import { sendRefund } from './send-refund.server'
import { syncPayment } from './sync-payment.server'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/**
 * How long an answer or a job may take before it counts as lost: with the beat of twenty seconds, what a dead worker held is done within ninety. Real time: the provider
 * knows nothing of the demo's clock.
 */
const patience = minute / 2

/** Rows of one kind looked after in one run. */
const batch = 50

const firstId = '00000000-0000-0000-0000-000000000000'

/**
 * Mends what a crash or a lost delivery left: attempts whose session's answer was lost, events that were stored and not worked off, money that came or went back and whose settlement
 * is not known yet, and events that never arrived. Each on its own; one that fails is logged and does not hold up the others.
 */
export async function healPayments(): Promise<void> {
  const before = new Date(Date.now() - patience)
  await Promise.all([findLostSessions(before), workOffStuckEvents(before), learnSettlements(before)])
  await guarded('undelivered', fetchMissed)
}

/** A UUIDv7 that sorts after all that were made before an instant, in real time. */
function idAt(instant: Date): string {
  const hex = instant.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

/** When a row was made, in real time, from its UUIDv7. */
function bornAt(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}

async function findLostSessions(before: Date): Promise<void> {
  const since = idAt(new Date(Date.now() - 25 * hour))
  const page = (after: string) =>
    prisma.payment.findMany({
      where: {
        gateway: 'stripe',
        state: 'created',
        sessionId: null,
        id: { lt: idAt(before), gt: after > since ? after : since },
      },
      orderBy: { id: 'asc' },
      take: batch,
      select: { id: true },
    })
  await inTurn('lost session', page, async (id) => {
    const createdAfter = new Date(bornAt(id) - minute)
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
  const page = (after: string) =>
    prisma.webhookEvent.findMany({
      where: { state: 'received', id: { lt: idAt(before), gt: after } },
      orderBy: { id: 'asc' },
      take: batch,
      select: { id: true },
    })
  await inTurn('stuck event', page, async (id) => {
    try {
      await applyPaymentEvent({ eventId: id })
    } catch (error) {
      const isOld = Date.now() - bornAt(id) > day
      if (!isOld || !(await quarantineEvent({ eventId: id, error }))) throw error
    }
  })
}

async function learnSettlements(before: Date): Promise<void> {
  const paid = (after: string) =>
    prisma.payment.findMany({
      where: {
        gateway: 'stripe',
        state: { in: ['paid', 'quarantined'] },
        settlementMinor: null,
        sessionId: { not: null },
        id: { lt: idAt(before), gt: after },
        due: { order: { isSample: false } },
      },
      orderBy: { id: 'asc' },
      take: batch,
      select: { id: true },
    })
  await inTurn('settlement', paid, (paymentId) => syncPayment({ paymentId }))
  const returned = (after: string) =>
    prisma.refund.findMany({
      where: {
        route: 'provider',
        state: 'succeeded',
        settlementMinor: null,
        providerRef: { not: null },
        id: { lt: idAt(before), gt: after },
        payment: { due: { order: { isSample: false } } },
      },
      orderBy: { id: 'asc' },
      take: batch,
      select: { id: true },
    })
  await inTurn('settlement of a refund', returned, (refundId) => sendRefund({ refundId }))
}

let fetchedAt = 0

/** Every few minutes (`payments.sweepMinutes`) a process asks for what the provider could not deliver in the last three days. */
async function fetchMissed(): Promise<void> {
  const now = Date.now()
  if (now - fetchedAt < (await readSetting('payments.sweepMinutes')) * minute) return
  fetchedAt = now
  const createdAfter = new Date(now - 3 * day)
  for (const event of await paymentGateway().listUndeliveredEvents({ createdAfter }))
    await keepEvent(event, 'platform')
  await reviewSellers()
}

/** Sellers' accounts whose last word is older than a day: asking for the undelivered events of every account would take longer than reading these. */
async function reviewSellers(): Promise<void> {
  const checkedBefore = new Date((await appNow()).getTime() - day)
  const page = (after: string) =>
    inScope({ job: 'payout' }, (tx) =>
      tx.connectAccount.findMany({
        where: {
          providerRef: { not: null },
          endedAt: null,
          OR: [{ checkedAt: null }, { checkedAt: { lt: checkedBefore } }],
          id: { gt: after },
        },
        orderBy: { id: 'asc' },
        take: batch,
        select: { id: true, providerRef: true },
      }),
    )
  await inTurn('seller account', page, async (_, { providerRef }) => {
    if (providerRef) await syncConnectAccount({ accountRef: providerRef })
  })
}

/** Where each kind goes on in the next run. */
const turns = new Map<string, string>()

/** Looks after one page of rows, and after the next one next time: rows that cannot be mended now never keep the others waiting. */
async function inTurn<Row extends { id: string }>(
  job: string,
  page: (after: string) => Promise<Row[]>,
  work: (id: string, row: Row) => Promise<void>,
): Promise<void> {
  const rows = await page(turns.get(job) ?? firstId)
  for (const row of rows) await guarded(job, () => work(row.id, row))
  turns.set(job, rows.length < batch ? firstId : (rows.at(-1)?.id ?? firstId))
}

async function guarded(job: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    log.error('due.failed', error, { job })
  }
}

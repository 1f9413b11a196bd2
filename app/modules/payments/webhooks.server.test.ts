import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '~/platform/db/prisma.server'
import { owner } from '../../../tests/fixtures/owner'
import { openPool } from '../../../tests/fixtures/payouts'
import { type OpenSandbox, openSandbox } from '../../../tests/fixtures/sandbox'
import { paidSnapshot } from '../../../tests/fixtures/shopping'
import { deliver, eventBody, eventsOf, paidThere, secretOf, workOff } from '../../../tests/fixtures/webhooks'
import { buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { applyPaymentEvent } from './apply-payment-event.server'
import { receiveWebhook } from './receive-webhook.server'
import { recordPayment } from './record-payment.server'
import { syncOrderPayment } from './sync-payment.server'

let sandbox: OpenSandbox
let variantId: string

beforeAll(async () => {
  sandbox = await openSandbox()
  await buildGround()
  const { sellerId } = await buildSeller()
  variantId = (await buildPiece({ sellerId, stock: 10_000 })).variantId
})
afterAll(() => sandbox.close())

async function booked(orderId: string) {
  const found = await owner.ledgerTransaction.findMany({
    where: { orderId },
    orderBy: { reference: 'asc' },
    select: { kind: true },
  })
  return found.map(({ kind }) => kind)
}

async function jobsOf(eventId: string): Promise<number> {
  const jobs = await owner.$queryRaw<unknown[]>`
    SELECT 1 FROM pgboss.job WHERE name = 'payment-event' AND data->>'eventId' = ${eventId}`
  return jobs.length
}

const statusOf = async (orderId: string) =>
  (await owner.order.findUniqueOrThrow({ where: { id: orderId } })).status

describe('what the provider delivers', () => {
  it('is stored once and applied once, though it comes fifty times at once', async () => {
    const { orderId, sessionId } = await paidThere(variantId)
    await openPool()
    const told = { id: `evt_${crypto.randomUUID()}`, objectId: sessionId }
    const answers = await Promise.all(Array.from({ length: 50 }, () => deliver(told)))
    expect(new Set(answers)).toEqual(new Set([200]))
    const events = await eventsOf(sessionId)
    expect(events).toHaveLength(1)
    const [event] = events
    await Promise.all(Array.from({ length: 20 }, () => applyPaymentEvent({ eventId: event?.id ?? '' })))
    expect(await statusOf(orderId)).toBe('paid')
    expect(await booked(orderId)).toEqual(['payment', 'settlement'])
    expect(await owner.paymentEvent.count({ where: { payment: { due: { orderId } }, state: 'paid' } })).toBe(
      1,
    )
  })

  it('leaves a job for each new event, in its own transaction', async () => {
    const { sessionId } = await paidThere(variantId)
    await deliver({ objectId: sessionId })
    const [event] = await eventsOf(sessionId)
    expect(await jobsOf(event?.id ?? '')).toBe(1)
  })

  it('meets the return page at the same moment, and is one payment', async () => {
    await openPool()
    for (let round = 0; round < Number(process.env.RACE_ROUNDS ?? 40); round += 1) {
      const { orderId, sessionId } = await paidThere(variantId)
      await deliver({ objectId: sessionId })
      const [event] = await eventsOf(sessionId)
      await Promise.all([
        applyPaymentEvent({ eventId: event?.id ?? '' }),
        syncOrderPayment({ orderId }),
        syncOrderPayment({ orderId }),
      ])
      expect(await statusOf(orderId)).toBe('paid')
      expect(await booked(orderId)).toEqual(['payment', 'settlement'])
    }
  })
})

describe('what is not ours', () => {
  it('is refused with another endpoint’s secret, and when it is stale or of tomorrow', async () => {
    const objectId = `cs_${crypto.randomUUID()}`
    const [connect, platform] = [secretOf('connect'), secretOf('platform')]
    expect(connect).not.toBe('')
    expect(connect).not.toBe(platform)
    expect(await deliver({ objectId }, { secret: connect })).toBe(400)
    expect(await deliver({ objectId, account: 'acct_1' }, { endpoint: 'connect', secret: platform })).toBe(
      400,
    )
    for (const shift of [-301, -3600, 302, 3600]) expect(await deliver({ objectId }, { shift })).toBe(400)
    expect(
      await receiveWebhook({ rawBody: eventBody({ objectId }), signature: null, endpoint: 'platform' }),
    ).toBe(400)
    expect(await eventsOf(objectId)).toEqual([])
  })

  it.each([
    ['live money', { livemode: true }, 'platform', 'other_mode'],
    ['a seller’s event at our endpoint', { account: 'acct_1' }, 'platform', 'other_endpoint'],
    ['our event at the sellers’ endpoint', {}, 'connect', 'other_endpoint'],
  ] as const)('is taken, kept as ignored and asks for no work: %s', async (_, odd, endpoint, note) => {
    const objectId = `cs_${crypto.randomUUID()}`
    expect(await deliver({ objectId, ...odd }, { endpoint })).toBe(200)
    const events = await eventsOf(objectId)
    expect(events).toMatchObject([{ state: 'ignored', note }])
    expect(await jobsOf(events[0]?.id ?? '')).toBe(0)
  })

  it('is taken and ignored when it is about nothing, or of a type that means nothing here', async () => {
    const id = `evt_${crypto.randomUUID()}`
    expect(await deliver({ id, objectId: null, type: 'balance.available' })).toBe(200)
    expect(await owner.webhookEvent.findFirstOrThrow({ where: { providerId: id } })).toMatchObject({
      state: 'ignored',
      note: 'no_object',
    })
    const objectId = `in_${crypto.randomUUID()}`
    expect(await deliver({ objectId, type: 'invoice.paid' })).toBe(200)
    await workOff(objectId)
    expect(await eventsOf(objectId)).toMatchObject([{ state: 'ignored', note: 'unknown_type' }])
  })

  it('is kept under the account it happened on at the sellers’ endpoint', async () => {
    const objectId = `acct_${crypto.randomUUID()}`
    await deliver({ objectId, type: 'account.updated', account: objectId }, { endpoint: 'connect' })
    expect(await eventsOf(objectId)).toMatchObject([{ endpoint: 'connect', account: objectId }])
  })

  it('calls staff once when it is written in another version, and is still a hint', async () => {
    const { orderId, sessionId } = await paidThere(variantId)
    await deliver({ objectId: sessionId, version: '2024-04-10' })
    await deliver({ objectId: sessionId, version: '2024-04-10' })
    await workOff(sessionId)
    expect(await statusOf(orderId)).toBe('paid')
    const alerts = await owner.alert.findMany({ where: { kind: 'event_version' } })
    expect(alerts).toMatchObject([{ subjectId: 'platform', detail: { theirs: '2024-04-10' } }])
  })
})

describe('odd money', () => {
  it.each([
    ['one fen more', (due: bigint) => paidSnapshot(due + 1n)],
    ['one fen less', (due: bigint) => paidSnapshot(due - 1n)],
    ['another currency', (due: bigint) => paidSnapshot(due, { currency: 'HKD' })],
  ])('is set aside, never pays the order, and staff is called once: %s', async (_, word) => {
    const { orderId, paymentId } = await paidThere(variantId)
    const { amountMinor } = await owner.payment.findUniqueOrThrow({ where: { id: paymentId } })
    const snapshot = word(amountMinor)
    for (let round = 0; round < 3; round += 1)
      await prisma.$transaction((tx) => recordPayment(tx, { paymentId, snapshot }))
    expect(await statusOf(orderId)).toBe('pending_payment')
    expect(await owner.payment.findUniqueOrThrow({ where: { id: paymentId } })).toMatchObject({
      state: 'quarantined',
    })
    const aside = await owner.ledgerEntry.findMany({
      where: { transaction: { orderId }, account: { kind: 'suspense' } },
    })
    expect(aside).toMatchObject([{ amountMinor: -snapshot.amount, currency: snapshot.currency }])
    expect(await owner.alert.findMany({ where: { subjectId: paymentId } })).toMatchObject([
      { kind: 'payment_quarantined', detail: { cause: 'amount', amountMinor: String(snapshot.amount) } },
    ])
  })

  it('of an order that is paid already is set aside, goes back, and staff is called', async () => {
    const { orderId } = await paidThere(variantId)
    const first = await owner.payment.findFirstOrThrow({ where: { due: { orderId } } })
    const second = await owner.payment.create({
      data: {
        dueId: first.dueId,
        attempt: 2,
        state: 'open',
        amountMinor: first.amountMinor,
        currency: 'CNY',
      },
    })
    await syncOrderPayment({ orderId })
    await prisma.$transaction((tx) =>
      recordPayment(tx, { paymentId: second.id, snapshot: paidSnapshot(first.amountMinor) }),
    )
    expect(await owner.payment.findUniqueOrThrow({ where: { id: second.id } })).toMatchObject({
      state: 'quarantined',
    })
    const [entry] = await owner.ledgerEntry.findMany({
      where: { transaction: { reference: `payment:${second.id}` }, account: { kind: 'suspense' } },
    })
    expect(entry?.amountMinor).toBe(-first.amountMinor)
    expect(await owner.refund.findMany({ where: { paymentId: second.id } })).toMatchObject([
      { reason: 'duplicate', state: 'requested' },
    ])
    expect(await owner.alert.count({ where: { subjectId: second.id } })).toBe(1)
  })
})

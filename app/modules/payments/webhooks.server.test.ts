import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '~/platform/db/prisma.server'
import { env } from '~/platform/env.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { startSandbox } from '../../../scripts/stripe-sandbox/server'
import { submitPayment } from '../../../scripts/stripe-sandbox/submit-payment'
import { signatureHeader } from '../../../scripts/stripe-sandbox/webhooks'
import { owner } from '../../../tests/fixtures/owner'
import { openPool } from '../../../tests/fixtures/payouts'
import { order, paidSnapshot } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { applyPaymentEvent } from './apply-payment-event.server'
import { receiveWebhook } from './receive-webhook.server'
import { recordPayment } from './record-payment.server'
import { startPayment } from './start-payment.server'
import { syncOrderPayment } from './sync-payment.server'

let sandbox: Awaited<ReturnType<typeof startSandbox>>
let variantId: string

beforeAll(async () => {
  sandbox = await startSandbox({
    secretKey: env.STRIPE_SECRET_KEY ?? '',
    webhookSecret: env.STRIPE_WEBHOOK_SECRET ?? '',
  })
  env.STRIPE_API_BASE = sandbox.origin.href
  await buildGround()
  const { sellerId } = await buildSeller()
  variantId = (await buildPiece({ sellerId, stock: 10_000 })).variantId
})
afterAll(() => sandbox.close())

/** An order that the buyer has paid at the provider, of which we have not heard yet. */
async function paidThere() {
  const { orderId } = await order(await buildCart([{ variantId }]))
  await submitPayment(await startPayment({ orderId }), { cardNumber: '4242 4242 4242 4242' })
  const payment = await owner.payment.findFirstOrThrow({ where: { due: { orderId } } })
  return { orderId, paymentId: payment.id, sessionId: payment.sessionId ?? '' }
}

type Told = {
  id?: string
  type?: string
  objectId: string
  account?: string
  livemode?: boolean
  version?: string
}

function body(told: Told): string {
  return JSON.stringify({
    id: told.id ?? `evt_${crypto.randomUUID()}`,
    object: 'event',
    api_version: told.version ?? paymentGateway().apiVersion,
    created: Math.floor(Date.now() / 1000),
    livemode: told.livemode ?? false,
    type: told.type ?? 'checkout.session.completed',
    data: { object: { id: told.objectId, object: 'checkout.session' } },
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    ...(told.account ? { account: told.account } : {}),
  })
}

function deliver(told: Told, { endpoint = 'platform', secret = '', shift = 0 } = {}) {
  const rawBody = body(told)
  const key =
    secret || (endpoint === 'connect' ? env.STRIPE_CONNECT_WEBHOOK_SECRET : env.STRIPE_WEBHOOK_SECRET) || ''
  const signature = signatureHeader(rawBody, key, Math.floor(Date.now() / 1000) + shift)
  return receiveWebhook({ rawBody, signature, endpoint: endpoint === 'connect' ? 'connect' : 'platform' })
}

const eventsOf = (objectId: string) =>
  owner.webhookEvent.findMany({ where: { objectId }, orderBy: { id: 'asc' } })

async function workOff(objectId: string) {
  for (const { id } of await eventsOf(objectId)) await applyPaymentEvent({ eventId: id })
}

async function booked(orderId: string) {
  const found = await owner.ledgerTransaction.findMany({
    where: { orderId },
    orderBy: { reference: 'asc' },
    select: { kind: true },
  })
  return found.map(({ kind }) => kind)
}

const statusOf = async (orderId: string) =>
  (await owner.order.findUniqueOrThrow({ where: { id: orderId } })).status

describe('what the provider delivers', () => {
  it('is stored once and applied once, though it comes fifty times at once', async () => {
    const { orderId, sessionId } = await paidThere()
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
    const { sessionId } = await paidThere()
    await deliver({ objectId: sessionId })
    const [event] = await eventsOf(sessionId)
    const jobs = await owner.$queryRaw<{ data: unknown }[]>`
      SELECT data FROM pgboss.job WHERE name = 'payment-event' AND data->>'eventId' = ${event?.id ?? ''}`
    expect(jobs).toHaveLength(1)
  })

  it('ends the same in every order, with every event twice', { timeout: 120_000 }, async () => {
    const { paymentRef } = await readPaymentOf(await paidThere())
    expect(paymentRef).toMatch(/^pi_/)
    const types = ['checkout.session.completed', 'payment_intent.succeeded', 'checkout.session.expired']
    const orders = permutations([...types, ...types.slice(0, 1)])
    const ends = new Set<string>()
    for (const sequence of orders) {
      const paid = await paidThere()
      const ref = (await readPaymentOf(paid)).paymentRef
      for (const type of sequence) {
        const objectId = type.startsWith('payment_intent') ? ref : paid.sessionId
        await deliver({ type, objectId })
        await workOff(objectId)
      }
      ends.add(JSON.stringify([await statusOf(paid.orderId), await booked(paid.orderId)]))
    }
    expect([...ends]).toEqual([JSON.stringify(['paid', ['payment', 'settlement']])])
  })

  it('meets the return page at the same moment, and is one payment', { timeout: 120_000 }, async () => {
    await openPool()
    for (let round = 0; round < Number(process.env.RACE_ROUNDS ?? 40); round += 1) {
      const { orderId, sessionId } = await paidThere()
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
    const connect = env.STRIPE_CONNECT_WEBHOOK_SECRET ?? ''
    const platform = env.STRIPE_WEBHOOK_SECRET ?? ''
    expect(connect).not.toBe('')
    expect(await deliver({ objectId }, { secret: connect })).toBe(400)
    expect(await deliver({ objectId, account: 'acct_1' }, { endpoint: 'connect', secret: platform })).toBe(
      400,
    )
    for (const shift of [-301, -3600, 302, 3600]) expect(await deliver({ objectId }, { shift })).toBe(400)
    expect(await receiveWebhook({ rawBody: body({ objectId }), signature: null, endpoint: 'platform' })).toBe(
      400,
    )
    expect(await eventsOf(objectId)).toEqual([])
  })

  it('is taken and left alone: live money, a seller’s event here, an unknown type, an unknown object', async () => {
    const objectId = `cs_${crypto.randomUUID()}`
    expect(await deliver({ objectId, livemode: true })).toBe(200)
    expect(await deliver({ objectId, account: 'acct_1' })).toBe(200)
    expect(await deliver({ objectId }, { endpoint: 'connect' })).toBe(200)
    expect(await eventsOf(objectId)).toEqual([])
    expect(await deliver({ objectId, type: 'invoice.paid' })).toBe(200)
    await workOff(objectId)
    expect(await eventsOf(objectId)).toMatchObject([{ state: 'ignored' }])
  })

  it('is kept under the account it happened on at the sellers’ endpoint', async () => {
    const objectId = `acct_${crypto.randomUUID()}`
    await deliver({ objectId, type: 'account.updated', account: objectId }, { endpoint: 'connect' })
    expect(await eventsOf(objectId)).toMatchObject([{ endpoint: 'connect', account: objectId }])
  })

  it('calls staff once when it is written in another version, and is still a hint', async () => {
    const { orderId, sessionId } = await paidThere()
    await deliver({ objectId: sessionId, version: '2024-04-10' })
    await deliver({ objectId: sessionId, version: '2024-04-10' })
    await workOff(sessionId)
    expect(await statusOf(orderId)).toBe('paid')
    const alerts = await owner.alert.findMany({ where: { kind: 'event_version' } })
    expect(alerts).toMatchObject([{ subjectId: 'platform', detail: { theirs: '2024-04-10' } }])
  })
})

describe('odd money', () => {
  it('of an order that is paid already is set aside, goes back, and staff is called', async () => {
    const { orderId } = await paidThere()
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

async function readPaymentOf({ sessionId }: { sessionId: string }) {
  const { paymentRef } = await paymentGateway().readCheckout(sessionId)
  return { paymentRef: paymentRef ?? '' }
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]]
  return items.flatMap((item, at) =>
    permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]),
  )
}

import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { VerifiedEvent, WebhookEndpoint } from './payment-gateway'
import { WebhookRefused } from './payment-gateway'
import { failureOf, startTestShop, type TestShop } from './test-shop'

type Delivery = { endpoint: WebhookEndpoint; rawBody: string; signature: string }

let receiver: Server
let shop: TestShop
let deliveries: Delivery[]
let refused: string[]
let taken: VerifiedEvent[]
let answersWith: number | null

/** Takes deliveries as the shop does: 2xx for what can be believed, 400 for the rest. */
beforeEach(async () => {
  deliveries = []
  refused = []
  taken = []
  answersWith = null
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = []
    request
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => {
        const endpoint = request.url === '/connect' ? 'connect' : 'platform'
        const rawBody = Buffer.concat(chunks).toString()
        const delivery = {
          endpoint,
          rawBody,
          signature: String(request.headers['stripe-signature']),
        } as const
        response.writeHead(answersWith ?? receive(delivery)).end()
      })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const { port } = receiver.address() as AddressInfo
  shop = await startTestShop({
    webhookUrl: new URL(`http://127.0.0.1:${port}/platform`),
    connectWebhookUrl: new URL(`http://127.0.0.1:${port}/connect`),
    connectWebhookSecret: 'whsec_gateway_connect',
    retryWaitsMs: [20],
    delays: { walletRefund: 5 },
  })
})
afterEach(async () => {
  await shop.close()
  await new Promise((resolve) => receiver.close(resolve))
})

function receive(delivery: Delivery): number {
  deliveries.push(delivery)
  try {
    taken.push(shop.gateway.parseWebhook({ ...delivery, now: new Date() }))
    return 200
  } catch (error) {
    if (!(error instanceof WebhookRefused)) throw error
    refused.push(error.reason)
    return 400
  }
}

const types = () => taken.map(({ type }) => type)
const sortedTypes = () => types().sort()
const since = new Date(0)
const readySeller = async () => {
  const order = { operationId: randomUUID(), sellerId: randomUUID(), country: 'SG' }
  const { accountRef } = await shop.gateway.openSellerAccount(order)
  await shop.steer(`accounts/${accountRef}`, { action: 'verify' })
  return accountRef
}

describe('events', () => {
  test('follow a payment through refund and dispute, with the ids to read again', async () => {
    const { sessionId, paymentRef } = await shop.pay({ method: 'alipay', settles: 'later' })
    await shop.passSeconds(10)
    const order = { operationId: randomUUID(), amount: 100n, currency: 'CNY' }
    const refund = await shop.gateway.refund({ ...order, paymentRef, reason: 'duplicate' })
    await shop.passSeconds(5)
    await expect
      .poll(sortedTypes)
      .toEqual([
        'charge.refunded',
        'checkout.session.async_payment_succeeded',
        'checkout.session.completed',
        'refund.created',
        'refund.updated',
      ])
    expect(taken.find(({ type }) => type === 'checkout.session.completed')).toMatchObject({
      objectId: sessionId,
      account: null,
      apiVersion: shop.gateway.apiVersion,
      livemode: shop.gateway.livemode,
    })
    expect(taken.find(({ type }) => type === 'refund.updated')?.objectId).toBe(refund.refundRef)
    taken.length = 0
    await shop.pay({ cardNumber: '4000000000000259' })
    const [dispute] = await shop.gateway.listDisputes({ createdAfter: since })
    await shop.steer(`disputes/${dispute?.disputeRef}`, { outcome: 'won' })
    await expect
      .poll(sortedTypes)
      .toEqual([
        'charge.dispute.closed',
        'charge.dispute.created',
        'charge.dispute.funds_reinstated',
        'charge.dispute.funds_withdrawn',
        'checkout.session.completed',
      ])
  })

  test('of sellers’ accounts go to the other endpoint, under the other secret', async () => {
    const accountRef = await readySeller()
    await expect.poll(sortedTypes).toEqual(['account.updated', 'capability.updated'])
    expect(taken.map(({ account }) => account)).toEqual([accountRef, accountRef])
    expect(deliveries.map(({ endpoint }) => endpoint)).toEqual(['connect', 'connect'])
    for (const delivery of deliveries) {
      const crossed = { ...delivery, endpoint: 'platform' as const, now: new Date() }
      expect(() => shop.gateway.parseWebhook(crossed)).toThrow(
        expect.objectContaining({ reason: 'bad_signature' }),
      )
    }
    await shop.pay()
    await expect.poll(types).toContain('checkout.session.completed')
    const ours = deliveries.find(({ endpoint }) => endpoint === 'platform')
    if (ours === undefined) throw new Error('nothing came')
    const crossed = { ...ours, endpoint: 'connect' as const, now: new Date() }
    expect(() => shop.gateway.parseWebhook(crossed)).toThrow(
      expect.objectContaining({ reason: 'bad_signature' }),
    )
  })

  test('can be read again, ours and a seller’s, each from its own account', async () => {
    const accountRef = await readySeller()
    await shop.pay()
    await expect.poll(() => taken.length).toBe(3)
    for (const event of taken) {
      expect(await shop.gateway.readEvent(event.id, event.account ?? undefined)).toEqual(event)
    }
    const sellers = taken.find(({ account }) => account === accountRef)
    expect((await failureOf(shop.gateway.readEvent(sellers?.id ?? ''))).failure).toBe('not_found')
    expect((await failureOf(shop.gateway.readEvent('evt_none'))).failure).toBe('not_found')
  })

  test('that were dropped are found by asking for undelivered ones, and only they', async () => {
    await shop.pay()
    await shop.steer('chaos', { kinds: 'drop' })
    const { sessionId } = await shop.pay()
    const accountRef = await readySeller()
    await shop.steer('chaos', { kinds: '' })
    const lost = await shop.gateway.listUndeliveredEvents({ createdAfter: since })
    expect(lost).toMatchObject([{ type: 'checkout.session.completed', objectId: sessionId }])
    const filtered = { createdAfter: since, types: ['refund.failed'] }
    expect(await shop.gateway.listUndeliveredEvents(filtered)).toEqual([])
    const future = new Date(Date.now() + 60_000)
    expect(await shop.gateway.listUndeliveredEvents({ createdAfter: future })).toEqual([])
    const sellers = await shop.gateway.listUndeliveredEvents({ createdAfter: since, accountRef })
    expect(sellers.map(({ type }) => type).sort()).toEqual(['account.updated', 'capability.updated'])
    expect(taken).toHaveLength(1)
  })

  test('that the shop could not take come again until it can', async () => {
    answersWith = 500
    await shop.pay()
    expect(await shop.gateway.listUndeliveredEvents({ createdAfter: since })).toHaveLength(1)
    answersWith = null
    await expect.poll(types).toEqual(['checkout.session.completed'])
    await expect.poll(() => shop.gateway.listUndeliveredEvents({ createdAfter: since })).toEqual([])
  })
})

describe('what goes wrong on purpose', () => {
  const chaos = (kinds: string) => shop.steer('chaos', { kinds })

  test('duplicate: each event comes twice with one id', async () => {
    await chaos('duplicate')
    await shop.pay()
    await expect.poll(() => taken.length).toBe(2)
    expect(new Set(taken.map(({ id }) => id)).size).toBe(1)
  })

  test.each([
    ['stale_signature', 'outside_time_window'],
    ['forged_signature', 'bad_signature'],
  ])('%s: the first try is refused, the next believed', async (kind, reason) => {
    await chaos(kind)
    await shop.pay()
    await expect.poll(types).toEqual(['checkout.session.completed'])
    expect(refused).toEqual([reason])
  })

  test('delay: the event comes after the buyer is back, not before', async () => {
    await chaos('delay')
    await shop.pay()
    expect(types()).toEqual([])
    await expect.poll(types).toEqual(['checkout.session.completed'])
  })

  test('reorder: what happened last comes first', async () => {
    await chaos('reorder')
    const { paymentRef } = await shop.pay()
    const order = { operationId: randomUUID(), paymentRef, amount: 100n, currency: 'CNY' }
    await shop.gateway.refund({ ...order, reason: 'duplicate' })
    await expect.poll(types).toEqual(['charge.refunded', 'refund.created', 'checkout.session.completed'])
  })

  test('a word that the sandbox does not know is refused', async () => {
    await expect(chaos('earthquake')).rejects.toThrow('400')
  })
})

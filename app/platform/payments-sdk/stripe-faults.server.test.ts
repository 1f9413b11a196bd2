import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { failureOf, startTestShop, type TestShop, testOrder } from './test-shop'

/** A command of ours: how it is given, and how many effects of it the provider knows. */
interface Command {
  path: string
  run(): Promise<unknown>
  countEffects(): Promise<number>
}

const always = { createdAfter: new Date(0) }
const refundOf = (paymentRef: string) => ({
  operationId: randomUUID(),
  paymentRef,
  amount: 1000n,
  currency: 'CNY',
  reason: 'requested_by_customer' as const,
})
const transferOf = (accountRef: string, group: string) => ({
  operationId: randomUUID(),
  accountRef,
  amount: 1000n,
  currency: 'HKD',
  group,
})

async function readySeller({ gateway, steer }: TestShop) {
  const order = { operationId: randomUUID(), sellerId: randomUUID(), country: 'SG' }
  const { accountRef } = await gateway.openSellerAccount(order)
  await steer(`accounts/${accountRef}`, { action: 'verify' })
  return accountRef
}

const commands: Record<string, (shop: TestShop) => Promise<Command>> = {
  async startCheckout({ gateway }) {
    const order = testOrder()
    return {
      path: '/v1/checkout/sessions',
      run: () => gateway.startCheckout(order),
      countEffects: async () => (await gateway.listCheckouts(always)).items.length,
    }
  },
  async refund({ gateway, pay }) {
    const { paymentRef } = await pay()
    const order = refundOf(paymentRef)
    return {
      path: '/v1/refunds',
      run: () => gateway.refund(order),
      countEffects: async () => (await gateway.findRefunds(paymentRef)).length,
    }
  },
  async transfer(shop) {
    const group = randomUUID()
    const order = transferOf(await readySeller(shop), group)
    return {
      path: '/v1/transfers',
      run: () => shop.gateway.transfer(order),
      countEffects: async () => (await shop.gateway.findTransfers(group)).length,
    }
  },
  async reverseTransfer(shop) {
    const { transferRef } = await shop.gateway.transfer(transferOf(await readySeller(shop), 'QS-1'))
    const order = { operationId: randomUUID(), transferRef, amount: 10n }
    return {
      path: `/v1/transfers/${transferRef}/reversals`,
      run: () => shop.gateway.reverseTransfer(order),
      countEffects: async () => (await shop.gateway.findReversals(transferRef)).length,
    }
  },
  async payOut({ gateway }) {
    const order = { operationId: randomUUID(), amount: 1000n, currency: 'HKD' }
    return {
      path: '/v1/payouts',
      run: () => gateway.payOut(order),
      countEffects: async () => (await gateway.listPayouts(always)).length,
    }
  },
  async submitEvidence({ gateway, pay }) {
    await pay({ cardNumber: '4000000000000259' })
    const [dispute] = await gateway.listDisputes(always)
    const disputeRef = dispute?.disputeRef ?? ''
    const order = { operationId: randomUUID(), disputeRef, texts: {}, files: {}, submit: true }
    return {
      path: `/v1/disputes/${disputeRef}`,
      run: () => gateway.submitEvidence(order),
      countEffects: async () => (await gateway.readDispute(disputeRef)).submissionCount,
    }
  },
}

/** A command in a shop of its own, whose next `times` tries meet a fault. */
async function under(name: string, kind: string, times: number) {
  const shop = await startTestShop()
  await shop.steer('balance', { amount: '1000000', currency: 'hkd' })
  const command = await commands[name]?.(shop)
  if (command === undefined) throw new Error(`no command ${name}`)
  const before = (await shop.steer('requests')).requests.length
  await shop.steer('faults', { kind, times: String(times), path: command.path })
  return { shop, ...command, keys: () => keysSince(shop, before, command.path) }
}

/** The keys under which a command was sent, one a try. */
async function keysSince(shop: TestShop, before: number, path: string): Promise<(string | null)[]> {
  const { requests } = await shop.steer('requests')
  return requests
    .slice(before)
    .filter((sent: { method: string; path: string }) => sent.method === 'POST' && sent.path === path)
    .map((sent: { idempotencyKey: string | null }) => sent.idempotencyKey)
}

describe.concurrent.each(Object.keys(commands))('%s', (name) => {
  test.each(['conflict', 'server_error', 'unavailable', 'reset', 'reset_after_commit', 'hang'])(
    '%s once: is sent again under the same key and has one effect',
    async (kind) => {
      const { shop, run, keys, countEffects } = await under(name, kind, 1)
      await run()
      const sent = await keys()
      expect(sent.length).toBeGreaterThanOrEqual(2)
      expect(new Set(sent).size).toBe(1)
      expect(sent[0]).toMatch(/^[a-z-]+:.+/)
      expect(await countEffects()).toBe(1)
      await shop.close()
    },
  )

  test.each([
    ['unavailable', 0],
    ['rate_limit', 0],
    ['hang', 0],
    ['reset_after_commit', 1],
    ['half_body', 1],
  ])(
    '%s each time: nobody knows what happened; the same command later has one effect',
    async (kind, effects) => {
      const { shop, run, keys, countEffects } = await under(name, kind, 20)
      expect((await failureOf(run())).failure).toBe('unreachable')
      await shop.steer('faults', { kind: 'none' })
      expect(await countEffects()).toBe(effects)
      await run()
      expect(await countEffects()).toBe(1)
      expect(new Set(await keys()).size).toBe(1)
      await shop.close()
    },
  )
})

test('a question that meets a fault is asked again', async () => {
  const shop = await startTestShop()
  const { paymentRef } = await shop.pay()
  for (const kind of ['conflict', 'server_error', 'reset', 'hang']) {
    await shop.steer('faults', { kind, path: '/v1/payment_intents' })
    expect((await shop.gateway.readPayment(paymentRef)).status).toBe('succeeded')
  }
  await shop.close()
})

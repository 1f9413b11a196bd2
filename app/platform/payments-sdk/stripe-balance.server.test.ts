import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BalanceMovement } from './balance'
import { day, failureOf, startTestShop, type TestShop } from './test-shop'

let shop: TestShop
beforeAll(async () => {
  shop = await startTestShop()
})
afterAll(() => shop.close())

const always = { createdAfter: new Date(0), createdBefore: new Date(Date.now() + 1000 * day * 1000) }

async function allMovements({ gateway }: TestShop): Promise<BalanceMovement[]> {
  const found: BalanceMovement[] = []
  let cursor: string | undefined
  do {
    const page = await gateway.listBalanceTransactions({ ...always, cursor })
    found.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return found
}

const hkd = async ({ gateway }: TestShop) => {
  const { available, pending } = await gateway.readBalance()
  const of = (part: typeof available) => part.find(({ currency }) => currency === 'HKD')?.amount
  return [of(available), of(pending)]
}

test('money is pending for a week, then available; some cards skip the wait', async () => {
  const other = await startTestShop()
  await other.pay()
  expect(await hkd(other)).toEqual([0n, 74913n])
  await other.pay({ cardNumber: '4000000000000077' })
  expect(await hkd(other)).toEqual([74913n, 74913n])
  await other.passSeconds(7 * day)
  expect(await hkd(other)).toEqual([149826n, 0n])
  await other.close()
})

test('the movements of a day add up to the balance, whatever happened', async () => {
  const other = await startTestShop()
  const { gateway } = other
  const reason = 'requested_by_customer'
  const card = await other.pay({ cardNumber: '4000000000000077' })
  const wallet = await other.pay({ method: 'alipay' })
  await other.steer('rate', { per_million: '1100000' })
  await gateway.refund({ operationId: randomUUID(), ...wallet, amount: 30000n, currency: 'CNY', reason })
  const failing = await other.pay({ cardNumber: '4000000000005126' })
  await gateway.refund({ operationId: randomUUID(), ...failing, amount: 71600n, currency: 'CNY', reason })
  const disputed = await other.pay({ cardNumber: '4000000000000259' })
  const [dispute] = await gateway.listDisputes({ createdAfter: new Date(0) })
  await other.steer(`disputes/${dispute?.disputeRef}`, { outcome: 'won' })
  await other.pay({ method: 'wechat_pay', settles: 'never' })
  await other.passSeconds(10)
  await other.steer('balance', { amount: '500000', currency: 'hkd' })
  const payout = await gateway.payOut({ operationId: randomUUID(), amount: 100000n, currency: 'HKD' })
  await other.steer(`payouts/${payout.payoutRef}`, { outcome: 'failed' })
  const movements = await allMovements(other)
  expect(movements.map(({ type }) => type).sort()).toEqual([
    'adjustment',
    'adjustment',
    'charge',
    'charge',
    'charge',
    'payment',
    'payment_refund',
    'payout',
    'payout_failure',
    'refund',
    'refund_failure',
    'topup',
  ])
  for (const { amount, fee, net } of movements) expect(net).toBe(amount - fee)
  const [available = 0n, pending = 0n] = await hkd(other)
  expect(movements.reduce((sum, { net }) => sum + net, 0n)).toBe(available + pending)
  const refund = movements.find(({ type }) => type === 'payment_refund')
  expect(refund).toMatchObject({ amount: -33000n, fee: 0n, exchangeRate: '1.1', currency: 'HKD' })
  const { chargeRef } = await gateway.readPayment(card.paymentRef)
  expect(movements.filter(({ sourceRef }) => sourceRef === chargeRef)).toMatchObject([
    { type: 'charge', amount: 77793n, fee: 2880n, net: 74913n },
  ])
  expect((await gateway.readPayment(disputed.paymentRef)).settlement?.amount).toBe(78760n)
  await other.close()
})

test('movements are listed by period, in pages, each once', async () => {
  const other = await startTestShop()
  for (let count = 0; count < 101; count += 1)
    await other.steer('balance', { amount: String(count), currency: 'hkd' })
  const { now } = await other.steer('clock', { advance: '3600' })
  await other.steer('balance', { amount: '7', currency: 'hkd' })
  const newer = await other.gateway.listBalanceTransactions({
    createdAfter: new Date(now * 1000),
    createdBefore: always.createdBefore,
  })
  expect(newer.items.map(({ amount }) => amount)).toEqual([7n])
  const older = { createdAfter: new Date(0), createdBefore: new Date(now * 1000) }
  const first = await other.gateway.listBalanceTransactions(older)
  const second = await other.gateway.listBalanceTransactions({ ...older, cursor: first.next ?? '' })
  expect([first.items.length, second.items.length, second.next]).toEqual([100, 1, null])
  expect(new Set([...first.items, ...second.items].map(({ amount }) => amount)).size).toBe(101)
  await other.close()
})

describe('a payout of the platform', () => {
  const order = (amount: bigint) => ({ operationId: randomUUID(), amount, currency: 'HKD' })

  test('arrives after two days, and can fail even then', async () => {
    await shop.steer('balance', { amount: '100000', currency: 'hkd' })
    const asked = order(60000n)
    const payout = await shop.gateway.payOut(asked)
    expect(payout).toMatchObject({
      operationId: asked.operationId,
      state: 'pending',
      amount: 60000n,
      currency: 'HKD',
      automatic: false,
      failureCode: null,
    })
    expect(await shop.gateway.payOut(asked)).toEqual(payout)
    expect(await hkd(shop)).toEqual([40000n, 0n])
    await shop.passSeconds(2 * day)
    expect((await shop.gateway.readPayout(payout.payoutRef)).state).toBe('paid')
    await shop.steer(`payouts/${payout.payoutRef}`, { outcome: 'failed' })
    expect(await shop.gateway.readPayout(payout.payoutRef)).toMatchObject({
      state: 'failed',
      failureCode: 'account_closed',
    })
    expect(await hkd(shop)).toEqual([100000n, 0n])
    const listed = await shop.gateway.listPayouts({ createdAfter: payout.created })
    expect(listed.map(({ payoutRef }) => payoutRef)).toEqual([payout.payoutRef])
  })

  test('beyond what is available is refused', async () => {
    const refused = await failureOf(shop.gateway.payOut(order(100_000_000n)))
    expect(refused).toMatchObject({ failure: 'refused', code: 'balance_insufficient' })
    await expect(shop.gateway.payOut(order(0n))).rejects.toThrow(RangeError)
    expect((await failureOf(shop.gateway.readPayout('po_none'))).failure).toBe('not_found')
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { failureOf, startTestShop, type TestShop } from './test-shop'

let shop: TestShop
beforeAll(async () => {
  shop = await startTestShop()
})
afterAll(() => shop.close())

const refreshUrl = 'http://127.0.0.1:3000/studio/payouts?again=1'
const returnUrl = 'http://127.0.0.1:3000/studio/payouts'

async function opened(country = 'SG') {
  const sellerId = randomUUID()
  return shop.gateway.openSellerAccount({ operationId: randomUUID(), sellerId, country })
}

/** Presses a button on the onboarding page of a fresh link. */
async function tell(accountRef: string, action: 'done' | 'checked' | 'part') {
  const { url } = await shop.gateway.onboardingLink({ accountRef, refreshUrl, returnUrl })
  const answer = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ action }),
    redirect: 'manual',
  })
  return { url, location: answer.headers.get('location') }
}

async function readySeller() {
  const { accountRef } = await opened()
  await tell(accountRef, 'done')
  return accountRef
}

describe('a seller’s account', () => {
  test('is opened once for an operation and waits for its form', async () => {
    const order = { operationId: randomUUID(), sellerId: randomUUID(), country: 'SG' }
    const account = await shop.gateway.openSellerAccount(order)
    expect(account).toMatchObject({
      sellerId: order.sellerId,
      country: 'SG',
      state: 'onboarding',
      transfersEnabled: false,
      payoutsEnabled: false,
      disabledReason: 'requirements.past_due',
    })
    expect(account.requirementsDue).toContain('external_account')
    expect(await shop.gateway.openSellerAccount(order)).toEqual(account)
    const other = shop.gateway.openSellerAccount({ ...order, country: 'US' })
    expect((await failureOf(other)).failure).toBe('key_reused')
  })

  test('at home is opened under the full agreement, and receives as one abroad does', async () => {
    const { accountRef } = await opened('HK')
    await tell(accountRef, 'done')
    expect(await shop.gateway.readSeller(accountRef)).toMatchObject({ state: 'active', country: 'HK' })
  })

  test('cannot be opened on the mainland of China', async () => {
    expect(await failureOf(opened('CN'))).toMatchObject({ failure: 'refused', code: 'country_unsupported' })
  })

  test('is active when the form is filled in; its link is good once', async () => {
    const { accountRef } = await opened()
    const { url, location } = await tell(accountRef, 'done')
    expect(location).toBe(returnUrl)
    expect(await shop.gateway.readSeller(accountRef)).toMatchObject({
      state: 'active',
      transfersEnabled: true,
      payoutsEnabled: true,
      requirementsDue: [],
      disabledReason: null,
    })
    const again = await fetch(url, { redirect: 'manual' })
    expect(again.headers.get('location')).toBe(refreshUrl)
  })

  test('stays unfinished when only a part is filled in, and is checked when all is', async () => {
    const { accountRef } = await opened()
    await tell(accountRef, 'part')
    const part = await shop.gateway.readSeller(accountRef)
    expect([part.state, part.requirementsDue.length]).toEqual(['onboarding', 3])
    await tell(accountRef, 'checked')
    expect(await shop.gateway.readSeller(accountRef)).toMatchObject({
      state: 'verifying',
      transfersEnabled: false,
      disabledReason: 'requirements.pending_verification',
    })
    await shop.passSeconds(5)
    expect((await shop.gateway.readSeller(accountRef)).state).toBe('active')
  })

  test('can be asked for more, and be closed for good', async () => {
    const accountRef = await readySeller()
    await shop.steer(`accounts/${accountRef}`, { action: 'restrict' })
    expect(await shop.gateway.readSeller(accountRef)).toMatchObject({
      state: 'restricted',
      requirementsDue: ['individual.verification.document'],
    })
    await shop.steer(`accounts/${accountRef}`, { action: 'reject' })
    expect((await shop.gateway.readSeller(accountRef)).state).toBe('rejected')
    expect((await failureOf(shop.gateway.readSeller('acct_none'))).failure).toBe('not_found')
  })

  test('tells about itself on a page that says it is simulated, in both languages', async () => {
    const { accountRef } = await opened()
    const { url } = await shop.gateway.onboardingLink({ accountRef, refreshUrl, returnUrl })
    for (const [language, words] of [
      ['zh-CN,zh;q=0.9,en;q=0.8', ['<html lang="zh-CN">', '模拟支付', '开收款账户']],
      ['en-GB,en;q=0.9', ['<html lang="en">', 'Simulated payment', 'Open a payout account']],
    ] as const) {
      const page = await (await fetch(url, { headers: { 'accept-language': language } })).text()
      for (const word of words) expect(page).toContain(word)
    }
  })
})

describe('a transfer', () => {
  const group = () => `QS-${randomUUID().slice(0, 8)}`
  const transferOf = (accountRef: string, amount: bigint, currency = 'HKD') => ({
    operationId: randomUUID(),
    accountRef,
    amount,
    currency,
    group: group(),
  })

  async function paid(cardNumber = '4000000000000077') {
    const { paymentRef } = await shop.pay({ cardNumber })
    const { chargeRef } = await shop.gateway.readPayment(paymentRef)
    return chargeRef ?? ''
  }

  test('moves what is available, once for an operation, and is found by its group', async () => {
    const accountRef = await readySeller()
    await paid()
    const order = transferOf(accountRef, 60000n)
    const sent = await shop.gateway.transfer(order)
    expect(sent).toEqual({
      transferRef: expect.stringMatching(/^tr_/),
      operationId: order.operationId,
      accountRef,
      amount: 60000n,
      amountReversed: 0n,
      currency: 'HKD',
      group: order.group,
      sourceCharge: null,
      created: expect.any(Date),
      settlement: { amount: -60000n, currency: 'HKD', fee: 0n, exchangeRate: null },
    })
    const again = await Promise.all(Array.from({ length: 10 }, () => shop.gateway.transfer(order)))
    expect(new Set(again.map(({ transferRef }) => transferRef))).toEqual(new Set([sent.transferRef]))
    expect(await shop.gateway.readTransfer(sent.transferRef)).toEqual(sent)
    expect(await shop.gateway.findTransfers(order.group)).toEqual([sent])
    expect(await shop.gateway.findTransfers(group())).toEqual([])
  })

  test('in yuan is refused as long as the balance holds none', async () => {
    const accountRef = await readySeller()
    await paid()
    const refused = await failureOf(shop.gateway.transfer(transferOf(accountRef, 100n, 'CNY')))
    expect(refused).toMatchObject({ failure: 'refused', code: 'balance_insufficient' })
    await shop.steer('balance', { amount: '100', currency: 'cny' })
    expect((await shop.gateway.transfer(transferOf(accountRef, 100n, 'CNY'))).currency).toBe('CNY')
  })

  test('beyond what is available is refused, unless it draws on a payment that is still pending', async () => {
    const other = await startTestShop()
    const { accountRef } = await other.gateway.openSellerAccount({
      operationId: randomUUID(),
      sellerId: randomUUID(),
      country: 'SG',
    })
    await other.steer(`accounts/${accountRef}`, { action: 'verify' })
    const { paymentRef } = await other.pay()
    const { chargeRef } = await other.gateway.readPayment(paymentRef)
    const order = transferOf(accountRef, 50000n)
    expect((await failureOf(other.gateway.transfer(order))).code).toBe('balance_insufficient')
    const sourceCharge = chargeRef ?? ''
    const drawing = { ...transferOf(accountRef, 50000n), sourceCharge }
    expect(await other.gateway.transfer(drawing)).toMatchObject({ sourceCharge, amount: 50000n })
    const more = { ...transferOf(accountRef, 27794n), sourceCharge }
    expect((await failureOf(other.gateway.transfer(more))).failure).toBe('refused')
    const inYuan = { ...transferOf(accountRef, 100n, 'CNY'), sourceCharge }
    expect((await failureOf(other.gateway.transfer(inYuan))).failure).toBe('refused')
    const balance = await other.gateway.readBalance()
    expect(balance.available).toEqual([{ amount: 0n, currency: 'HKD' }])
    expect(balance.pending).toEqual([{ amount: 77793n - 2880n - 50000n, currency: 'HKD' }])
    await other.close()
  })

  test('to an account that may not receive is refused', async () => {
    const { accountRef } = await opened()
    await paid()
    const refused = await failureOf(shop.gateway.transfer(transferOf(accountRef, 100n)))
    expect(refused.code).toBe('insufficient_capabilities_for_transfer')
    expect((await failureOf(shop.gateway.transfer(transferOf('acct_none', 100n)))).failure).toBe('not_found')
    await expect(shop.gateway.transfer(transferOf(accountRef, 0n))).rejects.toThrow(RangeError)
  })

  test('comes back in parts and never more than was sent', async () => {
    const accountRef = await readySeller()
    await paid()
    const { transferRef } = await shop.gateway.transfer(transferOf(accountRef, 60000n))
    const back = (amount: bigint) => ({ operationId: randomUUID(), transferRef, amount })
    const part = back(20000n)
    const reversal = await shop.gateway.reverseTransfer(part)
    expect(reversal).toMatchObject({ operationId: part.operationId, transferRef, amount: 20000n })
    expect(await shop.gateway.reverseTransfer(part)).toEqual(reversal)
    expect((await failureOf(shop.gateway.reverseTransfer(back(40001n)))).failure).toBe('refused')
    const many = await Promise.allSettled(
      Array.from({ length: 10 }, () => shop.gateway.reverseTransfer(back(10000n))),
    )
    expect(many.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
    expect((await shop.gateway.readTransfer(transferRef)).amountReversed).toBe(60000n)
    const found = await shop.gateway.findReversals(transferRef)
    expect(found).toHaveLength(5)
    expect(found.at(-1)).toEqual(reversal)
    await expect(shop.gateway.reverseTransfer(back(0n))).rejects.toThrow(RangeError)
  })

  test('does not come back once the seller’s bank has it', async () => {
    const accountRef = await readySeller()
    await paid()
    const { transferRef } = await shop.gateway.transfer(transferOf(accountRef, 60000n))
    await shop.steer(`accounts/${accountRef}`, { action: 'pay_out' })
    const back = { operationId: randomUUID(), transferRef, amount: 60000n }
    const refused = await failureOf(shop.gateway.reverseTransfer(back))
    expect(refused).toMatchObject({ failure: 'refused', code: 'balance_insufficient' })
    expect((await shop.gateway.readTransfer(transferRef)).amountReversed).toBe(0n)
  })
})

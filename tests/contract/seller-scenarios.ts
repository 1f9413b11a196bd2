import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StripeGateway } from '~/platform/payments-sdk/stripe-gateway.server'
import { failureOf, type SellerProvider } from './payment-provider'

/** What the shop relies on when it pays a seller by transfer. */
export function sellerScenarios(name: string, start: () => Promise<SellerProvider>): void {
  describe(`sellers with ${name}`, () => {
    let provider: SellerProvider
    let gateway: StripeGateway

    beforeAll(async () => {
      provider = await start()
      gateway = provider.gateway
    })
    afterAll(() => provider.close())

    const opened = (sellerId: string) =>
      gateway.openSellerAccount({ operationId: randomUUID(), sellerId, country: 'SG' })

    test('an account waits for its form, and receives nothing until then', async () => {
      const sellerId = randomUUID()
      const account = await opened(sellerId)
      expect(account).toMatchObject({ sellerId, country: 'SG', state: 'onboarding', transfersEnabled: false })
      expect((await gateway.readSeller(account.accountRef)).state).toBe('onboarding')
      const link = await gateway.onboardingLink({
        accountRef: account.accountRef,
        refreshUrl: 'https://example.com/again',
        returnUrl: 'https://example.com/back',
      })
      expect(link.url).toMatch(/^https?:\/\//)
      expect(link.expiresAt.getTime()).toBeGreaterThan(Date.now())
      const early = gateway.transfer({
        operationId: randomUUID(),
        accountRef: account.accountRef,
        amount: 100n,
        currency: 'HKD',
        group: 'T-early',
      })
      expect((await failureOf(early)).failure).toBe('refused')
    })

    test('an account opened twice by one operation is one account', async () => {
      const once = { operationId: randomUUID(), sellerId: randomUUID(), country: 'SG' }
      const [one, two] = [await gateway.openSellerAccount(once), await gateway.openSellerAccount(once)]
      expect(two.accountRef).toBe(one.accountRef)
    })

    test('a transfer goes once, and comes back once and no more', async () => {
      const accountRef = await provider.readySeller()
      const paid = await gateway.readPayment(await provider.pay(70400n, 'pays at once'))
      if (paid.settlement === null || paid.chargeRef === null) throw new Error('The payment is not booked.')
      const amount = paid.settlement.amount / 2n
      const group = `T-${randomUUID().slice(0, 8)}`
      const { currency } = paid.settlement
      const order = {
        operationId: randomUUID(),
        accountRef,
        amount,
        currency,
        group,
        sourceCharge: paid.chargeRef,
      }
      const sent = await gateway.transfer(order)
      expect(sent).toMatchObject({ accountRef, amount, amountReversed: 0n, currency, group })
      expect((await gateway.transfer(order)).transferRef).toBe(sent.transferRef)
      expect((await gateway.findTransfers(group)).map(({ operationId }) => operationId)).toEqual([
        order.operationId,
      ])
      const { transferRef } = sent
      const back = { operationId: randomUUID(), transferRef, amount }
      const reversal = await gateway.reverseTransfer(back)
      expect((await gateway.reverseTransfer(back)).reversalRef).toBe(reversal.reversalRef)
      expect(await gateway.readTransfer(transferRef)).toMatchObject({ amountReversed: amount })
      expect(await gateway.findReversals(transferRef)).toEqual([reversal])
      const more = gateway.reverseTransfer({ operationId: randomUUID(), transferRef, amount: 1n })
      expect((await failureOf(more)).failure).toBe('refused')
    })

    test('the provider’s own books show the payment and the money that there is', async () => {
      const paid = await gateway.readPayment(await provider.pay(70400n, 'pays at once'))
      const [hour, now] = [3_600_000, Date.now()]
      const period = { createdAfter: new Date(now - hour), createdBefore: new Date(now + hour) }
      const { items } = await gateway.listBalanceTransactions(period)
      const booked = items.find(({ sourceRef }) => sourceRef === paid.chargeRef)
      expect(booked).toMatchObject({ amount: paid.settlement?.amount, fee: paid.settlement?.fee })
      const { available, pending } = await gateway.readBalance()
      expect([...available, ...pending].map(({ currency }) => currency)).toContain(paid.settlement?.currency)
    })
  })
}

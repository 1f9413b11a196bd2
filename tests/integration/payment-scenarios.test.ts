import { randomUUID } from 'node:crypto'
import { sessionDeadline } from '~/platform/payments-sdk/payment-gateway'
import { StripeGateway } from '~/platform/payments-sdk/stripe-gateway.server'
import { startSandbox } from '../../scripts/stripe-sandbox/server'
import { steerSandbox } from '../../scripts/stripe-sandbox/steer'
import { submitPayment } from '../../scripts/stripe-sandbox/submit-payment'
import { disputeScenarios } from '../contract/dispute-scenarios'
import type { SellerProvider, TestCard } from '../contract/payment-provider'
import { paymentScenarios } from '../contract/payment-scenarios'
import { sellerScenarios } from '../contract/seller-scenarios'

const keys = { secretKey: 'sk_test_scenarios', webhookSecret: 'whsec_scenarios', appMode: 'demo' as const }

/** https://docs.stripe.com/testing */
const numbers: Record<TestCard, string> = {
  pays: '4242424242424242',
  'pays at once': '4000000000000077',
  'is disputed': '4000000000000259',
}

async function sandboxProvider(): Promise<SellerProvider> {
  const sandbox = await startSandbox(keys)
  const gateway = new StripeGateway({ ...keys, apiBase: sandbox.origin })
  return {
    gateway,
    async pay(amount, card = 'pays') {
      const { sessionId, url } = await gateway.startCheckout({
        operationId: randomUUID(),
        reference: `T-${randomUUID().slice(0, 8)}`,
        attempt: 1,
        lines: [{ name: '盘长', quantity: 1, unitAmount: amount }],
        total: amount,
        currency: 'CNY',
        locale: 'zh-CN',
        expiresAt: sessionDeadline(new Date()),
        successUrl: 'https://example.com/paid',
        cancelUrl: 'https://example.com/left',
        metadata: {},
      })
      await submitPayment(url, { cardNumber: numbers[card] })
      const { paymentRef } = await gateway.readCheckout(sessionId)
      if (paymentRef === null) throw new Error('The test card did not pay.')
      return paymentRef
    },
    async readySeller() {
      const order = { operationId: randomUUID(), sellerId: randomUUID(), country: 'SG' }
      const { accountRef } = await gateway.openSellerAccount(order)
      const { origin } = sandbox
      await steerSandbox({ origin, ...keys }, `accounts/${accountRef}`, { action: 'verify' })
      return accountRef
    },
    close: () => sandbox.close(),
  }
}

paymentScenarios('the sandbox', sandboxProvider)
disputeScenarios('the sandbox', sandboxProvider)
sellerScenarios('the sandbox', sandboxProvider)

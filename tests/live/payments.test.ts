import { randomUUID } from 'node:crypto'
import Stripe from 'stripe'
import { afterAll, expect, test } from 'vitest'
import { StripeGateway } from '~/platform/payments-sdk/stripe-gateway.server'
import { ContractChecker } from '../../scripts/stripe-contract/check-exchange'
import { loadContract } from '../../scripts/stripe-contract/contract'
import { readRecord } from '../../scripts/stripe-contract/read-record'
import { liveSuiteNotRun, liveTestKey } from '../../scripts/test/live-key'
import { counted } from '../contract/counted'
import { disputeScenarios } from '../contract/dispute-scenarios'
import { payment, walletPayment } from '../contract/good-requests'
import type { SellerProvider, TestCard } from '../contract/payment-provider'
import { paymentScenarios } from '../contract/payment-scenarios'
import { sellerScenarios } from '../contract/seller-scenarios'
import { startRecordingProxy } from './recording-proxy'

/** The scenarios against Stripe's own test mode, and what only Stripe can show. Run by `npm run test:live` alone. */
const secretKey = liveTestKey()
if (secretKey === null) throw new Error(liveSuiteNotRun)
const proxy = await startRecordingProxy((path) => {
  // Files have a host of their own.
  const host = path === '/v1/files' ? 'files.stripe.com' : 'api.stripe.com'
  return new URL(path, `https://${host}`)
})
afterAll(() => proxy.close())

const stripe = new Stripe(secretKey, {
  host: proxy.origin.hostname,
  port: proxy.origin.port,
  protocol: 'http',
  timeout: 20_000,
  telemetry: false,
})
const gateway = new StripeGateway({
  secretKey,
  webhookSecret: 'whsec_not_used',
  appMode: 'demo',
  apiBase: proxy.origin,
})

/** https://docs.stripe.com/testing */
const methods: Record<TestCard, string> = {
  pays: 'pm_card_visa',
  'pays at once': 'pm_card_bypassPending',
  'is disputed': 'pm_card_createDispute',
}

const ours = (word: string) => ({ idempotencyKey: `${word}:${randomUUID()}` })

async function stripeProvider(): Promise<SellerProvider> {
  return {
    gateway,
    async pay(amount, card = 'pays') {
      const params = { ...payment, amount: Number(amount), payment_method: methods[card] }
      return (await stripe.paymentIntents.create(params, ours('payment'))).id
    },
    async readySeller() {
      const accounts = (await stripe.accounts.list({ limit: 100 })).data
      const ready = accounts.find(({ capabilities }) => capabilities?.transfers === 'active')
      if (ready) return ready.id
      throw new Error(
        'No connected account may receive transfers: finish the form of one in test mode first.',
      )
    },
    close: async () => undefined,
  }
}

paymentScenarios('Stripe’s test mode', stripeProvider)
disputeScenarios('Stripe’s test mode', stripeProvider)
sellerScenarios('Stripe’s test mode', stripeProvider)

test.each(['alipay', 'wechat_pay'] as const)('%s goes as far as it can without a browser', async (type) => {
  const started = await stripe.paymentIntents.create(walletPayment(type), ours('payment'))
  expect(started.next_action?.type).toMatch(/^(alipay_handle_redirect|wechat_pay_display_qr_code)$/)
  expect(await gateway.readPayment(started.id)).toMatchObject({ status: 'requires_action', amount: 36800n })
})

test('what Stripe answered to all this keeps the contract too', () => {
  const checker = new ContractChecker(loadContract())
  const exchanges = readRecord('live').flatMap((line) => (line.kind === 'exchange' ? [line] : []))
  expect(counted(exchanges.flatMap((exchange) => checker.judge(exchange).violations))).toEqual({})
})

import { randomUUID } from 'node:crypto'
import Stripe from 'stripe'
import { afterAll, expect, test } from 'vitest'
import { StripeGateway } from '~/platform/payments-sdk/stripe-gateway.server'
import { ContractChecker } from '../../scripts/stripe-contract/check-exchange'
import { loadContract } from '../../scripts/stripe-contract/contract'
import { readRecord } from '../../scripts/stripe-contract/read-record'
import { liveSuiteNotRun, liveTestKey } from '../../scripts/test/live-key'
import { counted } from '../contract/counted'
import { account, accountLink, lostEvidence, payment, walletPayment } from '../contract/good-requests'
import { type PaymentProvider, paymentScenarios } from '../contract/payment-scenarios'
import { startRecordingProxy } from './recording-proxy'

/** The scenarios against Stripe's own test mode, and what only Stripe can show. Run by `npm run test:live` alone. */
const key = liveTestKey()
if (key === null) throw new Error(liveSuiteNotRun)
const proxy = await startRecordingProxy(new URL('https://api.stripe.com'))
const stripe = new Stripe(key, {
  host: proxy.origin.hostname,
  port: proxy.origin.port,
  protocol: 'http',
  timeout: 20_000,
  telemetry: false,
})
afterAll(() => proxy.close())

const ours = (word: string) => ({ idempotencyKey: `${word}:${randomUUID()}` })

async function pay(amount: number, method: string): Promise<Stripe.PaymentIntent> {
  return stripe.paymentIntents.create({ ...payment, amount, payment_method: method }, ours('payment'))
}

async function stripeProvider(secretKey: string): Promise<PaymentProvider> {
  return {
    gateway: new StripeGateway({
      secretKey,
      webhookSecret: 'whsec_not_used',
      appMode: 'demo',
      apiBase: proxy.origin,
    }),
    pay: async (amount) => (await pay(Number(amount), 'pm_card_visa')).id,
    close: async () => undefined,
  }
}

paymentScenarios('Stripe’s test mode', () => stripeProvider(key))

test.each(['alipay', 'wechat_pay'] as const)('%s goes as far as it can without a browser', async (type) => {
  const started = await stripe.paymentIntents.create(walletPayment(type), ours('payment'))
  expect(started.status).toBe('requires_action')
  expect(started.next_action?.type).toMatch(/^(alipay_handle_redirect|wechat_pay_display_qr_code)$/)
})

test('a disputed test card opens a dispute, and evidence can be handed in', async () => {
  const { id } = await pay(36800, 'pm_card_createDispute')
  const find = async () => (await stripe.disputes.list({ payment_intent: id })).data[0]
  await expect.poll(find, { timeout: 60_000, interval: 2000 }).toBeDefined()
  const dispute = await find()
  expect(dispute).toMatchObject({ amount: 36800, currency: 'cny', status: 'needs_response' })
  const answered = await stripe.disputes.update(dispute?.id ?? '', lostEvidence, ours('evidence'))
  expect(answered.evidence_details.submission_count).toBe(1)
})

test('a recipient account is opened, its form has an address, and a transfer waits for the form', async () => {
  const opened = await stripe.accounts.create(account, ours('account'))
  expect(opened.tos_acceptance?.service_agreement).toBe('recipient')
  const link = await stripe.accountLinks.create({ ...accountLink, account: opened.id })
  expect(link.url).toMatch(/^https:\/\/connect\.stripe\.com\//)
  const early = stripe.transfers.create(
    { amount: 100, currency: 'hkd', destination: opened.id, transfer_group: 'T-1' },
    ours('transfer'),
  )
  await expect(early).rejects.toBeInstanceOf(Stripe.errors.StripeInvalidRequestError)
})

test('a transfer to an account that is ready goes, and comes back once', async () => {
  const ready = (await stripe.accounts.list({ limit: 100 })).data.find(
    ({ capabilities }) => capabilities?.transfers === 'active',
  )
  if (ready === undefined) {
    throw new Error(
      'No connected account may receive transfers yet: finish one account’s form in test mode, then run again.',
    )
  }
  const paid = await pay(36800, 'pm_card_bypassPending')
  const charge = await stripe.charges.retrieve(String(paid.latest_charge), {
    expand: ['balance_transaction'],
  })
  const booked = charge.balance_transaction
  if (booked === null || typeof booked === 'string') throw new Error('The payment is not booked.')
  const sent = await stripe.transfers.create(
    {
      amount: Math.floor(booked.net / 2),
      currency: booked.currency,
      destination: ready.id,
      source_transaction: charge.id,
    },
    ours('transfer'),
  )
  const back = await stripe.transfers.createReversal(sent.id, {}, ours('reversal'))
  expect(back.amount).toBe(sent.amount)
  await expect(stripe.transfers.createReversal(sent.id, {}, ours('reversal'))).rejects.toThrow()
})

test('what Stripe answered to all this keeps the contract too', () => {
  const checker = new ContractChecker(loadContract())
  const exchanges = readRecord('live').flatMap((line) => (line.kind === 'exchange' ? [line] : []))
  expect(counted(exchanges.flatMap((exchange) => checker.judge(exchange).violations))).toEqual({})
})

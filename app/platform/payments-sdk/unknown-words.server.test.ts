import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { StripeGateway } from './stripe-gateway.server'

/** Stripe adds words to its answers without asking: https://docs.stripe.com/upgrades#what-changes-does-stripe-consider-to-be-backwards-compatible */
async function whenStripeAnswers<T>(object: object, ask: (gateway: StripeGateway) => Promise<T>): Promise<T> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(object))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const keys = { secretKey: 'sk_test_words', webhookSecret: 'whsec_words', appMode: 'demo' as const }
  const gateway = new StripeGateway({ ...keys, apiBase: new URL(`http://127.0.0.1:${port}`) })
  try {
    return await ask(gateway)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const payment = {
  id: 'pi_1',
  object: 'payment_intent',
  amount: 100,
  amount_received: 0,
  currency: 'cny',
  latest_charge: null,
  last_payment_error: null,
  metadata: {},
  status: 'requires_blessing',
}
const session = {
  id: 'cs_1',
  object: 'checkout.session',
  amount_total: 100,
  client_reference_id: 'QS-1',
  currency: 'cny',
  payment_intent: payment,
  payment_status: 'promised',
  status: 'complete',
}

test('a payment and a checkout in a state of tomorrow are on their way, not paid and not failed', async () => {
  const read = await whenStripeAnswers(payment, (gateway) => gateway.readPayment('pi_1'))
  expect(read.status).toBe('processing')
  for (const status of ['complete', 'resting']) {
    const answer = { ...session, status }
    const checkout = await whenStripeAnswers(answer, (gateway) => gateway.readCheckout('cs_1'))
    expect(checkout.status).toBe('processing')
  }
})

test('a refund in a state of tomorrow is pending', async () => {
  const refund = { id: 're_1', object: 'refund', amount: 1, currency: 'cny', balance_transaction: null }
  const read = (status: string | null) =>
    whenStripeAnswers({ ...refund, payment_intent: 'pi_1', status }, (gateway) => gateway.readRefund('re_1'))
  expect((await read('reconsidered')).status).toBe('pending')
  expect((await read('requires_action')).status).toBe('pending')
  expect((await read(null)).status).toBe('pending')
  expect((await read('canceled')).status).toBe('failed')
})

test('a dispute and a payout in a state of tomorrow are called unknown, with the provider’s own word', async () => {
  const dispute = {
    id: 'dp_1',
    object: 'dispute',
    amount: 100,
    balance_transactions: [],
    charge: 'ch_1',
    created: 1,
    currency: 'cny',
    evidence_details: { due_by: null, has_evidence: false, submission_count: 0 },
    payment_intent: 'pi_1',
    reason: 'bad_weather',
    status: 'in_arbitration',
  }
  expect(await whenStripeAnswers(dispute, (gateway) => gateway.readDispute('dp_1'))).toMatchObject({
    state: 'unknown',
    providerStatus: 'in_arbitration',
    reason: 'bad_weather',
    evidenceDueBy: null,
  })
  const payout = {
    id: 'po_1',
    object: 'payout',
    amount: 1,
    currency: 'hkd',
    automatic: true,
    arrival_date: 1,
    created: 1,
    failure_code: null,
    metadata: {},
    status: 'flying',
  }
  expect((await whenStripeAnswers(payout, (gateway) => gateway.readPayout('po_1'))).state).toBe('unknown')
})

test('a movement and an account with words of tomorrow are read', async () => {
  const movement = {
    id: 'txn_1',
    object: 'balance_transaction',
    amount: -5,
    fee: 0,
    net: -5,
    currency: 'hkd',
    exchange_rate: null,
    source: null,
    type: 'moon_tax',
    created: 1,
    available_on: 1,
  }
  const list = { object: 'list', data: [movement], has_more: false, url: '/v1/balance_transactions' }
  const period = { createdAfter: new Date(0), createdBefore: new Date() }
  const read = await whenStripeAnswers(list, (gateway) => gateway.listBalanceTransactions(period))
  expect(read.items).toMatchObject([{ type: 'moon_tax', net: -5n, sourceRef: null }])
  const account = {
    id: 'acct_1',
    object: 'account',
    capabilities: { transfers: 'dormant' },
    details_submitted: true,
    payouts_enabled: true,
    requirements: { disabled_reason: 'eclipse', currently_due: null },
  }
  expect(await whenStripeAnswers(account, (gateway) => gateway.readSeller('acct_1'))).toMatchObject({
    state: 'restricted',
    transfersEnabled: false,
    disabledReason: 'eclipse',
    requirementsDue: [],
  })
})

test('an answer of another kind is refused by name', async () => {
  const asked = whenStripeAnswers({ id: 'x', object: 'customer' }, (gateway) => gateway.readPayment('x'))
  await expect(asked).rejects.toMatchObject({ failure: 'unexpected_answer', code: 'payment_intent' })
})

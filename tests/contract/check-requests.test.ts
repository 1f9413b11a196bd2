import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ContractChecker } from '../../scripts/stripe-contract/check-exchange'
import { loadContract } from '../../scripts/stripe-contract/contract'
import { CapturedRequests } from './captured-requests'
import { account, accountLink, goodRequests, payment, session, transfer } from './good-requests'

const checker = new ContractChecker(loadContract())
const key = { idempotencyKey: 'test:0197' }
let captured: CapturedRequests

beforeAll(async () => {
  captured = await CapturedRequests.start()
})
afterAll(() => captured.close())

/** Past the compiler, as a spread or a variable would carry it. */
const wrong = (params: object) => params as never
const line = (change: object) => [
  {
    quantity: 1,
    price_data: { currency: 'cny', unit_amount: 36800, product_data: { name: '盘长' }, ...change },
  },
]

type Fault = [what: string, violation: RegExp, send: (stripe: Stripe) => Promise<unknown>]

const inSession = (change: object) => (stripe: Stripe) =>
  stripe.checkout.sessions.create(wrong({ ...session, ...change }), key)
const inPayment = (change: object) => (stripe: Stripe) =>
  stripe.paymentIntents.create(wrong({ ...payment, ...change }), key)
const inRefund = (change: object) => (stripe: Stripe) =>
  stripe.refunds.create(wrong({ payment_intent: 'pi_1', ...change }), key)
const inTransfer = (change: object) => (stripe: Stripe) =>
  stripe.transfers.create(wrong({ ...transfer, ...change }), key)

const faults: Fault[] = [
  [
    'the removed parameter of a session',
    /payment_method_types/,
    inSession({ payment_method_types: ['card'] }),
  ],
  [
    'the removed parameter of a payment',
    /payment_method_types/,
    inPayment({ payment_method_types: ['card'] }),
  ],
  ['the old name of hosted', /ui_mode must be equal/, inSession({ ui_mode: 'hosted' })],
  [
    'a client that WeChat does not know',
    /wechat_pay.client must be equal/,
    inSession({ payment_method_options: { wechat_pay: { client: 'pc' } } }),
  ],
  ['a reason that Stripe does not know', /reason must be equal/, inRefund({ reason: 'changed_her_mind' })],
  [
    'a type of account link',
    /type must be equal/,
    (stripe) => stripe.accountLinks.create(wrong({ ...accountLink, type: 'onboarding' })),
  ],
  [
    'a misspelt method of paying',
    /allowed_payment_method_types.0 must be equal/,
    inSession({ allowed_payment_method_types: ['alypay'] }),
  ],
  ['a misspelt name', /sucess_url/, inSession({ sucess_url: 'https://example.com' })],
  ['a misspelt nested name', /unit_amout/, inSession({ line_items: line({ unit_amout: 100 }) })],
  ['a misspelt name in metadata’s place', /meta/, inRefund({ meta: { a: '1' } })],
  [
    'options among the parameters of a write',
    /idempotencyKey: an option/,
    (stripe) => stripe.refunds.create(wrong({ payment_intent: 'pi_1', idempotencyKey: 'refund:1' })),
  ],
  [
    'options among the parameters of a read',
    /stripeAccount: an option/,
    (stripe) => stripe.refunds.list(wrong({ limit: 1, stripeAccount: 'acct_1' })),
  ],
  ['half a fen', /199.5 is not a whole amount/, inSession({ line_items: line({ unit_amount: 199.5 }) })],
  ['half a fen in a refund', /amount: 0.5 is not a whole amount/, inRefund({ amount: 0.5 })],
  [
    'half a cent in a reversal',
    /not a whole amount/,
    (stripe) => stripe.transfers.createReversal('tr_1', { amount: 1.01 }, key),
  ],
  ['an amount in scientific notation', /1e\+21 is not a whole/, inRefund({ amount: 1e21 })],
  ['an upper-case currency', /CNY is not a currency/, inSession({ line_items: line({ currency: 'CNY' }) })],
  ['an upper-case currency of a transfer', /HKD is not a currency/, inTransfer({ currency: 'HKD' })],
  [
    'no currency in a price',
    /required property 'currency'/,
    inSession({ line_items: line({ currency: undefined }) }),
  ],
  ['no currency in a payment', /required property 'currency'/, inPayment({ currency: undefined })],
  ['a transfer to nobody', /required property 'destination'/, inTransfer({ destination: undefined })],
  ['nested metadata', /metadata/, inSession({ metadata: { due: { id: '1' } } })],
  ['a text for an amount', /amount must be number/, inPayment({ amount: '¥368' })],
  [
    'a text for a number of pieces',
    /quantity must be number/,
    inSession({ line_items: [{ quantity: '两条' }] }),
  ],
  ['a text for yes or no', /confirm must be boolean/, inPayment({ confirm: '是' })],
  ['one text where a list belongs', /expand must be array/, inRefund({ expand: 'charge' })],
  [
    'a capability that does not exist',
    /transfer/,
    (stripe) =>
      stripe.accounts.create(wrong({ ...account, capabilities: { transfer: { requested: true } } }), key),
  ],
  [
    'evidence that does not exist',
    /tracking_number/,
    (stripe) => stripe.disputes.update('dp_1', { evidence: wrong({ tracking_number: '1' }) }),
  ],
  [
    'an address that does not exist',
    /no such call/,
    (stripe) => stripe.rawRequest('POST', '/v1/refund', {}, key),
  ],
  [
    'a verb that does not exist',
    /no such call/,
    (stripe) => stripe.rawRequest('DELETE', '/v1/refunds/re_1', undefined, {}),
  ],
  [
    'another version of the API',
    /Stripe-Version is 2024-04-10/,
    (stripe) => stripe.refunds.retrieve('re_1', {}, { apiVersion: '2024-04-10' }),
  ],
  [
    'the SDK’s own random key',
    /is not one of ours/,
    (stripe) => stripe.refunds.create({ payment_intent: 'pi_1' }),
  ],
  [
    'evidence handed in without a key of ours',
    /is not one of ours/,
    (stripe) => stripe.disputes.update('dp_1', { submit: true }),
  ],
  [
    'a file for no purpose',
    /required property 'purpose'/,
    (stripe) => stripe.files.create(wrong({ file: { data: Buffer.from('%PDF'), name: 'a.pdf' } }), key),
  ],
  [
    'a random key of ours',
    /is not one of ours/,
    (stripe) => stripe.transfers.create(transfer, { idempotencyKey: '0197f3b0-5c1e-7000-8000-000000000001' }),
  ],
]

describe('requests as they should be', () => {
  test.each(Object.entries(goodRequests))('%s', async (_what, send) => {
    expect(checker.judge(await captured.of(send)).violations).toEqual([])
  })
})

describe('planted faults', () => {
  test.each(faults)('%s is found', async (_what, violation, send) => {
    const { violations } = checker.judge(await captured.of(send))
    expect(violations.join('\n')).toMatch(violation)
  })
})

describe('faults that no SDK would send', () => {
  const sent = async () => captured.of((stripe) => stripe.refunds.create({ payment_intent: 'pi_1' }, key))

  test.each([
    ['authorization', /no Authorization/],
    ['stripe-version', /Stripe-Version is absent/],
    ['idempotency-key', /no Idempotency-Key/],
  ] as const)('no %s', async (name, violation) => {
    const exchange = await sent()
    delete exchange.headers[name]
    expect(checker.judge(exchange).violations).toEqual([expect.stringMatching(violation)])
  })

  test.each([
    ['payment_intent=pi_1&payment_intent=pi_2', /said twice/],
    ['metadata=a&metadata[b]=c', /both a text and an object/],
  ])('%s', async (body, violation) => {
    expect(checker.judge({ ...(await sent()), body }).violations).toEqual([expect.stringMatching(violation)])
  })
})

import { expect, test } from 'vitest'
import { ContractChecker } from '../../scripts/stripe-contract/check-exchange'
import { loadContract } from '../../scripts/stripe-contract/contract'
import type { ApiExchange } from '../../scripts/stripe-contract/exchange'

const contract = loadContract()
const checker = new ContractChecker(contract)

const refund = {
  id: 're_1',
  object: 'refund',
  amount: 100,
  balance_transaction: 'txn_1',
  charge: 'ch_1',
  created: 1_795_000_000,
  currency: 'cny',
  customer: null,
  customer_account: null,
  metadata: {},
  payment_intent: 'pi_1',
  payment_method: null,
  reason: 'duplicate',
  receipt_number: null,
  source_transfer_reversal: null,
  status: 'succeeded',
  transfer_reversal: null,
}

function read(answer: unknown, change: Partial<ApiExchange> = {}): string[] {
  return checker.judge({
    kind: 'exchange',
    method: 'GET',
    path: '/v1/refunds/re_1',
    query: '',
    headers: { authorization: 'Bearer', 'stripe-version': contract.apiVersion },
    body: '',
    status: 200,
    answer,
    ...change,
  }).violations
}

test('an object, a list and a refusal in Stripe’s shape are good', () => {
  expect(read(refund)).toEqual([])
  expect(read({ ...refund, newer_than_the_sdk: 1 })).toEqual([])
  const list = { object: 'list', data: [refund], has_more: false, url: '/v1/refunds' }
  expect(read(list, { path: '/v1/refunds' })).toEqual([])
  const error = { type: 'invalid_request_error', message: 'No such refund' }
  expect(read({ error }, { status: 404 })).toEqual([])
})

test.each([
  ['an amount as text', { amount: '100' }],
  ['no amount', { amount: undefined }],
  ['another object', { object: 'charge' }],
  ['a reason that is not documented', { reason: 'because' }],
  ['a null that Stripe never answers', { currency: null }],
  ['a list in the place of metadata', { metadata: [] }],
  ['an expanded object that is not whole', { charge: { id: 'ch_1', object: 'charge' } }],
])('%s is found', (_what, change) => {
  expect(read({ ...refund, ...change })).not.toEqual([])
})

test('half a list, a list in an object’s place and a refusal without `error` are found', () => {
  expect(read({ object: 'list', data: [refund] }, { path: '/v1/refunds' })).not.toEqual([])
  expect(
    read(
      { object: 'list', data: [{ ...refund, amount: null }], has_more: false, url: '/' },
      { path: '/v1/refunds' },
    ),
  ).not.toEqual([])
  expect(read({ object: 'list', data: [], has_more: false, url: '/v1/refunds' })).not.toEqual([])
  expect(read({ message: 'no' }, { status: 404 })).toEqual([
    'an answer with status 404 has no error.type',
    'an answer with status 404 has no error.message',
  ])
})

const event = {
  id: 'evt_1',
  object: 'event',
  api_version: contract.apiVersion,
  created: 1_795_000_000,
  data: { object: refund },
  livemode: false,
  pending_webhooks: 1,
  request: { id: null, idempotency_key: null },
  type: 'refund.updated',
}
const judgeEvent = (change: object) =>
  checker.judgeDelivery({ kind: 'delivery', payload: { ...event, ...change }, taken: true })

test('an event in Stripe’s shape is good', () => {
  expect(judgeEvent({})).toEqual([])
})

test.each([
  ['a type that does not exist', { type: 'transfer.paid' }],
  ['another version', { api_version: '2024-04-10' }],
  ['no time', { created: undefined }],
  ['an object that is not whole', { data: { object: { id: 're_1', object: 'refund' } } }],
  ['an object that does not exist', { data: { object: { id: 'x', object: 'repayment' } } }],
])('an event with %s is found', (_what, change) => {
  expect(judgeEvent(change)).not.toEqual([])
})

import { expect, test } from 'vitest'
import { checkCheckoutOrder } from './checkout-rules'
import { type CheckoutOrder, sessionDeadline } from './payment-gateway'

const order: CheckoutOrder = {
  operationId: 'op-1',
  reference: 'QS-1',
  attempt: 1,
  lines: [
    { name: '折染长巾', quantity: 2, unitAmount: 16800n },
    { name: '谢卡', quantity: 1, unitAmount: 0n },
  ],
  total: 33600n,
  currency: 'CNY',
  locale: 'zh-CN',
  expiresAt: sessionDeadline(new Date()),
  successUrl: 'https://shop.example/paid',
  cancelUrl: 'https://shop.example/left',
  metadata: {},
}
const sachet = { name: '香包', quantity: 1, unitAmount: 1n }

test('lines that add up are accepted, a free one among them', () => {
  expect(() => checkCheckoutOrder(order)).not.toThrow()
  expect(() => checkCheckoutOrder({ ...order, lines: Array(100).fill(sachet), total: 100n })).not.toThrow()
})

test.each<[string, Partial<CheckoutOrder>]>([
  ['lines that do not add up', { total: 33599n }],
  ['nothing to pay', { lines: [{ ...sachet, unitAmount: 0n }], total: 0n }],
  ['no lines', { lines: [], total: 0n }],
  ['too many lines', { lines: Array(101).fill(sachet), total: 101n }],
  ['a negative line', { lines: [{ ...sachet, unitAmount: -100n }], total: -100n }],
  [
    'a negative line that others outweigh',
    { lines: [...order.lines, { ...sachet, unitAmount: -1n }], total: 33599n },
  ],
  ['half a piece', { lines: [{ ...sachet, quantity: 0.5, unitAmount: 200n }], total: 100n }],
  ['a quantity that is not a number', { lines: [{ ...sachet, quantity: Number.NaN }] }],
  ['attempt 0', { attempt: 0 }],
])('refuses %s', (_name, change) => {
  expect(() => checkCheckoutOrder({ ...order, ...change })).toThrow(RangeError)
})

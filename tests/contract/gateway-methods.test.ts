import { expect, test } from 'vitest'
import { StripeGateway } from '~/platform/payments-sdk/stripe-gateway.server'
import { loadContract } from '../../scripts/stripe-contract/contract'
import { gatewayMethods } from './gateway-methods'

test('the table names the methods of the gateway, all of them and no other', () => {
  const methods = Object.getOwnPropertyNames(StripeGateway.prototype).filter((name) => name !== 'constructor')
  expect(Object.keys(gatewayMethods).sort()).toEqual(methods.sort())
})

test('every call in the table is one of the API', () => {
  const known = loadContract().operations.map(({ method, path }) => `${method} ${path}`)
  for (const mark of Object.values(gatewayMethods)) {
    if (mark !== 'webhook') expect(known).toContain(mark.operation)
  }
})

test('no two methods have marks that one exchange could bear both of', () => {
  const marks = Object.values(gatewayMethods).flatMap((mark) => (mark === 'webhook' ? [] : [mark]))
  for (const [at, mark] of marks.entries()) {
    const alike = marks.slice(at + 1).filter(({ operation }) => operation === mark.operation)
    for (const other of alike) {
      const apart =
        (mark.key !== undefined && other.key !== undefined && mark.key !== other.key) ||
        (mark.param !== undefined && other.param !== undefined && mark.param !== other.param)
      expect(apart, `${mark.operation}: give both a key or a param of their own`).toBe(true)
    }
  }
})

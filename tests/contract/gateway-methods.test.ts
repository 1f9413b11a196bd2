import { afterAll, beforeAll, expect, test } from 'vitest'
import { StripeGateway } from '~/platform/payments-sdk/stripe-gateway.server'
import { ContractChecker } from '../../scripts/stripe-contract/check-exchange'
import { loadContract } from '../../scripts/stripe-contract/contract'
import { CapturedRequests } from './captured-requests'
import { gatewayMethods } from './gateway-methods'
import { bearsMark, type Mark } from './mark'

const checker = new ContractChecker(loadContract())
const marks = Object.entries(gatewayMethods).flatMap(([method, mark]): [string, Mark][] =>
  mark === 'webhook' ? [] : [[method, mark]],
)
let captured: CapturedRequests
let gateway: StripeGateway

beforeAll(async () => {
  captured = await CapturedRequests.start()
  gateway = new StripeGateway({
    secretKey: 'sk_test_captured',
    webhookSecret: 'whsec_captured',
    apiBase: captured.origin,
    appMode: 'demo',
  })
})
afterAll(() => captured.close())

test('the table names the methods of the gateway, all of them and no other', () => {
  const methods = Object.getOwnPropertyNames(StripeGateway.prototype).filter((name) => name !== 'constructor')
  expect(Object.keys(gatewayMethods).sort()).toEqual(methods.sort())
})

test.each(marks)('%s sends what the contract wants, and it alone leaves its mark', async (method, mark) => {
  const judged = (await captured.all(() => mark.example(gateway))).map((exchange) => ({
    exchange,
    ...checker.judge(exchange),
  }))
  expect(judged.flatMap(({ violations }) => violations)).toEqual([])
  const bearers = marks
    .filter(([, other]) => judged.some(({ exchange, operation }) => bearsMark(exchange, operation, other)))
    .map(([name]) => name)
  expect(bearers).toEqual([method])
})

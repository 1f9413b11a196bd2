import { expect, test } from 'vitest'
import { ContractChecker } from '../../scripts/stripe-contract/check-exchange'
import { loadContract } from '../../scripts/stripe-contract/contract'
import type { RecordLine, WebhookDelivery } from '../../scripts/stripe-contract/exchange'
import { readRecord } from '../../scripts/stripe-contract/read-record'
import { counted } from './counted'
import { gatewayMethods } from './gateway-methods'
import { bearsMark } from './mark'

/** Judges what the integration tests and the browser journeys of this run sent through the sandbox. */
const checker = new ContractChecker(loadContract())
const recordedParts = ['integration', 'browser journeys'] as const
const records = new Map(recordedParts.map((part) => [part, readRecord(part)]))
const lines = [...records.values()].flat()

const isDelivery = (line: RecordLine): line is WebhookDelivery => line.kind === 'delivery'
const exchanges = lines
  .flatMap((line) => (line.kind === 'exchange' ? [line] : []))
  .map((exchange) => ({ exchange, ...checker.judge(exchange) }))
const deliveries = lines.filter(isDelivery)

const operations = [
  ...new Set(exchanges.map(({ operation }) => operation ?? 'calls that do not exist')),
].sort()

console.log(
  `${exchanges.length} exchanges of ${operations.length} operations and ${deliveries.length} deliveries are judged`,
)

test.each(recordedParts)('the %s reached the sandbox', (part) => {
  expect(records.get(part)?.length).toBeGreaterThan(0)
})

test.each(operations)('%s keeps the contract each time', (name) => {
  const violations = exchanges
    .filter(({ operation }) => (operation ?? 'calls that do not exist') === name)
    .flatMap((judged) => judged.violations)
  expect(counted(violations)).toEqual({})
})

test('every event that was sent keeps the contract', () => {
  expect(deliveries.length).toBeGreaterThan(0)
  expect(counted(deliveries.flatMap((delivery) => checker.judgeDelivery(delivery)))).toEqual({})
})

test.each(Object.entries(gatewayMethods))('%s of the gateway was exercised', (_method, mark) => {
  const seen =
    mark === 'webhook'
      ? records.get('browser journeys')?.some((line) => isDelivery(line) && line.taken)
      : exchanges.some(
          ({ exchange, operation }) => exchange.status === 200 && bearsMark(exchange, operation, mark),
        )
  expect(seen, 'no test had an answer to it from the sandbox').toBe(true)
})

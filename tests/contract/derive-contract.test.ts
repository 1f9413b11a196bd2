import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { projectRoot } from '../../scripts/project'
import { loadContract } from '../../scripts/stripe-contract/contract'
import type { Contract } from '../../scripts/stripe-contract/json-schema'
import { SchemaComparison } from './same-schema'

const contract = loadContract()
const definition = (name: string) => contract.definitions[name]

test('the contract is that of the installed SDK', () => {
  expect(contract.apiVersion).toBe(Stripe.API_VERSION)
  expect(contract.sdkVersion).toBe(Stripe.PACKAGE_VERSION)
  expect(contract.operations.length).toBeGreaterThan(500)
  expect(new Set(contract.operations.map(({ method, path }) => `${method} ${path}`)).size).toBeGreaterThan(
    500,
  )
  expect(contract.eventTypes).toContain('checkout.session.completed')
})

test('what is sent is closed, what is answered is open', () => {
  for (const [name, { type, additionalProperties }] of Object.entries(contract.definitions)) {
    expect(type, name).toBe('object')
    if (typeof additionalProperties !== 'object')
      expect(additionalProperties, name).toBe(name.startsWith('res.'))
  }
})

test('values that the types leave open keep the list that Stripe documents', () => {
  expect(definition('req.RefundCreateParams')).toEqual({
    type: 'object',
    properties: expect.objectContaining({
      amount: { type: 'number' },
      reason: { type: 'string', enum: ['duplicate', 'fraudulent', 'requested_by_customer'], 'x-open': true },
    }),
    additionalProperties: false,
  })
})

test('Endive’s parameters are there, those that it removed are not', () => {
  const create = contract.operations.find(({ sdk }) => sdk === 'Checkout.Sessions.create')
  const names = Object.keys(
    definition(create?.params?.$ref?.replace('#/definitions/', '') ?? '')?.properties ?? {},
  )
  expect(names).toContain('allowed_payment_method_types')
  expect(names).not.toContain('payment_method_types')
})

test('it agrees with the contract that was derived apart from it, where that is at hand', () => {
  const file = join(projectRoot, `../shared/stripe/sdk-contract-${contract.sdkVersion}.json.gz`)
  if (!existsSync(file)) {
    console.log(`not compared: no second derivation of stripe ${contract.sdkVersion} is at hand`)
    return
  }
  const other = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Contract
  expect(other.apiVersion).toBe(contract.apiVersion)
  const comparison = new SchemaComparison(other.definitions, contract.definitions)
  const differences = other.operations.flatMap((theirs) => {
    const { method, path, sdk, kind, paramsRequired } = theirs
    const ours = contract.operations.find((one) => one.sdk === sdk && one.path === path)
    if (ours === undefined) return [`${method} ${path} is missing`]
    expect(ours).toMatchObject({ method, path, sdk, kind, paramsRequired })
    return [
      ...comparison.differences(theirs.params ?? {}, ours.params ?? {}, `${sdk} takes`),
      ...comparison.differences(theirs.response, ours.response, `${sdk} answers`),
    ]
  })
  expect(differences).toEqual([])
  console.log(`${other.operations.length} operations compared with a second derivation`)
})

test('the comparison sees what differs, deep down and in circles', () => {
  const definitions = {
    'res.A': { type: 'object' as const, properties: { b: { $ref: '#/definitions/res.B' } } },
    'res.B': {
      type: 'object' as const,
      properties: { a: { $ref: '#/definitions/res.A' }, n: { type: 'number' as const } },
    },
  }
  const others = structuredClone(definitions)
  const root = { $ref: '#/definitions/res.A' }
  expect(new SchemaComparison(definitions, others).differences(root, root, 'A')).toEqual([])
  Object.assign(others['res.B'].properties.n, { type: 'string' })
  expect(new SchemaComparison(definitions, others).differences(root, root, 'A')).toEqual([
    expect.stringContaining('A.b.n: '),
  ])
})

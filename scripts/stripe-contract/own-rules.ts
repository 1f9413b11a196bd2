import type { ApiExchange } from './exchange'
import type { ContractOperation } from './json-schema'
import type { Form } from './parse-form'

/** Options of a call that belong beside its parameters; among them they would be sent to Stripe as fields. */
const callOptions = [
  'apiKey',
  'apiVersion',
  'host',
  'idempotencyKey',
  'maxNetworkRetries',
  'stripeAccount',
  'stripeContext',
  'timeout',
]

/**
 * Calls that may happen twice without harm, so that they need no key of ours: changes of an object by its id (but evidence
 * in a dispute is handed in once), and what gives out a short-lived address or closes what is open.
 */
const harmlessTwice =
  /^(?!\/v1\/disputes).*(\{\w+\}|\/account_links|\/account_sessions|\/login_links|\/expire|\/cancel|\/webhook_endpoints)$/

/** `refund:0197…`: what it is for, and our own id of it. The SDK's own keys look otherwise. */
const ourKey = /^[a-z]+(-[a-z]+)*:[\w.:-]+$/

/** What no type says: the project's own rules for a request. Each violation is a sentence. */
export function ownRules(exchange: ApiExchange, operation: ContractOperation, params: Form): string[] {
  return [...fieldRules(params, []), ...headerRules(exchange, operation)]
}

/** Rules for every request, known operation or not. */
export function commonRules({ headers }: ApiExchange, apiVersion: string): string[] {
  const version = headers['stripe-version']
  return [
    ...(headers.authorization === undefined ? ['no Authorization'] : []),
    ...(version === apiVersion ? [] : [`Stripe-Version is ${version ?? 'absent'}, not ${apiVersion}`]),
  ]
}

function headerRules({ headers }: ApiExchange, { method, path }: ContractOperation): string[] {
  if (method !== 'POST' || harmlessTwice.test(path)) return []
  const key = headers['idempotency-key']
  if (key === undefined) return ['no Idempotency-Key']
  return ourKey.test(key) && key.length <= 255
    ? []
    : [`the Idempotency-Key ${key} is not one of ours (word:our-id)`]
}

function fieldRules(value: Form[string], steps: readonly string[]): string[] {
  if (typeof value === 'string') return textRules(value, steps)
  const inner = Object.entries(value).flatMap(([name, field]) => fieldRules(field, [...steps, name]))
  if (steps.length > 0 || Array.isArray(value)) return inner
  const options = callOptions.filter((name) => name in value)
  return [...options.map((name) => `${name}: an option of the call is sent as a parameter`), ...inner]
}

function textRules(text: string, steps: readonly string[]): string[] {
  const where = steps.join('.')
  if (steps.includes('metadata')) return []
  const name = /^(gte?|lte?|\d+)$/.test(steps.at(-1) ?? '') ? steps.at(-2) : steps.at(-1)
  if (/(^|_)amount$/.test(name ?? '') && !/^-?\d+$/.test(text))
    return [`${where}: ${text} is not a whole amount`]
  if (/(^|_)currency$/.test(name ?? '') && !/^[a-z]{3}$/.test(text)) {
    return [`${where}: ${text} is not a currency in three lower-case letters`]
  }
  return []
}

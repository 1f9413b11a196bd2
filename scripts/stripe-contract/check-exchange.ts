import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import type { ApiExchange, WebhookDelivery } from './exchange'
import type { Contract, ContractOperation, JsonSchema } from './json-schema'
import { commonRules, ownRules } from './own-rules'
import { type Form, parseForm } from './parse-form'

/** What an exchange was, and every sentence against it; none when it keeps the contract. */
export interface Judgement {
  /** `POST /v1/refunds`; null when the API has no such call. */
  operation: string | null
  violations: string[]
}

const MOST_SHOWN = 12

/** Judges exchanges by a contract. Types are compiled when they are first needed and kept. */
export class ContractChecker {
  readonly #requests = new Ajv({ coerceTypes: true, allErrors: true, strict: false })
  readonly #answers = new Ajv({ allErrors: true, strict: false })
  readonly #compiled = new Map<string, ValidateFunction>()
  readonly #routes: { pattern: RegExp; operation: ContractOperation }[]
  readonly #byObject = new Map<string, JsonSchema>()

  constructor(readonly contract: Contract) {
    const { definitions, operations } = contract
    for (const ajv of [this.#requests, this.#answers]) ajv.addSchema({ $id: 'contract', definitions })
    this.#routes = operations
      .map((operation) => ({ pattern: patternOf(operation.path), operation }))
      // `/v1/charges/search` is not a charge.
      .sort((a, b) => placeholders(a.operation.path) - placeholders(b.operation.path))
    for (const { response } of operations) {
      const definition = definitions[response.$ref?.replace('#/definitions/', '') ?? '']
      const [noun] = definition?.properties?.object?.enum ?? []
      if (typeof noun === 'string') this.#byObject.set(noun, response)
    }
  }

  judge(exchange: ApiExchange): Judgement {
    const { method, path } = exchange
    const operation = this.#routes.find(
      (route) => route.operation.method === method && route.pattern.test(path),
    )?.operation
    const common = commonRules(exchange, this.contract.apiVersion)
    if (operation === undefined) {
      return { operation: null, violations: [`${method} ${path}: the API has no such call`, ...common] }
    }
    return {
      operation: `${operation.method} ${operation.path}`,
      violations: [
        ...common,
        ...this.#judgeRequest(exchange, operation),
        ...this.#judgeAnswer(exchange, operation),
      ],
    }
  }

  /** An event's object is judged by the type that a question for it would answer. */
  judgeDelivery({ payload }: WebhookDelivery): string[] {
    const event = asObject(payload)
    const missing = ['id', 'object', 'api_version', 'created', 'data', 'livemode', 'pending_webhooks', 'type']
      .filter((name) => event[name] === undefined)
      .map((name) => `event: no ${name}`)
    const object = asObject(asObject(event.data).object)
    const schema = this.#byObject.get(String(object.object))
    return [
      ...missing,
      ...(this.contract.eventTypes.includes(String(event.type))
        ? []
        : [`${event.type}: no such type of event`]),
      ...(event.api_version === this.contract.apiVersion
        ? []
        : [`event: api_version is ${event.api_version}`]),
      ...(schema
        ? this.#faults(this.#answers, `object ${object.object}`, schema, object)
        : [`${object.object}: no such object`]),
    ]
  }

  #judgeRequest(exchange: ApiExchange, operation: ContractOperation): string[] {
    let params: Form
    try {
      params = parseForm([exchange.query, exchange.body].filter((part) => part !== '').join('&'))
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)]
    }
    const schema = operation.params ?? { type: 'object', additionalProperties: false }
    // Coercing rewrites what it judges; the own rules read the texts as they were sent.
    const sent = structuredClone(params)
    return [
      ...ownRules(exchange, operation, params),
      ...this.#faults(this.#requests, `request of ${operation.sdk}`, schema, sent),
    ]
  }

  #judgeAnswer({ status, answer }: ApiExchange, { sdk, kind, response }: ContractOperation): string[] {
    if (status < 200 || status > 299) return judgeRefusal(status, answer)
    const schema = kind === 'object' ? response : listOf(response, kind)
    return this.#faults(this.#answers, `answer of ${sdk}`, schema, answer)
  }

  #faults(ajv: Ajv, what: string, schema: JsonSchema, value: unknown): string[] {
    const validate = this.#compiled.get(what) ?? ajv.compile(absolute(schema))
    this.#compiled.set(what, validate)
    if (validate(value)) return []
    const sentences = new Set((validate.errors ?? []).map((error) => `${what}: ${sentenceOf(error)}`))
    return [...sentences].slice(0, MOST_SHOWN)
  }
}

/** The SDK takes a refusal without `error` for a success. */
function judgeRefusal(status: number, answer: unknown): string[] {
  const error = asObject(asObject(answer).error)
  return ['type', 'message']
    .filter((name) => typeof error[name] !== 'string')
    .map((name) => `an answer with status ${status} has no error.${name}`)
}

function listOf(items: JsonSchema, kind: 'list' | 'search'): JsonSchema {
  return {
    type: 'object',
    properties: {
      object: { enum: [kind === 'list' ? 'list' : 'search_result'] },
      data: { type: 'array', items },
      has_more: { type: 'boolean' },
      url: { type: 'string' },
    },
    required: ['object', 'data', 'has_more', 'url'],
  }
}

/** References within the contract, from a schema that stands outside it. */
function absolute(schema: JsonSchema): JsonSchema {
  return JSON.parse(
    JSON.stringify(schema).replaceAll('"#/definitions/', '"contract#/definitions/'),
  ) as JsonSchema
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`)
}

function placeholders(path: string): number {
  return path.split('{').length
}

function sentenceOf({ instancePath, message, params }: ErrorObject): string {
  const at = instancePath.slice(1).replaceAll('/', '.') || 'it'
  const detail = params.additionalProperty ?? params.allowedValues?.join(', ')
  return `${at} ${message ?? 'is wrong'}${detail ? ` (${detail})` : ''}`
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

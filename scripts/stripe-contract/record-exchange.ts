import { appendFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import process from 'node:process'
import type { RecordLine } from './exchange'
import { formOf } from './multipart'

interface RawExchange {
  method: string
  url: URL
  headers: IncomingHttpHeaders
  body: string | Buffer
  status: number
  answer: unknown
}

const REDACTED = 'redacted'
const kept = ['stripe-version', 'idempotency-key', 'content-type'] as const

/** Names of fields whose texts no file may keep: what opens a door, and numbers of cards, accounts and persons. */
const secretName = /^(number|cvc|account_number|routing_number|iban|id_number|ssn_last_4|.*secret.*|token)$/

/** 12 to 19 digits in a row, blanks and hyphens between them or not: a card's number, whatever the field is called. */
const cardLike = /\b\d(?:[ -]?\d){11,18}\b/g

/**
 * Appends one exchange of the API to the file that STRIPE_RECORD names; without that variable, and for what a browser asks
 * for beside a page, it does nothing.
 */
export function recordExchange({ method, url, headers, body, status, answer }: RawExchange): void {
  if (process.env.STRIPE_RECORD === undefined || !/^\/v\d\//.test(url.pathname)) return
  const { authorization } = headers
  append({
    kind: 'exchange',
    method,
    path: url.pathname,
    query: redactForm(url.search.slice(1)),
    headers: {
      ...(authorization && { authorization: authorization.split(' ')[0] }),
      ...Object.fromEntries(kept.flatMap((name) => (headers[name] ? [[name, headers[name]]] : []))),
    },
    body: redactForm(formOf(body.toString(), headers['content-type'])),
    status,
    answer: redact(answer),
  })
}

/** Appends one delivery of an event, as `recordExchange` does. */
export function recordDelivery(payload: string, taken: boolean): void {
  if (process.env.STRIPE_RECORD === undefined) return
  append({ kind: 'delivery', payload: redact(JSON.parse(payload)), taken })
}

/** Several processes append to one file; a line is written whole or, if it ever were torn, fails the judgement. */
function append(line: RecordLine): void {
  appendFileSync(process.env.STRIPE_RECORD ?? '', `${JSON.stringify(line)}\n`)
}

function redactForm(encoded: string): string {
  const fields = [...new URLSearchParams(encoded)].map(([name, text]) => {
    const last = name.replaceAll(']', '').split('[').at(-1) ?? ''
    return [name, redactText(last, text)]
  })
  return new URLSearchParams(fields).toString()
}

function redact(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return redactText(name, value)
  if (Array.isArray(value)) return value.map((item) => redact(item, name))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, redact(inner, key)]))
}

function redactText(name: string, text: string): string {
  return secretName.test(name) ? REDACTED : text.replace(cardLike, REDACTED)
}

import type { Sandbox } from './server'

export const testKeys = { secretKey: 'sk_test_sandbox', webhookSecret: 'whsec_sandbox' }

/** The least that opens a session of ¥368. */
export const sessionFields: Readonly<Record<string, string>> = {
  mode: 'payment',
  'line_items[0][quantity]': '1',
  'line_items[0][price_data][currency]': 'cny',
  'line_items[0][price_data][unit_amount]': '36800',
  'line_items[0][price_data][product_data][name]': '盘长 <b>"中堂"</b>',
  success_url: 'http://127.0.0.1:3000/paid',
  cancel_url: 'http://127.0.0.1:3000/left',
}

type Fields = Readonly<Record<string, string>>

/** A client without the SDK, for what the SDK hides or would not send: GET without fields, POST with them. */
export async function call(sandbox: Sandbox, path: string, fields?: Fields, headers: Fields = {}) {
  const answer = await fetch(new URL(path, sandbox.origin), {
    method: fields ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${testKeys.secretKey}`, ...headers },
    ...(fields && { body: new URLSearchParams(fields) }),
  })
  return { status: answer.status, headers: answer.headers, body: JSON.parse(await answer.text()) }
}

export function createSession(sandbox: Sandbox, fields: Fields = {}, headers: Fields = {}) {
  return call(sandbox, '/v1/checkout/sessions', { ...sessionFields, ...fields }, headers)
}

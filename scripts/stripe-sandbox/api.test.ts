import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from './server'
import { submitPayment } from './submit-payment'
import { call, createSession, sessionFields, testKeys } from './test-client'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox(testKeys)
})
afterAll(() => sandbox.close())

test('wants the key, as Bearer or as Basic', async () => {
  expect(await call(sandbox, '/v1/refunds', undefined, { authorization: '' })).toMatchObject({ status: 401 })
  const wrong = await call(sandbox, '/v1/refunds', undefined, {
    authorization: 'Bearer sk_test_somebody_elses',
  })
  expect(wrong.body.error).toMatchObject({ type: 'invalid_request_error', message: /Invalid API Key/ })
  expect(wrong.body.error.message).not.toContain('somebody')
  const basic = `Basic ${Buffer.from(`${testKeys.secretKey}:`).toString('base64')}`
  expect((await call(sandbox, '/v1/refunds', undefined, { authorization: basic })).status).toBe(200)
})

test.each<[string, string | undefined, string | undefined, Record<string, string>]>([
  ['an unknown parameter', 'parameter_unknown', 'sucess_url', { sucess_url: 'http://x.test' }],
  [
    'an unknown nested one',
    'parameter_unknown',
    'line_items[0][price_data][prize]',
    { 'line_items[0][price_data][prize]': '1' },
  ],
  ['an option sent as a parameter', 'parameter_unknown', 'idempotencyKey', { idempotencyKey: 'x' }],
  [
    'the removed parameter',
    'payment_method_types_no_longer_supported',
    'payment_method_types',
    { 'payment_method_types[0]': 'card' },
  ],
  ['the old name of hosted', undefined, 'ui_mode', { ui_mode: 'hosted' }],
  [
    'a misspelt method',
    undefined,
    'allowed_payment_method_types[0]',
    { 'allowed_payment_method_types[0]': 'alypay' },
  ],
  [
    'WeChat without its client',
    'parameter_missing',
    'payment_method_options[wechat_pay][client]',
    { 'allowed_payment_method_types[0]': 'wechat_pay' },
  ],
  [
    'a fraction of a fen',
    'parameter_invalid_integer',
    'line_items[0][price_data][unit_amount]',
    { 'line_items[0][price_data][unit_amount]': '199.5' },
  ],
  [
    'a negative price',
    undefined,
    'line_items[0][price_data][unit_amount]',
    { 'line_items[0][price_data][unit_amount]': '-1' },
  ],
  [
    'an upper-case currency',
    undefined,
    'line_items[0][price_data][currency]',
    { 'line_items[0][price_data][currency]': 'CNY' },
  ],
  ['too little', 'amount_too_small', undefined, { 'line_items[0][price_data][unit_amount]': '367' }],
  [
    'too much',
    'amount_too_large',
    undefined,
    { 'line_items[0][price_data][unit_amount]': '99999999', 'line_items[0][quantity]': '2' },
  ],
  ['a page that is not an address', 'url_invalid', 'success_url', { success_url: 'javascript:alert(1)' }],
  ['29 minutes', undefined, 'expires_at', { expires_at: String(Math.floor(Date.now() / 1000) + 29 * 60) }],
  ['25 hours', undefined, 'expires_at', { expires_at: String(Math.floor(Date.now() / 1000) + 25 * 3600) }],
  ['an unknown expansion', undefined, 'expand', { 'expand[0]': 'payment_intent.latest_charge.owner' }],
  ['a name that breaks out', undefined, '__proto__[x]', { '__proto__[x]': '1' }],
])('refuses %s', async (_name, code, param, fields) => {
  const { status, body } = await createSession(sandbox, fields)
  expect(status).toBe(400)
  expect(body.error).toMatchObject({ type: 'invalid_request_error', message: expect.any(String) })
  expect([body.error.code, body.error.param]).toEqual([code, param])
})

test('refuses an unknown expansion before the refund, not after it', async () => {
  const { body } = await createSession(sandbox)
  await submitPayment(body.url, { method: 'alipay' })
  const { payment_intent } = (await call(sandbox, `/v1/checkout/sessions/${body.id}`)).body
  expect((await call(sandbox, '/v1/refunds', { payment_intent, 'expand[0]': 'buyer' })).status).toBe(400)
  expect((await call(sandbox, `/v1/refunds?payment_intent=${payment_intent}`)).body.data).toEqual([])
})

test('says which required parameter is missing', async () => {
  const { success_url: _, ...rest } = sessionFields
  const { body } = await call(sandbox, '/v1/checkout/sessions', rest)
  expect(body.error).toMatchObject({ code: 'parameter_missing', param: 'success_url' })
})

test('repeats an answer for a repeated key, in any order of fields, and refuses the key for another request', async () => {
  const key = { 'idempotency-key': 'k-1' }
  const first = await createSession(sandbox, {}, key)
  expect(first.headers.get('idempotent-replayed')).toBeNull()
  const backwards = Object.fromEntries(Object.entries(sessionFields).reverse())
  const again = await call(sandbox, '/v1/checkout/sessions', backwards, key)
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  expect(again.body).toEqual(first.body)
  const other = await createSession(sandbox, { client_reference_id: 'QS-2' }, key)
  expect(other).toMatchObject({ status: 400, body: { error: { type: 'idempotency_error' } } })
  const elsewhere = await call(sandbox, '/v1/refunds', { payment_intent: 'pi_1' }, key)
  expect(elsewhere.body.error.type).toBe('idempotency_error')
})

test('a refusal of parameters leaves the key free; a refusal while running is repeated', async () => {
  const key = { 'idempotency-key': 'k-2' }
  expect((await createSession(sandbox, { nonsense: '1' }, key)).status).toBe(400)
  expect((await createSession(sandbox, {}, key)).status).toBe(200)
  const refund = () =>
    call(sandbox, '/v1/refunds', { payment_intent: 'pi_none' }, { 'idempotency-key': 'k-3' })
  expect((await refund()).status).toBe(404)
  expect((await refund()).headers.get('idempotent-replayed')).toBe('true')
})

test('lists newest first, in pages, and shows line items when asked', async () => {
  const ids = [await createSession(sandbox), await createSession(sandbox), await createSession(sandbox)].map(
    ({ body }) => body.id,
  )
  const page = await call(sandbox, '/v1/checkout/sessions?limit=2&status=open&expand[]=data.line_items')
  expect(page.body.data.map(({ id }: { id: string }) => id)).toEqual([ids[2], ids[1]])
  expect(page.body.data[0].line_items.data[0]).toMatchObject({
    amount_total: 36800,
    price: { unit_amount_decimal: '36800' },
  })
  expect(page.body).toMatchObject({ object: 'list', has_more: true })
  const next = await call(sandbox, `/v1/checkout/sessions?limit=1&starting_after=${ids[1]}`)
  expect(next.body.data[0].id).toBe(ids[0])
})

test('a payment can be followed down to its balance transaction', async () => {
  const { body } = await createSession(sandbox)
  await submitPayment(body.url, { cardNumber: '4242424242424242' })
  const paid = await call(
    sandbox,
    `/v1/checkout/sessions/${body.id}?expand[]=payment_intent.latest_charge.balance_transaction`,
  )
  const payment = paid.body.payment_intent
  expect(paid.body).toMatchObject({ status: 'complete', payment_status: 'paid', url: null })
  expect(payment).toMatchObject({ status: 'succeeded', amount_received: 36800 })
  expect(payment.latest_charge.balance_transaction).toMatchObject({
    currency: 'hkd',
    amount: 39983,
    net: 39983 - 1594,
  })
  expect((await call(sandbox, `/v1/charges/${payment.latest_charge.id}`)).body.paid).toBe(true)
  const booked = payment.latest_charge.balance_transaction.id
  expect((await call(sandbox, `/v1/balance_transactions/${booked}`)).body.status).toBe('pending')
})

test('an unknown address, method, version, host or id is refused in Stripe’s shape', async () => {
  expect(await call(sandbox, '/v1/customers')).toMatchObject({
    status: 404,
    body: { error: { type: 'invalid_request_error' } },
  })
  expect((await call(sandbox, '/v1/checkout/sessions/cs_none')).body.error.code).toBe('resource_missing')
  expect((await call(sandbox, '/v1/refunds', undefined, { 'stripe-version': '2024-04-10' })).status).toBe(400)
  expect((await call(sandbox, '/v1/checkout/sessions', { expand: 'x'.repeat(1024 * 1024) })).status).toBe(413)
})

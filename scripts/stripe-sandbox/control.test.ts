import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from './server'
import { call, testKeys } from './test-client'

let sandbox: Sandbox
let stripe: Stripe
beforeAll(async () => {
  sandbox = await startSandbox(testKeys)
  const { hostname: host, port } = sandbox.origin
  stripe = new Stripe(testKeys.secretKey, { host, port, protocol: 'http', telemetry: false })
})
afterAll(() => sandbox.close())

const payment = { amount: '36800', currency: 'cny', confirm: 'true' }
const pay = (payment_method: string, more: Record<string, string> = {}) =>
  call(sandbox, '/v1/payment_intents', { ...payment, payment_method, ...more })

describe('steering the sandbox', () => {
  test('wants the key, knows its commands, and says what is wrong with them', async () => {
    const nobody = await call(sandbox, '/sandbox/clock', { advance: '1' }, { authorization: '' })
    expect(nobody.status).toBe(401)
    expect((await call(sandbox, '/sandbox/earthquake', {})).status).toBe(404)
    expect((await call(sandbox, '/sandbox/constructor', {})).status).toBe(404)
    expect((await call(sandbox, '/sandbox/clock', { advance: '-1' })).body.error.param).toBe('advance')
    expect((await call(sandbox, '/sandbox/delays', { breakfast: '1' })).status).toBe(400)
  })

  test('moves the clock ahead, for good', async () => {
    const before = (await call(sandbox, '/sandbox/clock', { advance: '0' })).body.now
    const { now } = (await call(sandbox, '/sandbox/clock', { advance: '86400' })).body
    expect(now - before).toBeGreaterThanOrEqual(86400)
    expect(now - before).toBeLessThan(86410)
  })

  test('shows what it was asked, with keys and bodies', async () => {
    await pay('pm_card_visa', { 'metadata[for]': 'the record' })
    const { requests } = (await call(sandbox, '/sandbox/requests')).body
    expect(requests.at(-1)).toMatchObject({
      method: 'POST',
      path: '/v1/payment_intents',
      stripeVersion: null,
    })
    expect(requests.at(-1).body).toContain('the+record')
  })
})

describe('test payment methods', () => {
  test('pay, are declined, ask to confirm, are disputed and skip the wait', async () => {
    const paid = await pay('pm_card_visa', { 'expand[0]': 'latest_charge.balance_transaction' })
    expect(paid.body).toMatchObject({ status: 'succeeded', amount_received: 36800 })
    expect(paid.body.latest_charge.balance_transaction.status).toBe('pending')
    const direct = await pay('pm_card_bypassPending', { 'expand[0]': 'latest_charge.balance_transaction' })
    expect(direct.body.latest_charge.balance_transaction.status).toBe('available')
    const declined = await pay('pm_card_chargeDeclined')
    expect(declined).toMatchObject({
      status: 402,
      body: { error: { type: 'card_error', code: 'card_declined', decline_code: 'generic_decline' } },
    })
    expect(declined.body.error.payment_intent.status).toBe('requires_payment_method')
    const asking = await pay('pm_card_authenticationRequired', { return_url: 'http://127.0.0.1/back?x=1' })
    expect(asking.body).toMatchObject({ status: 'requires_action', next_action: { type: 'redirect_to_url' } })
    const disputed = await pay('pm_card_createDispute')
    const { data } = (await call(sandbox, `/v1/disputes?payment_intent=${disputed.body.id}`)).body
    expect(data).toMatchObject([{ status: 'needs_response', amount: 36800 }])
    expect((await pay('pm_card_of_a_stranger')).body.error.code).toBe('resource_missing')
  })

  test('are confirmed on the bank’s page, which leads back with the outcome', async () => {
    const returnUrl = 'http://127.0.0.1:3000/back?x=1'
    for (const [action, outcome] of [
      ['confirm', 'succeeded'],
      ['refuse', 'failed'],
    ] as const) {
      const { body } = await pay('pm_card_authenticationRequired', { return_url: returnUrl })
      const page = body.next_action.redirect_to_url.url
      expect(await (await fetch(page)).text()).toContain('模拟支付')
      const form = new URLSearchParams({ action })
      const answer = await fetch(page, { method: 'POST', body: form, redirect: 'manual' })
      expect(answer.headers.get('location')).toBe(
        `${returnUrl}&payment_intent=${body.id}&redirect_status=${outcome}`,
      )
    }
  })

  test('may be named first and confirmed later, or never', async () => {
    const held = await pay('pm_card_visa', { confirm: 'false' })
    expect(held.body.status).toBe('requires_confirmation')
    const path = `/v1/payment_intents/${held.body.id}`
    expect((await call(sandbox, `${path}/confirm`, {})).body.status).toBe('succeeded')
    expect((await call(sandbox, `${path}/cancel`, {})).body.error.code).toBe(
      'payment_intent_unexpected_state',
    )
    const other = await pay('pm_card_visa', { confirm: 'false' })
    const cancelled = await call(sandbox, `/v1/payment_intents/${other.body.id}/cancel`, {})
    expect(cancelled.body).toMatchObject({ status: 'canceled', amount_received: 0 })
  })
})

test('a declined card is told again under its key, with the same status', async () => {
  const key = { 'idempotency-key': 'k-declined' }
  const fields = { ...payment, payment_method: 'pm_card_chargeDeclined' }
  const first = await call(sandbox, '/v1/payment_intents', fields, key)
  const again = await call(sandbox, '/v1/payment_intents', fields, key)
  expect([again.status, again.body]).toEqual([402, first.body])
  expect(again.headers.get('idempotent-replayed')).toBe('true')
})

test('the SDK uploads a file to the sandbox, and not to the host that Stripe keeps for files', async () => {
  const data = Buffer.from('%PDF-1.4')
  const file = await stripe.files.create({
    purpose: 'dispute_evidence',
    file: { data, name: 'a.pdf', type: 'application/pdf' },
  })
  expect(file).toMatchObject({ filename: 'a.pdf', size: 8, type: 'pdf' })
  expect(await stripe.files.retrieve(file.id)).toMatchObject({ id: file.id })
  const { requests } = (await call(sandbox, '/sandbox/requests')).body
  expect(requests.map(({ path }: { path: string }) => path)).toContain('/v1/files')
  const wrong = stripe.files.create({
    purpose: 'dispute_evidence',
    file: { data, name: 'a.exe', type: 'application/x-msdownload' },
  })
  await expect(wrong).rejects.toMatchObject({ type: 'StripeInvalidRequestError', param: 'file' })
})

describe('accounts that Stripe would not open', () => {
  const open = (fields: Record<string, string>) =>
    call(sandbox, '/v1/accounts', { 'controller[stripe_dashboard][type]': 'express', ...fields })

  test.each<[string, string, Record<string, string>]>([
    ['on the mainland', 'not currently supported', { country: 'CN' }],
    [
      'at home with the agreement for abroad',
      'recipient ToS agreement is not supported',
      { country: 'HK', 'tos_acceptance[service_agreement]': 'recipient' },
    ],
    [
      'that takes cards with it',
      'cannot request `card_payments`',
      {
        country: 'SG',
        'tos_acceptance[service_agreement]': 'recipient',
        'capabilities[card_payments][requested]': 'true',
      },
    ],
    [
      'for transfers alone, in full',
      'without the `card_payments` capability',
      { country: 'HK', 'capabilities[transfers][requested]': 'true' },
    ],
    [
      'for transfers abroad, in full',
      'under the `full` service agreement',
      {
        country: 'SG',
        'capabilities[transfers][requested]': 'true',
        'capabilities[card_payments][requested]': 'true',
      },
    ],
  ])('%s', async (_name, words, fields) => {
    const { status, body } = await open(fields)
    expect(status).toBe(400)
    expect(body.error.message).toContain(words)
  })

  test('a request in the name of an account that is not ours is refused', async () => {
    const stranger = await call(sandbox, '/v1/events', undefined, { 'stripe-account': 'acct_none' })
    expect(stranger).toMatchObject({ status: 403, body: { error: { code: 'account_invalid' } } })
    const { body } = await open({ country: 'HK' })
    const known = { 'stripe-account': body.id }
    expect((await call(sandbox, '/v1/events', undefined, known)).body.data).toEqual([])
    expect((await call(sandbox, '/v1/balance', undefined, known)).status).toBe(400)
  })
})

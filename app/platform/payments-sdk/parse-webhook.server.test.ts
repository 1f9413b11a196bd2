import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { startSandbox } from '../../../scripts/stripe-sandbox/server'
import { submitPayment } from '../../../scripts/stripe-sandbox/submit-payment'
import { signatureHeader } from '../../../scripts/stripe-sandbox/webhooks'
import { sessionDeadline, type WebhookDelivery, WebhookRefused } from './payment-gateway'
import { StripeGateway } from './stripe-gateway.server'

const keys = { secretKey: 'sk_test_webhook', webhookSecret: 'whsec_webhook', appMode: 'demo' as const }
const gateway = new StripeGateway(keys)

const now = new Date('2026-11-23T08:00:00Z')
const t = now.getTime() / 1000
const event = {
  id: 'evt_1',
  object: 'event',
  api_version: '2026-10-28.endive',
  created: t - 3,
  data: { object: { id: 'cs_test_1', object: 'checkout.session', client_reference_id: '盘长' } },
  livemode: false,
  pending_webhooks: 1,
  request: null,
  type: 'checkout.session.completed',
}
const rawBody = JSON.stringify(event, null, 2)
const sign = (body: string, signedAt = t, secret = keys.webhookSecret) =>
  signatureHeader(body, secret, signedAt)

function reasonOf(change: Partial<WebhookDelivery>): string {
  try {
    gateway.parseWebhook({ rawBody, signature: sign(rawBody), now, ...change })
    return 'accepted'
  } catch (error) {
    if (error instanceof WebhookRefused) return error.reason
    throw error
  }
}

test('a good signature gives the event in our words', () => {
  expect(gateway.parseWebhook({ rawBody, signature: sign(rawBody), now })).toEqual({
    id: 'evt_1',
    type: 'checkout.session.completed',
    created: new Date('2026-11-23T07:59:57Z'),
    objectId: 'cs_test_1',
    account: null,
    livemode: false,
    apiVersion: '2026-10-28.endive',
  })
})

test('an event of a connected account says whose it is; one about no object with an id is read too', () => {
  const body = JSON.stringify({
    ...event,
    account: 'acct_1',
    type: 'balance.available',
    data: { object: {} },
  })
  const read = gateway.parseWebhook({ rawBody: body, signature: sign(body), now })
  expect(read).toMatchObject({ account: 'acct_1', objectId: null })
})

test('each endpoint believes its own secret only; one without a secret believes nothing', () => {
  const both = new StripeGateway({ ...keys, connectWebhookSecret: 'whsec_connect' })
  const ours = { rawBody, signature: sign(rawBody), now }
  const sellers = { rawBody, signature: sign(rawBody, t, 'whsec_connect'), now }
  expect(both.parseWebhook({ ...ours, endpoint: 'platform' }).id).toBe('evt_1')
  expect(both.parseWebhook({ ...sellers, endpoint: 'connect' }).id).toBe('evt_1')
  for (const crossed of [
    { ...ours, endpoint: 'connect' } as const,
    { ...sellers, endpoint: 'platform' } as const,
  ]) {
    expect(() => both.parseWebhook(crossed)).toThrow(expect.objectContaining({ reason: 'bad_signature' }))
  }
  expect(reasonOf({ endpoint: 'connect' })).toBe('not_configured')
})

const other = rawBody.replace('盘长', '平安')
test.each<[string, string, Partial<WebhookDelivery>]>([
  ['no header', 'missing_signature', { signature: null }],
  ['an empty header', 'missing_signature', { signature: '' }],
  ['not a signature', 'bad_signature', { signature: 'signed, honestly' }],
  ['another secret', 'bad_signature', { signature: sign(rawBody, t, 'whsec_other') }],
  ['our secret with a newline', 'bad_signature', { signature: sign(rawBody, t, `${keys.webhookSecret}\n`) }],
  ['only the old scheme', 'bad_signature', { signature: sign(rawBody).replace('v1=', 'v0=') }],
  ['no time', 'bad_signature', { signature: sign(rawBody).replace(/^t=\d+,/, '') }],
  ['two times', 'bad_signature', { signature: `t=${t},${sign(rawBody)}` }],
  ['a time that is not plain digits', 'bad_signature', { signature: sign(rawBody).replace('t=', 't=+') }],
  [
    'a later time pasted over',
    'bad_signature',
    { signature: sign(rawBody, t - 200).replace(`${t - 200}`, `${t}`) },
  ],
  ['one character changed', 'bad_signature', { rawBody: other }],
  ['a body serialised again', 'bad_signature', { rawBody: JSON.stringify(JSON.parse(rawBody)) }],
  ['an added newline', 'bad_signature', { rawBody: `${rawBody}\n` }],
  ['an empty body', 'bad_signature', { rawBody: '' }],
  ['300 s old', 'accepted', { signature: sign(rawBody, t - 300) }],
  ['301 s old', 'outside_time_window', { signature: sign(rawBody, t - 301) }],
  ['300 s ahead', 'accepted', { signature: sign(rawBody, t + 300) }],
  ['301 s ahead', 'outside_time_window', { signature: sign(rawBody, t + 301) }],
  ['an hour ahead', 'outside_time_window', { signature: sign(rawBody, t + 3600) }],
  ['the second of two secrets', 'accepted', { signature: `${sign(rawBody)},v1=${'0'.repeat(64)}` }],
  ['signed, not JSON', 'unreadable', { rawBody: 'paid!', signature: sign('paid!') }],
  ['signed, not an event', 'unreadable', { rawBody: '{"id":"cs_1"}', signature: sign('{"id":"cs_1"}') }],
  ['signed, null', 'unreadable', { rawBody: 'null', signature: sign('null') }],
])('%s: %s', (_name, outcome, change) => {
  expect(reasonOf(change)).toBe(outcome)
})

test('what the sandbox sends after a payment is believed, and is there before the buyer is back', async () => {
  const received: WebhookDelivery[] = []
  const shop = createServer((request, response) => {
    const chunks: Buffer[] = []
    request
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => {
        const signature = String(request.headers['stripe-signature'])
        received.push({ rawBody: Buffer.concat(chunks).toString(), signature, now: new Date() })
        response.writeHead(200).end()
      })
  })
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
  const { port } = shop.address() as AddressInfo
  const sandbox = await startSandbox({
    ...keys,
    webhookUrl: new URL(`http://127.0.0.1:${port}/webhooks/stripe`),
  })
  const payments = new StripeGateway({ ...keys, apiBase: sandbox.origin })
  const { url, sessionId } = await payments.startCheckout({
    operationId: 'op-1',
    reference: 'QS-1',
    attempt: 1,
    lines: [{ name: '香包', quantity: 1, unitAmount: 5800n }],
    total: 5800n,
    currency: 'CNY',
    locale: 'zh-CN',
    expiresAt: sessionDeadline(new Date()),
    successUrl: 'http://127.0.0.1/back',
    cancelUrl: 'http://127.0.0.1/left',
    metadata: {},
  })
  await submitPayment(url, { method: 'alipay' })
  expect(received.map((delivery) => payments.parseWebhook(delivery))).toMatchObject([
    { type: 'checkout.session.completed', objectId: sessionId, livemode: payments.livemode },
  ])
  await sandbox.close()
  shop.close()
})

import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { action as platform, loader as platformPage } from '../../app/routes/resources/webhooks-stripe'
import { action as connect } from '../../app/routes/resources/webhooks-stripe-connect'
import { signatureHeader } from '../../scripts/stripe-sandbox/webhooks'
import { owner } from '../fixtures/owner'
import { eventBody, secretOf } from '../fixtures/webhooks'

type Endpoint = 'platform' | 'connect'
type Arguments = Parameters<typeof platform>[0]

const now = () => Math.floor(Date.now() / 1000)
/** An event of a kind that each endpoint takes. */
const written = (endpoint: Endpoint) =>
  JSON.stringify(
    JSON.parse(eventBody({ objectId: 'x_1', ...(endpoint === 'connect' ? { account: 'acct_1' } : {}) })),
    null,
    2,
  )

async function post(endpoint: Endpoint, body: BodyInit, headers: Record<string, string>) {
  const request = new Request('http://127.0.0.1:3000/webhooks', { method: 'POST', body, headers })
  const args: Arguments = {
    request,
    params: {},
    context: { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' },
  }
  const answer = await (endpoint === 'connect' ? connect(args) : platform(args))
  return answer.status
}

beforeAll(() => {
  for (const endpoint of ['platform', 'connect'] as const) expect(secretOf(endpoint)).toMatch(/^whsec_/)
})

type Forgery = (body: string, secret: string) => { body?: BodyInit; headers: Record<string, string> }

const signed = (body: string, secret: string, at = now()) => ({
  'stripe-signature': signatureHeader(body, secret, at),
})

const forgeries: [string, Forgery][] = [
  ['no header', () => ({ headers: {} })],
  ['an empty header', () => ({ headers: { 'stripe-signature': '' } })],
  ['another secret', (body) => ({ headers: signed(body, 'whsec_of_a_forger') })],
  ['a secret with a newline', (body, secret) => ({ headers: signed(body, `${secret}\n`) })],
  [
    'the old scheme alone',
    (body, secret) => ({
      headers: { 'stripe-signature': signatureHeader(body, secret, now()).replace('v1=', 'v0=') },
    }),
  ],
  [
    'one byte changed',
    (body, secret) => ({ body: body.replace('x_1', 'x_2'), headers: signed(body, secret) }),
  ],
  ['a byte added', (body, secret) => ({ body: `${body} `, headers: signed(body, secret) })],
  [
    'parsed and written again',
    (body, secret) => ({ body: JSON.stringify(JSON.parse(body)), headers: signed(body, secret) }),
  ],
  [
    'the same body, packed',
    (body, secret) => ({
      body: gzipSync(body),
      headers: { ...signed(body, secret), 'content-encoding': 'gzip' },
    }),
  ],
  ['301 s old', (body, secret) => ({ headers: signed(body, secret, now() - 301) })],
  ['302 s ahead', (body, secret) => ({ headers: signed(body, secret, now() + 302) })],
  ['an hour ahead', (body, secret) => ({ headers: signed(body, secret, now() + 3600) })],
]

describe.each(['platform', 'connect'] as const)('the %s endpoint', (endpoint) => {
  const other = endpoint === 'platform' ? 'connect' : 'platform'

  it.each([
    ...forgeries,
    ['the other endpoint’s secret', (body: string) => ({ headers: signed(body, secretOf(other)) })],
  ] as [string, Forgery][])('answers 400 and stores nothing: %s', async (_, forge) => {
    const body = written(endpoint)
    const forged = forge(body, secretOf(endpoint))
    expect(await post(endpoint, forged.body ?? body, forged.headers)).toBe(400)
    expect(await owner.webhookEvent.count()).toBe(0)
  })

  it('believes the same body with its own signature, at both edges of the window, once', async () => {
    const body = written(endpoint)
    const secret = secretOf(endpoint)
    for (const at of [now(), now() - 295, now() + 295, now()])
      expect(await post(endpoint, body, signed(body, secret, at))).toBe(200)
    expect(await owner.webhookEvent.findMany({ select: { endpoint: true, state: true } })).toEqual([
      { endpoint, state: 'received' },
    ])
    await owner.webhookEvent.deleteMany()
  })
})

it('shows nothing to whoever looks', async () => {
  const request = new Request('http://127.0.0.1:3000/webhooks/stripe')
  const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }
  expect(platformPage({ request, params: {}, context }).status).toBe(405)
})

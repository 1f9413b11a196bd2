import { expect, test, vi } from 'vitest'
import { checkStripeOptions, isLoopback, PaymentSettingsRefused, type StripeOptions } from './stripe-options'

const sandbox: StripeOptions = {
  secretKey: 'sk_test_abc123',
  webhookSecret: 'whsec_abc123',
  apiBase: new URL('http://127.0.0.1:4242'),
  appMode: 'demo',
}

test('the offline demo and the live shop are accepted', () => {
  expect(() => checkStripeOptions(sandbox)).not.toThrow()
  expect(() => checkStripeOptions({ ...sandbox, apiBase: new URL('http://[::1]:4242/') })).not.toThrow()
  expect(() =>
    checkStripeOptions({ ...sandbox, apiBase: undefined, appMode: 'live', secretKey: 'rk_live_abc123' }),
  ).not.toThrow()
})

test.each<[string, Partial<StripeOptions>]>([
  ['another address in live mode', { appMode: 'live' }],
  ['a live key at another address', { secretKey: 'sk_live_abc123' }],
  ['a restricted live key at another address', { secretKey: 'rk_live_abc123' }],
  ['a host in the private network', { apiBase: new URL('http://10.0.0.5:4242') }],
  ['every address of this machine', { apiBase: new URL('http://0.0.0.0:4242') }],
  ['a name that only begins like loopback', { apiBase: new URL('http://127.0.0.1.example.com:4242') }],
  ['a loopback address as user name', { apiBase: new URL('http://127.0.0.1@example.com:4242') }],
  ['an address with a user', { apiBase: new URL('http://someone@127.0.0.1:4242') }],
  ['an address with a path', { apiBase: new URL('http://127.0.0.1:4242/v1') }],
  ['a file', { apiBase: new URL('file:///127.0.0.1') }],
  ['no key', { secretKey: '' }],
  ['a publishable key', { secretKey: 'pk_test_abc123' }],
  ['a key with a trailing newline', { secretKey: 'sk_test_abc123\n' }],
  ['a webhook secret with a trailing newline', { webhookSecret: 'whsec_abc123\n' }],
  ['no webhook secret', { webhookSecret: '' }],
  ['a second webhook secret of the wrong shape', { connectWebhookSecret: 'whsec_abc 456' }],
  ['one secret for both webhook endpoints', { connectWebhookSecret: 'whsec_abc123' }],
  ['Stripe’s own address given as another', { appMode: 'live', apiBase: new URL('https://api.stripe.com') }],
])('refuses %s', (_name, change) => {
  expect(() => checkStripeOptions({ ...sandbox, ...change })).toThrow(PaymentSettingsRefused)
})

test.each(['development', 'production', 'test'])('NODE_ENV=%s changes nothing of it', (mode) => {
  vi.stubEnv('NODE_ENV', mode)
  expect(() => checkStripeOptions(sandbox)).not.toThrow()
  expect(() => checkStripeOptions({ ...sandbox, appMode: 'live' })).toThrow(PaymentSettingsRefused)
  expect(() => checkStripeOptions({ ...sandbox, secretKey: 'rk_live_abc123' })).toThrow(
    PaymentSettingsRefused,
  )
  vi.unstubAllEnvs()
})

test('no refusal repeats the key', () => {
  const secretKey = 'sk_live_verysecret'
  expect(() => checkStripeOptions({ ...sandbox, secretKey })).toThrow(/^(?!.*verysecret)/)
})

test('odd spellings of loopback are loopback, other hosts are not', () => {
  expect(isLoopback(new URL('http://0x7f000001'))).toBe(true)
  expect(isLoopback(new URL('http://127.8.8.8'))).toBe(true)
  expect(isLoopback(new URL('http://localhost:1'))).toBe(true)
  expect(isLoopback(new URL('http://localhost.example.com'))).toBe(false)
  expect(isLoopback(new URL('http://[::ffff:10.0.0.1]'))).toBe(false)
})

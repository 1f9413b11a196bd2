import { afterEach, expect, test, vi } from 'vitest'
import { liveTestKey } from './live-key'

afterEach(() => vi.unstubAllEnvs())

test('a secret test key is taken, and without a key there is none', () => {
  vi.stubEnv('STRIPE_SECRET_KEY', 'sk_test_abc123')
  expect(liveTestKey()).toBe('sk_test_abc123')
  vi.stubEnv('STRIPE_SECRET_KEY', undefined)
  expect(liveTestKey()).toBeNull()
  vi.stubEnv('STRIPE_SECRET_KEY', '')
  expect(liveTestKey()).toBeNull()
})

test.each(['sk_live_abc123', 'rk_live_abc123', 'rk_test_abc123', 'pk_test_abc123', 'sk_test_abc123\n', ' '])(
  'refuses %j, and does not repeat it',
  (key) => {
    vi.stubEnv('STRIPE_SECRET_KEY', key)
    expect(liveTestKey).toThrow(/^(?!.*abc123).*sk_test_…/)
  },
)

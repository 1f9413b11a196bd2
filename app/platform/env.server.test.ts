import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => vi.unstubAllEnvs())

async function parsedWith(settings: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  vi.resetModules()
  return (await import('./env.server')).env
}

test.each(['development', 'production', 'test'])(
  'a live shop with another address for payments does not start, with NODE_ENV=%s',
  async (NODE_ENV) => {
    const sandbox = { NODE_ENV, STRIPE_API_BASE: 'http://127.0.0.1:4242', STRIPE_SECRET_KEY: 'sk_test_1' }
    await expect(parsedWith({ ...sandbox, APP_MODE: 'live' })).rejects.toThrow('STRIPE_API_BASE')
    expect((await parsedWith({ ...sandbox, APP_MODE: 'demo' })).STRIPE_API_BASE).toBe('http://127.0.0.1:4242')
  },
)

test('a demo with a live key does not start, and the key is not repeated', async () => {
  const started = parsedWith({ APP_MODE: 'demo', STRIPE_SECRET_KEY: 'sk_live_verysecret' })
  await expect(started).rejects.toThrow(/^(?!.*verysecret).*a live payment key refuses the demo/)
})

test('a live shop does not start without the origin of its addresses, and a demo does', async () => {
  const unnamed = { PUBLIC_ORIGIN: undefined }
  const said = /PUBLIC_ORIGIN: a live shop needs it, such as https:\/\/shop\.example/
  await expect(parsedWith({ ...unnamed, APP_MODE: 'live' })).rejects.toThrow(said)
  expect((await parsedWith({ ...unnamed, APP_MODE: 'demo' })).PUBLIC_ORIGIN).toBeUndefined()
  const named = await parsedWith({ APP_MODE: 'live', PUBLIC_ORIGIN: 'https://shop.example' })
  expect(named.PUBLIC_ORIGIN).toBe('https://shop.example')
})

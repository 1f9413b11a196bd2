import { createServer } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { checkPort } from './check-machine'
import { readStartSettings } from './settings'

function withEnvironment(environment: Record<string, string>): () => ReturnType<typeof readStartSettings> {
  const none = {
    APP_MODE: '',
    DATABASE_URL: '',
    MIGRATE_DATABASE_URL: '',
    HOST: '',
    PORT: '',
    STRIPE_SECRET_KEY: '',
    PUBLIC_ORIGIN: '',
  }
  for (const [name, value] of Object.entries({ ...none, ...environment })) vi.stubEnv(name, value)
  return readStartSettings
}

afterEach(() => vi.unstubAllEnvs())

const own = {
  DATABASE_URL: 'postgresql://app:secret@db.example:5432/shop',
  MIGRATE_DATABASE_URL: 'postgresql://owner:secret@db.example:5432/shop',
}
const shop = { ...own, PUBLIC_ORIGIN: 'https://shop.example' }

describe('the settings of npm start', () => {
  test('without any: a demo on the embedded database, on loopback', () => {
    const settings = withEnvironment({})()
    expect(settings).toMatchObject({ mode: 'demo', host: '127.0.0.1', port: 3000, external: null })
  })

  test('with a database of its own: live, unless the demo is asked for', () => {
    expect(withEnvironment(shop)()).toMatchObject({ mode: 'live', external: { appUrl: own.DATABASE_URL } })
    expect(withEnvironment({ ...own, APP_MODE: 'demo' })()).toMatchObject({ mode: 'demo' })
  })

  test.each([
    [{ PORT: '70000' }, /^PORT must be a number from 0 to 65535, not 70000\.$/],
    [{ PORT: '30a' }, /^PORT must be/],
    [{ APP_MODE: 'test' }, /^APP_MODE is demo or live/],
    [{ DATABASE_URL: own.DATABASE_URL }, /MIGRATE_DATABASE_URL .* is needed too\.$/],
    [{ MIGRATE_DATABASE_URL: own.MIGRATE_DATABASE_URL }, /DATABASE_URL .* is needed too\.$/],
    [{ ...own, DATABASE_URL: 'mysql://secret' }, /^DATABASE_URL is not an address like/],
    [own, /^A live shop needs PUBLIC_ORIGIN, such as https:/],
    [{ ...own, PUBLIC_ORIGIN: 'shop.example' }, /^PUBLIC_ORIGIN is not an address like https:/],
    [{ STRIPE_SECRET_KEY: 'sk_live_1' }, /^STRIPE_SECRET_KEY is a live key/],
  ])('%o is refused in one sentence that shows no secret', (environment, sentence) => {
    const read = withEnvironment(environment)
    expect(read).toThrow(sentence)
    expect(read).not.toThrow(/secret@|sk_live_1/)
  })
})

describe('the port', () => {
  test('in use is named', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    await expect(checkPort('127.0.0.1', port)).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use`)
    await new Promise((resolve) => server.close(resolve))
  })

  test('0 becomes a free one', async () => {
    expect(await checkPort('127.0.0.1', 0)).toBeGreaterThan(1023)
  })
})

import { afterEach, expect, it } from 'vitest'
import { env } from '~/platform/env.server'
import { publicOrigin, returnOrigin } from './public-origin.server'

const { APP_MODE } = env
afterEach(() => Object.assign(env, { APP_MODE, PUBLIC_ORIGIN: undefined }))

/** Where somebody comes back to whose request names this host. */
const backTo = (Host: string) =>
  returnOrigin(new Request(`${publicOrigin()}/checkout`, { headers: { Host } }))

it.each(['127.0.0.1', 'localhost', '[::1]'])('leads back to %s, by which a demo was opened', (name) => {
  expect(backTo(`${name}:${env.PORT}`)).toBe(`http://${name}:${env.PORT}`)
})

it.each([
  'evil.example',
  `evil.example:${env.PORT}`,
  `localhost.evil.example:${env.PORT}`,
  `localhost:${env.PORT}@evil.example`,
  `localhost:${env.PORT + 1}`,
  'localhost',
  '',
])('leads nowhere else: a host that says %j', (host) => {
  expect(backTo(host)).toBe(publicOrigin())
})

it('leads to the public origin where there is one, and in a live shop', () => {
  env.PUBLIC_ORIGIN = 'https://shop.example'
  expect(backTo(`localhost:${env.PORT}`)).toBe('https://shop.example')
  env.PUBLIC_ORIGIN = undefined
  env.APP_MODE = 'live'
  expect(backTo(`localhost:${env.PORT}`)).toBe(publicOrigin())
})

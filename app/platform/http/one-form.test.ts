import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { oneAddress, wordsOf } from './one-form'

let server: Server
let origin = ''
beforeAll(async () => {
  const app = express()
  app.use(oneAddress(wordsOf(['products/:slug', 'en']), (path) => `/nowhere?from=${path.length}`))
  app.use((request, response) => response.send(`${request.method} ${request.url}`))
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  origin = `http://127.0.0.1:${port}`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

const ask = (path: string, method = 'GET') => fetch(origin + path, { method, redirect: 'manual' })

it.each(['GET', 'HEAD'])('a %s in another form is led to the one, which nobody stores', async (method) => {
  const answer = await ask('//Products/Red%2DKnot/?q=A//b&c=%2e', method)
  expect(answer.status).toBe(301)
  expect(answer.headers.get('Location')).toBe('/products/Red-Knot?q=A//b&c=%2e')
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
})

it.each(['/', '/products/red-knot', '/en?q=//', '/products/Red%20Knot', '/.well-known/x'])(
  'what is in its one form goes on: %s',
  async (path) => expect(await (await ask(path)).text()).toBe(`GET ${path}`),
)

it('a form goes where it was sent', async () =>
  expect(await (await ask('/Products/red-knot/', 'POST')).text()).toBe('POST /Products/red-knot/'))

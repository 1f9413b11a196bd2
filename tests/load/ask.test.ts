import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { ask } from './ask'

let server: Server | null = null
afterEach(() => {
  server?.close()
})

/** Asks a server that answers so over two connections, and tells what came and how often it was asked. */
async function askOf(answer: (...asked: Parameters<RequestListener>) => unknown) {
  let requests = 0
  const own = createServer((request, response) => {
    requests += 1
    answer(request, response)
  })
  server = own
  await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve))
  const { port } = own.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/a?b=c`
  const asked = await ask({ url, headers: { 'x-who': 'me' }, connections: 2, seconds: 0.3 })
  return { ...asked, requests }
}

it('counts every whole answer once, also one that comes in pieces', async () => {
  const { answered, failed, times, requests } = await askOf(async (request, response) => {
    response.writeHead(200, {
      'Content-Length': 200_000,
      'X-Seen': `${request.url} ${request.headers['x-who']}`,
    })
    response.write('x'.repeat(100_000))
    await wait(5)
    response.end('y'.repeat(100_000))
  })
  expect(answered).toBeGreaterThan(2)
  expect(answered).toBe(requests)
  expect(times).toHaveLength(answered)
  expect(Math.min(...times)).toBeGreaterThanOrEqual(4)
  expect(failed).toBe(0)
})

it('finds the end of an answer that says no length', async () => {
  const { answered, failed, requests } = await askOf(async (_, response) => {
    response.write('first 0\n')
    await wait(2)
    response.end('last')
  })
  expect(answered).toBeGreaterThan(2)
  expect({ answered, failed }).toEqual({ answered: requests, failed: 0 })
})

it('counts what is no answer as failed', async () => {
  const refused = await askOf((request, response) =>
    response.writeHead(request.url === '/a?b=c' && request.headers['x-who'] === 'me' ? 503 : 200).end('no'),
  )
  expect(refused.answered).toBe(0)
  expect(refused.failed).toBe(refused.requests)
  const broken = await askOf((request) => request.socket.destroy())
  expect(broken.answered).toBe(0)
  expect(broken.failed).toBeGreaterThan(2)
})

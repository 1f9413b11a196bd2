import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startSandbox } from './server'
import { submitPayment } from './submit-payment'
import { call, createSession, testKeys } from './test-client'

const directory = mkdtempSync(join(tmpdir(), 'stripe-sandbox-'))
afterAll(() => rmSync(directory, { recursive: true }))

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

test('refuses a live key', async () => {
  await expect(startSandbox({ ...testKeys, secretKey: 'sk_live_1' })).rejects.toThrow('test key')
  await expect(startSandbox({ ...testKeys, secretKey: 'rk_live_1' })).rejects.toThrow('test key')
})

test('listens on loopback only, and to its own name only', async () => {
  const sandbox = await startSandbox(testKeys)
  expect(sandbox.origin.hostname).toBe('127.0.0.1')
  const status = await new Promise((resolve) => {
    get(sandbox.origin, { headers: { host: 'shop.example.com' } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
  })
  expect(status).toBe(421)
  await sandbox.close()
})

test('knows everything again after a restart, and does not overwrite a file it cannot read', async () => {
  const stateFile = join(directory, 'restart.json')
  const port = await freePort()
  const before = await startSandbox({ ...testKeys, stateFile, port })
  const made = await Promise.all(
    Array.from({ length: 20 }, (_, n) => createSession(before, {}, { 'idempotency-key': `r-${n}` })),
  )
  const [first] = made
  await submitPayment(first?.body.url, { method: 'alipay' })
  const late = made[1]?.body
  await submitPayment(late.url, { method: 'alipay', settles: 'later' })
  await call(before, '/sandbox/clock', { advance: '5' })
  await before.close()
  const after = await startSandbox({ ...testKeys, stateFile, port })
  await call(after, '/sandbox/clock', { advance: '5' })
  expect((await call(after, `/v1/checkout/sessions/${late.id}`)).body.payment_status).toBe('paid')
  const paid = (await call(after, `/v1/checkout/sessions/${first?.body.id}`)).body
  expect(paid.payment_status).toBe('paid')
  const { payment_intent } = paid
  expect((await call(after, '/v1/refunds', { payment_intent })).body).toMatchObject({ amount: 36800 })
  expect((await createSession(after, {}, { 'idempotency-key': 'r-7' })).body).toEqual(made[7]?.body)
  await after.close()
  for (const foreign of ['{"version":2}', 'half a fi']) {
    writeFileSync(stateFile, foreign)
    await expect(startSandbox({ ...testKeys, stateFile })).rejects.toThrow(stateFile)
    expect(readFileSync(stateFile, 'utf8')).toBe(foreign)
  }
})

test('reads the file of a sandbox that knew only payments and refunds', async () => {
  const stateFile = join(directory, 'older.json')
  const names = [
    'sessions',
    'paymentIntents',
    'charges',
    'balanceTransactions',
    'refunds',
    'keptAnswers',
    'deliveries',
  ]
  const older = { version: 1, ...Object.fromEntries(names.map((name) => [name, []])) }
  writeFileSync(stateFile, JSON.stringify(older))
  const sandbox = await startSandbox({ ...testKeys, stateFile })
  expect((await call(sandbox, '/v1/disputes')).body.data).toEqual([])
  await sandbox.close()
})

test('sends a webhook again, freshly signed, until it is taken: also after a restart', async () => {
  const stateFile = join(directory, 'deliveries.json')
  const received: string[] = []
  let answer = 500
  const shop = createServer((request, response) => {
    const chunks: Buffer[] = []
    request
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => {
        received.push(JSON.parse(Buffer.concat(chunks).toString()).id)
        response.writeHead(answer, { location: '/elsewhere' }).end()
      })
  })
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
  const { port } = shop.address() as AddressInfo
  const options = {
    ...testKeys,
    stateFile,
    webhookUrl: new URL(`http://127.0.0.1:${port}/`),
    retryWaitsMs: [5],
  }
  const before = await startSandbox(options)
  const { body } = await createSession(before)
  await submitPayment(body.url, { method: 'alipay' })
  answer = 302
  await expect.poll(() => received.length).toBeGreaterThanOrEqual(3)
  await before.close()
  answer = 200
  received.length = 0
  const after = await startSandbox(options)
  await expect.poll(() => JSON.parse(readFileSync(stateFile, 'utf8')).deliveries).toEqual([])
  expect(received).toHaveLength(1)
  await after.close()
  shop.close()
})

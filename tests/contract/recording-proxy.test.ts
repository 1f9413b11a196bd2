import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { StripeGateway } from '~/platform/payments-sdk/stripe-gateway.server'
import { startSandbox } from '../../scripts/stripe-sandbox/server'
import { startRecordingProxy } from '../live/recording-proxy'

const keys = { secretKey: 'sk_test_proxy', webhookSecret: 'whsec_proxy', appMode: 'demo' as const }
const directory = mkdtempSync(join(tmpdir(), 'recording-proxy-'))

afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(directory, { recursive: true })
})

test('the live suite’s proxy passes on and records just what the other side hears and says', async () => {
  const file = join(directory, 'record.jsonl')
  vi.stubEnv('STRIPE_RECORD', file)
  const sandbox = await startSandbox(keys)
  const proxy = await startRecordingProxy((path) => new URL(path, sandbox.origin))
  const gateway = new StripeGateway({ ...keys, apiBase: proxy.origin })
  const refund = { operationId: '1', paymentRef: 'pi_unknown', amount: 100n, currency: 'CNY' } as const
  await expect(gateway.refund({ ...refund, reason: 'duplicate' })).rejects.toMatchObject({
    failure: 'not_found',
    requestId: expect.stringMatching(/^req_/),
  })
  await expect(gateway.readCheckout('cs_test_unknown')).rejects.toMatchObject({ failure: 'not_found' })
  const [heardWrite, passedWrite, heardRead, passedRead, ...more] = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(heardWrite).toMatchObject({
    method: 'POST',
    headers: { 'idempotency-key': 'refund:1' },
    status: 404,
  })
  expect(passedWrite).toEqual(heardWrite)
  expect(heardRead).toMatchObject({ method: 'GET', query: expect.stringContaining('expand') })
  expect(passedRead).toEqual(heardRead)
  expect(more).toEqual([])
  await proxy.close()
  await sandbox.close()
})

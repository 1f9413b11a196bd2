import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startSandbox } from '../stripe-sandbox/server'
import { submitPayment } from '../stripe-sandbox/submit-payment'
import { call, createSession, testKeys } from '../stripe-sandbox/test-client'
import { recordExchange } from './record-exchange'

let directory: string
let file: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'stripe-record-'))
  file = join(directory, 'record.jsonl')
  vi.stubEnv('STRIPE_RECORD', file)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(directory, { recursive: true })
})

const lines = () =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

test('the sandbox records each request to the API with its answer, and no visit of its pages', async () => {
  const sandbox = await startSandbox(testKeys)
  const { body } = await createSession(sandbox, { 'metadata[a]': '甲' }, { 'idempotency-key': 'checkout:1' })
  await submitPayment(body.url, { cardNumber: '4242 4242 4242 4242' })
  await call(sandbox, '/favicon.ico')
  await call(sandbox, `/v1/checkout/sessions/${body.id}?expand[]=payment_intent`)
  await sandbox.close()
  const [created, read, ...more] = lines()
  expect(more).toEqual([])
  expect(created).toMatchObject({
    method: 'POST',
    path: '/v1/checkout/sessions',
    query: '',
    headers: { authorization: 'Bearer', 'idempotency-key': 'checkout:1' },
    status: 200,
    answer: { id: body.id },
  })
  expect(new URLSearchParams(created.body).get('metadata[a]')).toBe('甲')
  expect(read).toMatchObject({
    path: `/v1/checkout/sessions/${body.id}`,
    query: 'expand%5B%5D=payment_intent',
  })
  expect(readFileSync(file, 'utf8')).not.toMatch(/4242|sk_test/)
})

test.each([
  ['a card’s number', 'payment_method_data[card][number]=4000000000000002', '4000000000000002'],
  ['a card’s number where nobody expects it', 'description=card+4000-0000-0000-0002', '4000-0000'],
  ['its code', 'payment_method_data[card][cvc]=123', '123'],
  ['a bank account', 'external_account[account_number]=000123456', '000123456'],
  ['an identity number', 'individual[id_number]=62012319900101', '62012319900101'],
  ['the secret of a payment', 'client_secret=pi_1_secret_abc', 'secret_abc'],
])('%s never reaches the record, in a request or an answer', (_what, body, secret) => {
  const [name, text] = [...new URLSearchParams(body)][0] ?? ['', '']
  const answer = { nested: [{ [name.replaceAll(']', '').split('[').at(-1) ?? '']: text }] }
  const url = new URL(`http://127.0.0.1/v1/accounts?${body}`)
  const headers = { authorization: 'Bearer sk_test_secret', cookie: 'a=b' }
  recordExchange({ method: 'POST', url, headers, body, status: 200, answer })
  expect(readFileSync(file, 'utf8')).not.toContain(secret)
  expect(lines()[0].headers).toEqual({ authorization: 'Bearer' })
})

test('nothing is recorded unless a file is named', () => {
  vi.stubEnv('STRIPE_RECORD', undefined)
  const url = new URL('http://127.0.0.1/v1/refunds')
  recordExchange({ method: 'GET', url, headers: {}, body: '', status: 200, answer: {} })
  expect(existsSync(file)).toBe(false)
})

test('of a file that is sent along only its field is recorded', () => {
  const body = [
    '--b\r\nContent-Disposition: form-data; name="purpose"\r\n\r\ndispute_evidence\r\n',
    '--b\r\nContent-Disposition: form-data; name="file"; filename="发货单.pdf"\r\n\r\n%PDF 13800000101\r\n--b--\r\n',
  ].join('')
  const url = new URL('http://127.0.0.1/v1/files')
  const headers = { 'content-type': 'multipart/form-data; boundary=b' }
  recordExchange({ method: 'POST', url, headers, body, status: 200, answer: {} })
  expect(lines()[0].body).toBe('purpose=dispute_evidence&file=file')
})

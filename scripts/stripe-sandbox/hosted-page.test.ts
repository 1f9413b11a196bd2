import { afterAll, beforeAll, expect, test } from 'vitest'
import { translator } from '~/platform/i18n/translate'
import { type Sandbox, startSandbox } from './server'
import { submitPayment } from './submit-payment'
import { createSession, testKeys } from './test-client'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox(testKeys)
})
afterAll(() => sandbox.close())

test('works without a script, says that it is simulated, and escapes what it shows', async () => {
  const { body } = await createSession(sandbox)
  const answer = await fetch(body.url)
  const page = await answer.text()
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(page).toContain('<html lang="zh-CN">')
  expect(page).toContain('模拟支付，不会真的扣钱')
  expect(page).toContain('盘长 &lt;b&gt;&quot;中堂&quot;&lt;/b&gt;')
  expect(page).toContain('¥368.00')
  expect(page).not.toMatch(/<script|<b>"/)
})

test.each([
  ['zh', 'zh-CN'],
  ['en', 'en'],
] as const)('names the shop in %s as it names itself', async (locale, own) => {
  const { body } = await createSession(sandbox, { locale })
  const page = await (await fetch(body.url)).text()
  const brand = translator(own)('common.brand')
  expect(page).toContain(` · ${brand}</title>`)
  expect(page).toContain(`<span class="brand">${brand}</span>`)
})

test('is English for an English session', async () => {
  const { body } = await createSession(sandbox, { locale: 'en' })
  const page = await (await fetch(body.url)).text()
  expect(page).toContain('<html lang="en">')
  expect(page).toContain('Simulated payment: no money moves')
  expect(page).toContain('CN¥368.00')
})

test('puts the message beside the field and keeps what was typed, but never a card number', async () => {
  const { body } = await createSession(sandbox)
  const typed = { cardNumber: '4111 1111 1111 1111', cardExpiry: '03/31', cardCvc: '987' }
  const { status, html } = await submitPayment(body.url, typed)
  expect(status).toBe(200)
  expect(html).toContain(
    'aria-invalid="true" autofocus aria-describedby="card_number-error card_number-hint"',
  )
  expect(html).toContain('只认下面列出的测试卡号')
  expect(html).toContain('value="03/31"')
  expect(html).toContain('value="987"')
  expect(html).not.toContain('4111')
})

test('answers a refusal by a redirect to a page that shows it: reloading or going back sends nothing again', async () => {
  const { body } = await createSession(sandbox)
  const form = new URLSearchParams({
    method: 'card',
    action: 'pay',
    card_number: '4000000000000002',
    card_expiry: '12/34',
    card_cvc: '123',
  })
  const answer = await fetch(body.url, { method: 'POST', body: form, redirect: 'manual' })
  expect(answer.status).toBe(303)
  const refused = new URL(answer.headers.get('location') ?? '', body.url)
  for (const _again of [1, 2]) {
    const page = await (await fetch(refused)).text()
    expect(page).toContain('role="alert"')
    expect(page).toContain('id="card_number-error"')
    expect(page).not.toContain('4000000000000002')
  }
  expect(await (await fetch(body.url)).text()).not.toContain('role="alert"')
  await submitPayment(refused.href, { cardNumber: '4242424242424242' })
  expect(await (await fetch(refused)).text()).toContain('付好了')
})

test.each([
  ['', '12/34', '123', 'card_number'],
  ['4242424242424242', '13/34', '123', 'card_expiry'],
  ['4242424242424242', '10/26', '123', 'card_expiry'],
  ['4242424242424242', '12/34', '12', 'card_cvc'],
])('number %j, expiry %j, code %j: the fault is at %s', async (cardNumber, cardExpiry, cardCvc, field) => {
  const later = await startSandbox({ ...testKeys, clock: () => Date.UTC(2026, 10, 23) })
  const { body } = await createSession(later)
  const { html } = await submitPayment(body.url, { cardNumber, cardExpiry, cardCvc })
  expect(html).toContain(`id="${field}-error"`)
  await later.close()
})

test('reads full-width digits', async () => {
  const { body } = await createSession(sandbox)
  const typed = {
    cardNumber: '４２４２４２４２４２４２４２４２',
    cardExpiry: '１２／３４',
    cardCvc: '１２３',
  }
  expect((await submitPayment(body.url, typed)).status).toBe(303)
})

test('a paid and an unknown session say so', async () => {
  const { body } = await createSession(sandbox)
  await submitPayment(body.url, { method: 'wechat_pay' })
  const paid = await (await fetch(body.url)).text()
  expect(paid).toContain('付好了')
  expect(paid).toContain('href="http://127.0.0.1:3000/paid"')
  expect((await fetch(new URL('/c/pay/cs_none', sandbox.origin))).status).toBe(404)
})

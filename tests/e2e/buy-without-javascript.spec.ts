import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { accounts, signInAs } from '../fixtures/accounts'
import { expect, noSidewaysScroll, phone, test, yuan } from '../fixtures/app'
import * as buying from '../fixtures/journey-buying'

/** What a buyer on the worst phone does: no script of any kind runs. */
test.use({ javaScriptEnabled: false, viewport: phone })

const piece = { title: '五结圆环挂饰', address: '/products/wreath-five-knots', fen: 49600 }
const kilobyte = 1000

/** Most bytes of a shop page on the line. */
const limits = { html: 30 * kilobyte, css: 15 * kilobyte, scripts: 15 * kilobyte }

test('buying and shipping without JavaScript', async ({ page, visit }) => {
  test.setTimeout(120_000)
  await test.step('search, craft, product, basket', async () => {
    await page.goto('/')
    await page.getByRole('combobox').fill('圆环')
    await page.getByRole('button', { name: '找', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: '找「圆环」' })).toBeVisible()
    await expect(page.getByRole('link', { name: piece.title })).toBeVisible()
    await page.goto('/crafts/knots')
    await noSidewaysScroll(page)
    await page.locator(`a[href="${piece.address}"]`).first().click()
    await expect(page.getByRole('heading', { level: 1, name: piece.title })).toBeVisible()
    await page.getByRole('button', { name: '放进篮里' }).click()
    await page.getByRole('link', { name: '看看篮里' }).click()
  })

  await test.step('the basket changes its number and keeps it', async () => {
    await page.getByLabel(`数量：${piece.title}`).fill('２')
    await page.getByRole('button', { name: '改', exact: true }).click()
    await expect(page.getByRole('status')).toContainText('数量改好了。')
    await expect(page.getByLabel(`数量：${piece.title}`)).toHaveValue('2')
    await noSidewaysScroll(page)
    await page.getByRole('button', { name: `去结账　${yuan(2 * piece.fen)}` }).click()
  })

  await test.step('checkout and payment', async () => {
    await expect(page.getByLabel(buying.abroadTick)).not.toBeChecked()
    await buying.fillAddress(page, { phone: '139' })
    await page.getByRole('button', { name: /^去付款/ }).click()
    await expect(page.locator('#phone-error')).toHaveText('手机号是 11 位，现在是 3 位。')
    await buying.expectAddressKept(page)
    await page.getByLabel('手机号').fill('+86 139-0000-1276')
    const made = page.getByRole('checkbox', { name: /^订做的件按我的要求做/ })
    await made.check()
    const abroad = page.getByLabel(buying.abroadTick)
    await expect(abroad).toBeChecked()
    await abroad.uncheck()
    await page.getByRole('button', { name: /^去付款/ }).click()
    await expect(page.locator('#abroadTextId-error')).toHaveText(
      '付款信息要交到境外，请看过那段说明，勾上同意再去付款。',
    )
    await buying.expectAddressKept(page)
    await expect(made).toBeChecked()
    await expect(abroad).not.toBeChecked()
    await noSidewaysScroll(page)
    await buying.goToPay(page, 2 * piece.fen)
    await page.getByRole('radio', { name: '支付宝' }).check()
    await page.getByRole('button', { name: '付款' }).click()
  })
  const { number } = await buying.readPaidOrder(page)
  await noSidewaysScroll(page)

  await test.step('the artisan signs in and ships', async () => {
    const artisan = await visit({ javaScriptEnabled: false, viewport: phone })
    await signInAs(artisan, accounts.guilan)
    await buying.ship(artisan, piece.title, number, 'SF2234567890')
  })

  await test.step('the buyer confirms', async () => {
    await page.goto(`/orders/${number}`)
    await page.getByRole('button', { name: '我收到了' }).click()
    await expect(page.getByText(/，您确认的$/)).toBeVisible()
    // all of it was made for her
    await expect(page.getByText('想退换的')).toHaveCount(0)
  })
})

test('signing in without JavaScript, with a wrong code first', async ({ page }) => {
  await page.goto('/account')
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/)
  await page.getByLabel('手机号').fill('1380000020')
  await page.getByRole('button', { name: '发码给我' }).click()
  await expect(page.locator('#phone-error')).toHaveText('手机号是 11 位，现在是 10 位。')
  await page.getByLabel('手机号').fill('13900002301')
  await page.getByRole('button', { name: '发码给我' }).click()
  await expect(page.getByText(/^演示：码是 \d{6}$/)).toBeVisible()
  await page.getByLabel('短信里的六位数字').fill('12345')
  await page.getByRole('button', { name: '进去' }).click()
  await expect(page.locator('#code-error')).toHaveText('码是六位数字，照短信里的填。')
  const origin = new URL(page.url()).origin
  const tooSoon = await page.request.post('/sign-in/code', {
    form: { intent: 'resend' },
    headers: { Origin: origin },
  })
  expect(tooSoon.status()).toBe(429)
  const [, seconds = 'none'] = /(\d+) 秒后可以再发/.exec(await tooSoon.text()) ?? []
  expect(Number(tooSoon.headers()['retry-after'])).toBeLessThanOrEqual(60)
  expect(tooSoon.headers()['retry-after']).toBe(seconds)
  await page.goto('/sign-in')
  await expect(page.getByLabel('手机号')).toHaveValue('13900002301')
})

test('an account opens after signing in without JavaScript', async ({ page }) => {
  await signInAs(page, '13900002302', '/account')
  await expect(page.getByRole('heading', { level: 1, name: '我的' })).toBeVisible()
  await page.getByRole('button', { name: '全部退出' }).click()
  await page.goto('/account')
  await expect(page).toHaveURL(/\/sign-in/)
})

const shopPages = [
  '/',
  '/search',
  '/crafts/knots',
  piece.address,
  '/products/endless-knot-hall',
  '/makers',
  '/makers/guilan-knots',
  '/verify/ZGJ-0001',
  '/impact',
  '/about',
  '/help',
  '/orders',
  '/sign-in',
  '/cart',
  '/checkout',
]

/** What a file of the build weighs on the way to a browser, packed in the way that each takes, and where it is packed less well. */
async function sentBytes(page: Page, address: string): Promise<number> {
  const weights: number[] = []
  for (const encoding of ['br', 'gzip']) {
    const answer = await page.request.get(address, { headers: { 'Accept-Encoding': encoding } })
    const headers = answer.headers()
    expect(headers['cache-control'], address).toMatch(/^public, ?max-age=\d+/)
    const length = Number(headers['content-length'])
    // what is as short as the head of its answer is sent as it is
    if (length >= 512 || headers['content-encoding'])
      expect(headers['content-encoding'], address).toBe(encoding)
    weights.push(length)
  }
  return Math.max(...weights)
}

test('shop pages are light and carry no framework', async ({ page }) => {
  await buying.putIntoBasket(page, piece.address)
  await buying.putIntoBasket(page, '/products/bag-charm-large-beads')
  const styles = new Map<string, number>()
  const weights: string[] = []
  for (const path of shopPages) {
    const answer = await page.request.get(path)
    const html = await answer.text()
    const weight = gzipSync(html).length
    expect(answer.status(), path).toBe(200)
    expect(html, `${path} ships the framework`).not.toMatch(/modulepreload|__remix/)
    let scripts = 0
    for (const [, attributes = ''] of html.matchAll(/<script([^>]*)>/g)) {
      if (attributes.includes('application/ld+json')) continue
      const [, address = ''] = /src="([^"]+)"/.exec(attributes) ?? []
      expect(address, `${path}, a script without a file`).not.toBe('')
      scripts += await sentBytes(page, address)
    }
    expect(scripts, `${path}, scripts`).toBeLessThanOrEqual(limits.scripts)
    expect(weight, `${path}, HTML`).toBeLessThanOrEqual(limits.html)
    for (const [, address = ''] of html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g))
      if (!styles.has(address)) styles.set(address, await sentBytes(page, address))
    weights.push(`${path} ${(weight / kilobyte).toFixed(1)}`)
  }
  for (const [address, weight] of styles) expect(weight, address).toBeLessThanOrEqual(limits.css)
  const css = [...styles].map(([address, weight]) => `${address} ${(weight / kilobyte).toFixed(1)}`)
  console.log(`kB packed: ${[...weights, ...css].join(' · ')}`)
})

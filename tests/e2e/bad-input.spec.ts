import type { Page } from '@playwright/test'
import { accounts, signInAs } from '../fixtures/accounts'
import { expect, test } from '../fixtures/app'
import { findOwnedBy, findWorkOf } from '../fixtures/app-database'
import { nastyTexts, post, tryNastyTexts } from '../fixtures/app-inputs'
import * as buying from '../fixtures/journey-buying'

/**
 * Whatever is typed into whatever field or address, the answer is a message, the deed or a 404, never a server error and never somebody else's page. The forms
 * that are tried with nasty texts are refused in the end, so that nothing is written.
 */

const nobody = '01900000-0000-7000-8000-000000000000'

test('the buyer’s forms', async ({ page }) => {
  await buying.putIntoBasket(page, '/products/double-bracelet-amber')
  await page.goto('/products/double-bracelet-amber')
  const variantId = await page.locator('input[name="variantId"]').inputValue()
  const add = { intent: 'add', variantId, quantity: '1' }
  await tryNastyTexts(page, {
    name: 'add to basket',
    address: '/products/double-bracelet-amber',
    fields: add,
    typed: ['quantity'],
    hidden: ['intent', 'variantId'],
  })
  await tryNastyTexts(page, {
    name: 'change the basket',
    address: '/cart',
    fields: { intent: 'set', 'lines[0].variantId': variantId, 'lines[0].quantity': '1' },
    typed: ['lines[0].quantity'],
    hidden: ['lines[0].variantId'],
  })
  const order = {
    name: '林若溪',
    phone: '13900001276',
    province: '11',
    county: '东城区',
    line: '示例胡同 8 号',
    note: '',
    token: crypto.randomUUID(),
    seenTotalFen: '1',
  }
  await tryNastyTexts(page, {
    name: 'checkout',
    address: '/checkout',
    fields: order,
    typed: ['name', 'phone', 'province', 'county', 'line', 'note'],
    hidden: ['token', 'seenTotalFen', 'abroadTextId'],
  })
  await tryNastyTexts(page, {
    name: 'find an order',
    address: '/orders',
    fields: { intent: 'send', number: '2611-000000', phone: '12' },
    typed: ['number', 'phone'],
    hidden: ['intent'],
  })
})

test('signing in and the account', async ({ page }) => {
  await page.goto('/sign-in')
  await tryNastyTexts(page, {
    name: 'sign in',
    address: '/sign-in',
    fields: { phone: '12', returnTo: '/account' },
    typed: ['phone'],
    hidden: ['returnTo'],
  })
  await signInAs(page, '13900002303', '/account')
  await tryNastyTexts(page, {
    name: 'end a session',
    address: '/account',
    fields: { sessionId: nobody },
    hidden: ['intent', 'sessionId'],
  })
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByLabel('手机号').fill('13900002304')
  await page.getByRole('button', { name: '发码给我' }).click()
  await tryNastyTexts(page, {
    name: 'the code',
    address: '/sign-in/code',
    fields: { code: '1' },
    typed: ['code'],
  })
})

test('the maker’s forms', async ({ visitAs }) => {
  const work = await findWorkOf('guilan-knots')
  const page = await visitAs(accounts.broker)
  await page.goto('/studio/products/new')
  await tryNastyTexts(page, { name: 'a new piece', address: '/studio/products/new', typed: ['sellerId'] })
  await page.goto('/studio/products/new')
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: '开始拍照片' }).click()
  const productPath = new URL(page.url()).pathname.replace(/\/photos$/, '')
  const words = [
    'titleZh',
    'titleEn',
    'craftCode',
    'storyZh',
    'storyEn',
    'materialsZh',
    'sizeZh',
    'careEn',
    'makingHours',
  ]
  await tryNastyTexts(page, {
    name: 'words',
    address: `${productPath}/words`,
    fields: { version: '999', intent: 'keep' },
    typed: words,
    hidden: ['version'],
  })
  await tryNastyTexts(page, {
    name: 'price',
    address: `${productPath}/price`,
    fields: { version: '999', intent: 'keep' },
    typed: ['makeMode', 'price', 'stock', 'makeDays', 'weeklyCapacity', 'weightGrams'],
    hidden: ['version', 'options[0].nameZh', 'options[0].price', 'options[0].stock', 'options[0].variantId'],
  })
  for (const [address, field] of [
    [`${productPath}/photos`, 'remove'],
    [`${productPath}/photos`, 'mediaId'],
    [`${productPath}/check`, 'version'],
    [productPath, 'intent'],
  ] as const)
    await tryNastyTexts(page, { name: address, address, hidden: [field] })
  await tryNastyTexts(page, {
    name: 'ship',
    address: `/studio/orders/${work}`,
    fields: { carrier: 'none' },
    typed: ['carrier', 'trackingNumber'],
  })
  const written = '👩🏽‍🌾 的「结」 １２ <b> &'
  await page.goto(`${productPath}/words`)
  await page.getByLabel('叫什么').fill(written)
  await page.getByRole('button', { name: '先存着' }).click()
  await expect(page.getByText('存好了').first()).toBeVisible()
  await expect(page.getByLabel('叫什么')).toHaveValue(written)
  await page.goto(productPath)
  await page.getByRole('button', { name: '不上这一件了' }).click()
  await expect(page.getByText('放下了。')).toBeVisible()
})

test('the desk’s forms', async ({ visitAs }) => {
  const page = await visitAs(accounts.coordinatorCity)
  const review = await firstAddress(page, '/desk/listings', '/desk/listings/')
  await tryNastyTexts(page, {
    name: 'ask for a change',
    address: review,
    fields: { version: '1', intent: 'ask', reason: 'none' },
    typed: ['reason', 'words'],
    hidden: ['version', 'intent'],
  })
  const household = await firstAddress(page, '/desk/households', '/desk/households/')
  const join = { personId: nobody, relation: 'self', validFrom: '2026-01-01', evidence: '示例登记簿' }
  await tryNastyTexts(page, {
    name: 'join a household',
    address: `${household}?find=蓝`,
    fields: join,
    typed: Object.keys(join),
  })
  const seller = await firstAddress(page, '/desk/sellers', '/desk/sellers/')
  const forms = {
    reveal: ['personId', 'reason'],
    link: ['personId', 'choice', 'validFrom', 'evidence'],
    verify: ['linkId', 'evidence'],
    end: ['linkId', 'endedOn', 'endReason'],
  }
  for (const [intent, hidden] of Object.entries(forms))
    await tryNastyTexts(page, {
      name: intent,
      address: seller,
      fields: { intent, personId: nobody, linkId: nobody, validFrom: '2026-01-01', evidence: '示例登记簿' },
      hidden: ['intent', ...hidden],
    })
})

test('finance’s forms', async ({ visitAs }) => {
  const page = await visitAs(accounts.financeTwo)
  const batch = await firstAddress(page, '/desk/payouts', '/desk/payouts/')
  await tryNastyTexts(page, {
    name: 'cancel a batch',
    address: batch,
    fields: { intent: 'cancel' },
    hidden: ['reason', 'intent'],
  })
})

test('addresses with anything behind the question mark', async ({ page }) => {
  const queries = [
    '/search?q=',
    '/search?min=',
    '/search?after=',
    '/crafts/knots?max=',
    '/orders?code=',
    '/sign-in?returnTo=',
  ]
  for (const query of queries)
    for (const text of Object.values(nastyTexts)) {
      const answer = await page.request.get(query + text.slice(0, 4000))
      expect([200, 404], `${query}${text.slice(0, 20)}`).toContain(answer.status())
    }
})

test('bodies that are no form', async ({ page }) => {
  await page.goto('/sign-in')
  const origin = new URL(page.url()).origin
  for (const address of ['/sign-in', '/cart', '/orders']) {
    const answer = await page.request.post(address, { data: { phone: 1 }, headers: { Origin: origin } })
    expect(answer.status(), address).toBe(415)
    expect((await post(page, address, '%'.repeat(50))).status(), address).toBeLessThan(500)
    const foreign = {
      data: 'phone=1',
      headers: { Origin: 'https://evil.example', 'Content-Type': 'text/plain' },
    }
    expect((await page.request.post(address, foreign)).status(), address).toBe(403)
  }
})

test('another maker’s piece and order are 404, and the desk is closed to makers', async ({ visitAs }) => {
  const { productId, sellerOrderId } = await findOwnedBy('xiuzhen-beads')
  const page = await visitAs(accounts.broker)
  for (const id of [productId, nobody, 'not-an-id'])
    for (const step of ['', '/photos', '/words', '/price', '/check'])
      expect(await statusOf(page, `/studio/products/${id}${step}`), `${id}${step}`).toBe(404)
  for (const id of [sellerOrderId, nobody, 'not-an-id'])
    expect(await statusOf(page, `/studio/orders/${id}`), id).toBe(404)
  for (const path of ['/desk', '/desk/payouts', '/desk/households', '/admin', '/studio/income'])
    expect(await statusOf(page, path), path).toBe(403)
})

test('another county’s listing, household and seller are 404', async ({ visitAs }) => {
  const city = await visitAs(accounts.coordinatorCity)
  const foreign = [
    await firstAddress(city, '/desk/listings', '/desk/listings/'),
    await firstAddress(city, '/desk/households?q=SL-620123', '/desk/households/'),
    await firstAddress(city, '/desk/sellers?q=桂兰', '/desk/sellers/'),
  ]
  for (const address of foreign) expect(await statusOf(city, address), address).toBe(200)
  const page = await visitAs(accounts.coordinatorYongdeng)
  const unknownOnes = [`/desk/households/${nobody}`, `/desk/listings/${nobody}`, '/desk/sellers/x']
  for (const address of [...foreign, ...unknownOnes]) expect(await statusOf(page, address), address).toBe(404)
  for (const path of ['/desk/payouts', '/admin', '/studio'])
    expect(await statusOf(page, path), path).toBe(403)
})

async function statusOf(page: Page, address: string): Promise<number> {
  return (await page.request.get(address, { maxRedirects: 0 })).status()
}

/** Where the first row of a list leads. */
async function firstAddress(page: Page, list: string, into: string): Promise<string> {
  await page.goto(list)
  const addresses = await page
    .locator(`main a[href^="${into}"]`)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  return addresses.find((address) => /\/[0-9a-f-]{36}$/.test(address)) ?? ''
}

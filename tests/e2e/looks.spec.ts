import type { Page } from '@playwright/test'
import { accounts, signInAs } from '../fixtures/accounts'
import { expect, findAxeFaults, findSidewaysScroll, test } from '../fixtures/app'
import { findWorkOf } from '../fixtures/app-database'
import * as buying from '../fixtures/journey-buying'

/** How every page of the journey stands on screens from 320 to 1280 px, in both languages, light and dark, and with the keyboard. */

test.describe.configure({ mode: 'parallel' })

const widths = [320, 360, 768, 1280]

const shopPages = [
  '/',
  '/search',
  '/search?q=nothing-like-it',
  '/crafts/knots',
  '/products/endless-knot-hall',
  '/products/double-bracelet-amber',
  '/makers',
  '/makers/guilan-knots',
  '/verify/ZGJ-0001',
  '/impact',
  '/about',
  '/help',
  '/destination',
  '/favourites',
  '/orders',
  '/sign-in',
  '/nowhere',
]

/** What a page must be at every width; faults in one line each, so that one run tells all. */
async function look(page: Page, paths: readonly string[]): Promise<string[]> {
  const faults: string[] = []
  for (const path of paths) {
    await page.setViewportSize({ width: widths[0] ?? 0, height: 740 })
    await page.goto(path)
    const [h1s, title, lang] = await page.evaluate(() => [
      document.querySelectorAll('h1').length,
      document.title,
      document.documentElement.lang,
    ])
    if (h1s !== 1) faults.push(`${path} has ${h1s} h1`)
    if (['', '陇原巧手', 'Qiaoshou'].includes(title)) faults.push(`${path} has no title of its own`)
    if (lang !== (/^\/en(\/|$)/.test(path) ? 'en' : 'zh-CN')) faults.push(`${path} is in ${lang}`)
    for (const width of widths) {
      await page.setViewportSize({ width, height: 740 })
      const over = await findSidewaysScroll(page)
      if (over > 0) faults.push(`${path} is ${over} px too wide at ${width}`)
    }
  }
  return faults
}

/** The titles of pages, by path; a page that says no more than the shop's name, or in two languages, is a fault. */
async function readTitles(page: Page, paths: readonly string[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  for (const path of paths) {
    await page.goto(path)
    const title = await page.title()
    const brand = /^\/en(\/|$)/.test(path) ? 'Qiaoshou' : '陇原巧手'
    const isHome = path === '/' || path === '/en'
    if (isHome) expect(title, path).toContain(brand)
    else expect(title, path).toMatch(new RegExp(`^.+ · ${brand}$`))
    titles.set(path, title)
  }
  return titles
}

/** Faults of accessibility of these pages, by light and by dark. */
async function tryAxe(
  page: Page,
  paths: readonly string[],
  schemes: readonly ('light' | 'dark')[] = ['light', 'dark'],
): Promise<string[]> {
  const faults: string[] = []
  for (const path of paths) {
    await page.goto(path)
    for (const colorScheme of schemes) {
      // without motion: a colour on its way from day to night is nobody's contrast
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      for (const fault of await findAxeFaults(page)) faults.push(`${path}, ${colorScheme}: ${fault}`)
    }
  }
  return faults
}

const inEnglish = (paths: readonly string[]) => paths.map((path) => (path === '/' ? '/en' : `/en${path}`))

test('the shop', async ({ page }) => {
  expect(await look(page, [...shopPages, ...inEnglish(shopPages)])).toEqual([])
})

test('every page of the shop and of an account has a title of its own', async ({ page }) => {
  const open = ['/search?q=盘长', '/cart', '/checkout', '/products/no-such-piece', ...shopPages]
  const titles = await readTitles(page, [...open, ...inEnglish(open)])
  expect(titles.get('/nowhere')).toBe('没有找到这一页 · 陇原巧手')
  expect(titles.get('/en/products/no-such-piece')).toBe('There is no such piece · Qiaoshou')
  const own = [...titles].filter(([path]) => !/nowhere|no-such/.test(path)).map(([, title]) => title)
  expect(own.filter((title, at) => own.indexOf(title) !== at)).toEqual([])

  await page.goto('/sign-in')
  await page.getByLabel('手机号').fill('13900002404')
  await page.getByRole('button', { name: '发码给我' }).click()
  await expect(page).toHaveTitle('输入六位码 · 陇原巧手')
  await page.goto('/orders')
  await page.getByLabel('订单号').fill('2611-000000')
  await page.getByLabel('手机号').fill('13900002405')
  await page.getByRole('button', { name: '发六位码' }).click()
  await expect(page).toHaveTitle('输入六位码 · 陇原巧手')
  await signInAs(page, accounts.buyer, '/account')
  const mine = ['/account', '/account/orders', '/account/addresses', '/account/addresses/new']
  const hers = await readTitles(page, [...mine, ...inEnglish(mine)])
  expect(new Set(hers.values()).size).toBe(2 * mine.length)
})

test('basket, checkout, payment and order', async ({ page }) => {
  const own = ['/cart', '/checkout']
  expect(await look(page, [...own, ...inEnglish(own)]), 'empty').toEqual([])
  await buying.putIntoBasket(page, '/products/double-bracelet-amber')
  await buying.putIntoBasket(page, '/products/wreath-five-knots')
  expect(await look(page, [...own, ...inEnglish(own)]), 'filled').toEqual([])
  await page.goto('/checkout')
  await buying.fillAddress(page)
  await page.getByRole('checkbox', { name: /^订做的件按我的要求做/ }).check()
  const totalFen = await buying.readTotal(page)
  await buying.goToPay(page, totalFen)
  expect(await look(page, [page.url()]), 'the sandbox').toEqual([])
  await page.getByRole('link', { name: '返回商店' }).click()
  const unpaid = new URL(page.url()).pathname
  expect(await look(page, [unpaid, `/en${unpaid}`])).toEqual([])
  await page.goto(unpaid)
  await buying.goToPay(page, totalFen)
  await buying.payByCard(page)
  const { number } = await buying.readPaidOrder(page)
  expect(await look(page, [`/orders/${number}?thanks`, `/en/orders/${number}`])).toEqual([])
  expect(await tryAxe(page, [`/orders/${number}`])).toEqual([])
})

test('the account and the doors to it', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('手机号').fill('13900002402')
  await page.getByRole('button', { name: '发码给我' }).click()
  await page.goto('/orders')
  await page.getByLabel('订单号').fill('2611-000000')
  await page.getByLabel('手机号').fill('13900002403')
  await page.getByRole('button', { name: '发六位码' }).click()
  const doors = ['/sign-in/code', '/orders?code']
  expect(await look(page, [...doors, ...inEnglish(doors)])).toEqual([])
  await signInAs(page, accounts.buyer, '/account')
  const own = ['/account', '/account/orders', '/account/addresses', '/account/addresses/new']
  expect(await look(page, [...own, ...inEnglish(own)])).toEqual([])
  expect(await tryAxe(page, own)).toEqual([])
})

test('the studio', async ({ page }) => {
  const work = await findWorkOf('xiuzhen-beads')
  await signInAs(page, accounts.xiuzhen, '/studio/products')
  const product = await page.locator('main a[href^="/studio/products/0"]').first().getAttribute('href')
  await page.goto('/studio/products/new')
  await page.getByRole('button', { name: '开始拍照片' }).click()
  const draft = new URL(page.url()).pathname.replace(/\/photos$/, '')
  const steps = ['', '/photos', '/words', '/words?check', '/price', '/price?check', '/check'].map(
    (step) => draft + step,
  )
  const pages = [
    '/studio',
    '/studio/products',
    '/studio/products/new',
    '/studio/calendar',
    `${product}`,
    '/studio/orders',
    '/studio/questions',
    `/studio/orders/${work}`,
  ]
  expect(await look(page, [...pages, '/studio/income', ...steps])).toEqual([])
  expect(await look(page, inEnglish([...pages, '/studio/income', ...steps]))).toEqual([])
  expect(
    await tryAxe(page, ['/studio', '/studio/orders', `${draft}/photos`, `${draft}/price?check`]),
  ).toEqual([])
  await page.goto(draft)
  await page.getByRole('button', { name: '不上这一件了' }).click()
})

test('the coordinator’s desk', async ({ page }) => {
  await signInAs(page, accounts.coordinatorYuzhong)
  const leading = ['/desk/listings', '/desk/households', '/desk/sellers']
  const lists = ['/desk', '/desk/questions', ...leading]
  const rows: string[] = []
  for (const list of leading) {
    await page.goto(list)
    rows.push((await page.locator(`main a[href^="${list}/"]`).first().getAttribute('href')) ?? '')
  }
  expect(await look(page, [...lists, ...rows, ...inEnglish([...lists, ...rows])])).toEqual([])
  expect(await tryAxe(page, ['/desk', '/desk/questions', ...rows])).toEqual([])
})

test('finance and administration', async ({ page, visit }) => {
  await signInAs(page, accounts.financeOne, '/desk/payouts')
  const batch = await page.locator('main a[href^="/desk/payouts/"]').first().getAttribute('href')
  const money = ['/desk', '/desk/invoices', '/desk/payouts', '/desk/payouts?rows=paid', `${batch}`]
  expect(await look(page, [...money, ...inEnglish(money)])).toEqual([])
  const admin = await visit()
  await signInAs(admin, accounts.admin)
  expect(await look(admin, ['/admin', '/admin/postage', '/en/admin', '/en/admin/postage'])).toEqual([])
  expect(await tryAxe(page, [`${batch}`])).toEqual([])
  expect(await tryAxe(admin, ['/admin', '/admin/postage'])).toEqual([])
})

const shown = [
  '/',
  '/search',
  '/products/endless-knot-hall',
  '/makers/guilan-knots',
  '/cart',
  '/checkout',
  '/help',
  '/sign-in',
]

test('the shop is accessible', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await buying.putIntoBasket(page, '/products/wreath-five-knots')
  expect(await tryAxe(page, shown)).toEqual([])
  expect(
    await tryAxe(page, inEnglish(['/', '/products/endless-knot-hall', '/checkout', '/sign-in']), ['light']),
  ).toEqual([])
})

test('the keyboard', async ({ page }) => {
  for (const path of ['/', '/checkout', '/sign-in', '/products/endless-knot-hall']) {
    await page.goto(path)
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: '跳到正文' })
    await expect(skip).toBeFocused()
    await expect(skip).toBeInViewport()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#main$/)
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    expect(
      await focused.evaluate((one) => one.closest('main') !== null),
      `${path}: the skip link leads into the page`,
    ).toBe(true)
    expect(await focused.evaluate(isFocusVisible), `${path}: focus is seen`).toBe(true)
  }
})

/** The focused element draws something that it does not draw otherwise. */
function isFocusVisible(element: Element): boolean {
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
  return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
}

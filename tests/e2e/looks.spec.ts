import type { Page } from '@playwright/test'
import { accounts, signInAs } from '../fixtures/accounts'
import { expect, findSidewaysScroll, test } from '../fixtures/app'
import * as buying from '../fixtures/journey-buying'
import { findFaultsInTurn } from '../fixtures/looks'

/** How the states of a page that only a journey reaches stand on screens from 320 to 1280 px in both languages (pages as they open: every-page), what pages are called, and the keyboard. */

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

const inEnglish = (paths: readonly string[]) => paths.map((path) => (path === '/' ? '/en' : `/en${path}`))

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
})

test('the doors to an account and to an order', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('手机号').fill('13900002402')
  await page.getByRole('button', { name: '发码给我' }).click()
  await page.goto('/orders')
  await page.getByLabel('订单号').fill('2611-000000')
  await page.getByLabel('手机号').fill('13900002403')
  await page.getByRole('button', { name: '发六位码' }).click()
  const doors = ['/sign-in/code', '/orders?code']
  expect(await look(page, [...doors, ...inEnglish(doors)])).toEqual([])
})

test('the steps of a draft', async ({ page }) => {
  await signInAs(page, accounts.xiuzhen, '/studio/products')
  await page.goto('/studio/products/new')
  await page.getByRole('button', { name: '开始拍照片' }).click()
  const draft = new URL(page.url()).pathname.replace(/\/photos$/, '')
  const steps = ['', '/photos', '/words', '/price', '/check'].map((step) => draft + step)
  expect(await look(page, [...steps, ...inEnglish(steps)])).toEqual([])
  const refused = [`${draft}/words?check`, `${draft}/price?check`]
  expect(await findFaultsInTurn(page, refused)).toEqual([])
  expect(await findFaultsInTurn(page, inEnglish(refused))).toEqual([])
  await page.goto(draft)
  await page.getByRole('button', { name: '不上这一件了' }).click()
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

import type { Page } from '@playwright/test'
import { addDays, type Day, dayOf, monthStart } from '../../app/platform/calendar'
import { accounts } from '../fixtures/accounts'
import { expect, test } from '../fixtures/app'
import { findWorkOf } from '../fixtures/app-database'
import * as buying from '../fixtures/journey-buying'
import { findFaultsInTurn, inLargeText } from '../fixtures/looks'
import { findAddresses, findPagePatterns, inEnglish } from '../fixtures/site-pages'
import { stations } from '../fixtures/stations'

/**
 * Every page that app/routes.ts names, without one fault of accessibility: in both languages, by day and by night, in ordinary and in large text, on the smallest phone or on a desk by turns; `npm run test:looks` asks every rule in each of
 * these looks at both. No page is wider than its screen, and each has one heading and a title of its own.
 */

test.describe.configure({ mode: 'parallel' })
test.beforeEach(() => test.slow())

const ofOneCase = Object.keys(stations)

const isAccount = (pattern: string) =>
  /^\/(account|orders\/:number(\/messages\/:sellerOrderId)?$)/.test(pattern)
const shopPatterns = findPagePatterns('shop').filter((pattern) => !ofOneCase.includes(pattern))

/** Addresses for all of these pages; every one of them has to open. */
async function openAll(
  page: Page,
  patterns: readonly string[],
  given: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const opened = await findAddresses(page, patterns, given)
  expect([...opened.keys()].sort(), 'pages that open').toEqual([...patterns].sort())
  return [...opened.values()]
}

const paidOut = '/desk/payouts?rows=paid'

/** The month before the last one, which the sample data has closed and corrected. */
function closedMonth(): string {
  const before = (month: Day) => monthStart(addDays(month, -1))
  return before(before(monthStart(dayOf(new Date())))).slice(0, 7)
}

const languages = [
  ['in Chinese', (address: string) => address, '盘长'],
  ['in English', inEnglish, 'knot'],
] as const

for (const [at, [language, inLanguage, sought]] of languages.entries()) {
  test(`the shop ${language}`, async ({ page }) => {
    await buying.putIntoBasket(page, '/products/double-cord-knot-long-tassel')
    await page.goto('/sign-in')
    await page.getByLabel('手机号').fill(`1390000240${at}`)
    await page.getByRole('button', { name: '发码给我' }).click()
    await expect(page.getByLabel('短信里的六位数字')).toBeVisible()
    await page.goto('/en/sign-in')
    await page.getByLabel('E-mail address').fill(`every-page-${at}@example.org`)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await page.waitForURL('**/sign-in/mail')
    const open = shopPatterns.filter((pattern) => !isAccount(pattern))
    const addresses = await openAll(page, open, {
      '/search': `/search?q=${sought}&colour=red`,
      '/crafts/:craft': '/crafts/knots',
      '/products/:slug': '/products/endless-knot-hall',
      '/makers/:slug': '/makers/guilan-knots',
      '/bases/:slug': '/bases/longshang-knot-base',
      '/verify/:serial': '/verify/ZGJ-0001',
    })
    const all = [...addresses, '/search?q=nothing-like-it', '/nowhere'].map(inLanguage)
    expect(await findFaultsInTurn(page, all, inLargeText)).toEqual([])
  })

  test(`an account ${language}`, async ({ visitAs }) => {
    const page = await visitAs(accounts.buyer)
    const addresses = await openAll(page, shopPatterns.filter(isAccount), {
      '/account/messages/about/:slug': '/account/messages/about/endless-knot-hall',
    })
    expect(await findFaultsInTurn(page, addresses.map(inLanguage), inLargeText)).toEqual([])
  })

  test(`the studio ${language}`, async ({ visitAs }) => {
    const page = await visitAs(accounts.guilan)
    const patterns = findPagePatterns('studio').filter((pattern) => !ofOneCase.includes(pattern))
    const addresses = (await openAll(page, patterns)).map(inLanguage)
    expect(await findFaultsInTurn(page, addresses, ({ width }) => width === 320)).toEqual([])
  })

  test(`the desk ${language}`, async ({ visitAs }) => {
    const waiting = new Set(findPagePatterns('desk').filter((pattern) => !ofOneCase.includes(pattern)))
    const work = await findWorkOf('guilan-knots')
    const given = {
      '/desk/orders/:sellerOrderId': `/desk/orders/${work}`,
      '/desk/sales/parts/:sellerOrderId': `/desk/sales/parts/${work}`,
      '/desk/returns/:month/:place/versions/:version': `/desk/returns/${closedMonth()}/620123/versions/1`,
    }
    const faults: string[] = []
    for (const who of [accounts.coordinatorYuzhong, accounts.financeOne, accounts.admin]) {
      const page = await visitAs(who)
      const opened = await findAddresses(page, [...waiting], given)
      for (const pattern of opened.keys()) waiting.delete(pattern)
      const more = opened.has('/desk/payouts') ? [paidOut] : []
      faults.push(...(await findFaultsInTurn(page, [...opened.values(), ...more].map(inLanguage))))
    }
    expect(faults).toEqual([])
    expect([...waiting], 'pages that open to nobody').toEqual([])
  })
}

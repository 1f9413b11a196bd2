import type { Page } from '@playwright/test'
import { accounts } from '../fixtures/accounts'
import { expect, findAxeFaults, findSidewaysScroll, phone, test } from '../fixtures/app'
import * as buying from '../fixtures/journey-buying'
import { countRows, findBrokenWords, findSmallTargets } from '../fixtures/looks'
import { inEnglish } from '../fixtures/site-pages'

/** Larger text by one press, for buyers and makers, on a phone of 320 px; and what the studio does for those who read little: it reads aloud and rings. */

const small = { width: 320, height: 640 }
const address = '/products/wreath-five-knots'

const withHeadings = [
  '/',
  '/search',
  '/search?q=盘长&sort=new',
  '/crafts/cloisonne',
  '/crafts/knots',
  address,
  '/products/endless-knot-hall',
  '/products/no-such-piece',
  '/makers',
  '/makers/guilan-knots',
  '/bases/longshang-knot-base',
  '/help',
  '/about',
  '/impact',
  '/terms',
  '/privacy',
  '/rules',
  '/favourites',
  '/destination',
  '/report',
  '/cart',
  '/nowhere',
]

const bodySize = (page: Page) => page.evaluate(() => getComputedStyle(document.body).fontSize)

test('a visitor reads large, from the page where she pressed, and nobody else does', async ({ visit }) => {
  const page = await visit({ viewport: small, javaScriptEnabled: false })
  await page.goto(address)
  await page.getByRole('banner').getByRole('button', { name: '看大字' }).click()
  await expect(page).toHaveURL(new RegExp(`${address}$`))
  await expect(page.locator('html')).toHaveClass('view-large')
  for (const path of ['/', '/crafts/knots', address, '/makers', '/help', '/cart', '/en', '/sign-in']) {
    await page.goto(path)
    await expect(page.locator('html'), path).toHaveClass('view-large')
    expect(await findSidewaysScroll(page), path).toBeLessThanOrEqual(0)
  }

  const other = await visit()
  await other.goto(address)
  await expect(other.locator('html')).not.toHaveClass('view-large')
  expect(await bodySize(other)).toBe('16px')

  await page.goto(`/en${address}`)
  expect(await bodySize(page)).toBe('20px')
  await page.getByRole('contentinfo').getByRole('button', { name: 'Ordinary text' }).click()
  await expect(page).toHaveURL(new RegExp(`/en${address}#foot-view$`))
  await expect(page.locator('html')).not.toHaveClass('view-large')
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('view')
})

const words = {
  'zh-CN': { large: '看大字', plain: '看正常字' },
  en: { large: 'Larger text', plain: 'Ordinary text' },
} as const

test('the head of every shop page has large text by one press and back, without leaving its place', async ({
  visit,
}) => {
  const page = await visit({ viewport: small, javaScriptEnabled: false })
  const head = page.getByRole('banner')
  for (const [path, { large, plain }] of [
    ['/search?q=%E7%9B%98%E9%95%BF&colour=red', words['zh-CN']],
    ['/help', words['zh-CN']],
    [`/en${address}`, words.en],
    ['/en', words.en],
  ] as const) {
    await page.goto(path)
    for (const [name, isLarge] of [
      [large, true],
      [plain, false],
    ] as const) {
      await expect(head.getByRole('button', { name, exact: true }), path).toBeInViewport({ ratio: 1 })
      await head.getByRole('button', { name, exact: true }).click()
      await expect(page).toHaveURL(path)
      await expect(page.locator('html')).toHaveClass(isLarge ? 'view-large' : '')
    }
  }
})

test('pressed at the foot it leads back to the foot, and from a place in the page to that place', async ({
  visit,
}) => {
  const page = await visit({ viewport: small })
  await page.goto('/help')
  await page.getByRole('contentinfo').getByRole('button', { name: '看大字' }).click()
  await expect(page.locator('html')).toHaveClass('view-large')
  await expect(page.getByRole('contentinfo').getByRole('button', { name: '看正常字' })).toBeInViewport()
  await page.goto('/help#returns')
  await page.getByRole('banner').getByRole('button', { name: '看正常字' }).click()
  await expect(page).toHaveURL('/help#returns')
  await expect(page.locator('html')).not.toHaveClass('view-large')
})

test('whoever reads large buys without a target smaller than a thumb, in both languages', async ({
  visit,
}) => {
  const page = await visit({ viewport: phone, javaScriptEnabled: false })
  const faults: string[] = []
  const look = async (path: string) => {
    if ((await page.locator('html.view-large').count()) === 0) faults.push(`${path} is not large`)
    if ((await findSidewaysScroll(page)) > 0) faults.push(`${path} is too wide`)
    faults.push(...(await findSmallTargets(page)).map((target) => `${path}: ${target}`))
  }
  const lookAtAll = async (paths: readonly string[]) => {
    for (const path of paths.flatMap((one) => [inEnglish(one), one])) {
      await page.goto(path)
      await look(path)
    }
  }
  await page.goto(address)
  await page.getByRole('banner').getByRole('button', { name: '看大字' }).click()
  await expect(page.locator('html.view-large')).toBeVisible()
  await page.getByRole('button', { name: '放进篮里' }).click()
  await expect(page.getByRole('status')).toContainText('放进篮里了')
  await look('put into the basket')
  await lookAtAll(['/', '/crafts/knots', '/search?colour=red', '/search?q=nothing-like-it', address])
  await lookAtAll(['/products/endless-knot-hall', '/products/endless-knot-hall/share', '/verify/ZGJ-0001'])
  await lookAtAll(['/makers', '/makers/guilan-knots', '/bases/longshang-knot-base', '/help', '/destination'])
  await lookAtAll(['/about', '/impact', '/report', '/favourites', '/orders', '/sign-in', '/nowhere'])
  await lookAtAll(['/checkout', '/cart'])

  await page.getByRole('button', { name: /^去结账/ }).click()
  await buying.fillAddress(page)
  await page.getByRole('checkbox', { name: /^订做的件按我的要求做/ }).check()
  await buying.goToPay(page, await buying.readTotal(page))
  await buying.payByCard(page)
  const { number } = await buying.readPaidOrder(page)
  await look('paid')
  await lookAtAll([`/orders/${number}`])
  expect(faults).toEqual([])
})

/** As whoever reads large has the page. */
const enlarge = (page: Page) => page.evaluate(() => document.documentElement.classList.add('view-large'))

test('no place in the head of a page stands alone in large text, in both languages', async ({ visit }) => {
  const page = await visit({ viewport: phone, javaScriptEnabled: false })
  await page.goto(address)
  await page.getByRole('banner').getByRole('button', { name: '看大字' }).click()
  const rows: Record<string, number[]> = {}
  for (const way of ['', ' with what she saved']) {
    if (way !== '') await page.getByRole('button', { name: /^收藏/ }).first().click()
    for (const path of [`/en${address}`, address])
      for (const width of [320, 360, 412, 430]) {
        await page.setViewportSize({ width, height: 740 })
        await page.goto(path)
        rows[`${path} at ${width}${way}`] = await countRows(page, '.top-nav :is(a, button)')
      }
  }
  expect(Object.entries(rows).filter(([, counts]) => counts.length > 2 || counts.includes(1))).toEqual([])
})

test('beads stand in one row or in rows alike', async ({ visit }) => {
  const page = await visit({ viewport: phone })
  const rows: Record<string, number[]> = {}
  for (const [path, beads] of [
    [address, '.hours .bead-row .bead'],
    ['/products/endless-knot-hall', '.hours .bead-row .bead'],
    ['/makers/guilan-knots', '.week:first-child .bead'],
    ['/makers/guilan-knots', '.week:last-child .bead'],
  ] as const)
    for (const width of [320, 360, 1280]) {
      await page.setViewportSize({ width, height: 740 })
      await page.goto(path)
      for (const isLarge of [false, true]) {
        if (isLarge) await enlarge(page)
        rows[`${path} at ${width}${isLarge ? ' large' : ''}: ${beads}`] = await countRows(page, beads)
      }
    }
  const isEven = (counts: number[]) =>
    counts.length > 0 && Math.max(...counts) - Math.min(...counts) < counts.length
  expect(Object.entries(rows).filter(([, counts]) => !isEven(counts))).toEqual([])
})

test('no line ends within a Chinese word of a heading', async ({ visit }) => {
  const page = await visit()
  const broken: string[] = []
  for (const path of withHeadings) {
    await page.goto(path)
    for (const [width, isLarge] of [
      [768, false],
      [360, false],
      [360, true],
    ] as const) {
      await page.setViewportSize({ width, height: 740 })
      if (isLarge) await enlarge(page)
      const words = await findBrokenWords(page)
      broken.push(...words.map((word) => `${path} at ${width}${isLarge ? ' large' : ''}: ${word}`))
    }
  }
  expect(broken).toEqual([])
})

test('the studio on a small phone: large, read aloud, with the coordinator one press away', async ({
  visit,
  visitAs,
}) => {
  const signedIn = await visitAs(accounts.guilan)
  const storageState = await signedIn.context().storageState()
  const page = await visit({ viewport: small, storageState })
  await page.addInitScript(() => {
    const said: string[] = []
    Object.assign(window, { said })
    window.speechSynthesis.speak = (utterance) => void said.push(`${utterance.lang} ${utterance.text}`)
  })
  await page.goto('/studio')
  const doors = page.getByRole('navigation', { name: '三扇门' })
  for (const name of ['上新', '我的活', '我的钱'])
    await expect(doors.getByRole('link', { name: new RegExp(name) })).toBeVisible()
  const call = page.getByRole('link', { name: /^打给联络员/ })
  await expect(call).toContainText('榆中县联络站（示例）')
  await expect(call).toHaveAttribute('href', 'tel:09310000003')

  for (const view of ['看大字', '看正常字']) {
    expect(await findSidewaysScroll(page)).toBeLessThanOrEqual(0)
    expect(await findSmallTargets(page), 'smaller than 44 px').toEqual([])
    expect(await findAxeFaults(page)).toEqual([])
    await page.getByRole('button', { name: view }).click()
    await expect(page).toHaveURL(/\/studio$/)
  }

  await page.getByRole('button', { name: '念给我听' }).click()
  await expect(page.getByRole('button', { name: '别念了' })).toBeVisible()
  const said = await page.evaluate(() => ('said' in window && Array.isArray(window.said) ? window.said : []))
  expect(said.join('\n')).toContain('zh-CN 打给联络员')
  await page.getByRole('button', { name: '别念了' }).click()
  await expect(page.getByRole('button', { name: '念给我听' })).toBeVisible()

  const mute = await visit({ viewport: small, storageState })
  await mute.addInitScript(() => Object.defineProperty(window, 'speechSynthesis', { value: undefined }))
  await mute.goto('/studio')
  await expect(mute.getByRole('link', { name: /^打给联络员/ })).toBeVisible()
  await expect(mute.locator('[data-read-aloud]')).toBeHidden()
})

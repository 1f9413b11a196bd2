import type { Page } from '@playwright/test'
import { expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'
import { findHungBy } from '../fixtures/app-database'
import { askRaw } from '../fixtures/ask-raw'

/** Finding things: by how they are written, said or mistyped; by what they are like; and what is said when there is nothing. */

const field = (page: Page) => page.getByRole('combobox')
const titles = (page: Page) => page.locator('.vitrine h2')
const lookFor = async (page: Page, words: string) => {
  await page.goto('/search')
  await field(page).fill(words)
  await page.getByRole('button', { name: '找', exact: true }).click()
}

test('by characters, also from the middle of a word', async ({ visit }) => {
  const page = await visit()
  await lookFor(page, '蛛网扎方巾')
  await expect(titles(page).first()).toHaveText('蛛网扎方巾')
  await lookFor(page, '网扎')
  await expect(titles(page).filter({ hasText: '蛛网扎方巾' })).toHaveCount(1)
})

test('by pinyin, by initials, in traditional characters and by another word for it', async ({ visit }) => {
  const page = await visit()
  for (const words of ['zhuwangza fangjin', 'zwzfj', '蛛網紮方巾', 'zhu wang zha']) {
    await lookFor(page, words)
    await expect(titles(page).filter({ hasText: '蛛网扎方巾' }), words).not.toHaveCount(0)
  }
  await lookFor(page, '鉤織')
  await expect(page.getByRole('link', { name: '钩编', exact: true }).first()).toBeVisible()
  await expect(titles(page).first()).toBeVisible()
})

test('with one letter or one character wrong, and says what it looked for', async ({ visit }) => {
  const page = await visit()
  for (const [typed, meant] of [
    ['zhonguojie', '中国结'],
    ['中国洁', '中国结'],
    ['braclet', 'bracelet'],
  ] as const) {
    await lookFor(page, typed)
    await expect(
      page.getByRole('status').filter({ hasText: `没有「${typed}」，下面是「${meant}」` }),
    ).toBeVisible()
    await expect(titles(page).first()).toBeVisible()
  }
})

test('filters together narrow each other, stand in the address, and can be taken back', async ({ visit }) => {
  const page = await visit()
  await page.goto('/search')
  const tick = (name: string) => page.getByRole('checkbox', { name: new RegExp(`^${name}`) })
  await tick('中国结').check()
  await tick('现货').check()
  await page.locator('summary', { hasText: '颜色' }).click()
  await tick('红').check()
  await page.getByRole('button', { name: '看结果' }).click()
  await expect(page).toHaveURL(/craft=knots.*made=ready.*colour=red/)
  const shown = Number(await page.locator('.browse-count b').textContent())
  expect(shown).toBeGreaterThan(0)
  await expect(titles(page)).toHaveCount(Math.min(shown, 24))
  // what another answer to the same question would show is what its link then shows
  const other = Number(
    await page
      .locator('label', { has: page.locator('input[value="indigo"]') })
      .locator('.tick-count')
      .textContent(),
  )
  await page.goto('/search?craft=knots&made=ready&colour=indigo')
  await expect(page.locator('.browse-count b')).toHaveText(String(other))
  await page.getByRole('link', { name: '靛蓝 去掉' }).click()
  await expect(page).toHaveURL(/craft=knots&made=ready$/)
})

test('a price that is offered: its count is what it shows, it stands in the fields, and can be taken back', async ({
  visit,
}) => {
  const page = await visit()
  for (const [address, name, written, fields] of [
    ['/search', '¥100 至 ¥200', '?min=100&max=200', ['100', '200']],
    [
      '/search?q=中国结&colour=red&sort=price',
      '¥50 以内',
      `?${new URLSearchParams({ q: '中国结', colour: 'red', max: '50', sort: 'price' })}`,
      ['', '50'],
    ],
    ['/crafts/knots?made=ready', '¥500 起', '?made=ready&min=500', ['500', '']],
    ['/en/search?colour=red', 'CN¥50–CN¥100', '?colour=red&min=50&max=100', ['50', '100']],
  ] as const) {
    await page.goto(address)
    const band = page.locator('button.tick', { hasText: name })
    const count = (await band.locator('.tick-count').textContent()) ?? ''
    await band.click()
    expect(new URL(page.url()).search, address).toBe(written)
    await expect(page.locator('.browse-count b'), address).toHaveText(count)
    await expect(page.locator('input[name="min"]')).toHaveValue(fields[0])
    await expect(page.locator('input[name="max"]')).toHaveValue(fields[1])
    await expect(band).toHaveAttribute('aria-current', 'true')
    await band.click()
    await expect(page).toHaveURL(address)
  }
})

test('a price that is offered stays right beside other answers, typed bounds and nothing to show', async ({
  visit,
}) => {
  const page = await visit()
  const counts = () => page.locator('button.tick .tick-count').allTextContents()
  await page.goto('/search?craft=knots')
  const offered = await counts()
  expect(offered).toHaveLength(5)
  await page.locator('input[name="min"]').fill('60')
  await page.locator('input[name="max"]').fill('90')
  await page.getByRole('button', { name: '看结果' }).click()
  await expect(page).toHaveURL(/craft=knots&min=60&max=90$/)
  expect(await counts()).toEqual(offered)
  await expect(page.locator('button.tick[aria-current]')).toHaveCount(0)
  // what is ticked and typed beside it is taken along; Enter presses none of them
  await page.getByRole('checkbox', { name: /^现货/ }).check()
  await page.locator('button.tick', { hasText: '¥50 至 ¥100' }).click()
  await expect(page).toHaveURL(/\?craft=knots&made=ready&min=50&max=100$/)
  await page.getByRole('checkbox', { name: /^现货/ }).uncheck()
  await page.locator('input[name="max"]').fill('80')
  await page.locator('input[name="max"]').press('Enter')
  await expect(page).toHaveURL(/\?craft=knots&min=50&max=80$/)
  await page.goto('/search?q=量子计算机&craft=gourds')
  expect(await counts()).toEqual(['0', '0', '0', '0', '0'])
  await expect(page.locator('button.tick:enabled')).toHaveCount(0)
})

test('a county opens its towns', async ({ visit }) => {
  const page = await visit()
  await page.goto('/search?place=620123')
  await expect(page.locator('input[name="place"][value^="620123"]').nth(1)).toBeVisible()
  expect(await page.locator('input[name="place"]').count()).toBeGreaterThan(2)
})

test('nothing found: which condition stands in the way, and the crafts', async ({ visit }) => {
  const page = await visit()
  await page.goto('/search?craft=gourds&colour=teal&occasion=wedding')
  await expect(page.getByRole('heading', { name: '这样选，一件也没有' })).toBeVisible()
  await page.goto('/search?craft=gourds&colour=teal')
  await page.getByRole('link', { name: /^不管颜色，有 \d+ 件/ }).click()
  await expect(titles(page).first()).toBeVisible()
  await lookFor(page, '量子计算机')
  await expect(page.getByRole('heading', { name: '没有找到「量子计算机」' })).toBeVisible()
  await page.goto('/search?q=量子计算机&craft=gourds')
  await expect(page.getByRole('heading', { name: '没有找到「量子计算机」' })).toBeVisible()
  await expect(page.locator('main').getByRole('link', { name: '扎染' }).last()).toBeVisible()
})

test('nothing at this price: pressing the way out drops the price alone', async ({ visit }) => {
  const page = await visit()
  for (const [address, name, left] of [
    ['/search?max=1', /^不管价钱，有 (\d+) 件$/, '/search'],
    ['/search?craft=knots&max=1&sort=price', /^不管价钱，有 (\d+) 件$/, '/search?craft=knots&sort=price'],
    ['/en/search?max=1', /^without the price: (\d+) pieces$/, '/en/search'],
    ['/en/crafts/knots?max=1', /^without the price: (\d+) pieces$/, '/en/crafts/knots'],
  ] as const) {
    await page.goto(address)
    const way = page.getByRole('link', { name })
    const [, count = ''] = name.exec((await way.textContent()) ?? '') ?? []
    await way.click()
    await expect(page.locator('.browse-count b'), address).toHaveText(count)
    await expect(titles(page).first()).toBeVisible()
    const { pathname, search } = new URL(page.url())
    expect(pathname + search).toBe(left)
  }
  await page.goto('/search?q=量子计算机&max=1')
  await expect(page.getByRole('heading', { name: '没有找到「量子计算机」' })).toBeVisible()
})

test('a price that is no number is said beside its field, with what was typed', async ({ visit }) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await visit({ javaScriptEnabled, viewport: phone })
    await page.goto('/search?min=十块&max=50')
    await expect(page.locator('#range-error')).toHaveText('价钱写数字，像 68。')
    await expect(page.getByLabel('最低', { exact: true })).toHaveValue('十块')
    await page.getByLabel('最低', { exact: true }).fill('10')
    await page.getByRole('button', { name: '看结果' }).click()
    await expect(page).toHaveURL(/min=10&max=50/)
    await expect(page.locator('#range-error')).toHaveCount(0)
    await noSidewaysScroll(page)
  }
})

test('"next" leads through all pages in every order', async ({ visit }) => {
  const page = await visit()
  for (const sort of ['best', 'price', 'price-down', 'hours', 'new']) {
    await page.goto(`/search?craft=knots&sort=${sort}`)
    const total = Number(await page.locator('.browse-count b').textContent())
    const seen = new Set<string>()
    for (let more = true; more; ) {
      for (const title of await titles(page).allTextContents()) seen.add(title)
      const next = page.getByRole('link', { name: '下一页' })
      more = (await next.count()) > 0
      if (!more) break
      const before = page.url()
      await next.click()
      await expect(page).not.toHaveURL(before)
    }
    expect(seen.size, sort).toBe(total)
  }
})

test('a list says which page it is at, and leads back to the one before and to the first', async ({
  visit,
}) => {
  const page = await visit({ viewport: phone, javaScriptEnabled: false })
  await page.goto('/en/search?craft=knots&sort=price')
  await expect(page.getByText(/^Page 1 of \d+$/)).toBeVisible()
  await page.goto('/search?craft=knots&sort=price')
  const pager = page.getByRole('navigation', { name: '翻页' })
  await expect(pager.getByRole('link')).toHaveText(['下一页'])
  const first = await titles(page).allTextContents()
  await pager.getByRole('link', { name: '下一页' }).click()
  await expect(pager).toContainText(/第 2 页，共 \d+ 页/)
  await expect(pager.getByRole('link')).toHaveText(['上一页', '下一页'])
  const second = await titles(page).allTextContents()
  await pager.getByRole('link', { name: '下一页' }).click()
  await expect(pager).toContainText('第 3 页')
  const third = page.url()
  await noSidewaysScroll(page)
  const looked = await visit({ viewport: phone })
  await looked.goto(third)
  expect(await findAxeFaults(looked)).toEqual([])
  await pager.getByRole('link', { name: '上一页' }).click()
  await expect(pager).toContainText('第 2 页')
  expect(await titles(page).allTextContents()).toEqual(second)
  await pager.getByRole('link', { name: '上一页' }).click()
  await expect(page).toHaveURL(/\/search\?craft=knots&sort=price$/)
  expect(await titles(page).allTextContents()).toEqual(first)
  await page.goto(third)
  await pager.getByRole('link', { name: '回到第一页' }).click()
  await expect(pager).toContainText('第 1 页')
})

test('a shop’s pieces are turned on and back below its page, a base’s beside its makers', async ({
  visit,
}) => {
  const page = await visit({ viewport: phone, javaScriptEnabled: false })
  for (const [path, shop, kept] of [
    ['/makers/guilan-knots', 'guilan-knots', ''],
    ['/bases/longshang-knot-base', 'longshang-knot-base', 'pieces-'],
  ] as const) {
    const pieces = await findHungBy(shop)
    const links = page.locator('#pieces .vitrine a[href^="/products/"]')
    const shown = async () =>
      new Set(
        (await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))).map((href) =>
          href.replace('/products/', ''),
        ),
      )
    const slugs = (from: number, to: number) => new Set(pieces.slice(from, to).map(({ slug }) => slug))
    await page.goto(`${path}?${kept}before=${pieces[2]?.cursor}&${kept}page=3`)
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex')
    await expect.poll(shown).toEqual(slugs(0, 2))
    await page.locator('#pieces').getByRole('link', { name: '下一页' }).click()
    await expect(page).toHaveURL(new RegExp(`${path}\\?${kept}after=.*#pieces$`))
    await expect(page.locator('#pieces')).toContainText('第 2 页')
    await expect(page.locator('#pieces h2').first()).toBeInViewport()
    await expect.poll(shown).toEqual(slugs(2, pieces.length))
    await noSidewaysScroll(page)
    const looked = await visit({ viewport: phone })
    await looked.goto(page.url())
    expect(await findAxeFaults(looked)).toEqual([])
    await page.locator('#pieces').getByRole('link', { name: '上一页' }).click()
    await expect(page).toHaveURL(new RegExp(`${path}#pieces$`))
    await expect.poll(shown).toEqual(slugs(0, pieces.length))
    await expect(page.locator('meta[name="robots"]')).toHaveCount(0)
  }
})

test('names are offered while one types', async ({ visit }) => {
  const page = await visit()
  await page.goto('/search')
  await field(page).pressSequentially('zgj')
  const names = page.getByRole('listbox').getByRole('option')
  await expect(names.first()).toHaveText('中国结')
  expect(await findAxeFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(names).toHaveCount(0)
  await expect(field(page)).toHaveValue('zgj')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(names.nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?q=%E4%B8%AD%E5%9B%BD%E7%BB%93$/)
  await field(page).fill('zwzfj')
  await names.filter({ hasText: '蛛网扎方巾' }).click()
  await expect(titles(page).first()).toHaveText('蛛网扎方巾')
  // nothing chosen: what was typed is looked for
  await field(page).fill('zgj')
  await expect(names.first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?q=zgj$/)
})

test('without scripts everything works, too', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
  const page = await context.newPage()
  await lookFor(page, 'zgj')
  await page.getByRole('checkbox', { name: /^能寄到国外/ }).check()
  await page.getByRole('button', { name: '看结果' }).click()
  await expect(page).toHaveURL(/q=zgj&abroad=yes|abroad=yes/)
  await expect(titles(page).first()).toBeVisible()
  await page.locator('button.tick', { hasText: '¥50 至 ¥100' }).click()
  await expect(page).toHaveURL(/q=zgj&abroad=yes&min=50&max=100$/)
  await expect(titles(page).first()).toBeVisible()
  await context.close()
})

test('in English', async ({ visit }) => {
  const page = await visit()
  await page.goto('/en/search?q=bracelets&colour=pink&sort=price')
  await expect(page.getByRole('link', { name: /^Pink/ })).toBeVisible()
  await expect(titles(page).first()).toBeVisible()
  await expect(page.getByText('Only', { exact: true })).toBeVisible()
})

test('any address gives a page', async ({ visit }) => {
  const page = await visit()
  const hostile = [
    '%00',
    '%ED%A0%80',
    "'",
    '%3A*',
    '%26%7C!()',
    '%F0%9F%98%80',
    'x'.repeat(4000),
    '%',
    '结'.repeat(500),
  ]
  for (const text of hostile)
    for (const name of ['q', 'after', 'place', 'min', 'sort'])
      expect([200, 404], `${name}=${text.slice(0, 20)}`).toContain(
        (await page.request.get(`/search?${name}=${text}`)).status(),
      )
})

test('words in an address as they are typed, bytes and all, lead to the same words percent-encoded', async ({
  baseURL,
  request,
}) => {
  const answer = await askRaw(baseURL, 'GET /search?q=结&made=ready HTTP/1.1')
  const [, led = ''] = /^HTTP\/1\.1 302 .*\r\nLocation: (\S+)\r\n/s.exec(answer) ?? []
  expect(led).toBe('/search?q=%E7%BB%93&made=ready')
  expect((await request.get(led)).status()).toBe(200)
  // as browsers of long ago wrote it
  expect(await askRaw(baseURL, Buffer.from('GET /search?q=\xbd\xe1 HTTP/1.1', 'latin1'))).toMatch(
    /^HTTP\/1\.1 302 .*\r\nLocation: \/search\?q=%BD%E1\r\n/s,
  )
  expect((await request.get('/search?q=%BD%E1')).status()).toBe(200)
  const refused = await askRaw(baseURL, 'GET / nonsense')
  expect(refused).toMatch(/^HTTP\/1\.1 400 /)
  expect(refused).toContain('读不懂')
  expect(refused).toContain('could not be read')
})

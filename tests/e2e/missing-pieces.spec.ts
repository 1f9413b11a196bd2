import { expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

/** Ways on: from a mistyped address, from a piece to others like it, and from the first page by what for and from where. */

test.use({ viewport: phone })

test('a mistyped address is 404 and offers what its words name', async ({ page }) => {
  const answer = await page.goto('/products/gourd-engraved-carps')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1, name: '没有这一件' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: '您找的可能是' })).toBeVisible()
  await expect(page.getByRole('link', { name: '双鱼刻葫芦' })).toBeVisible()
  await noSidewaysScroll(page)
  expect(await findAxeFaults(page)).toEqual([])
})

test('an address of no maker, craft or base offers what its words name, too', async ({ page }) => {
  for (const [address, piece] of [
    ['/makers/guilan-knot', '盘长中堂挂结'],
    ['/crafts/gourd', '双鱼刻葫芦'],
    ['/en/bases/longshang', 'Endless knot'],
  ] as const) {
    const answer = await page.goto(address)
    expect(answer?.status(), address).toBe(404)
    await expect(page.getByRole('search')).toBeVisible()
    await expect(page.getByRole('article').filter({ hasText: piece }).first()).toBeVisible()
  }
  await noSidewaysScroll(page)
  expect(await findAxeFaults(page)).toEqual([])
})

test('an address of nothing has the shop’s ways on and its search', async ({ page }) => {
  const answer = await page.goto('/en/asdf/qwer')
  expect(answer?.status()).toBe(404)
  const ways = page.getByRole('navigation')
  await expect(ways.getByRole('link')).toHaveText(['Crafts', 'Makers', 'The money', 'Help', '中文'])
  expect(await ways.evaluate((nav) => nav.scrollWidth - nav.clientWidth)).toBeLessThanOrEqual(0)
  await noSidewaysScroll(page)
  expect(await findAxeFaults(page)).toEqual([])
  await page.getByRole('search').getByRole('combobox').fill('gourd')
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page).toHaveURL(/\/en\/search\?q=gourd$/)
  // what a price is about in another currency stands below the price, not at the edge of the screen
  const label = page.getByRole('article').first()
  const [estimate, name] = await Promise.all([
    label.getByText(/^about US\$/).boundingBox(),
    label.getByRole('heading').boundingBox(),
  ])
  expect(estimate?.x).toBe(name?.x)
})

test('nothing is said in one way, with one way on', async ({ page }) => {
  const said: string[] = []
  const gone = ['/nowhere', '/products/no-such-piece', '/makers/no-such', '/orders/2611-000000']
  const empty = ['/search?q=nothing-like-it', '/search?max=1', '/cart', '/checkout', '/favourites']
  for (const address of [...gone, ...empty, ...gone.map((one) => `/en${one}`)]) {
    await page.goto(address)
    const frame = page.locator('main .empty')
    const counts = [
      await frame.count(),
      await frame.locator('.empty-knot').count(),
      await frame.getByRole('heading').count(),
      await frame.getByRole('link').count(),
    ]
    said.push(`${address} ${counts.join(' ')}`)
  }
  expect(said.filter((one) => !one.endsWith(' 1 1 1 1'))).toEqual([])
})

test('an order that this browser may not see leads to the way to open it', async ({ page }) => {
  const answer = await page.goto('/orders/2611-000000')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1, name: '这一单在这里打不开' })).toBeVisible()
  expect(await findAxeFaults(page)).toEqual([])
  await page.getByRole('main').getByRole('link', { name: '查我的订单' }).click()
  await page.getByLabel('手机号').fill('139')
  await page.getByLabel('订单号').fill('2611-00')
  await page.getByRole('button', { name: '发六位码' }).click()
  const faults = page.getByRole('alert')
  await expect(faults).toContainText('有 2 处要改：')
  await faults.getByRole('link', { name: '手机号是 11 位' }).click()
  await expect(page.getByLabel('手机号')).toBeFocused()
  await expect(page.getByLabel('订单号')).toHaveValue('2611-00')
})

test('a piece leads to others like it, of other makers', async ({ page }) => {
  await page.goto('/products/gourd-engraved-carp')
  const similar = page.locator('section').filter({ has: page.getByRole('heading', { name: '相像的' }) })
  await expect(similar.getByRole('article')).toHaveCount(4)
  await expect(similar.getByText('七山葫芦')).toHaveCount(0)
  const pictures = await similar
    .getByRole('img')
    .evaluateAll((images) => images.map((image) => image.getAttribute('src')))
  expect(new Set(pictures).size).toBe(pictures.length)
})

test('the first page leads in by occasion and by county', async ({ page }) => {
  await page.goto('/')
  await noSidewaysScroll(page)
  await page.getByRole('link', { name: /^结婚/ }).first().click()
  await expect(page).toHaveURL(/\/search\?occasion=wedding$/)
  await expect(page.getByRole('article').first()).toBeVisible()
  await page.goto('/')
  await page.getByRole('link', { name: /^榆中县/ }).click()
  await expect(page).toHaveURL(/\/search\?place=620123$/)
  await expect(page.getByRole('article').first()).toContainText('榆中县')
})

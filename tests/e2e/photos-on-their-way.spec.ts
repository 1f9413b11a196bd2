import type { Route } from '@playwright/test'
import { accounts, signInAs } from '../fixtures/accounts'
import { expect, findAxeFaults, noSidewaysScroll, test } from '../fixtures/app'
import { takePhoto } from '../fixtures/app-photos'
import { findSmallTargets } from '../fixtures/looks'

/** Photos go on being sent while she writes: every step says how far they are, what she writes is no conflict with those that arrive, and it is handed in with all of them. */

/** Only says that a photo is coming: none of its bytes are in it. */
const isTelling = (route: Route) => !route.request().postDataBuffer()?.length
const idOf = (route: Route) => new URL(route.request().url()).pathname.split('/').at(-1) ?? ''

test('five photos over a slow line, while words and price are written', async ({ visitAs }) => {
  test.slow()
  const title = '照片在路上的手绳'
  const page = await visitAs(accounts.xiuzhen)
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto('/studio/products/new')
  expect(await findSmallTargets(page), 'smaller than 44 px').toEqual([])
  await page.getByRole('button', { name: '开始拍照片' }).click()
  await expect(page).toHaveURL(/\/photos$/)
  const piece = new URL(page.url()).pathname.replace(/\/photos$/, '')

  // what no shop can open is said at once and never sent
  const uploads: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/studio/uploads/')) uploads.push(request.url())
  })
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
  await page
    .getByLabel('从手机里选')
    .setInputFiles({ name: 'IMG_500.HEIC', mimeType: 'image/heic', buffer: heic })
  await expect(page.getByRole('alert')).toContainText('IMG_500.HEIC：这张是 HEIC 格式，店里打不开。')
  expect(uploads).toEqual([])

  // the line lets so many photos through, and holds the others
  const through = new Set<string>()
  const seen = new Set<string>()
  let most = 2
  await page.route('**/studio/uploads/**', async (route) => {
    if (isTelling(route)) return route.continue()
    const id = idOf(route)
    seen.add(id)
    await expect.poll(() => through.has(id) || through.size < most, { timeout: 120_000 }).toBe(true)
    through.add(id)
    // a page that was left waits for no answer
    await route.continue().catch(() => {})
  })
  const files = await Promise.all(
    [501, 502, 503, 504, 505].map((seed) => takePhoto(`IMG_${seed}.jpg`, { seed })),
  )
  await page.getByLabel('从手机里选').setInputFiles(files)
  const underWay = page.getByText('正在送照片：送到 2 张，共 5 张')
  await expect(underWay).toBeVisible({ timeout: 30_000 })
  // a number stays on the line of what it counts
  expect(await underWay.textContent()).toMatch(/2\u00a0张，共 5\u00a0张$/)
  const places = page.getByRole('list', { name: '六张照片' }).getByRole('listitem')
  await expect(places.filter({ hasText: '正在送' })).toHaveCount(5)
  await expect(places.filter({ hasText: '现在拍' })).toHaveCount(1)

  await page.getByRole('link', { name: '下一步：说一说' }).click()
  await expect(underWay).toBeVisible()
  await page.getByLabel('叫什么').fill(title)
  await page.getByLabel('哪样手艺').selectOption({ label: '中国结' })
  await page.getByLabel('怎么做的，有什么讲究').fill('八股线平编，收口不用胶，挂三天再剪穗。')
  await page.getByLabel('用了什么料').fill('五号线')
  await page.getByLabel('做一件要几个小时').fill('2.5')
  await noSidewaysScroll(page)
  expect(await findAxeFaults(page)).toEqual([])
  // one more arrives while she writes: her words are saved all the same
  most = 3
  await expect(page.getByText('正在送照片：送到 3 张，共 5 张')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: '下一步：定价钱' }).click()
  await expect(page).toHaveURL(/\/price/)
  await expect(page.getByText('正在送照片：送到 3 张，共 5 张')).toBeVisible()
  await page.getByRole('radio', { name: '现货' }).check()
  await page.getByLabel('卖多少钱一件').fill('68')
  await page.getByLabel('现在有几件').fill('4')
  await page.getByRole('button', { name: '下一步：看一遍' }).click()
  await expect(page.getByRole('heading', { name: '看一遍' })).toBeVisible()
  await expect(page.getByRole('button', { name: '等照片送完再交（还有 2 张）' })).toBeDisabled()
  // another device knows of those too of which nothing has arrived
  const tablet = await visitAs(accounts.xiuzhen)
  await tablet.setViewportSize({ width: 768, height: 1024 })
  await tablet.goto(`${piece}/check`)
  await expect(tablet.getByText('还有 2 张照片没送完。')).toBeVisible()
  await tablet.getByRole('button', { name: '交给联络员看' }).click()
  await expect(tablet.getByRole('checkbox', { name: '不等了，没有这 2 张也交' })).toBeVisible()

  most = 5
  await expect(page.getByText('照片都送到了，5 张。')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: '交给联络员看' }).click()
  await expect(page.getByRole('status')).toContainText('交上去了')
  expect([seen.size, through.size]).toEqual([5, 5])
  const pictures = page.locator('main img')
  await page.goto(piece)
  await expect(pictures.first()).toBeVisible()
  // taken back, it has each photo once
  await page.getByRole('button', { name: '先拿回来改' }).click()
  await page.goto(`${piece}/photos`)
  const slots = page.getByRole('list', { name: '六张照片' }).getByRole('listitem')
  await expect(slots.filter({ hasText: '重拍' })).toHaveCount(5)

  await test.step('another device hands it in with the one still on its way, or says that it goes without', async () => {
    await page.unroute('**/studio/uploads/**')
    let held = false
    await page.route('**/studio/uploads/**', async (route) => {
      if (new URL(route.request().url()).searchParams.get('start') === '0') return route.continue()
      held = true
    })
    const sixth = await takePhoto('IMG_506.jpg', { seed: 506, grain: true, width: 1600, height: 1200 })
    await page.getByLabel('从手机里选').setInputFiles([sixth])
    await expect.poll(() => held, { timeout: 60_000 }).toBe(true)
    // with all six taken, none is asked for any more
    await expect(page.getByText('六张都在送了')).toBeVisible()
    await expect(page.getByText('现在拍')).toHaveCount(0)
    await tablet.goto(`${piece}/check`)
    await expect(tablet.getByText('还有 1 张照片没送完。')).toBeVisible()
    await noSidewaysScroll(tablet)
    expect(await findAxeFaults(tablet)).toEqual([])
    await tablet.getByRole('button', { name: '交给联络员看' }).click()
    await expect(tablet.getByRole('checkbox', { name: '不等了，没有这 1 张也交' })).toBeVisible()
    await expect(tablet.getByRole('heading', { name: '看一遍' })).toBeVisible()
    await tablet.getByRole('checkbox', { name: '不等了，没有这 1 张也交' }).check()
    await tablet.getByRole('button', { name: '交给联络员看' }).click()
    await expect(tablet.getByRole('status')).toContainText('交上去了')
    // the phone is led to the piece, which says where it stands
    await page.goto(`${piece}/photos`)
    await expect(page).toHaveURL(`${piece}?closed`)
  })
})

test('a phone that is full says which photos wait, and sends the others', async ({ visitAs }) => {
  const page = await visitAs(accounts.xiuzhen)
  await page.setViewportSize({ width: 360, height: 640 })
  // there is room for the photos as they were chosen, and none for one of them made ready
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (value: { file?: string; isRaw?: boolean }, ...key) {
      const isTight = value.file === 'IMG_602.jpg' && value.isRaw === false
      if (isTight && sessionStorage.getItem('room') === null)
        throw new DOMException('no room', 'QuotaExceededError')
      return put.call(this, value, ...key)
    }
  })
  await page.goto('/studio/products/new')
  await page.getByRole('button', { name: '开始拍照片' }).click()
  await expect(page).toHaveURL(/\/photos$/)
  const files = await Promise.all(
    [601, 602, 603].map((seed) => takePhoto(`IMG_${seed}.jpg`, { seed, grain: true })),
  )
  await page.getByLabel('从手机里选').setInputFiles(files)
  const full = page.getByText('手机存满了，1 张照片还没法送。')
  await expect(full).toBeVisible({ timeout: 60_000 })
  const slots = page.getByRole('list', { name: '六张照片' }).getByRole('listitem')
  await expect(slots.filter({ hasText: '重拍' })).toHaveCount(2)
  await noSidewaysScroll(page)
  expect(await findAxeFaults(page)).toEqual([])
  await page.evaluate(() => sessionStorage.setItem('room', '1'))
  await page.getByRole('button', { name: '现在就送' }).click()
  await expect(slots.filter({ hasText: '重拍' })).toHaveCount(3, { timeout: 60_000 })
  await expect(full).toHaveCount(0)

  // of four more there is room for three: what was not taken is said until she does something else
  const more = await Promise.all([604, 605, 606, 607].map((seed) => takePhoto(`IMG_${seed}.jpg`, { seed })))
  await page.getByLabel('从手机里选').setInputFiles(more)
  const over = page.getByRole('alert').filter({ hasText: '六张都有了，多的没收下。' })
  await expect(over).toBeVisible()
  await expect(slots.filter({ hasText: '重拍' })).toHaveCount(6, { timeout: 60_000 })
  await expect(page.getByText('想换哪一张，点它下面的「重拍」。')).toBeVisible()
  await expect(over).toBeVisible()
  await noSidewaysScroll(page)
  expect(await findAxeFaults(page)).toEqual([])
  await slots.first().getByRole('link', { name: '重拍' }).click()
  await expect(page.getByText('重拍：')).toBeVisible()
  await expect(over).toHaveCount(0)
})

test('photos that were chosen before the scripts had come are on their way once they are there', async ({
  visit,
}) => {
  // the service worker would bring the scripts past what holds them up here
  const page = await visit({ viewport: { width: 360, height: 640 }, serviceWorkers: 'block' })
  await signInAs(page, accounts.guilan)
  await page.goto('/studio/products/new')
  await page.getByRole('button', { name: '开始拍照片' }).click()
  await expect(page).toHaveURL(/\/photos$/)
  let come = () => {}
  const coming = new Promise<void>((resolve) => {
    come = resolve
  })
  await page.route('**/assets/*.js', async (route) => {
    await coming
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  await page
    .getByLabel('选照片')
    .setInputFiles([
      await takePhoto('early.jpg', { seed: 601 }),
      await takePhoto('early2.jpg', { seed: 602 }),
    ])
  come()
  const places = page.getByRole('list', { name: '六张照片' }).getByRole('listitem')
  await expect(places.filter({ hasText: '重拍' })).toHaveCount(2, { timeout: 30_000 })
  await page.goto(new URL(page.url()).pathname.replace(/\/photos$/, ''))
  await page.getByRole('button', { name: '不上这一件了' }).click()
  await expect(page.getByRole('status')).toBeVisible()
})

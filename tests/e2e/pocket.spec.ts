import type { Page } from '@playwright/test'
import { accounts, signInAs } from '../fixtures/accounts'
import { expect, findAxeFaults, noSidewaysScroll, test } from '../fixtures/app'
import { takePhoto } from '../fixtures/app-photos'
import { openPocket } from '../fixtures/open-pocket'

/**
 * Listing with the phone alone: without a network, over a line that breaks, with a session that ends, on two phones. Nothing is lost and nothing is there twice.
 */

const smallPhone = { width: 360, height: 640 }

/** The pocket on a small phone that keeps it. */
async function openOnPhone(page: Page): Promise<void> {
  await page.setViewportSize(smallPhone)
  await openPocket(page)
  await expect(page.getByRole('heading', { level: 1, name: '随身上新' })).toBeVisible()
}

async function begin(page: Page): Promise<string> {
  await page.getByRole('button', { name: '写一件新的' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '拍照片' })).toBeVisible()
  return new URL(page.url()).hash.split('/')[1] ?? ''
}

const slots = (page: Page) => page.getByRole('list', { name: '六张照片' }).getByRole('listitem')

async function choosePhotos(page: Page, seeds: readonly number[], size = {}): Promise<void> {
  const files = await Promise.all(seeds.map((seed) => takePhoto(`IMG_${seed}.jpg`, { seed, ...size })))
  await page.getByLabel('从手机里选').setInputFiles(files)
}

async function writeWords(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: '下一步：说一说' }).click()
  await page.getByLabel('叫什么').fill(title)
  await page.getByLabel('哪样手艺').selectOption({ label: '中国结' })
  await page.getByLabel('怎么做的，有什么讲究').fill('八股线平编，收口不用胶，挂三天再剪穗。')
  await page.getByLabel('用了什么料').fill('五号线')
  await page.getByLabel('做一件要几个小时').fill('2.5')
}

async function writePrice(page: Page): Promise<void> {
  await page.getByRole('link', { name: '下一步：定价钱' }).click()
  await page.getByRole('radio', { name: '现货' }).check()
  await page.getByLabel('卖多少钱一件').fill('68')
  await page.getByLabel('现在有几件').fill('4')
}

test('a whole piece without a network, a reload, and then up', async ({ visitAs }) => {
  const title = '没网时编的手绳'
  const page = await visitAs(accounts.xiuzhen)
  await openOnPhone(page)
  await page.context().setOffline(true)
  const id = await begin(page)
  await choosePhotos(page, [301, 302, 303])
  await expect(slots(page).filter({ hasText: '在手机里，还没送' })).toHaveCount(3)
  await writeWords(page, title)
  await writePrice(page)
  await expect(page.getByText('现在没有网。都存在手机里，有网了自己送。')).toBeVisible()
  await noSidewaysScroll(page)
  expect(await findAxeFaults(page)).toEqual([])

  await page.reload()
  await expect(page.getByLabel('卖多少钱一件')).toHaveValue('68')
  await page.goto(`/studio/pocket#/${id}/words`)
  await expect(page.getByLabel('叫什么')).toHaveValue(title)
  await page.goto(`/studio/pocket#/${id}/photos`)
  await expect(slots(page).locator('img')).toHaveCount(3)

  // any other page says that there is no network, and leads back
  await page.goto('/studio/orders')
  await expect(page.getByRole('heading', { name: '现在没有网' })).toBeVisible()
  await page.getByRole('link', { name: '没网也能写' }).click()
  await page.getByRole('link', { name: title }).click()
  await page.goto(`/studio/pocket#/${id}/send`)
  await expect(page.getByText('送到了，才能交给联络员看。')).toBeVisible()

  await page.context().setOffline(false)
  await expect(page.getByRole('link', { name: '看一遍，交上去' })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('link', { name: '看一遍，交上去' }).click()
  await expect(page.getByRole('heading', { name: '看一遍' })).toBeVisible()
  await expect(page.getByText(title)).toBeVisible()
  await page.getByRole('button', { name: '交给联络员看' }).click()
  await expect(page.getByRole('status')).toContainText('交上去了')

  // handed in: the phone lets go of it
  await page.goto('/studio/pocket')
  await expect(page.getByText('都送到了。').first()).toBeVisible()
  await expect(page.getByRole('link', { name: title })).toHaveCount(0)
})

test('a photo that is cut off three times arrives once', async ({ visitAs }) => {
  const page = await visitAs(accounts.xiuzhen)
  await openOnPhone(page)
  const pieces: { start: number; went: boolean }[] = []
  await page.route('**/studio/uploads/**', async (route) => {
    // an empty one only asks how far the photo is
    if (!route.request().postDataBuffer()?.length) return route.continue()
    const start = Number(new URL(route.request().url()).searchParams.get('start'))
    // the second and third piece are lost on their way; of the fourth the answer is lost
    const turn = pieces.length
    pieces.push({ start, went: turn !== 1 && turn !== 2 })
    if (turn === 1 || turn === 2) return route.abort('internetdisconnected')
    if (turn !== 3) return route.continue()
    await route.fetch()
    return route.abort('internetdisconnected')
  })
  const id = await begin(page)
  await choosePhotos(page, [311], { width: 2400, height: 1800, grain: true })
  for (const cut of [2, 3, 4]) {
    await expect.poll(() => pieces.length, { timeout: 20_000 }).toBe(cut)
    await expect(page.getByText('现在没有网。都存在手机里，有网了自己送。')).toBeVisible()
    if (cut === 3) {
      await page.reload()
      await expect.poll(() => pieces.length, { timeout: 20_000 }).toBe(4)
      continue
    }
    if (cut === 2) await expect(slots(page).first()).toContainText(/送了 \d+%/)
    await page.getByRole('button', { name: '现在就送' }).click()
  }
  await expect(slots(page).first()).toContainText('送到了', { timeout: 20_000 })
  expect(pieces.length).toBeGreaterThan(5)
  // nothing that had arrived was sent again: after the lost answer it goes on behind that piece
  const starts = pieces.filter(({ went }) => went).map(({ start }) => start)
  expect(starts).toEqual([...new Set(starts)])
  await page.goto(`/studio/products/${id}/photos`)
  await expect(slots(page).filter({ hasText: '重拍' })).toHaveCount(1)
})

test('a session that ends in the middle of a piece', async ({ visitAs }) => {
  const title = '登录过期时写的香包'
  const page = await visitAs(accounts.xiuzhen)
  await openOnPhone(page)
  await begin(page)
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  await writeWords(page, title)
  await expect(page.getByText('要重新登录才能送上去。写的都在，一个字不丢。')).toBeVisible()
  await page.getByRole('link', { name: '去登录' }).click()
  await expect(page).toHaveURL(/\/sign-in\?returnTo=%2Fstudio%2Fpocket/)
  await page.context().addCookies(cookies)
  await page.goto('/studio/pocket')
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('link', { name: '下一步：说一说' }).click()
  await expect(page.getByLabel('叫什么')).toHaveValue(title)
  await expect(page.getByText('都送到了。')).toBeVisible()
})

test('a session that ends while a form of the studio is filled in', async ({ visitAs }) => {
  const page = await visitAs(accounts.xiuzhen)
  await page.goto('/studio/products/new')
  await page.getByRole('button', { name: '开始拍照片' }).click()
  await page.getByRole('link', { name: '下一步：说一说' }).click()
  await page.getByLabel('叫什么').fill('写到一半的荷包')
  await page.getByLabel('怎么做的，有什么讲究').fill('十二色线，先打籽再锁边。')
  const words = new URL(page.url()).pathname
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  await page.getByRole('button', { name: '下一步：定价钱' }).click()
  await expect(page).toHaveURL(new RegExp(`/sign-in\\?returnTo=${encodeURIComponent(words)}`))
  await page.context().addCookies(cookies)
  await page.goto(words)
  await expect(page.getByText('这是您上次写的，还没存。')).toBeVisible()
  await expect(page.getByLabel('叫什么')).toHaveValue('写到一半的荷包')
  await expect(page.getByLabel('怎么做的，有什么讲究')).toHaveValue('十二色线，先打籽再锁边。')
  await page.getByRole('button', { name: '先存着' }).click()
  await expect(page.getByText('存好了。关掉手机也不会丢。')).toBeVisible()
  await expect(page.getByText('这是您上次写的，还没存。')).toBeHidden()
  await expect(page.getByLabel('叫什么')).toHaveValue('写到一半的荷包')
})

test('a form that is sent without a network', async ({ visitAs }) => {
  const page = await visitAs(accounts.xiuzhen)
  await openOnPhone(page)
  await page.goto('/studio/products/new')
  await page.getByRole('button', { name: '开始拍照片' }).click()
  await page.getByRole('link', { name: '下一步：说一说' }).click()
  await page.getByLabel('叫什么').fill('断网时交的荷包')
  await page.context().setOffline(true)
  // a reload is answered for: nothing warns of it
  await expect.poll(() => page.evaluate(() => navigator.onLine)).toBe(false)
  await expect(page.getByText('先别刷新')).toHaveCount(0)
  await page.getByRole('button', { name: '先存着' }).click()
  await expect(page.getByRole('heading', { name: '现在没有网' })).toBeVisible()
  await expect(page.getByText('有网了再看看送到没有')).toBeVisible()
  await noSidewaysScroll(page)
  await page.context().setOffline(false)
  await page.getByRole('link', { name: '再试一次' }).click()
  await expect(page.getByText('这是您上次写的，还没存。')).toBeVisible()
  await expect(page.getByLabel('叫什么')).toHaveValue('断网时交的荷包')
  await page.getByRole('button', { name: '先存着' }).click()
  await expect(page.getByText('存好了。关掉手机也不会丢。')).toBeVisible()
  await expect(page.getByLabel('叫什么')).toHaveValue('断网时交的荷包')
})

test('a page that is open inside WeChat says beforehand that it must stay open', async ({ visitAs }) => {
  const page = await visitAs(accounts.xiuzhen)
  await page.addInitScript(() => {
    const said = `${navigator.userAgent} MicroMessenger/8.0.50`
    Object.defineProperty(navigator, 'userAgent', { get: () => said })
  })
  await openOnPhone(page)
  await begin(page)
  const stay = page.getByText('没有网了。写的、拍的都在这部手机里，没有丢。先别刷新、别关这一页')
  await expect(page.getByText('都送到了。')).toBeVisible()
  await expect(stay).toHaveCount(0)
  await page.context().setOffline(true)
  await expect(stay).toBeVisible()
  await noSidewaysScroll(page)
  expect(await findAxeFaults(page)).toEqual([])
  await page.context().setOffline(false)
  await expect(stay).toHaveCount(0)
  // the studio's own steps say it too
  await page.goto('/studio/products/new')
  await page.getByRole('button', { name: '开始拍照片' }).click()
  await expect(page.getByLabel('从手机里选')).toBeAttached()
  const piece = new URL(page.url()).pathname.replace(/\/photos$/, '')
  for (const step of ['photos', 'words', 'voice', 'price']) {
    await page.goto(`${piece}/${step}`, { waitUntil: 'networkidle' })
    await page.context().setOffline(true)
    await expect(stay).toBeVisible()
    await noSidewaysScroll(page)
    await page.context().setOffline(false)
    await expect(stay).toHaveCount(0)
  }
})

test('two phones write one piece: what only one changed stands, what both changed is asked', async ({
  visitAs,
}) => {
  const title = '两部手机写的荷包'
  const first = await visitAs(accounts.xiuzhen)
  await openOnPhone(first)
  const id = await begin(first)
  await writeWords(first, title)
  await expect(first.getByText('都送到了。')).toBeVisible()
  const second = await visitAs(accounts.xiuzhen)
  await openOnPhone(second)
  await expect(second.getByRole('link', { name: title })).toBeVisible()
  await first.context().setOffline(true)
  await second.goto(`/studio/pocket#/${id}/words`)
  await second.getByLabel('叫什么').fill(`${title}（大）`)
  await second.getByLabel('用了什么料').fill('真丝线')
  await second.getByLabel('做一件要几个小时').focus()
  await expect(second.getByText('都送到了。')).toBeVisible()
  await first.getByLabel('叫什么').fill(`${title}（小）`)
  await first.getByLabel('做一件要几个小时').fill('6')
  await first.context().setOffline(false)
  const asked = first.getByRole('alert').filter({ hasText: `另一部手机上写的是：${title}（大）` })
  await expect(asked).toBeVisible({ timeout: 30_000 })
  await expect(first.getByLabel('叫什么')).toHaveValue(`${title}（小）`)
  await first.reload()
  await expect(asked).toBeVisible()
  await expect(first.getByLabel('叫什么')).toHaveValue(`${title}（小）`)
  await asked.getByRole('button', { name: '用这里写的' }).click()
  await expect(first.getByText('都送到了。')).toBeVisible()
  await first.reload()
  await expect(first.getByLabel('叫什么')).toHaveValue(`${title}（小）`)
  await expect(first.getByLabel('用了什么料')).toHaveValue('真丝线')
  await expect(first.getByLabel('做一件要几个小时')).toHaveValue('6')
  // she is in one field when the other phone's words come into another: her next key does not take them back
  await first.getByLabel('做一件要几个小时').fill('7')
  await second.reload()
  await expect(second.getByLabel('叫什么')).toHaveValue(`${title}（小）`)
  await second.getByLabel('用了什么料').fill('桑蚕丝')
  await second.getByLabel('叫什么').focus()
  await expect(second.getByText('都送到了。')).toBeVisible()
  await first.getByLabel('做一件要几个小时').fill('8')
  await expect(first.getByLabel('用了什么料')).toHaveValue('桑蚕丝', { timeout: 20_000 })
  await first.getByLabel('做一件要几个小时').fill('9')
  // what "all sent" says may still be of the key before: the other phone looks until it has it
  await expect(async () => {
    await second.reload()
    await expect(second.getByLabel('做一件要几个小时')).toHaveValue('9', { timeout: 2_000 })
  }).toPass({ timeout: 40_000 })
  await expect(second.getByLabel('用了什么料')).toHaveValue('桑蚕丝')
})

test('a photo that is chosen while another is on its way', async ({ visitAs }) => {
  const page = await visitAs(accounts.xiuzhen)
  await page.setViewportSize(smallPhone)
  await page.goto('/studio/products/new')
  await page.getByRole('button', { name: '开始拍照片' }).click()
  await expect(page).toHaveURL(/\/photos$/)
  await page.route('**/studio/uploads/**', async (route) => {
    await new Promise((done) => setTimeout(done, 600))
    await route.continue()
  })
  await choosePhotos(page, [331], { width: 1000, height: 800, grain: true })
  await expect(page.getByText('正在送照片：送到 0 张，共 1 张')).toBeVisible()
  await choosePhotos(page, [332])
  const good = slots(page).filter({ hasText: '重拍' })
  await expect(good).toHaveCount(2, { timeout: 30_000 })
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('whoever signs out leaves nothing of hers to the next', async ({ visit }) => {
  const title = '退出以前写的挂件'
  const page = await visit()
  await signInAs(page, accounts.xiuzhen)
  await openOnPhone(page)
  await begin(page)
  await writeWords(page, title)
  await expect(page.getByText('都送到了。')).toBeVisible()
  await page.goto('/studio/income')
  await page.goto('/studio')
  await page.getByRole('button', { name: '退出' }).click()
  await expect(page).toHaveURL(/\/$/)
  // no step back shows what was hers
  for (const _ of ['/studio', '/studio/income']) {
    await page.goBack()
    await expect(page).toHaveURL(/\/sign-in/)
  }
  await page.goto('/studio/pocket')
  await page.reload()
  await expect(page.getByText('要重新登录才能送上去。')).toBeVisible()
  await expect(page.getByText('还没有写着的')).toBeVisible()
  await expect(page.getByText(title)).toHaveCount(0)
})

test('what the phone sees in a photo, and what it never keeps', async ({ visitAs }) => {
  const page = await visitAs(accounts.xiuzhen)
  await openOnPhone(page)
  await begin(page)
  await choosePhotos(page, [321], { width: 700, height: 500 })
  await expect(slots(page).first()).toContainText('太小，店里不收：短边要 600 像素')
  const letGo = page.waitForResponse((response) => response.request().method() === 'DELETE')
  await page.getByRole('button', { name: '去掉 整件' }).click()
  await expect(slots(page).first()).toContainText('现在拍')
  expect((await letGo).status()).toBe(200)
  // the kept pages are those of a stranger
  const kept = await page.evaluate(async () => {
    const store = await caches.open('pocket')
    const texts = await Promise.all((await store.matchAll()).map((page) => page.text()))
    return {
      addresses: (await store.keys()).map(({ url }) => new URL(url).pathname),
      texts: texts.join('\n'),
    }
  })
  expect(kept.addresses.filter((path) => !path.startsWith('/assets/')).sort()).toEqual([
    '/en/studio/offline',
    '/en/studio/pocket',
    '/studio/offline',
    '/studio/pocket',
  ])
  expect(kept.texts).not.toContain(accounts.xiuzhen)
  expect(kept.texts).not.toContain('秀珍')
})

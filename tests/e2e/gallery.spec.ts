import type { Page } from '@playwright/test'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

/** The photographs of a piece: drawn blurred until they come, and seen in large: by link, by keys, by fingers. */

const piece = '/products/large-cushion-madder-red'

const dialog = (page: Page) => page.getByRole('dialog', { name: '大图' })
const caption = (page: Page) => dialog(page).locator('.zoom-caption')
const shown = (page: Page) => dialog(page).locator('img')
const scale = (page: Page) =>
  shown(page).evaluate((image) => new DOMMatrix(getComputedStyle(image).transform).a)

test('without JavaScript each photograph leads to its largest file', async ({ visit }) => {
  const page = await visit({ javaScriptEnabled: false, viewport: phone })
  await page.goto(piece)
  const links = page.getByRole('group', { name: /^商品图片/ }).getByRole('link')
  const count = await links.count()
  expect(count).toBeGreaterThan(1)
  await noSidewaysScroll(page)
  const address = (await links.first().getAttribute('href')) ?? ''
  expect(address).toMatch(/-1280\.jpg$/)
  const file = await page.request.get(address)
  expect(file.headers()['content-type']).toBe('image/jpeg')
  await links.first().click()
  await expect(page).toHaveURL(address)
})

test('until a photograph is there a drawing of it stands in its place', async ({ page }) => {
  // held back until the test is over
  await page.route('**/media/**', () => {})
  await expect(async () => {
    await page.goto(piece, { waitUntil: 'domcontentloaded' })
    const grounds = await page
      .locator('.shot .photo')
      .evaluateAll((photos) => photos.map((photo) => getComputedStyle(photo).backgroundImage))
    expect(grounds.length).toBeGreaterThan(1)
    for (const ground of grounds)
      expect(ground).toMatch(/^url\("data:image\/png;base64,[A-Za-z0-9+/=]{200,360}"\)$/)
  }).toPass({ timeout: 150_000, intervals: [5_000] })
})

test('with the keyboard', async ({ page }) => {
  await page.setViewportSize(desktop)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(piece)
  const first = page
    .getByRole('group', { name: /^商品图片/ })
    .getByRole('link')
    .first()
  const count = await page.locator('a.shot-open').count()
  await first.focus()
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeVisible()
  await expect(caption(page)).toContainText(`1／${count}`)
  await expect(shown(page)).toHaveJSProperty('complete', true)
  expect(
    await shown(page).evaluate((image) => image instanceof HTMLImageElement && image.currentSrc),
  ).toMatch(/-1280\.webp$/)
  expect(await dialog(page).evaluate((one) => one.getAnimations().length)).toBe(0)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await findAxeFaults(page), colorScheme).toEqual([])
  }
  await page.keyboard.press('ArrowRight')
  await expect(caption(page)).toContainText(`2／${count}`)
  await page.getByRole('button', { name: '上一张' }).click()
  await page.keyboard.press('ArrowLeft')
  await expect(caption(page)).toContainText(`${count}／${count}`)
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  expect(await scale(page)).toBeCloseTo(2.25)
  await page.keyboard.press('ArrowLeft')
  await expect(caption(page)).toContainText(`${count}／${count}`)
  await page.getByRole('button', { name: '看整张' }).click()
  expect(await scale(page)).toBe(1)
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await expect(first).toBeFocused()
})

test('with fingers', async ({ visit }) => {
  const page = await visit({ viewport: phone, hasTouch: true })
  await page.goto(piece)
  const count = await page.locator('a.shot-open').count()
  await page.locator('a.shot-open').first().tap()
  await expect(dialog(page)).toBeVisible()
  await noSidewaysScroll(page)
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    })

  await touch('touchStart', [300, 300])
  for (const x of [250, 180, 100]) await touch('touchMove', [x, 300])
  await touch('touchEnd')
  await expect(caption(page)).toContainText(`2／${count}`)

  await touch('touchStart', [160, 300], [200, 300])
  for (const by of [20, 40, 60]) await touch('touchMove', [160 - by, 300], [200 + by, 300])
  await touch('touchEnd')
  await expect.poll(() => scale(page)).toBeGreaterThan(2)
  await page.getByRole('button', { name: '看整张' }).tap()
  await expect.poll(() => scale(page)).toBe(1)

  for (let tap = 0; tap < 2; tap += 1) {
    await touch('touchStart', [180, 250])
    await touch('touchEnd')
  }
  await expect.poll(() => scale(page)).toBe(2.5)
  await page.getByRole('button', { name: '关上' }).tap()
  await expect(dialog(page)).toBeHidden()
})

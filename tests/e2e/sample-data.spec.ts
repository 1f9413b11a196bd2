import { accounts } from '../fixtures/accounts'
import { expect, test } from '../fixtures/app'

/** What the guided walk begins with: a piece of the sample data that waits. */
test('a sample piece that waits can be approved, and stands in the shop', async ({ visit, visitAs }) => {
  const title = '墨黑茶刀挂绳'
  const desk = await visitAs(accounts.coordinatorYuzhong)
  await desk.goto('/desk/listings')
  await desk.locator('main a.queue-title', { hasText: title }).click()
  await desk.getByRole('button', { name: '通过，上架' }).click()
  await expect(desk.getByRole('status')).toBeVisible()
  const shop = await visit()
  await shop.goto(`/search?q=${encodeURIComponent(title)}`)
  await expect(shop.getByRole('link', { name: title }).first()).toBeVisible()
})

test('the words of a sample piece on sale can be changed without a camera', async ({ visitAs }) => {
  const studio = await visitAs(accounts.guilan)
  await studio.goto('/studio/products')
  await studio.getByRole('link', { name: '盘长中堂挂结' }).first().click()
  await studio.getByRole('button', { name: '改这一件' }).click()
  await studio.goto(`${new URL(studio.url()).pathname.replace(/\/(photos|words|price|check)$/, '')}/check`)
  await expect(studio.getByRole('button', { name: '交给联络员' })).toBeVisible()
})

test('a piece of the sample data is heard, and its recording plays', async ({ visit }) => {
  const page = await visit()
  await page.goto('/products/endless-knot-on-indigo-cloth')
  const player = page.locator('audio')
  await player.evaluate((audio: HTMLAudioElement) => audio.play())
  await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBeGreaterThan(0)
})

test('a month of the sample data is closed at the city and was corrected once', async ({ visitAs }) => {
  const desk = await visitAs(accounts.coordinatorCity)
  await desk.goto('/desk/returns')
  // the running month, the last one, the one before it
  await desk.getByRole('row').nth(3).getByRole('link').click()
  await expect(desk.locator('.desk-head')).toContainText('第 2 版 · 已锁定')
  await desk.getByRole('link', { name: '看第 1 版的数' }).click()
  await expect(desk.getByRole('row').filter({ hasText: '榆中县' })).toContainText('改为')
})

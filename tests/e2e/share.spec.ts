import { readFile } from 'node:fs/promises'
import { expect, noSidewaysScroll, phone, test } from '../fixtures/app'
import { compareCode } from '../fixtures/read-code'

test('a piece is sent on as a poster whose code leads to it', async ({ browser }) => {
  const context = await browser.newContext({ viewport: phone })
  const page = await context.newPage()
  await page.goto('/products/bag-charm-large-beads')
  await page.getByRole('link', { name: '分享这一件' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('分享这一件')
  const poster = page.getByRole('img', { name: /分享图/ })
  await expect
    .poll(() => poster.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
    .toBe(1080)
  await noSidewaysScroll(page)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: '存图片' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('bag-charm-large-beads.jpg')
  const address = new URL('/products/bag-charm-large-beads', page.url()).href
  const square = { left: 756, top: 1236, side: 260 }
  expect(await compareCode(await readFile(await download.path()), square, address)).toBeNull()
  await context.close()
})

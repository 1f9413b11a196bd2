import type { Page } from '@playwright/test'
import { accounts } from '../fixtures/accounts'
import { expect, findAxeFaults, noSidewaysScroll, test } from '../fixtures/app'
import { openPocket } from '../fixtures/open-pocket'

/**
 * A phone opens the pocket as it was kept, an older one; while she reads, the newer one comes behind it. It says so and takes nothing from her before she asks for it.
 */

const words = {
  zh: { path: '/studio/pocket', ready: '有新版了。', take: '换上新版', begin: '写一件新的', title: '叫什么' },
  en: {
    path: '/en/studio/pocket',
    ready: 'There is a new version.',
    take: 'Use it',
    begin: 'Begin a piece',
    title: 'Name',
  },
} as const

/** Makes what the phone keeps an older version: its page says so and names a file that the shop has no more. The worker is asleep, as it is after a while. */
async function keepOlder(page: Page, path: string): Promise<void> {
  await page.evaluate(async (of) => {
    const kept = await caches.open('pocket')
    const shell = await kept.match(of)
    if (!shell) throw new Error('nothing is kept')
    const html = (await shell.text()).replace(
      '</head>',
      '<meta name="older" content="yes"><link rel="stylesheet" href="/assets/older-0000.css"></head>',
    )
    await kept.put(of, new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }))
    await kept.put(
      '/assets/older-0000.css',
      new Response('/* older */', { headers: { 'Content-Type': 'text/css' } }),
    )
  }, path)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('ServiceWorker.enable')
  await devtools.send('ServiceWorker.stopAllWorkers')
  await devtools.detach()
}

const isOlder = (page: Page) => page.locator('meta[name=older]').count()

for (const [language, { path, ready, take, begin, title }] of Object.entries(words))
  test(`a newer pocket is told of and taken when she says so, in ${language}`, async ({ visitAs }) => {
    const written = `换新版时写的手绳 ${language}`
    const page = await visitAs(accounts.xiuzhen)
    await page.setViewportSize({ width: 320, height: 640 })
    await openPocket(page, path)
    await keepOlder(page, path)

    await page.goto(path)
    expect(await isOlder(page)).toBe(1)
    const told = page.getByRole('status').filter({ hasText: ready })
    await expect(told).toBeVisible()
    await noSidewaysScroll(page)
    expect(await findAxeFaults(page)).toEqual([])
    const button = told.getByRole('button', { name: take })
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)

    // she goes on writing in the older one: it stays until she asks, and what she has written is there after it
    await page.getByRole('button', { name: begin }).click()
    await page.waitForURL(/\/photos$/)
    await page.evaluate(() => {
      window.location.hash = window.location.hash.replace(/photos$/, 'words')
    })
    await page.getByLabel(title, { exact: true }).fill(written)
    await page.goBack()
    await page.goBack()
    expect(await isOlder(page)).toBe(1)
    await expect(told).toBeVisible()
    await button.click()
    await expect.poll(() => isOlder(page)).toBe(0)
    await expect(page.getByRole('link', { name: written })).toBeVisible()
    await expect(page.getByText(ready)).toHaveCount(0)
  })

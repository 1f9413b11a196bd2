import type { Page } from '@playwright/test'
import { browserFlags } from '../../scripts/test/browser-flags'
import { chromiumOnSystem } from '../../scripts/test/find-chromium'
import { accounts } from '../fixtures/accounts'
import { expect, findAxeFaults, noSidewaysScroll, test } from '../fixtures/app'
import * as listing from '../fixtures/journey-listing'
import { openPocket } from '../fixtures/open-pocket'

/** The battery is empty while she speaks: what she had said by then is on the phone when she opens the page again, and is sent once. */

const smallPhone = { width: 320, height: 640 }

test.use({
  viewport: smallPhone,
  launchOptions: {
    executablePath: chromiumOnSystem() ?? undefined,
    args: [...browserFlags, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  },
})

/** Speaks for some seconds; then the page dies, without a last word, and is opened anew. */
async function speakAndDie(page: Page, address: string): Promise<Page> {
  await page.getByRole('button', { name: '开始录' }).press('Enter')
  await expect(page.getByRole('timer')).toContainText(/还能说 5[0-4] 秒/, { timeout: 20_000 })
  const context = page.context()
  const devtools = await context.newCDPSession(page)
  void devtools.send('Page.crash').catch(() => {})
  await page.waitForEvent('crash')
  await page.close()
  const next = await context.newPage()
  await next.setViewportSize(smallPhone)
  await next.goto(address)
  return next
}

test('two presses in one breath record nothing, and say so', async ({ visitAs }) => {
  const page = await visitAs(accounts.xiuzhen)
  await page.setViewportSize(smallPhone)
  // a microphone that gives nothing before it is closed
  await page.addInitScript(() => {
    MediaRecorder.prototype.start = function () {
      Object.defineProperty(this, 'state', { value: 'recording', configurable: true })
    }
    MediaRecorder.prototype.stop = function () {
      this.dispatchEvent(new Event('stop'))
    }
  })
  await page.goto('/studio')
  const piece = await listing.beginPiece(page)
  await page.goto(`${piece}/voice`)
  await page.getByRole('button', { name: '开始录' }).press('Enter')
  await page.getByRole('button', { name: '说完了' }).press('Enter')
  await expect(page.getByRole('alert')).toContainText('没有收到录音，请再录一次。')
  await expect(page.getByRole('button', { name: '开始录' })).toBeVisible()
  await expect(page.locator('audio')).toHaveCount(0)
})

const cut = (page: Page) =>
  page.getByRole('status').filter({ hasText: /上次录到一半断了，断之前的 \d 秒还在。/ })

async function expectToPlay(page: Page): Promise<void> {
  const player = page.locator('audio').first()
  await player.evaluate((audio: HTMLAudioElement) => audio.play())
  await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBeGreaterThan(0)
}

test('what she had said before the page died is offered, heard and sent once', async ({ visitAs }) => {
  const first = await visitAs(accounts.xiuzhen)
  await first.setViewportSize(smallPhone)
  await first.goto('/studio')
  const piece = await listing.beginPiece(first)
  await first.goto(`${piece}/voice`)
  const page = await speakAndDie(first, `${piece}/voice`)
  await expect(cut(page)).toBeVisible()
  await expectToPlay(page)
  await noSidewaysScroll(page)
  expect(await findAxeFaults(page)).toEqual([])

  // it arrives, its answer does not
  const sent: string[] = []
  await page.route('**/sound', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    sent.push(/name="recordingId"\s+([\da-f-]{36})/.exec(route.request().postData() ?? '')?.[1] ?? '')
    await route.fetch()
    return route.abort('internetdisconnected')
  })
  await page.getByRole('button', { name: '就用这一段' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByRole('button', { name: '就用这一段' }).click()
  await expect.poll(() => sent.length).toBe(2)
  await expect(page.getByRole('button', { name: '就用这一段' })).toBeVisible()
  expect(sent[0]).toMatch(/^[\da-f-]{36}$/)
  expect(sent[1]).toBe(sent[0])
  await page.unroute('**/sound')

  // it is there: nothing is offered again, and there is one
  await page.reload()
  await expect(page.getByRole('button', { name: '重新录' })).toBeVisible()
  await expect(page.getByRole('button', { name: '就用这一段' })).toHaveCount(0)
  await expect(page.locator('audio')).toHaveCount(1)
  await expectToPlay(page)
})

test('in the pocket, without a network, it is there as well', async ({ visitAs }) => {
  const first = await visitAs(accounts.xiuzhen)
  await first.setViewportSize(smallPhone)
  await openPocket(first)
  await first.getByRole('button', { name: '写一件新的' }).click()
  await first.context().setOffline(true)
  await first.getByRole('link', { name: '下一步：说一说' }).click()
  const page = await speakAndDie(first, first.url())
  await expect(cut(page)).toBeVisible()
  await expectToPlay(page)
  await page.getByRole('button', { name: '就用这一段' }).click()
  await expect(page.getByText(/录好了，\d 秒，在这部手机里/)).toBeVisible()
  await page.reload()
  await expect(page.getByText(/录好了，\d 秒，在这部手机里/)).toBeVisible()
  await expect(cut(page)).toHaveCount(0)
})

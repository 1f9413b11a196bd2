import type { Page } from '@playwright/test'
import { browserFlags } from '../../scripts/test/browser-flags'
import { chromiumOnSystem } from '../../scripts/test/find-chromium'
import { accounts } from '../fixtures/accounts'
import { expect, findAxeFaults, noSidewaysScroll, test } from '../fixtures/app'
import { takePhoto } from '../fixtures/app-photos'
import { openPocket } from '../fixtures/open-pocket'

/** A piece told to a phone without a network, with the questions and sentences of its craft: kept over a reload, brought once, heard and seen at the desk. */

const smallPhone = { width: 360, height: 640 }

test.use({
  viewport: smallPhone,
  launchOptions: {
    executablePath: chromiumOnSystem() ?? undefined,
    args: [...browserFlags, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  },
})

/** The pocket on a small phone that keeps it, with nothing under way. */
async function openOnPhone(page: Page): Promise<void> {
  await page.setViewportSize(smallPhone)
  await openPocket(page)
  await expect(page.getByText('都送到了。').first()).toBeVisible()
}

async function record(page: Page): Promise<void> {
  await page.getByRole('button', { name: '开始录' }).press('Enter')
  await expect(page.getByRole('timer')).toContainText(/还能说 5[0-8] 秒/)
  await page.getByRole('button', { name: '说完了' }).press('Enter')
  await page.getByRole('button', { name: '就用这一段' }).press('Enter')
}

const kept = (page: Page) => page.getByText(/录好了，\d+ 秒，在这部手机里/)

test('told without a network, with what the craft asks, and brought once', async ({ visitAs }) => {
  const title = '没网时说的手串'
  const page = await visitAs(accounts.guilan)
  await openOnPhone(page)
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '写一件新的' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '拍照片' })).toBeVisible()
  const id = new URL(page.url()).hash.split('/')[1] ?? ''
  const photos = await Promise.all([401, 402, 403].map((seed) => takePhoto(`IMG_${seed}.jpg`, { seed })))
  await page.getByLabel('从手机里选').setInputFiles(photos)
  const slots = page.getByRole('list', { name: '六张照片' }).getByRole('listitem')
  await expect(slots.filter({ hasText: '在手机里，还没送' })).toHaveCount(3)

  await page.getByRole('link', { name: '下一步：说一说' }).click()
  await record(page)
  await expect(kept(page)).toBeVisible()
  await page.getByLabel('哪样手艺').selectOption({ label: '串珠' })
  await page.locator('summary:visible', { hasText: '不知道怎么写？' }).click()
  await page.getByRole('button', { name: /^线穿两道/ }).press('Enter')
  const story = page.getByLabel('怎么做的，有什么讲究')
  await expect(story).toHaveValue(/^线穿两道/)
  await page.locator('summary', { hasText: '这样手艺再说几样' }).click()
  await page.getByLabel('一件有多少颗').fill('42')
  await page.getByRole('checkbox', { name: '玻璃', exact: true }).first().check()
  await page.getByLabel('做一件要几个小时').fill('3')
  await noSidewaysScroll(page)
  expect(await findAxeFaults(page)).toEqual([])
  // another craft asks other things; what was answered stands by
  await page.getByLabel('哪样手艺').selectOption({ label: '中国结' })
  await expect(page.getByLabel('一件有多少颗')).toHaveCount(0)
  await page.getByLabel('哪样手艺').selectOption({ label: '串珠' })
  await expect(page.getByLabel('一件有多少颗')).toHaveValue('42')

  await page.reload()
  await expect(kept(page)).toBeVisible()
  await expect(page.getByLabel('一件有多少颗')).toHaveValue('42')
  await expect(page.getByRole('checkbox', { name: '玻璃', exact: true }).first()).toBeChecked()
  await expect(story).toHaveValue(/^线穿两道/)
  await page.getByRole('link', { name: '下一步：定价钱' }).click()
  await page.getByRole('radio', { name: '现货' }).check()
  await page.getByLabel('卖多少钱一件').fill('168')
  await page.getByLabel('现在有几件').fill('2')
  await page.getByRole('link', { name: '下一步：送上去' }).click()
  await expect(page.getByText('齐了')).toBeVisible()

  // the recording arrives, its answer does not: it is brought again and kept once
  const brought: string[] = []
  await page.route('**/sound', async (route) => {
    const recording = /name="recordingId"\s+([\da-f-]{36})/.exec(route.request().postData() ?? '')?.[1] ?? ''
    brought.push(recording)
    if (brought.length > 1) return route.continue()
    await route.fetch()
    return route.abort('internetdisconnected')
  })
  await page.context().setOffline(false)
  await expect.poll(() => brought.length, { timeout: 60_000 }).toBe(1)
  await page.getByRole('button', { name: '现在就送' }).click({ timeout: 30_000 })
  await page.getByRole('link', { name: '看一遍，交上去' }).click({ timeout: 60_000 })
  expect(brought.length).toBeGreaterThan(1)
  expect(new Set(brought).size).toBe(1)
  await expect(page.getByText('联络员听您的录音写出来')).toBeVisible()
  await page.goto(`/studio/products/${id}/voice`)
  await expect(page.locator('audio')).toHaveCount(1)
  await page.goto(`/studio/products/${id}/check`)
  await page.getByRole('button', { name: '交给联络员看' }).click()
  await expect(page.getByRole('status')).toContainText('您说的话交上去了')

  const desk = await visitAs(accounts.coordinatorYuzhong)
  await desk.goto('/desk')
  await desk
    .getByRole('link', { name: /录音听写/ })
    .first()
    .click()
  await desk
    .getByRole('row', { name: /桂兰结艺/ })
    .getByRole('link', { name: '听，写下来' })
    .first()
    .click()
  const player = desk.locator('audio').first()
  await player.evaluate((audio: HTMLAudioElement) => audio.play())
  await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBeGreaterThan(0)
  await desk.getByLabel('叫什么').fill(title)
  await desk.getByLabel('用了什么料').fill('玻璃珠、弹力线')
  await desk.getByRole('button', { name: '写好了，请她看' }).click()
  await expect(desk.getByRole('status')).toContainText('告诉她了')
  await page.goto(`/studio/products/${id}/voice`)
  await page.getByRole('button', { name: '对，交上去' }).click()
  await expect(page.getByRole('status')).toContainText('交上去了')
  await desk.goto('/desk/listings')
  await desk.getByRole('row', { name: title }).getByRole('link', { name: title, exact: true }).click()
  await expect(desk.locator('audio')).toHaveCount(1)
  await expect(desk.locator('main')).toContainText('42 颗')
  await expect(desk.locator('main')).toContainText('玻璃')
})

test('a phone without room says so, and what she said stays on the page', async ({ visitAs }) => {
  const page = await visitAs(accounts.guilan)
  await openOnPhone(page)
  await page.getByRole('button', { name: '写一件新的' }).click()
  await page.getByRole('link', { name: '下一步：说一说' }).click()
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (value: { voice?: unknown }, ...key) {
      if (value.voice) throw new DOMException('full', 'QuotaExceededError')
      return put.call(this, value, ...key)
    }
  })
  await record(page)
  await expect(page.getByRole('alert')).toContainText('手机存满了，这一样没存下')
  await expect(page.getByRole('button', { name: '就用这一段' })).toBeVisible()
})

test('a recording too large for the front door is said to be, and holds up nothing else', async ({
  visitAs,
}) => {
  const title = '录音太大的手串'
  const page = await visitAs(accounts.guilan)
  await openOnPhone(page)
  let refused = 0
  await page.route('**/sound', (route) => {
    refused += 1
    return route.fulfill({ status: 413, contentType: 'text/plain', body: '413\n' })
  })
  await page.getByRole('button', { name: '写一件新的' }).click()
  const photo = await takePhoto('IMG_451.jpg', { seed: 451 })
  await page.getByLabel('从手机里选').setInputFiles([photo])
  await page.getByRole('link', { name: '下一步：说一说' }).click()
  await page.getByLabel('叫什么').fill(title)
  await record(page)
  await expect(page.getByText('这段录音太大')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('link', { name: '下一步：定价钱' }).click()
  await page.getByRole('link', { name: '下一步：送上去' }).click()
  await expect(page.getByText('没送上去：413')).toHaveCount(0)
  const { hash } = new URL(page.url())
  await page.goto(`/studio/products/${hash.split('/')[1]}/photos`)
  const slots = page.getByRole('list', { name: '六张照片' }).getByRole('listitem')
  await expect(slots.filter({ hasText: '重拍' })).toHaveCount(1)
  expect(refused).toBe(1)
})

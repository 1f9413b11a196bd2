import type { Page } from '@playwright/test'
import { browserFlags } from '../../scripts/test/browser-flags'
import { chromiumOnSystem } from '../../scripts/test/find-chromium'
import { accounts } from '../fixtures/accounts'
import { expect, findAxeFaults, noSidewaysScroll, test } from '../fixtures/app'
import * as listing from '../fixtures/journey-listing'

/** A piece that is told instead of written: recorded on a small phone, typed up by a coordinator, confirmed by its maker, heard by a buyer only while she agrees. */

test.use({
  viewport: { width: 360, height: 640 },
  launchOptions: {
    executablePath: chromiumOnSystem() ?? undefined,
    args: [...browserFlags, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  },
})

const smallPhone = { width: 360, height: 640 }
const title = '说出来的琥珀手串'
const heard = {
  story: '琥珀色的玻璃珠，一颗一颗挑过，弹力线穿两道，打结收在大珠里。',
  materials: '玻璃珠、弹力线',
}

/** Whether the player on a page plays. */
async function expectToPlay(page: Page): Promise<void> {
  const player = page.locator('audio').first()
  await player.evaluate((audio: HTMLAudioElement) => audio.play())
  await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBeGreaterThan(0)
}

async function lookAt(page: Page): Promise<void> {
  await noSidewaysScroll(page)
  expect(await findAxeFaults(page)).toEqual([])
}

async function record(page: Page, button = '开始录'): Promise<void> {
  await page.getByRole('button', { name: button }).press('Enter')
  await expect(page.getByRole('timer')).toContainText(/还能说 5[0-8] 秒/)
  await page.getByRole('button', { name: '说完了' }).press('Enter')
  await expect(page.getByRole('button', { name: '就用这一段' })).toBeVisible()
}

/** The newest recording of those on the page: asked once more, because nothing brings it back. */
async function deleteFirst(page: Page): Promise<void> {
  const first = page.locator('details', { hasText: '删掉录音' }).first()
  await expect(first.getByRole('button', { name: '真的删掉' })).toBeHidden()
  await first.locator('summary').click()
  await first.getByRole('button', { name: '真的删掉' }).click()
  await expect(page.getByRole('status')).toContainText('没有留底')
}

test('told, typed up, confirmed, and heard only while she agrees', async ({ visit, visitAs }) => {
  const page = await visitAs(accounts.xiuzhen)
  await page.setViewportSize(smallPhone)
  await page.goto('/studio')
  const piece = await listing.beginPiece(page)
  await listing.takePhotos(page)
  await page.getByRole('link', { name: '下一步：说一说' }).click()
  await page.getByRole('link', { name: '去录一段话' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '用说的' })).toBeVisible()
  await lookAt(page)
  await record(page)
  await expect(page.getByText('这一段先存在这部手机里，关掉也不会丢。')).toBeVisible()
  await lookAt(page)
  // nothing is sent yet, and a reload costs nothing; what is thrown away is gone
  await page.reload()
  await expect(page.getByRole('button', { name: '就用这一段' })).toBeVisible()
  await expectToPlay(page)
  await page.getByRole('button', { name: '不要这一段' }).click()
  await page.reload()
  await record(page)
  await page.reload()
  await page.getByRole('button', { name: '就用这一段' }).click()
  await expect(page.getByRole('status')).toContainText('录音存好了')
  await page.reload()
  await expect(page.getByRole('button', { name: '重新录' })).toBeVisible()
  await expect(page.locator('audio')).toHaveCount(1)
  await expectToPlay(page)
  await lookAt(page)

  await page.getByRole('link', { name: '下一步：手艺和工时' }).click()
  await expect(page.getByText('名字、讲究、材料这三样，不写也行')).toBeVisible()
  await page.getByLabel('哪样手艺').selectOption({ label: '串珠' })
  await page.locator('summary:visible', { hasText: '不知道怎么写？' }).click()
  await page.getByRole('button', { name: /^线穿两道/ }).press('Enter')
  await expect(page.getByLabel('怎么做的，有什么讲究')).toHaveValue(/^线穿两道/)
  await page.getByLabel('怎么做的，有什么讲究').fill('')
  await page.getByLabel('做一件要几个小时').fill('3')
  await page.locator('summary:visible', { hasText: '这样手艺再说几样' }).click()
  await page.getByLabel('一件有多少颗').fill('很多')
  await page.getByRole('button', { name: '下一步：定价钱' }).click()
  await expect(page.locator('[id="attribute.bead-count-error"]')).toContainText('1')
  await page.getByLabel('一件有多少颗').fill('42')
  await lookAt(page)
  await page.getByRole('button', { name: '下一步：定价钱' }).click()
  await expect(page.locator('#attributes-error')).toContainText('上架以前要说：珠子是什么料。')
  await page.getByRole('checkbox', { name: '玻璃', exact: true }).first().check()
  await page.getByRole('button', { name: '下一步：定价钱' }).click()
  await page.getByRole('radio', { name: '现货' }).check()
  await page.getByLabel('卖多少钱一件').fill('168')
  await page.getByLabel('现在有几件').fill('2')
  await page.getByRole('button', { name: '下一步：看一遍' }).click()
  await expect(page.getByText('联络员听您的录音写出来')).toBeVisible()
  await page.getByRole('button', { name: '交给联络员看' }).click()
  await expect(page.getByRole('status')).toContainText('您说的话交上去了')
  await lookAt(page)

  const desk = await visitAs(accounts.coordinatorYongdeng)
  await desk.goto('/desk')
  await desk
    .getByRole('link', { name: /录音听写/ })
    .first()
    .click()
  await lookAt(desk)
  await desk
    .getByRole('row', { name: /秀珍串珠/ })
    .getByRole('link', { name: '听，写下来' })
    .first()
    .click()
  await desk.getByRole('button', { name: '我来看' }).click()
  await expect(desk.getByText(/^您在看，还有 \d+ 分钟$/)).toBeVisible()
  await expectToPlay(desk)
  await lookAt(desk)
  await desk.getByLabel('叫什么').fill(title)
  await desk.getByLabel('怎么做的，有什么讲究').fill(heard.story)
  await desk.getByRole('button', { name: '写好了，请她看' }).click()
  await expect(desk.locator('#materialsZh-error')).toBeVisible()
  await expect(desk.getByLabel('叫什么')).toHaveValue(title)
  await desk.getByLabel('用了什么料').fill(`${heard.materials}、线`)
  await desk.getByRole('button', { name: '写好了，请她看' }).click()
  await expect(desk.getByRole('status')).toContainText('告诉她了')

  await page.goto('/studio/products')
  await expect(page.getByRole('heading', { name: '替您写好了，等您看的' })).toBeVisible()
  await page.goto(piece)
  await page.getByRole('link', { name: '看一看' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '您说的话写好了' })).toBeVisible()
  await expect(page.getByLabel('叫什么')).toHaveValue(title)
  await lookAt(page)
  // whoever reads little hears what was written for her, not what the fields are called alone
  await page.evaluate(() => {
    const said: string[] = []
    Object.assign(window, { said })
    window.speechSynthesis.speak = ({ text }) => void said.push(text)
  })
  await page.getByRole('button', { name: '念给我听' }).click()
  const said = await page.evaluate(() => ('said' in window && Array.isArray(window.said) ? window.said : []))
  expect(said).toContain(heard.story.replace('。', ''))
  await page.getByRole('button', { name: '别念了' }).click()
  await page.getByLabel('用了什么料').fill(heard.materials)
  await page.getByRole('button', { name: '对，交上去' }).click()
  await expect(page.getByRole('status')).toContainText('交上去了')

  await desk.goto('/desk/listings')
  await desk.getByRole('row', { name: title }).getByRole('link', { name: title, exact: true }).click()
  await expectToPlay(desk)
  await desk.getByRole('button', { name: '通过，上架' }).click()
  await desk.getByRole('link', { name: '在店里看看' }).click()
  const address = new URL(desk.url()).pathname

  const buyer = await visit({ viewport: smallPhone })
  await buyer.goto(address)
  await expect(buyer.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(buyer.locator('audio')).toHaveCount(0)
  await expect(buyer.locator('.spec')).toContainText('一件有多少颗42 颗')
  await page.goto(`${piece}/voice`)
  await page.getByRole('button', { name: '存下' }).click()
  await expect(page.locator('#voiceTextId-error')).toBeVisible()
  await page.getByRole('checkbox', { name: '买的人可以听我说的话' }).check()
  await page.getByRole('button', { name: '存下' }).click()
  await expect(page.getByRole('status')).toContainText('买的人听得到您说的话')

  const shown = () => buyer.goto(address).then(() => buyer.locator('audio').count())
  await expect.poll(shown).toBe(1)
  await expectToPlay(buyer)
  await lookAt(buyer)
  const sound = (await buyer.locator('audio').getAttribute('src')) ?? ''
  const answer = await buyer.request.get(sound)
  expect([answer.status(), answer.headers()['cache-control']]).toEqual([200, 'private, max-age=30'])

  await test.step('another one waits beside it, each by its name; one is heard at a time, and none is deleted by one press', async () => {
    await page.goto(piece)
    await page.getByRole('button', { name: '改这一件' }).click()
    await expect(page.getByRole('button', { name: '改这一件' })).toHaveCount(0)
    await page.goto(`${piece}/voice`)
    await record(page, '重新录')
    await page.getByRole('button', { name: '就用这一段' }).click()
    await expect(page.getByText('店里现在放的是这一段，新的通过以前还是它。')).toBeVisible()
    await lookAt(page)
    const [newOne, oldOne] = ['新录的一段', '原来的一段'].map((name) => page.getByLabel(name))
    if (!newOne || !oldOne) throw new Error('two recordings')
    await newOne.evaluate((audio: HTMLAudioElement) => audio.play())
    await oldOne.evaluate((audio: HTMLAudioElement) => audio.play())
    await expect.poll(() => newOne.evaluate((audio: HTMLAudioElement) => audio.paused)).toBe(true)
    await deleteFirst(page)
    await expect(page.locator('audio')).toHaveCount(1)
    expect((await buyer.request.get(sound)).status()).toBe(200)
  })

  await page.getByRole('button', { name: '不让人听了' }).click()
  await expect(page.getByRole('status')).toContainText('一分钟之内')
  await expect.poll(shown).toBe(0)
  expect((await buyer.request.get(sound)).status()).toBe(404)
  await deleteFirst(page)
  await expect(page.locator('audio')).toHaveCount(0)
})

test('a microphone that stays closed is said kindly, and a file does as well', async ({ visitAs }) => {
  const page = await visitAs(accounts.xiuzhen)
  await page.setViewportSize(smallPhone)
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('closed', 'NotAllowedError'))
  })
  await page.goto('/studio')
  const piece = await listing.beginPiece(page)
  await page.goto(`${piece}/voice`)
  await page.getByRole('button', { name: '开始录' }).click()
  await expect(page.getByRole('alert')).toContainText('话筒没有打开')
  await lookAt(page)
  await page.getByLabel('选一段录音').setInputFiles({
    name: '录音.m4a',
    mimeType: 'audio/mp4',
    buffer: Buffer.from('这不是录音'),
  })
  await page.getByRole('button', { name: '送上去' }).click()
  await expect(page.locator('#voice-error')).toContainText('这不是录音')
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from '@playwright/test'
import { type MessageKey, type MessageParams, translator } from '../../app/platform/i18n/translate'
import { accounts } from '../fixtures/accounts'
import { expect, phone, test } from '../fixtures/app'
import { takePhoto } from '../fixtures/app-photos'
import { prepareBatch } from '../fixtures/journey-payout'

/**
 * What is done in one tab while others still show its form: each of those is refused, and its page says why, in its language, with scripts and without. And what
 * is too large to be taken at all.
 */

type Visit = (options?: BrowserContextOptions) => Promise<Page>
type Tab = { page: Page; locale: 'zh-CN' | 'en'; name: string }

const ways = [
  { locale: 'zh-CN', javaScriptEnabled: true },
  { locale: 'zh-CN', javaScriptEnabled: false },
  { locale: 'en', javaScriptEnabled: true },
  { locale: 'en', javaScriptEnabled: false },
] as const

/** The same page in four tabs of somebody who is signed in elsewhere: in both languages, with scripts and without. */
async function openTabs(visit: Visit, signedIn: Page, address: string): Promise<Tab[]> {
  const storageState = await signedIn.context().storageState()
  const tabs: Tab[] = []
  for (const { locale, javaScriptEnabled } of ways) {
    const page = await visit({ storageState, javaScriptEnabled })
    await page.goto(locale === 'en' ? `/en${address}` : address)
    tabs.push({ page, locale, name: `${locale}, ${javaScriptEnabled ? 'with' : 'without'} scripts` })
  }
  return tabs
}

async function expectSaid({ page, locale, name }: Tab, key: MessageKey, params: MessageParams = {}) {
  const alert = page.locator('main').getByRole('alert')
  await expect(alert, name).toHaveCount(1)
  await expect(alert, name).toContainText(translator(locale)(key, params))
}

const pathOf = (page: Page) => new URL(page.url()).pathname

test('a parcel that was sent already', async ({ visit, visitAs }) => {
  const guilan = await visitAs(accounts.guilan)
  await guilan.goto('/studio/orders')
  const task = guilan
    .locator('li.task')
    .filter({ hasText: /订单 \d{4}-\d{6}/ })
    .first()
  const number = /\d{4}-\d{6}/.exec((await task.textContent()) ?? '')?.[0] ?? ''
  await task.getByRole('link').click()
  await expect(guilan.getByRole('heading', { level: 1, name: `订单 ${number}` })).toBeVisible()
  await expect(guilan).toHaveTitle(`订单 ${number} · 陇原巧手`)
  const tabs = await openTabs(visit, guilan, pathOf(guilan))
  await guilan.getByLabel('运单号').fill('EM123456785CN')
  await guilan.getByRole('button', { name: '寄出了' }).click()
  await expect(guilan.getByText('记下了，已寄出。')).toBeVisible()
  for (const tab of tabs) {
    await tab.page.locator('#trackingNumber').fill('EM123456799CN')
    await tab.page.locator('main form .btn-seal').click()
    await expectSaid(tab, 'order.notToShip')
    await expect(tab.page.locator('#trackingNumber')).toHaveCount(0)
  }
})

test('a piece whose words are being read', async ({ visit, visitAs }) => {
  const guilan = await visitAs(accounts.guilan)
  await guilan.goto('/studio/products')
  const onSale = guilan.locator('section').filter({ hasText: '店里的' }).locator('a.task-link')
  // the apprentice's knot sells below the lowest wage and would ask why first
  await onSale
    .filter({ hasNotText: /盘长中堂挂结|学徒第一结/ })
    .last()
    .click()
  const piece = pathOf(guilan)
  for (const tab of await openTabs(visit, guilan, `${piece}/words`)) {
    expect(pathOf(tab.page)).toMatch(new RegExp(`${piece}$`))
    await expectSaid(tab, 'studio.nothingOpen')
  }
  await guilan.getByRole('button', { name: '改这一件' }).click()
  await expect(guilan).toHaveURL(/\/words$/)
  await guilan.goto(`${piece}/photos`)
  await guilan
    .getByLabel('从手机里选')
    .setInputFiles([
      await takePhoto('IMG_0011.jpg', { seed: 11 }),
      await takePhoto('IMG_0012.jpg', { seed: 12 }),
    ])
  await expect(guilan).toHaveURL(/saved/)
  const tabs = await openTabs(visit, guilan, `${piece}/words`)
  await guilan.goto(`${piece}/check`)
  await guilan.getByRole('button', { name: '交给联络员看' }).click()
  await expect(guilan.getByText('交上去了')).toBeVisible()
  for (const tab of tabs) {
    await tab.page.locator('#titleZh').fill('改在别处的名字')
    await tab.page.locator('main button[value="keep"]').click()
    await expectSaid(tab, 'studio.beingRead')
  }
})

test('a listing that was decided already', async ({ visit, visitAs }) => {
  const chen = await visitAs(accounts.coordinatorYuzhong)
  await chen.goto('/desk/listings')
  await chen.locator('main a.queue-title').filter({ hasNotText: '墨黑茶刀挂绳' }).first().click()
  const tabs = await openTabs(visit, chen, pathOf(chen))
  await chen.getByRole('radio', { name: '照片看不清' }).check()
  await chen.getByRole('button', { name: '请她改' }).click()
  await expect(chen.getByText('告诉她了，等她改好再交。')).toBeVisible()
  const [approving, asking, ...rest] = tabs
  for (const tab of [approving, ...rest]) {
    if (!tab) throw new Error('no tab')
    await tab.page.locator('button[value="approve"]').click()
    await expectSaid(tab, 'desk.alreadyAnswered', { name: '' })
  }
  if (!asking) throw new Error('no tab')
  await asking.page.locator('button[value="ask"]').click()
  await expectSaid(asking, 'errors.formGone')
})

test('a payout batch that was given up already', async ({ visit, visitAs }) => {
  const tian = await visitAs(accounts.financeOne)
  const { address } = await prepareBatch(tian)
  const shui = await visitAs(accounts.financeTwo)
  await shui.goto(address)
  const signing = await openTabs(visit, shui, address)
  const cancelling = await openTabs(visit, tian, address)
  await tian.locator('#reason').fill('示例：先不付')
  await tian.locator('button[value="cancel"]').click()
  await expect(tian.locator('button[value="cancel"]')).toHaveCount(0)
  for (const tab of signing) {
    await tab.page.locator('button[value="approve"]').click()
    await expectSaid(tab, 'payout.notPrepared')
  }
  for (const tab of cancelling) {
    await tab.page.locator('#reason').fill(' ')
    await tab.page.locator('button[value="cancel"]').click()
    await expectSaid(tab, 'errors.formGone')
  }
})

test('a household link that was ended already', async ({ visit, visitAs }) => {
  const chen = await visitAs(accounts.coordinatorYuzhong)
  await chen.goto('/desk/sellers')
  const row = chen.locator('tbody tr').filter({ hasText: '已核实到户', hasNotText: '桂兰' }).first()
  await row.getByRole('link').first().click()
  const tabs = await openTabs(visit, chen, pathOf(chen))
  await chen.getByText('结束这一条').click()
  const today = await chen.locator('input[name="endedOn"]').inputValue()
  await chen.locator('input[name="endReason"]').fill('示例：搬走了')
  await chen.locator('button[value="end"]').click()
  await expect(chen.getByText('结束了，可以核实新的一条。')).toBeVisible()
  const dayBefore = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10)
  for (const tab of tabs) {
    await tab.page.locator('details:has(button[value="end"]) > summary').click()
    await tab.page.locator('input[name="endedOn"]').fill(dayBefore)
    await tab.page.locator('input[name="endReason"]').fill('示例：又点了一次')
    await tab.page.locator('button[value="end"]').click()
    await expectSaid(tab, 'household.linkEnded', { day: today })
  }
})

test('photos that are too much at once', async ({ visit, visitAs }) => {
  test.setTimeout(180_000)
  const directory = await mkdtemp(join(tmpdir(), 'photos-'))
  const files = [1, 2, 3, 4].map((number) => join(directory, `IMG_000${number}.jpg`))
  for (const file of files) await writeFile(file, Buffer.alloc(22 * 1024 * 1024, 'x'))
  const guilan = await visitAs(accounts.guilan)
  await guilan.goto('/studio/products/new')
  await guilan.getByRole('button', { name: '开始拍照片' }).click()
  await expect(guilan).toHaveURL(/\/photos$/)
  const photos = pathOf(guilan)
  const storageState = await guilan.context().storageState()
  for (const [prefix, locale] of [
    ['', 'zh-CN'],
    ['/en', 'en'],
  ] as const) {
    const t = translator(locale)
    const page = await visit({ storageState, javaScriptEnabled: false, viewport: phone })
    await page.goto(prefix + photos)
    await expect(page.getByText(t('studio.chooseFilesHint', { each: 25, all: 80 }))).toBeVisible()
    await page.locator('#photos').setInputFiles(files)
    await page.locator('#take .btn-seal').click()
    await expect(page.getByRole('heading', { level: 1, name: t('errors.tooLargeTitle') })).toBeVisible()
    await expect(page.getByText(t('errors.tooLargePhotos', { each: 25, all: 80 }))).toBeVisible()
    await page.getByRole('link', { name: t('errors.tooLargeBack') }).click()
    expect(pathOf(page)).toBe(prefix + photos)
    await expect(page.getByText(t('studio.chooseFilesHint', { each: 25, all: 80 }))).toBeVisible()
  }
  await guilan.goto(photos.replace(/\/photos$/, ''))
  await guilan.getByRole('button', { name: '不上这一件了' }).click()
  await expect(guilan.getByText('放下了。')).toBeVisible()
  await rm(directory, { recursive: true })
})

test('a bank’s answer that is too large, and one that only just is', async ({ visitAs }) => {
  const shui = await visitAs(accounts.financeTwo)
  await shui.goto('/desk/payouts')
  const batch = await shui.locator('main a[href^="/desk/payouts/"]').first().getAttribute('href')
  const send = (address: string, size: number) =>
    shui.request.post(address, {
      multipart: {
        intent: 'import',
        file: { name: '回单.csv', mimeType: 'text/csv', buffer: Buffer.alloc(size, 'x') },
      },
      headers: { Origin: new URL(shui.url()).origin, Accept: 'text/html' },
    })
  for (const [prefix, locale] of [
    ['', 'zh-CN'],
    ['/en', 'en'],
  ] as const) {
    const t = translator(locale)
    const tooLarge = await send(`${prefix}${batch}`, 3_000_000)
    expect(tooLarge.status()).toBe(413)
    const said = await tooLarge.text()
    expect(said).toContain(t('errors.tooLargeResult', { limit: 2 }))
    expect(said).toContain(`href="${prefix}${batch}"`)
    const justSo = await send(`${prefix}${batch}`, 2_000_001)
    expect([409, 422]).toContain(justSo.status())
    expect(await justSo.text()).toContain('role="alert"')
  }
})

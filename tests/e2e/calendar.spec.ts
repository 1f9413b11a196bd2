import type { Page } from '@playwright/test'
import { addDays, type Day, dayOf } from '../../app/platform/calendar'
import { formatDay } from '../../app/platform/i18n/format'
import { accounts } from '../fixtures/accounts'
import { expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

/** Days on which a maker does not work, written by her broker: what buyers are promised moves with them, and back. */

const shop = '金崖葫芦'
const address = '/products/gourd-burned-peonies-chestnut'

/** The day that stands on the piece's page, for a visitor without a cookie. */
async function promisedDay(page: Page): Promise<string> {
  await page.goto(address)
  return (await page.locator('.ship-by b').first().textContent()) ?? ''
}

/** The words for a day so many days after another one's words. */
function later(words: string, days: number): string {
  const today = dayOf(new Date())
  const near: Day[] = Array.from({ length: 400 }, (_, at) => addDays(today, at))
  const day = near.find((one) => words.includes(formatDay('zh-CN', one)))
  if (!day) throw new Error(`no day in “${words}”`)
  return formatDay('zh-CN', addDays(day, days))
}

test('days of rest move what buyers are promised, and taking them out moves it back', async ({
  visit,
  visitAs,
}) => {
  const buyer = await visit()
  const before = await promisedDay(buyer)
  const broker = await visitAs(accounts.broker)
  await broker.setViewportSize(phone)
  await broker.goto('/studio')
  await broker.getByRole('link', { name: '农忙和歇工' }).click()
  const calendar = broker.getByRole('region', { name: shop })
  await expect(calendar.getByText('还没有写。')).toBeVisible()
  await noSidewaysScroll(broker)
  expect(await findAxeFaults(broker)).toEqual([])

  const today = dayOf(new Date())
  await calendar.getByLabel('从哪天起').fill(addDays(today, 5))
  await calendar.getByLabel('到哪天').fill(addDays(today, 4))
  await calendar.getByRole('button', { name: '记下来' }).click()
  await expect(calendar.getByText('最后一天在头一天前面，请换过来。')).toBeVisible()
  await expect(calendar.getByLabel('从哪天起')).toHaveValue(addDays(today, 5))
  await calendar.getByLabel('到哪天').fill(addDays(today, 7))
  await calendar.getByRole('button', { name: '记下来' }).click()
  await expect(broker.getByRole('status')).toContainText('记下了。')

  expect(await promisedDay(buyer)).toContain(later(before, 3))
  await expect(buyer.getByText(/起她不做活，.*再做，日子已经算进去了。/)).toBeVisible()

  await calendar.getByRole('button', { name: /^不歇了/ }).click()
  await expect(broker.getByRole('status')).toContainText('去掉了。')
  expect(await promisedDay(buyer)).toBe(before)
})

test('a shop that is closed for a while says so on the first page, until it is open', async ({ visitAs }) => {
  const broker = await visitAs(accounts.broker)
  await broker.setViewportSize(phone)
  const way = broker.getByRole('link', { name: '农忙和歇工' })
  await broker.goto('/studio/calendar')
  await broker.getByRole('region', { name: shop }).getByRole('button', { name: '把店歇下来' }).click()
  await expect(broker.getByRole('status')).toContainText('店歇下来了。')
  await broker.goto('/studio')
  await expect(way).toContainText('1 家店歇着，买家现在买不了。想开，点这里')
  await way.click()
  await broker.getByRole('region', { name: shop }).getByRole('button', { name: '开店' }).click()
  await expect(broker.getByRole('status')).toContainText('店开了。')
  await broker.goto('/studio')
  await expect(way).toContainText('写上哪几天不做活')
})

import type { Page } from '@playwright/test'
import { accounts } from '../fixtures/accounts'
import { expect, test } from '../fixtures/app'

/**
 * Phones whose clock is a day behind or a day ahead. What two of them write becomes one piece by what each saw last, never by when it says that it wrote.
 */

const dayMs = 86_400_000

async function openPocket(page: Page, offsetMs: number): Promise<void> {
  await page.clock.install({ time: Date.now() + offsetMs })
  await page.goto('/studio/pocket')
  await expect(page.getByRole('heading', { level: 1, name: '随身上新' })).toBeVisible()
  const off = await page.evaluate(() => Date.now()).then((phone) => phone - Date.now())
  expect(Math.abs(off - offsetMs)).toBeLessThan(60_000)
}

async function writeTitle(page: Page, title: string): Promise<void> {
  await page.getByLabel('叫什么').fill(title)
}

const allSent = (page: Page) => expect(page.getByText('都送到了。')).toBeVisible({ timeout: 30_000 })

/** What of a draft a phone brings. */
const bringsOf = (sent: string | null) => new URLSearchParams(sent ?? '').get('typed') ?? ''

/** One piece on two phones: the first is written in last, but without a network. Either may be the one whose clock is wrong. */
async function writeOnTwo({
  first,
  second,
  title,
}: {
  first: Page
  second: Page
  title: string
}): Promise<void> {
  await first.getByRole('button', { name: '写一件新的' }).click()
  await expect(first.getByRole('heading', { level: 1, name: '拍照片' })).toBeVisible()
  const id = new URL(first.url()).hash.split('/')[1] ?? ''
  await first.getByRole('link', { name: '下一步：说一说' }).click()
  await writeTitle(first, title)
  await first.getByLabel('用了什么料').fill('五号线')
  await allSent(first)
  await second.reload()
  await expect(second.getByRole('link', { name: title })).toBeVisible()
  await second.goto(`/studio/pocket#/${id}/words`)
  await first.context().setOffline(true)
  // the second changes two fields and is done; then the first, which has not heard of it, changes one of them and a third
  const arrives = second.waitForResponse(
    (answer) => answer.ok() && bringsOf(answer.request().postData()).includes('真丝线'),
  )
  await writeTitle(second, `${title}（大）`)
  await second.getByLabel('用了什么料').fill('真丝线')
  await arrives
  await allSent(second)
  await writeTitle(first, `${title}（小）`)
  await first.getByLabel('做一件要几个小时').fill('6')
  await first.context().setOffline(false)
}

/** Whatever the clocks say: both names are there and she is asked; what only one wrote stands. */
async function isAskedAndKept(first: Page, second: Page, title: string): Promise<void> {
  const asked = first.getByRole('alert').filter({ hasText: `另一部手机上写的是：${title}（大）` })
  await expect(asked).toBeVisible({ timeout: 60_000 })
  await expect(first.getByLabel('叫什么')).toHaveValue(`${title}（小）`)
  await expect(first.getByLabel('用了什么料')).toHaveValue('真丝线')
  await second.reload()
  await expect(second.getByLabel('叫什么')).toHaveValue(`${title}（大）`)
  await expect(second.getByLabel('做一件要几个小时')).toHaveValue('6')
  await asked.getByRole('button', { name: '用这里写的' }).click()
  await allSent(first)
  await second.reload()
  await expect(second.getByLabel('叫什么')).toHaveValue(`${title}（小）`)
  await expect(second.getByLabel('用了什么料')).toHaveValue('真丝线')
}

for (const [says, offsetMs] of [
  ['a day behind', -dayMs],
  ['a day ahead', dayMs],
] as const)
  test(`two phones write one piece, one of them with a clock ${says}`, async ({ visitAs }) => {
    const title = offsetMs < 0 ? '钟慢一天写的荷包' : '钟快一天写的荷包'
    const first = await visitAs(accounts.xiuzhen)
    const second = await visitAs(accounts.xiuzhen)
    await openPocket(first, offsetMs)
    await openPocket(second, 0)
    await writeOnTwo({ first, second, title })
    await isAskedAndKept(first, second, title)
  })

test('a clock that jumps by a day in the middle of a piece, forwards and back, holds nothing up', async ({
  visitAs,
}) => {
  const title = '钟跳来跳去写的荷包'
  const page = await visitAs(accounts.xiuzhen)
  await openPocket(page, 0)
  await page.getByRole('button', { name: '写一件新的' }).click()
  await page.getByRole('link', { name: '下一步：说一说' }).click()
  await writeTitle(page, title)
  await allSent(page)
  for (const [offsetMs, hours] of [
    [dayMs, '3'],
    [-dayMs, '4'],
    [0, '5'],
  ] as const) {
    await page.clock.setSystemTime(Date.now() + offsetMs)
    await page.getByLabel('做一件要几个小时').fill(hours)
    await expect(page.getByText('都送到了。')).toBeHidden()
    await allSent(page)
    await page.reload()
    await expect(page.getByLabel('叫什么')).toHaveValue(title)
    await expect(page.getByLabel('做一件要几个小时')).toHaveValue(hours)
  }
})

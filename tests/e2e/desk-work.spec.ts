import type { Page } from '@playwright/test'
import { accounts } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

/** What waits today, and one person at a time on it. */

async function fits(desk: Page): Promise<void> {
  for (const size of [phone, { width: 768, height: 900 }, desktop]) {
    await desk.setViewportSize(size)
    await noSidewaysScroll(desk)
  }
  expect(await findAxeFaults(desk)).toEqual([])
}

test('finance begins at today and takes up a refund beside a colleague', async ({ visitAs }) => {
  const tian = await visitAs(accounts.financeOne)
  const second = await visitAs(accounts.financeTwo)
  await tian.goto('/desk')
  const row = tian.getByRole('row').filter({ hasText: '要从银行转给买家' }).first()
  const number = /\d{4}-\d{6}/.exec((await row.textContent()) ?? '')?.[0] ?? 'none'
  const mine = tian.locator('.work-rows tr').filter({ hasText: number })
  const hers = second.getByRole('row').filter({ hasText: number })
  await fits(tian)

  await row.getByRole('link', { name: `退款 订单 ${number}` }).click()
  await mine.getByRole('button', { name: /^我来看/ }).click()
  await expect(mine).toContainText(/您在看，还有 \d+ 分钟/)
  await fits(tian)

  await second.goto('/desk')
  await expect(hers).toContainText(/田会计（示例）在看/)
  await second.goto('/desk/refunds')
  await expect(hers).toContainText(/田会计（示例）在看/)
  await expect(hers.getByRole('button', { name: /^我来看/ })).toHaveCount(0)
  await second.getByLabel('谁在看').selectOption({ label: '没有人看的' })
  await second.getByRole('button', { name: '筛选' }).click()
  await expect(second).toHaveURL(/whose=nobody/)
  await expect(hers).toHaveCount(0)

  await mine.getByRole('button', { name: /^放开/ }).click()
  await expect(mine.getByRole('button', { name: /^我来看/ })).toBeVisible()
})

import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { accounts, readShownCode, signInAs } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

/** A phone gets one code every few seconds, and she has just signed in with one. */
async function askForCode(page: Page): Promise<string> {
  const shown = page.getByText(/^演示：码是 \d{6}$/)
  await expect(async () => {
    await page.getByRole('button', { name: '发码给我' }).click()
    await expect(shown).toBeVisible({ timeout: 1_500 })
  }).toPass({ timeout: 20_000 })
  return readShownCode(page)
}

const onPhone = { viewport: phone, isMobile: true, hasTouch: true }

test('she registers a card in another name with her own code, and stops using it', async ({ visit }) => {
  const guilan = await visit(onPhone)
  await signInAs(guilan, accounts.guilan)
  await guilan.goto('/studio/settings')
  await expect(guilan.getByRole('heading', { level: 1, name: '收款设置' })).toBeVisible()
  expect(await findAxeFaults(guilan)).toEqual([])
  await noSidewaysScroll(guilan)
  await guilan.getByRole('link', { name: '登记银行卡' }).first().click()
  await guilan.getByLabel('开户银行').fill('示例农村信用社')
  await guilan.getByLabel('卡号').fill('4242 4242 4242 4243')
  await guilan.getByLabel('户名').fill('示例')
  await guilan.getByLabel('这张卡是谁的').selectOption({ label: '我爱人的' })
  const code = await askForCode(guilan)
  await guilan.getByLabel('手机收到的六位数字').fill(code)
  await guilan.getByRole('button', { name: '登记', exact: true }).click()
  await expect(guilan.getByText('卡号有一位不对，请对着卡再看一遍。')).toBeVisible()
  expect(await findAxeFaults(guilan)).toEqual([])
  await noSidewaysScroll(guilan)
  await guilan.getByLabel('卡号').fill('4242 4242 4242 4242')
  await guilan.getByLabel('手机收到的六位数字').fill(code)
  await guilan.getByRole('button', { name: '登记', exact: true }).click()
  await expect(guilan.getByText('卡不是您自己的：请先看过上面那一段，勾上同意。')).toBeVisible()
  await guilan.getByLabel('我同意付到这张卡').check()
  await guilan.getByLabel('手机收到的六位数字').fill(code)
  await guilan.getByRole('button', { name: '登记', exact: true }).click()
  await expect(guilan.getByText('登记好了。')).toBeVisible()
  const card = guilan.getByRole('listitem').filter({ hasText: '尾号 4242' })
  await expect(card).toContainText('我爱人的')
  await expect(card).toContainText('起可以用')
  await card.getByRole('button', { name: /^停用/ }).click()
  await expect(guilan.getByText('这张卡停用了。')).toBeVisible()
  await expect(card).toHaveCount(0)
  await guilan.getByRole('button', { name: '开账户' }).first().click()
  await expect(guilan.getByText(/Stripe 不给中国内地开收款账户/)).toBeVisible()
})

test('her statement is on the page, in large print and on paper', async ({ visit }) => {
  const xiuzhen = await visit(onPhone)
  await signInAs(xiuzhen, accounts.xiuzhen)
  await xiuzhen.goto('/studio/income')
  await xiuzhen.getByRole('link', { name: '对账单' }).click()
  await xiuzhen.locator('.month-item a').nth(1).click()
  await expect(xiuzhen.getByRole('rowheader', { name: '月初该付给您的' })).toBeVisible()
  expect(await findAxeFaults(xiuzhen)).toEqual([])
  await noSidewaysScroll(xiuzhen)
  const [download] = await Promise.all([
    xiuzhen.waitForEvent('download'),
    xiuzhen.getByRole('link', { name: '下载 PDF' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^statement-20\d\d-\d\d\.pdf$/)
  expect((await readFile(await download.path())).subarray(0, 5).toString('latin1')).toBe('%PDF-')
  await xiuzhen.getByRole('link', { name: '大字', exact: true }).click()
  await expect(xiuzhen.locator('.large-print')).toBeVisible()
  await noSidewaysScroll(xiuzhen)
})

test('the desk chooses a way to pay, records an inheritance and a lawful set-up', async ({ visit }) => {
  const finance = await visit({ viewport: desktop })
  await signInAs(finance, accounts.financeOne)
  await finance.goto('/desk/payouts')
  await expect(finance.getByText(/是付款日/)).toBeVisible()
  await finance.getByRole('link', { name: 'Stripe 转账' }).click()
  await expect(finance.getByText('付到银行卡，不走 Stripe').first()).toBeVisible()
  await finance.getByRole('link', { name: '代发文件' }).click()
  await expect(finance.getByRole('link', { name: '代发文件' })).toHaveAttribute('aria-current', 'true')
  expect(await findAxeFaults(finance)).toEqual([])
  await finance.getByRole('link', { name: '继承' }).click()
  await expect(finance.getByRole('heading', { level: 1, name: '继承' })).toBeVisible()
  expect(await findAxeFaults(finance)).toEqual([])
  const admin = await visit({ viewport: desktop })
  await signInAs(admin, accounts.admin)
  await admin.goto('/admin/settlement')
  expect(await findAxeFaults(admin)).toEqual([])
  await admin.getByLabel('持牌机构分账').check()
  await admin.getByLabel('依据').fill('示例分账协议，档案室')
  await admin.getByLabel('文件上的日期').fill('2026-01-05')
  await admin.getByRole('button', { name: '记下' }).click()
  await expect(admin.getByText(/现在是：持牌机构分账/)).toBeVisible()
})

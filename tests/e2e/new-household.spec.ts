import type { Page } from '@playwright/test'
import { accounts, proveAgain } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'
import { inventedId } from '../fixtures/messy-lists'

async function fits(desk: Page): Promise<void> {
  for (const size of [phone, { width: 768, height: 900 }, desktop]) {
    await desk.setViewportSize(size)
    await noSidewaysScroll(desk)
  }
  expect(await findAxeFaults(desk)).toEqual([])
}

/** One household from a paper: what is wrong stands beside its field and what was typed stays, then it is registered; a second time leads to it, and another county is told nothing. */
test('a coordinator registers one household', async ({ visitAs }) => {
  test.setTimeout(120_000)
  const code = `NH${Date.now()}`
  const number = inventedId(Number(String(Date.now()).slice(-3)), 1971)
  const desk = await visitAs(accounts.coordinatorYongdeng)
  const fill = async (page: Page, village: string) => {
    await page.getByLabel('户编号').fill(code)
    await page.getByLabel('行政村').fill(village)
    const head = page.getByRole('group', { name: '第 1 位' })
    await head.getByLabel('姓名').fill('荆谷雨（示例）')
    await head.getByLabel('身份证号').fill(number)
    await page.getByLabel('从哪天起登记在册').fill('2015-03-01')
    await page.getByLabel('家庭人口').fill('2')
    await page.getByLabel('劳动力').fill('1')
    await page.getByLabel('主要致贫原因').selectOption({ label: '缺技术' })
    await page.getByLabel('帮扶责任人').fill('梭白露（示例）')
    await page.getByLabel('帮扶单位').fill('县农业农村局（示例）')
    await page.getByLabel('责任人的办公电话').fill('0931-555-0166')
    await page.getByLabel('依据的文件').fill('2026 年登记簿第 8 页')
  }

  await desk.goto('/desk/households')
  await desk.getByRole('link', { name: '登记一户' }).click()
  await expect(desk.getByRole('heading', { level: 1, name: '登记一户' })).toBeVisible()
  await fits(desk)
  await fill(desk, '没有这个村')
  await desk.getByText('还有别的人').click()
  await desk.getByRole('group', { name: '第 6 位' }).getByLabel('身份证号').fill('123')
  await desk.getByRole('button', { name: '登记这一户' }).click()
  await expect(desk.locator('#idNumber6-error')).toContainText('身份证号是 18 位，现在是 3 位。')
  await expect(desk.locator('#name6-error')).toContainText('没有写姓名。')
  await expect(desk.getByLabel('户编号')).toHaveValue(code)
  await fits(desk)
  await desk.getByRole('group', { name: '第 6 位' }).getByLabel('身份证号').fill('')
  // the keyboard alone sends it
  await desk.getByLabel('依据的文件').press('Enter')
  await expect(desk.locator('#village-error')).toContainText('您的地区里没有叫「没有这个村」的村')
  await expect(desk.getByRole('group', { name: '第 1 位' }).getByLabel('身份证号')).toHaveValue(number)
  await expect(desk.getByLabel('主要致贫原因')).toHaveValue('skill')
  await desk.getByLabel('行政村').fill('百灵观村')
  await desk.getByRole('button', { name: '登记这一户' }).click()
  await expect(desk.getByRole('heading', { level: 1, name: `户 ${code}` })).toBeVisible()
  await expect(desk.getByRole('status')).toContainText('登记好了。')
  await expect(desk.locator('#facts')).toContainText('2 人，其中劳动力 1 人')
  const there = new URL(desk.url()).pathname
  await desk.getByRole('link', { name: '这一户的查阅记录' }).click()
  await expect(desk.getByRole('main')).toContainText('登记了一户')

  await proveAgain(desk, accounts.coordinatorYongdeng)
  await desk.goto(there)
  await expect(desk.locator('#facts')).toContainText('****0166')
  expect(await desk.content()).not.toContain('555-0166')
  await desk.getByText('看责任人的电话').click()
  await desk.locator('#cadreReason').fill('约她一起入户')
  await desk.locator('#cadreReason').press('Enter')
  await expect(desk.getByRole('status')).toContainText('0931-555-0166')
  await fits(desk)

  await desk.goto('/desk/households/new')
  await fill(desk, '百灵观村')
  await desk.getByRole('button', { name: '登记这一户' }).click()
  await expect(desk.locator('#code-error')).toContainText('这个户编号已经登记了。')
  await fits(desk)
  await desk.getByRole('link', { name: `打开户 ${code}` }).click()
  await expect(desk).toHaveURL(there)

  const other = await visitAs(accounts.coordinatorYuzhong)
  await other.goto('/desk/households/new')
  await fill(other, '')
  const village = await other.locator('#villages option').first().getAttribute('value')
  await other.getByLabel('行政村').fill(village ?? '')
  await other.getByRole('button', { name: '登记这一户' }).click()
  await expect(other.locator('#code-error')).toContainText('这个户编号在别的地区登记过，请问市里。')
  await expect(other.getByRole('link', { name: /^打开户/ })).toHaveCount(0)
  await other.goto('/en/desk/households/new')
  await expect(other.getByRole('heading', { level: 1, name: 'Register one household' })).toBeVisible()
})

import { accounts, signInAs } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

/** A base in the shop, and a coordinator who registers who works with it. */

test('a base shows who works with it; the desk registers one more, with mistakes on the way', async ({
  browser,
}) => {
  const desk = await (await browser.newContext({ viewport: desktop })).newPage()
  await signInAs(desk, accounts.coordinatorYongdeng)
  await desk.goto('/desk/sellers?q=庄浪河')
  await desk.getByRole('link', { name: '庄浪河串珠基地' }).click()
  await desk.getByLabel('哪一家').fill('没有这一家店')
  await desk.getByRole('button', { name: '登记', exact: true }).click()
  await expect(desk.getByText('您管的地方没有叫这个名字的店')).toBeVisible()
  await expect(desk.getByLabel('哪一家')).toHaveValue('没有这一家店')
  await desk.getByLabel('哪一家').fill('two-streets-beads')
  await desk.getByRole('button', { name: '登记', exact: true }).click()
  await expect(desk.getByRole('status')).toContainText('登记好了')
  expect(await findAxeFaults(desk)).toEqual([])
  await noSidewaysScroll(desk)

  const visitor = await (await browser.newContext({ viewport: phone, javaScriptEnabled: false })).newPage()
  await visitor.goto('/makers')
  await visitor.getByRole('link', { name: '庄浪河串珠基地' }).first().click()
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('庄浪河串珠基地')
  await noSidewaysScroll(visitor)
  await visitor.locator('a[href="/makers/two-streets-beads"]').click()
  await visitor.locator('a[href="/bases/zhuanglang-bead-base"]').click()
  await expect(visitor).toHaveURL(/\/bases\/zhuanglang-bead-base$/)
  await visitor.goto('/en/makers/zhuanglang-bead-base')
  await expect(visitor).toHaveURL(/\/en\/bases\/zhuanglang-bead-base$/)
  await expect(visitor.getByText('What makers find here')).toBeVisible()

  await desk.getByRole('button', { name: /南北街串珠坊不再跟着/ }).click()
  await expect(desk.getByRole('status')).toContainText('不再跟着做')
  await visitor.goto('/makers/two-streets-beads')
  await expect(visitor.locator('a[href="/bases/zhuanglang-bead-base"]')).toHaveCount(0)
  for (const page of [desk, visitor]) await page.context().close()
})

import { accounts, readShownCode, signInAs } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

/** A base registers another account for its money: its coordinators are called, and the account is stopped while it still cools. */
test('a new card waits, the desk hears of it, and it can be stopped', async ({ visit }) => {
  test.setTimeout(120_000)
  const base = await visit({ viewport: phone, isMobile: true, hasTouch: true })
  await signInAs(base, accounts.base)
  await base.goto('/studio/settings')
  await base
    .getByRole('link', { name: /^(登记银行卡|换一张卡)$/ })
    .first()
    .click()
  await base.getByLabel('开户银行').fill('示例村镇银行')
  await base.getByLabel('卡号').fill('6200 0012 3498')
  await base.getByLabel('户名').fill('陇上结艺基地')
  await base.getByLabel('这张卡是谁的').selectOption({ index: 0 })
  const shown = base.getByText(/^演示：码是 \d{6}$/)
  await expect(async () => {
    await base.getByRole('button', { name: '发码给我' }).click()
    await expect(shown).toBeVisible({ timeout: 1_500 })
  }).toPass({ timeout: 20_000 })
  await base.getByLabel('手机收到的六位数字').fill(await readShownCode(base))
  await base.getByRole('button', { name: '登记', exact: true }).click()
  await expect(base.getByText('登记好了。')).toBeVisible()
  const card = base.getByRole('listitem').filter({ hasText: '尾号 3498' })
  await expect(card).toContainText('起可以用')
  await expect(base.getByText(/在这之前照旧付到原来的卡/)).toBeVisible()
  await noSidewaysScroll(base)
  expect(await findAxeFaults(base)).toEqual([])

  const desk = await visit({ viewport: desktop })
  await signInAs(desk, accounts.coordinatorCity)
  await expect(async () => {
    await desk.goto('/desk/alerts')
    const call = desk.getByRole('row').filter({ hasText: '一家商户换了收款卡' })
    await expect(call.filter({ hasText: '陇上结艺基地' })).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  expect(await findAxeFaults(desk)).toEqual([])

  await card.getByText('不用这张，停掉 尾号 3498').click()
  await expect(card.getByText('停了以后，钱照旧付到原来的卡')).toBeVisible()
  await card.getByRole('button', { name: '停用这张（尾号 3498）' }).click()
  await expect(base.getByText('这张卡停用了。')).toBeVisible()
  await expect(card).toHaveCount(0)
})

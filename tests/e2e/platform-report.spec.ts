import { readFile } from 'node:fs/promises'
import { accounts, proveAgain } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'
import { readWorkbook } from '../fixtures/piece-tables'

/** What the tax office is told of a quarter: made, not made twice without a change, and taken away with a reason and a fresh code. */
test('the report of a quarter is made, kept and taken away', async ({ visitAs }) => {
  test.setTimeout(150_000)
  const admin = await visitAs(accounts.admin)
  await admin.setViewportSize(desktop)
  await admin.goto('/admin')
  await admin.getByRole('navigation').getByRole('link', { name: '平台涉税报送' }).click()
  await expect(admin.getByRole('heading', { level: 1, name: '平台涉税报送' })).toBeVisible()
  await expect(admin.getByText('这个季度还没有做过。')).toBeVisible()
  expect(await findAxeFaults(admin)).toEqual([])

  await test.step('it is made once', async () => {
    await admin.getByRole('button', { name: '做这个季度的报表' }).click()
    await expect(admin.getByRole('status')).toContainText('第 1 版做好了。')
    await expect(admin.getByRole('columnheader', { name: '平台佣金' })).toBeVisible()
    expect(await findAxeFaults(admin)).toEqual([])
    await admin.setViewportSize(phone)
    await noSidewaysScroll(admin)
    expect(await findAxeFaults(admin)).toEqual([])
    await admin.setViewportSize(desktop)
  })

  await test.step('a second time nothing has changed', async () => {
    await admin.getByLabel('为什么再做一版').fill('再核一次')
    await admin.getByRole('button', { name: '再做一版' }).click()
    await expect(admin.getByText('和第 1 版一样，没有变，不用再做。')).toBeVisible()
  })

  await test.step('the file asks for a reason, and is written down', async () => {
    await proveAgain(admin, accounts.admin)
    await admin.goto('/admin/platform-report')
    await admin.getByRole('button', { name: '下载 Excel 表' }).click()
    await expect(admin.getByLabel('为什么取走')).toHaveAccessibleDescription('这一项要填。')
    await admin.getByLabel('为什么取走').fill('按季度报送税务机关')
    const waiting = admin.waitForEvent('download')
    await admin.getByRole('button', { name: '下载 Excel 表' }).click()
    const rows = await readWorkbook(await readFile(await (await waiting).path()))
    expect(rows[0]?.slice(2, 4)).toEqual(['身份证号', '统一社会信用代码'])
    await admin.goto('/desk/audit')
    await expect(admin.getByText('取走了带证件号的涉税报表').first()).toBeVisible()
    await expect(admin.getByText('按季度报送税务机关').first()).toBeVisible()
  })
})

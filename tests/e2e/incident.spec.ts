import { readFile } from 'node:fs/promises'
import { accounts, proveAgain } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'
import { readWorkbook } from '../fixtures/piece-tables'

/** An account of the staff was lost: the list for the notice, in minutes. */
test('who saw whose data is asked by account, and taken away', async ({ visitAs }) => {
  test.setTimeout(150_000)
  const desk = await visitAs(accounts.coordinatorYuzhong)
  await desk.goto('/desk/households')
  await desk.locator('a.queue-title').first().click()
  await expect(desk.getByRole('heading', { level: 1, name: /^户 / })).toBeVisible()

  const admin = await visitAs(accounts.admin)
  await admin.setViewportSize(phone)
  await admin.goto('/admin')
  await admin.getByRole('link', { name: '个人信息事件' }).click()
  await expect(admin.getByRole('heading', { level: 1, name: '个人信息事件' })).toBeVisible()
  await noSidewaysScroll(admin)
  expect(await findAxeFaults(admin)).toEqual([])
  await admin.getByLabel('手机号').fill('13899999999')
  await admin.getByLabel('为什么查').fill('账号可能被别人用过')
  await admin.getByRole('button', { name: '取走 Excel 表' }).click()
  await expect(admin.locator('#phone-error')).toContainText('没有这个手机号的账号或人。')
  await admin.setViewportSize(desktop)
  expect(await findAxeFaults(admin)).toEqual([])

  await proveAgain(admin, accounts.admin)
  await admin.goto('/admin/incident')
  await admin.getByLabel('手机号').fill(accounts.coordinatorYuzhong)
  await admin.getByLabel('为什么查').fill('账号可能被别人用过')
  const waiting = admin.waitForEvent('download')
  await admin.getByRole('button', { name: '取走 Excel 表' }).click()
  const rows = await readWorkbook(await readFile(await (await waiting).path()))
  const opened = rows.filter(([how]) => how === '打开过')
  expect(opened.some((cells) => cells[7]?.includes('遮住的证件号'))).toBe(true)
  expect(rows.some(([how]) => how === '职责看得到')).toBe(true)
  await admin.goto('/desk/audit')
  await expect(admin.getByText('查了谁看过谁的信息').first()).toBeVisible()
})

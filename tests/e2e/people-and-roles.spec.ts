import { accounts, signInAs } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

const newcomer = '13900003361'

/** Somebody begins as a coordinator and leaves again: given by number, with a reason, and out at once. */
test('a role is given, works, and ends at once', async ({ visit, visitAs }) => {
  const her = await visit()
  await signInAs(her, newcomer)
  const admin = await visitAs(accounts.admin)
  await admin.setViewportSize(desktop)

  await test.step('found by number', async () => {
    await admin.goto('/admin')
    await admin.getByRole('link', { name: '人员和职务' }).click()
    await expect(admin.getByRole('link', { name: '陈联络员（示例）' })).toBeVisible()
    expect(await findAxeFaults(admin)).toEqual([])
    await admin.getByLabel('手机号').fill('13900009999')
    await admin.locator('form', { hasText: '按手机号找人' }).getByRole('button').click()
    await expect(admin.getByText('没有人用这个号登录过').first()).toBeVisible()
    await admin.getByLabel('手机号').fill(newcomer)
    await admin.locator('form', { hasText: '按手机号找人' }).getByRole('button').click()
    await expect(admin.getByText('现在没有职务')).toBeVisible()
    expect(admin.url()).not.toContain(newcomer)
  })

  const grant = admin.locator('form', { hasText: '给一个职务' })
  await test.step('refused without an area, with what was typed kept', async () => {
    await grant.getByLabel('她的名字').fill('新来的（示例）')
    await grant.getByLabel('为什么').fill('新来的联络员')
    await grant.getByRole('button', { name: '给她' }).click()
    await expect(grant.getByText('联络员要选管哪一片')).toBeVisible()
    await expect(grant.getByLabel('为什么')).toHaveValue('新来的联络员')
  })

  await test.step('given: her old session is over, the next one opens the desk', async () => {
    await grant.getByLabel('管哪一片').selectOption({ label: '永登县' })
    await grant.getByRole('button', { name: '给她' }).click()
    await expect(admin.getByRole('status')).toContainText('给好了')
    await admin.getByLabel('找乡镇、村').fill('连搭')
    await admin.getByRole('button', { name: '找出来' }).click()
    await expect(admin).toHaveURL(/q=/)
    await grant.getByLabel('管哪一片').selectOption({ label: '榆中县 · 连搭镇' })
    await grant.getByLabel('为什么').fill('也管一个镇')
    await grant.getByRole('button', { name: '给她' }).click()
    await expect(admin.getByRole('status')).toContainText('给好了')
    await her.goto('/account')
    await expect(her).toHaveURL(/\/sign-in/)
    await signInAs(her, newcomer, '/desk')
    await expect(her.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(her).toHaveURL(/\/desk/)
  })

  await test.step('she was given a town of another county as well: she works in one at a time and changes over', async () => {
    const scope = her.locator('.desk-scope')
    await expect(scope.locator('b')).toHaveText('永登县')
    await her.getByRole('button', { name: '换到榆中县 · 连搭镇' }).click()
    await expect(scope.locator('b')).toHaveText('连搭镇')
    await expect(her.getByRole('button', { name: '换到永登县' })).toBeVisible()
    for (const size of [phone, { width: 768, height: 900 }, desktop]) {
      await her.setViewportSize(size)
      await noSidewaysScroll(her)
    }
    expect(await findAxeFaults(her)).toEqual([])
  })

  await test.step('on a phone, in both languages', async () => {
    await admin.setViewportSize(phone)
    for (const address of [admin.url(), admin.url().replace('/admin', '/en/admin')]) {
      await admin.goto(address)
      await noSidewaysScroll(admin)
      expect(await findAxeFaults(admin)).toEqual([])
    }
    await admin.goto('/admin/users')
    await noSidewaysScroll(admin)
    await admin.setViewportSize(desktop)
  })

  await test.step('she leaves: out with the next click', async () => {
    await admin.getByLabel('手机号').fill(newcomer)
    await admin.locator('form', { hasText: '按手机号找人' }).getByRole('button').click()
    const leave = admin.locator('form', { hasText: '她不在这里干了' })
    await leave.getByLabel('为什么').fill('调走了')
    await leave.getByRole('button', { name: '全部结束' }).click()
    await expect(admin.getByRole('status')).toContainText('结束了')
    await her.goto('/desk')
    await expect(her).toHaveURL(/\/sign-in/)
  })
})

test('nobody changes her own roles', async ({ visitAs }) => {
  const admin = await visitAs(accounts.admin)
  await admin.goto('/admin/users?name=管理员')
  await admin.getByRole('link', { name: '管理员（示例）' }).click()
  await expect(admin.getByText('这是您自己，职务要由别的管理员改。')).toBeVisible()
  await expect(admin.getByRole('button', { name: '给她' })).toHaveCount(0)
})

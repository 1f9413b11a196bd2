import type { Page } from '@playwright/test'
import { accounts, enterByPhone, setUpFactor } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'
import { ageSessions } from '../fixtures/sessions'

const [leader, helper] = ['13900003371', '13900003372']

async function lookAtBoth(page: Page): Promise<void> {
  for (const size of [phone, { width: 768, height: 900 }, desktop]) {
    await page.setViewportSize(size)
    await noSidewaysScroll(page)
  }
  expect(await findAxeFaults(page)).toEqual([])
}

/** A new administrator: her phone alone opens nothing; she sets up password and app, gives a role with a fresh code, is signed out when nobody is there, and loses her phone. */
test('staff sign in by password and code', async ({ visit, visitAs }) => {
  test.slow()
  const [her, other] = [await visit(), await visit()]
  for (const page of [her, other]) page.setDefaultTimeout(20_000)
  await her.goto('/sign-in')
  await lookAtBoth(her)
  for (const [page, number] of [
    [her, leader],
    [other, helper],
  ] as const) {
    await enterByPhone(page, number, '/account')
    await page.waitForURL(({ pathname }) => pathname === '/account')
  }
  const admin = await visitAs(accounts.admin)
  const find = async (page: Page, number: string) => {
    await page.goto('/admin/users')
    await page.getByLabel('手机号').fill(number)
    await page.locator('form', { hasText: '按手机号找人' }).getByRole('button').click()
    await page.waitForURL(/\/admin\/users\/[0-9a-f-]{36}$/)
    return page.url().slice(-36)
  }
  const herId = await find(admin, leader)
  const grant = (page: Page) => page.locator('form', { hasText: '给一个职务' })
  await grant(admin).getByLabel('她的名字').fill('接手的（示例）')
  await grant(admin).getByLabel('职务').selectOption({ label: '管理员' })
  await grant(admin).getByLabel('为什么').fill('接手管理')
  await grant(admin).getByRole('button', { name: '给她' }).click()
  await expect(admin.getByRole('status')).toContainText('给好了')

  let known: Awaited<ReturnType<typeof setUpFactor>>
  await test.step('her phone alone leads to setting up', async () => {
    await enterByPhone(her, leader, '/desk')
    await expect(her).toHaveURL(/\/sign-in\/staff\/set-up\?returnTo=%2Fdesk$/)
    await her.goto('/admin')
    await expect(her).toHaveURL(/\/sign-in\/staff\/set-up\?returnTo=%2Fadmin$/)
    await lookAtBoth(her)
    await her.getByLabel('设一个密码').fill('1234567890')
    await her.getByLabel('设一个密码').press('Enter')
    await expect(her.getByText('这个密码太容易猜到，换一个。')).toBeVisible()
    await her.getByLabel('设一个密码').fill('换一个还没有想好的密码')
    await her.getByLabel('设一个密码').press('Enter')
    await expect(her.getByRole('img', { name: '给验证器扫的二维码' })).toBeVisible()
    await her.getByLabel('验证器上的六位数字').fill('12345')
    await her.getByLabel('验证器上的六位数字').press('Enter')
    await expect(her.getByText(/^动态码是六位数字/)).toBeVisible()
    await lookAtBoth(her)
    await her.getByRole('button', { name: '重新设密码' }).click()
    known = await setUpFactor(her)
    expect(known.recoveryCodes).toHaveLength(10)
    await expect(her).toHaveURL(/\/admin$/)
    await her.goto('/account/security')
    await lookAtBoth(her)
    await her.goto('/admin')
  })

  await test.step('from then on by password and code, or by a recovery code once', async () => {
    const elsewhere = await visit()
    const enter = async (code: string) => {
      await elsewhere.goto('/sign-in?returnTo=/admin')
      await elsewhere.getByRole('link', { name: '工作人员从这里进' }).click()
      await elsewhere.getByLabel('手机号').fill(leader)
      await elsewhere.getByLabel('密码').fill(known.password)
      await elsewhere.getByRole('button', { name: '下一步' }).click()
      await elsewhere.getByLabel('动态码').fill(code)
      await elsewhere.getByLabel('动态码').press('Enter')
    }
    await elsewhere.goto('/en/sign-in/staff')
    await elsewhere.getByLabel('Mobile number').fill(leader)
    await elsewhere.getByLabel('Password').fill('not her password')
    await elsewhere.getByRole('button', { name: 'Next' }).click()
    await expect(elsewhere.getByText(/^Number and password do not match/)).toBeVisible()
    await lookAtBoth(elsewhere)
    const [recovery = ''] = known.recoveryCodes
    await enter(recovery)
    await expect(elsewhere).toHaveURL(/\/admin$/)
    await elsewhere.context().clearCookies()
    await enter(recovery)
    await expect(elsewhere.getByText('这个备用码不对，或者用过了。')).toBeVisible()
    await lookAtBoth(elsewhere)
    await elsewhere.getByLabel('动态码').fill(await known.app.nextCode())
    await elsewhere.getByRole('button', { name: '进去' }).click()
    await expect(elsewhere).toHaveURL(/\/admin$/)
  })

  await test.step('a role is given with a fresh code, without JavaScript, and nothing is typed twice', async () => {
    const plain = await visit({ storageState: await her.context().storageState(), javaScriptEnabled: false })
    await find(plain, helper)
    await ageSessions(herId, 6)
    await grant(plain).getByLabel('她的名字').fill('帮手的（示例）')
    await grant(plain).getByLabel('管哪一片').selectOption({ label: '榆中县' })
    await grant(plain).getByLabel('为什么').fill('新来的联络员')
    await grant(plain).getByRole('button', { name: '给她' }).click()
    await expect(plain.getByRole('heading', { level: 1, name: '再填一次动态码' })).toBeVisible()
    await plain.getByLabel('动态码').fill('12')
    await plain.getByRole('button', { name: '接着办' }).click()
    await expect(plain.getByText(/^动态码是六位数字/)).toBeVisible()
    await plain.getByLabel('动态码').fill(await known.app.nextCode())
    await plain.getByRole('button', { name: '接着办' }).click()
    await expect(plain.getByRole('status')).toContainText('给好了')
    await expect(plain.getByRole('row', { name: /榆中县/ })).toBeVisible()
  })

  await test.step('a phone number is seen with a fresh code', async () => {
    await enterByPhone(other, helper, '/desk')
    const { app } = await setUpFactor(other)
    await other.goto('/desk/sellers')
    await other.getByRole('link', { name: '桂兰结艺' }).click()
    await ageSessions(await find(admin, helper), 6)
    await other.getByText('看全号').first().click()
    await other.getByLabel('为什么要看').first().fill('问一问发货')
    await other.getByLabel('为什么要看').first().press('Enter')
    await expect(other.getByRole('heading', { level: 1, name: '再填一次动态码' })).toBeVisible()
    await lookAtBoth(other)
    await other.getByLabel('动态码').fill(await app.nextCode())
    await other.getByLabel('动态码').press('Enter')
    await expect(other.getByRole('status').filter({ hasText: '13800000101' })).toBeVisible()
  })

  await test.step('a file asks on a page of its own', async () => {
    await ageSessions(await find(admin, helper), 6)
    await other.goto('/desk/incomes')
    const file = other.getByRole('link', { name: /xlsx/i }).first()
    await file.click()
    await expect(other).toHaveURL(/\/sign-in\/staff\/proof\?returnTo=/)
    await lookAtBoth(other)
  })

  await test.step('nobody is there for half an hour', async () => {
    await ageSessions(herId, 31)
    await her.goto('/admin/users')
    await expect(her).toHaveURL(/\/sign-in\/staff\?/)
    await expect(her.getByRole('status')).toContainText('半个小时没有用')
    await lookAtBoth(her)
  })

  await test.step('the phone is lost: reset, out at once, set up anew', async () => {
    await find(admin, helper)
    const reset = admin.locator('form', { hasText: '重设她的密码和动态码' })
    await reset.getByLabel('为什么').fill('手机掉河里了，当面认过')
    await reset.getByRole('button', { name: '重设' }).click()
    await expect(admin.getByRole('status')).toContainText('重设了')
    expect(await findAxeFaults(admin)).toEqual([])
    await other.goto('/desk')
    await expect(other).toHaveURL(/\/sign-in\?returnTo=/)
    await enterByPhone(other, helper, '/desk')
    await expect(other).toHaveURL(/\/sign-in\/staff\/set-up\?returnTo=%2Fdesk$/)
    const gone = admin.locator('form', { hasText: '她不在这里干了' })
    for (const number of [helper, leader]) {
      await find(admin, number)
      await gone.getByLabel('为什么').fill('试过了')
      await gone.getByRole('button', { name: '全部结束' }).click()
      await expect(admin.getByRole('status')).toContainText('结束了')
    }
  })
})

import { readFile } from 'node:fs/promises'
import { accounts, readShownCode, signInAs } from '../fixtures/accounts'
import { expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'
import * as buying from '../fixtures/journey-buying'
import { openPocket } from '../fixtures/open-pocket'

/** What somebody who signs in can do with what is hers: an order from before, her devices, her data. */

const guestPhone = '13900003303'

test('a guest’s order joins the account, other devices are signed out, and her data is hers to take', async ({
  page,
  visit,
}) => {
  test.setTimeout(120_000)
  await page.setViewportSize(phone)
  const guest = await visit()
  await buying.putIntoBasket(guest, '/products/small-medallion-sachet-indigo')
  await guest.goto('/checkout')
  await buying.fillAddress(guest, { phone: guestPhone })
  await buying.goToPay(guest, await buying.readTotal(guest))
  await buying.payByCard(guest)
  const { number } = await buying.readPaidOrder(guest)

  await signInAs(page, '13900003304', '/account/orders')
  await expect(page.getByRole('heading', { name: '还没有订单' })).toBeVisible()
  await page.getByRole('link', { name: '把没登录时买的归进来' }).click()
  await expect(page.getByText('没登录时买的这一单就归进来')).toBeVisible()
  await page.getByLabel('订单号').fill(number.replace('-', ' '))
  await buying.askForCode(page, guestPhone)
  await expect(page.getByLabel('归到我的订单')).toBeChecked()
  await page.getByLabel('短信里的六位数字').fill(await readShownCode(page))
  await page.getByRole('button', { name: '看订单' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `订单 ${number}` })).toBeVisible()
  await expect(page.getByRole('status')).toContainText('归到「我的订单」了')
  // where somebody else comes after the code
  await page.goto(`/orders/${number}?joining=held`)
  await expect(page.getByRole('status')).toContainText('已经在另一个账号里')
  await page.goto('/account/orders')
  await expect(page.getByRole('link', { name: number })).toBeVisible()

  await signInAs(guest, '13900003304', '/account')
  await page.goto('/account')
  await page.getByRole('button', { name: '只留这一台' }).click()
  await expect(page.getByRole('status')).toContainText('已经退出。')
  await expect(page.getByRole('button', { name: '只留这一台' })).toHaveCount(0)
  await noSidewaysScroll(page)
  expect(await findAxeFaults(page)).toEqual([])
  await guest.goto('/account')
  await expect(guest).toHaveURL(/\/sign-in/)

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: '存成文件' }).click()
  const file = await (await saving).path()
  const data = JSON.parse(await readFile(file, 'utf8'))
  expect(data).toMatchObject({ phone: '13900003304', orders: [{ number, contact: { phone: guestPhone } }] })
})

test('whoever closes her account takes nothing of another’s from the browser', async ({ visit, faults }) => {
  test.setTimeout(180_000)
  const unsent = '别人还没送上去的挂结'
  const page = await visit({ viewport: phone })
  await signInAs(page, accounts.xiuzhen)
  await openPocket(page)
  await page.route('**/studio/pocket/**', (route) =>
    route.request().method() === 'GET' ? route.continue() : route.abort(),
  )
  await page.getByRole('button', { name: '写一件新的' }).click()
  await page.getByRole('link', { name: '下一步：说一说' }).click()
  await page.getByLabel('叫什么').fill(unsent)
  await expect(page.getByText('现在没有网')).toBeVisible()
  await page.goto('/studio')
  await page.getByRole('button', { name: '退出' }).click()
  await expect(page).toHaveURL(/\/$/)
  // what the browser said of the line that was cut
  expect(faults.filter((fault) => !fault.includes('/studio/pocket/drafts'))).toEqual([])
  faults.length = 0

  await signInAs(page, '13900003305', '/account/close')
  await expect(async () => {
    await page.getByRole('button', { name: '发码给我' }).click()
    await expect(page.getByRole('status')).toContainText('码是', { timeout: 2000 })
  }).toPass({ timeout: 90_000, intervals: [10_000] })
  await page.getByLabel('短信里的六位数字').fill(await readShownCode(page))
  await page.getByLabel('我看过上面的，要注销').check()
  await page.getByRole('button', { name: '我知道找不回来，注销' }).click()
  await expect(page.getByText('账号注销好了。')).toBeVisible()
  const kept = () =>
    page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const opening = indexedDB.open('qiaoshou')
          opening.onsuccess = () => {
            const asking = opening.result.transaction('drafts').objectStore('drafts').getAll()
            asking.onsuccess = () => resolve(JSON.stringify(asking.result))
          }
        }),
    )
  await expect.poll(kept).toContain(unsent)
  await expect.poll(() => page.evaluate(() => document.cookie)).not.toMatch(/closed=|left=/)
  expect(await kept()).toContain(unsent)
})

test('my orders say where the parcels are while only some are sent, with a picture of what is in them', async ({
  visitAs,
}) => {
  const page = await visitAs(accounts.buyer)
  await page.goto('/account/orders')
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: '2611-107733' })
  await expect(row).toContainText('寄出了一部分')
  await expect(row).toContainText(/\d 个包裹在路上，\d 个包裹在备货/)
  await expect(row.locator('img')).toBeVisible()
  await noSidewaysScroll(page)
})

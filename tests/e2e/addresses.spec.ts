import { signInAs } from '../fixtures/accounts'
import { expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'
import * as buying from '../fixtures/journey-buying'

/** Pasted addresses and the book of somebody who signs in. */

const piece = '/products/lobed-sachet-study'
const whole = '林若溪 13800001276 甘肃省兰州市榆中县城关镇示例路 8 号'

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'at once' : 'by a button without JavaScript'
  test(`a pasted address fills the checkout ${how}`, async ({ visit }) => {
    const page = await visit({ javaScriptEnabled, viewport: phone })
    await buying.putIntoBasket(page, piece)
    await page.goto('/checkout')
    await page.getByLabel('写给巧手的话').fill('示例留言')
    const box = page.getByLabel('粘贴整段地址')
    const send = async () => {
      if (!javaScriptEnabled) await page.getByRole('button', { name: '拆开填好' }).click()
    }
    await box.fill(whole)
    await send()
    await expect(page.locator('#paste-said')).toContainText('拆好了，请看一眼对不对。')
    await expect(page.getByLabel('收件人')).toHaveValue('林若溪')
    await expect(page.getByLabel('手机号')).toHaveValue('13800001276')
    await expect(page.getByLabel('省', { exact: true }).locator('option:checked')).toHaveText('甘肃省')
    await expect(page.getByLabel('市和区县')).toHaveValue('兰州市榆中县')
    await expect(page.getByLabel('街道和门牌')).toHaveValue('城关镇示例路 8 号')
    await noSidewaysScroll(page)
    await box.fill('北京市东城区示例胡同 9 号 张')
    await send()
    await expect(page.locator('#paste-said')).toContainText('只有这几样没认出来：收件人、手机号。请补上。')
    await expect(page.getByLabel('收件人')).toHaveValue('林若溪')
    await expect(page.getByLabel('市和区县')).toHaveValue('东城区')
    await expect(page.getByLabel('写给巧手的话')).toHaveValue('示例留言')
    if (!javaScriptEnabled) {
      await page.reload()
      await expect(box).toHaveValue('北京市东城区示例胡同 9 号 张')
      await expect(page.getByLabel('写给巧手的话')).toHaveValue('示例留言')
    }
    await box.fill('不知道寄到哪里')
    await send()
    await expect(page.locator('#paste-said')).toContainText('这段文字里没认出地址。')
    await expect(page.getByLabel('市和区县')).toHaveValue('东城区')
  })
}

test('a buyer keeps addresses, chooses between them and deletes them', async ({ page }) => {
  test.setTimeout(90_000)
  await signInAs(page, '13900003301', '/account/addresses')
  await test.step('the book begins empty', async () => {
    await expect(page.getByText('还没有存地址')).toBeVisible()
    await page.getByRole('link', { name: '加一个地址' }).click()
    await page.getByLabel('粘贴整段地址').fill(whole)
    await expect(page.getByLabel('市和区县')).toHaveValue('兰州市榆中县')
    await page.getByLabel('市和区县').fill('不存在县')
    await page.getByRole('button', { name: '存好' }).click()
    await expect(page.locator('#county-error')).toBeVisible()
    await expect(page.getByLabel('街道和门牌')).toHaveValue('城关镇示例路 8 号')
    await page.getByLabel('市和区县').fill('兰州市榆中县')
    await page.getByRole('button', { name: '存好' }).click()
    await expect(page.getByRole('status')).toContainText('存好了。')
    expect(await findAxeFaults(page)).toEqual([])
  })

  await test.step('it stands in the checkout; another one typed there is kept with the order', async () => {
    await buying.putIntoBasket(page, piece)
    await page.goto('/checkout')
    await expect(page.getByLabel('收件人')).toHaveValue('林若溪')
    await buying.fillAddress(page)
    await page.getByLabel('这个地址存进我的地址').check()
    await page.getByText('换一个存过的地址（1 个）').click()
    await page.getByRole('button', { name: /^寄到 林若溪 甘肃省/ }).click()
    await expect(page.locator('#paste-said')).toContainText('地址换好了')
    await expect(page.getByLabel('市和区县')).toHaveValue('兰州市榆中县')
    await expect(page.getByLabel('写给巧手的话')).toHaveValue(buying.buyer.note)
    await expect(page.getByLabel(buying.abroadTick)).toBeChecked()
    expect(await findAxeFaults(page)).toEqual([])
    await buying.fillAddress(page)
    await buying.goToPay(page, await buying.readTotal(page))
  })

  await test.step('default, change, delete', async () => {
    await page.goto('/account/addresses')
    await page.getByRole('button', { name: /^设成默认：林若溪 北京市/ }).click()
    await expect(page.getByRole('listitem').filter({ hasText: '北京市' })).toContainText('默认')
    await page.getByRole('link', { name: /^改地址：林若溪 甘肃省/ }).click()
    await page.getByLabel('收件人').fill('林小溪')
    await page.getByRole('button', { name: '存好' }).click()
    await expect(page.getByText('林小溪')).toBeVisible()
    for (const who of ['林小溪', '林若溪']) {
      await page.getByRole('button', { name: new RegExp(`^删掉地址：${who}`) }).click()
      await expect(page.getByRole('status')).toContainText('删掉了。')
      await expect(page.getByText(who)).toHaveCount(0)
    }
    await expect(page.getByText('还没有存地址')).toBeVisible()
  })
})

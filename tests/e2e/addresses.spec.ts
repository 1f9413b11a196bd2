import { translator } from '../../app/platform/i18n/translate'
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

const beyond = [
  {
    locale: 'zh-CN',
    at: '',
    javaScriptEnabled: true,
    text: '陈大文 9123 4567 香港九龙旺角示例街 8 号',
    region: 'HK',
    lines: { name: '陈大文', phone: '+85291234567', line1: '九龙旺角示例街 8 号', city: '香港' },
  },
  {
    locale: 'en',
    at: '/en',
    javaScriptEnabled: false,
    text: 'Chan Tai Man, 8 Example Street, Taipa, Macao, +853 6612 3456',
    region: 'MO',
    lines: { name: 'Chan Tai Man', phone: '+85366123456', line1: '8 Example Street, Taipa', city: 'Macao' },
  },
] as const

for (const { locale, at, javaScriptEnabled, text, region, lines } of beyond) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without'
  const t = translator(locale)
  const named = t(`address.beyond${region}`)
  test(`a pasted address of ${named} leads to postage there and takes its lines along, ${how}`, async ({
    visit,
  }) => {
    const page = await visit({ javaScriptEnabled, viewport: phone, locale })
    await page.goto(`${at}/products/small-door-knot-indigo`)
    await page.getByRole('button', { name: t('shop.addToBasket') }).click()
    await page.goto(`${at}/checkout`)
    await page.locator('textarea[name="note"]').fill('示例留言')
    const wayOn = page.getByRole('button', { name: t('address.sendBeyond', { region: named }) })
    await expect(wayOn).toHaveCount(0)
    await page.getByLabel(t('address.paste')).fill(text)
    if (!javaScriptEnabled) await page.getByRole('button', { name: t('address.pasteNow') }).click()
    await expect(page.locator('#paste-said')).toContainText(t('address.pastedBeyond', { region: named }))
    await noSidewaysScroll(page)
    expect(javaScriptEnabled ? await findAxeFaults(page) : []).toEqual([])
    await wayOn.click()
    await expect(page.getByLabel(t('abroad.country'))).toHaveValue(region)
    await page.getByRole('button', { name: t('abroad.choose') }).click()
    await expect(page).toHaveURL(`${at}/checkout`)
    await expect(page.locator('input[name="country"]')).toHaveValue(region)
    for (const [name, value] of Object.entries(lines))
      await expect(page.locator(`input[name="${name}"]`)).toHaveValue(value)
    await expect(page.locator('textarea[name="note"]')).toHaveValue('示例留言')
    await noSidewaysScroll(page)
  })
}

test('a buyer keeps addresses, chooses between them and deletes them', async ({ page }) => {
  test.setTimeout(90_000)
  await signInAs(page, '13900003301', '/account/addresses')
  await test.step('the book begins empty', async () => {
    await expect(page.getByText('还没有存地址')).toBeVisible()
    await page.getByRole('link', { name: '加一个地址' }).click()
    await page.getByLabel('粘贴整段地址').fill('陈大文 9123 4567 香港九龙旺角示例街 8 号')
    await page.getByRole('button', { name: '改寄到香港' }).click()
    await expect(page.getByLabel('街道和门牌')).toHaveValue('九龙旺角示例街 8 号')
    await page.getByRole('button', { name: '存好' }).click()
    await expect(page.locator('#email-error')).toBeVisible()
    await expect(page.getByLabel('城市')).toHaveValue('香港')
    await page.goto('/account/addresses/new')
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

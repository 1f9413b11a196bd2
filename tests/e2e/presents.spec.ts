import { accounts } from '../fixtures/accounts'
import { desktop, expect, phone, test } from '../fixtures/app'
import * as buying from '../fixtures/journey-buying'
import { day, findFaults } from '../fixtures/looks'

/** A present, as whoever gives it and whoever receives it follow its parcel. */

const bag = { title: '大珠包挂，带穗', address: '/products/bag-charm-large-beads' }
const receiver = '13900003377'
const giver = '13800008812'
const words = '祝您生日快乐'
const note = '挑颜色亮的，她喜欢'

test('its receiver sees where it is and says that it came, and nothing of its price', async ({
  page,
  visit,
  visitAs,
}) => {
  test.setTimeout(150_000)
  await page.setViewportSize(phone)
  const order = await test.step('it is ordered to her phone', async () => {
    await buying.putIntoBasket(page, bag.address)
    await page.goto('/checkout')
    await expect(page.getByRole('main').getByRole('link', { name: '0931-0000000' })).toBeVisible()
    await expect(page.locator('#sum')).toContainText(/月\s\d+\s日前能到/)
    await expect(page.locator('#sum .parcel-post')).toContainText('邮费')
    await buying.fillAddress(page, { phone: receiver, note })
    await page.getByLabel('贺卡上的话').fill(words)
    await page.getByLabel('这是礼物：包裹里不放价钱').check()
    const total = await buying.readTotal(page)
    await page.getByRole('button', { name: /^去付款/ }).click()
    await expect(page.getByText('请留一个您自己的手机号')).toHaveCount(2)
    await page.getByLabel('您自己的手机').fill(giver)
    await buying.goToPay(page, total)
    await buying.payByCard(page)
    return buying.readPaidOrder(page)
  })
  await test.step('the link stands before all that follows, and goes to her own phone', async () => {
    const link = page.locator('#link')
    await expect(link).toContainText('138****8812')
    const [atLink, atParcel] = await Promise.all([
      link.boundingBox(),
      page.locator('.order-parcel').boundingBox(),
    ])
    expect(atLink?.y).toBeLessThan(atParcel?.y ?? 0)
    expect(atLink?.y).toBeLessThan(400)
  })

  const hers = await visit({ viewport: desktop })
  const main = hers.getByRole('main')
  await test.step('before it is sent she finds it by the number and her phone', async () => {
    await buying.openByPhone(hers, order.number, receiver)
    await expect(main.getByText('只有下单的人看得到、办得了')).toBeVisible()
    await expect(main.getByRole('link', { name: '0931-0000000' })).toBeVisible()
    await expect(main.getByText(/平常\s\d+\s月\s\d+\s日前能到/)).toBeVisible()
    await expect(main.getByText(words)).toBeVisible()
    for (const hidden of [/[¥￥]/, giver.slice(-4), bag.title, note, '发票抬头', order.link])
      await expect(main).not.toContainText(hidden)
    await expect(main.getByRole('button')).toHaveCount(0)
  })

  await buying.ship(await visitAs(accounts.xiuzhen), bag.title, order.number, 'SF1234567377')

  await test.step('when it is on its way she sees its carrier, in both languages', async () => {
    await hers.reload()
    await expect(main.getByText('SF1234567377').first()).toBeVisible()
    const address = `/orders/${order.number}`
    const sizes = [day(360), day(768), day(1280)]
    expect(await findFaults(hers, [address, `/en${address}`], sizes)).toEqual([])
    await expect(main.getByText('Prices, returns and the invoice are for whoever ordered it')).toBeVisible()
    await hers.goto(address)
  })

  await test.step('she says that it came, and whoever gave it reads that with all the rest', async () => {
    await main.getByRole('button', { name: '我收到了' }).click()
    await expect(main.getByText('有人点了「我收到了」')).toBeVisible()
    await expect(main.getByRole('button')).toHaveCount(0)
    await buying.openByPhone(page, order.number, giver)
    await expect(page.locator('#sum')).toContainText(/[¥￥]/)
    await expect(page.getByText('有人点了「我收到了」')).toBeVisible()
  })
})

import type { Page } from '@playwright/test'
import { accounts } from '../fixtures/accounts'
import { expect, findAxeFaults, noSidewaysScroll, phone, test, yuan } from '../fixtures/app'
import * as buying from '../fixtures/journey-buying'

/** A promotion from the administrator's screen to the maker's agreement and the buyer's total. Pieces and codes are those of this journey alone. */

const charm = { title: '墨黑钥匙挂', address: '/products/key-charm-black', fen: 3900 }
const fan = { title: '藕粉扇坠', address: '/products/fan-pendant-lotus-pink', fen: 4600 }
const postage = 1000
const buyersPhone = '13900002711'

const stamp = Date.now().toString(36).toUpperCase()
const code = `E2E-${stamp}`

type Promotion = {
  name: string
  code: string
  percent: string
  bearer: string
  seller?: string
  most?: string
}

/** An administrator fills in what a promotion is. */
async function setPromotion(page: Page, wanted: Promotion): Promise<void> {
  await page.goto('/admin/promotions')
  await page.getByLabel('名字（中文）').fill(wanted.name)
  await page.getByLabel('名字（英文）').fill(`Promotion ${wanted.code}`)
  await page.getByLabel('优惠码').fill(wanted.code.toLowerCase())
  await page.getByLabel('减百分之几').fill(wanted.percent)
  await page.getByLabel('谁出钱').selectOption({ label: wanted.bearer })
  if (wanted.seller) await page.getByLabel('哪一家').selectOption({ label: wanted.seller })
  await page.getByLabel('每个买家最多几单').fill(wanted.most ?? '')
  await page.getByLabel('最后一天').fill('2040-12-31')
  await page.getByLabel('为什么，谁答应的').fill('示例，由测试定下')
  await page.getByRole('button', { name: '定下' }).click()
}

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })
const sum = (page: Page) => page.locator('aside.sum')

test('a promotion is set, used once, seen before paying, and ended', async ({ page, visitAs }) => {
  const name = `示例新客礼 ${stamp}`
  const admin = await visitAs(accounts.admin)
  await setPromotion(admin, { name, code, percent: '95', bearer: '平台', most: '1' })
  await expect(admin.getByText('写 1 到 90 的数，最多两位小数。')).toBeVisible()
  await expect(admin.getByLabel('优惠码')).toHaveValue(code.toLowerCase())
  await setPromotion(admin, { name, code, percent: '10', bearer: '平台', most: '1' })
  await expect(admin.getByRole('status')).toContainText('优惠定好了。')
  await expect(rowOf(admin, name)).toContainText('减 10%')
  await expect(rowOf(admin, name)).toContainText(code)
  expect(await findAxeFaults(admin)).toEqual([])

  await buying.putIntoBasket(page, charm.address)
  await buying.putIntoBasket(page, fan.address)
  await page.goto('/cart')
  await page.getByLabel('优惠码').fill('E2E-NONE')
  await page.getByRole('button', { name: '用上' }).click()
  await expect(page.getByText('没有这个优惠码，或者已经过了日子。')).toBeVisible()
  await expect(page.getByLabel('优惠码')).toHaveValue('E2E-NONE')
  await page.getByLabel('优惠码').fill(` ${code.toLowerCase()} `)
  await page.getByRole('button', { name: '用上' }).click()
  await expect(page.getByRole('status')).toContainText('优惠已经算进合计。')
  const discount = 390 + 460
  const total = charm.fen + fan.fen - discount + 2 * postage
  await expect(sum(page)).toContainText(`−${yuan(discount)}`)
  await expect(sum(page)).toContainText('−¥3.90')
  await expect(sum(page)).toContainText('−¥4.60')
  expect(await buying.readTotal(page)).toBe(total)
  await expect(sum(page)).toContainText('平台出这笔钱，巧手的那份一分不少。')
  expect(await findAxeFaults(page)).toEqual([])
  await page.getByRole('button', { name: '不用了' }).click()
  await expect(page.getByRole('status')).toContainText('没有用优惠码。')
  await expect(page.getByLabel('优惠码')).toHaveValue('')
  await expect(page.getByRole('button', { name: '不用了' })).toHaveCount(0)
  expect(await buying.readTotal(page)).toBe(total + discount)
  await page.getByLabel('优惠码').fill(code)
  await page.getByRole('button', { name: '用上' }).click()
  expect(await buying.readTotal(page)).toBe(total)

  await page.goto('/checkout')
  await expect(page.getByLabel('优惠码')).toHaveValue(code)
  expect(await buying.readTotal(page)).toBe(total)
  await buying.fillAddress(page, { phone: buyersPhone })
  await buying.goToPay(page, total)
  await page.getByRole('link', { name: '返回商店' }).click()
  await expect(sum(page)).toContainText(`−${yuan(discount)}`)
  await buying.goToPay(page, total)
  await buying.payByCard(page)
  await buying.readPaidOrder(page)
  await expect(sum(page)).toContainText(`−${yuan(discount)}`)
  await expect(page.getByText(`其中 ${yuan(discount)} 由优惠的一方补上`)).toBeVisible()

  await admin.goto('/admin/promotions')
  await expect(rowOf(admin, name)).toContainText('1 单')

  await buying.putIntoBasket(page, charm.address)
  await page.goto('/checkout')
  await buying.fillAddress(page, { phone: buyersPhone })
  await page.getByLabel('优惠码').fill(code)
  await page.getByRole('button', { name: /^去付款/ }).click()
  await expect(page).toHaveURL(/mended/)
  expect(await buying.readTotal(page)).toBe(charm.fen - 390 + postage)
  await page.getByRole('button', { name: /^去付款/ }).click()
  await expect(page.getByText('这个优惠码您已经用过了。空着它，按原价下单。').first()).toBeVisible()
  await page.getByLabel('优惠码').fill('')
  await page.getByRole('button', { name: /^去付款/ }).click()
  await expect(page).toHaveURL(/mended/)
  await buying.goToPay(page, charm.fen + postage)

  await admin.goto('/admin/promotions')
  await rowOf(admin, name).getByRole('button', { name: '现在就停' }).click()
  await expect(admin.getByRole('status')).toContainText('优惠停了')
  await expect(rowOf(admin, name)).toContainText('结束了')
})

test('a maker agrees before her own promotion takes anything off', async ({ page, visitAs }) => {
  const own = `OWN-${stamp}`
  const name = `示例串珠老客价 ${stamp}`
  const admin = await visitAs(accounts.admin)
  await setPromotion(admin, { name, code: own, percent: '50.01', bearer: '卖家自己让价', seller: '秀珍串珠' })
  await expect(admin.getByText('卖家自己让价，最多让一半。')).toBeVisible()
  await setPromotion(admin, { name, code: own, percent: '20', bearer: '卖家自己让价', seller: '秀珍串珠' })
  await expect(rowOf(admin, name)).toContainText('等卖家同意')

  await buying.putIntoBasket(page, charm.address)
  await page.goto('/cart')
  await page.getByLabel('优惠码').fill(own)
  await page.getByRole('button', { name: '用上' }).click()
  await expect(page.getByText('没有这个优惠码，或者已经过了日子。')).toBeVisible()

  const xiuzhen = await visitAs(accounts.xiuzhen)
  await xiuzhen.setViewportSize(phone)
  await xiuzhen.goto('/studio/promotions')
  const mine = xiuzhen.locator('section').filter({ has: xiuzhen.getByRole('heading', { name }) })
  await expect(mine).toContainText('等您点头')
  await noSidewaysScroll(xiuzhen)
  expect(await findAxeFaults(xiuzhen)).toEqual([])
  await mine.getByRole('button', { name: '同意让价' }).click()
  await expect(xiuzhen.getByRole('status')).toContainText('您同意了')

  await page.getByLabel('优惠码').fill(own)
  await page.getByRole('button', { name: '用上' }).click()
  await expect(page.getByText('这个优惠码不管篮里的这些东西。')).toBeVisible()

  await mine.getByRole('button', { name: '从现在起不让了' }).click()
  await expect(mine).toContainText('结束了')
})

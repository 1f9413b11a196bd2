import type { Page } from '@playwright/test'
import { accounts } from '../fixtures/accounts'
import { expect, noSidewaysScroll, phone, test, yuan } from '../fixtures/app'
import * as buying from '../fixtures/journey-buying'

/** One order of two parcels that are both given up, on phones without JavaScript: the buyer takes one back, the maker of the other cannot make it. */
test.use({ javaScriptEnabled: false, viewport: phone })

const scarf = {
  title: '胭脂粉三角折头巾',
  address: '/products/headscarf-triangles-safflower-pink',
  fen: 10800,
}
const necklace = {
  title: '蜜黄青金色双层项链',
  address: '/products/double-strand-necklace-honey-lapis-blue',
  fen: 20800,
}
const postageFen = 1000
const totalFen = scarf.fen + postageFen + necklace.fen

test('a parcel cancelled by its buyer and one that its maker cannot make', async ({
  page,
  visit,
  visitAs,
}) => {
  test.setTimeout(150_000)
  await buying.putIntoBasket(page, scarf.address)
  await buying.putIntoBasket(page, necklace.address)
  await page.goto('/checkout')
  await buying.fillAddress(page)
  await page.getByRole('checkbox', { name: /^订做的件按我的要求做/ }).check()
  await buying.goToPay(page, totalFen)
  await buying.payByCard(page)
  const { number, link } = await buying.readPaidOrder(page)
  const cancelled = parcelOf(page, scarf.title)
  const wanted = parcelOf(page, necklace.title)

  await test.step('the buyer cancels the one that was not sent', async () => {
    await cancelled.getByText('不想要了').click()
    await cancelled.getByLabel('想跟巧手说一句为什么').fill('买重了，抱歉')
    await cancelled.getByRole('button', { name: '取消包裹' }).click()
    await expect(cancelled.getByRole('heading', { name: '您取消了这个包裹' })).toBeVisible()
    await expect(cancelled).toContainText('买重了，抱歉')
    await expect(cancelled).toContainText(`退给您 ${yuan(scarf.fen + postageFen)}`)
    await expect(cancelled).toContainText('5 到 10 个工作日')
    await expect(wanted).toContainText('在做')
    const sum = page.locator('aside.sum')
    await expect(sum).toContainText(`退给您−${yuan(scarf.fen + postageFen)}`)
    await expect(sum).toContainText(`退款后实付${yuan(necklace.fen)}`)
    await noSidewaysScroll(page)
  })

  const maker = await visitAs(accounts.xiuzhen)
  await test.step('its maker begins the other: its buyer can no longer take it back', async () => {
    const stale = await visit({ javaScriptEnabled: false, viewport: phone })
    await stale.goto(link)
    await parcelOf(stale, necklace.title).getByText('不想要了').click()
    await buying.openWork(maker, necklace.title, number)
    await maker.getByRole('button', { name: '开始做' }).click()
    await expect(maker.getByText(/开始做的，买家不能自己取消了。$/)).toBeVisible()
    await parcelOf(stale, necklace.title).getByRole('button', { name: '取消包裹' }).click()
    await expect(stale.getByText('巧手已经动手做了，不能自己取消了。')).toBeVisible()
    await page.reload()
    await expect(wanted).toContainText('从那时起不能再取消')
  })

  await test.step('then she cannot make it, and says why', async () => {
    await maker.getByText('做不了，寄不了').click()
    await maker.getByLabel('为什么').fill('青金色的珠子断货了，对不住')
    await maker.getByRole('button', { name: '退给买家' }).click()
    await expect(maker.getByText('您说做不了，这一单取消了')).toBeVisible()
    await expect(maker.getByRole('button', { name: '寄出了' })).toHaveCount(0)
    await noSidewaysScroll(maker)
    await maker.goto('/studio/orders')
    const gone = maker.locator('section').filter({ has: maker.getByRole('heading', { name: '取消了' }) })
    await expect(gone.getByText(`订单 ${number}`)).toBeVisible()
  })

  await test.step('the buyer reads it, and all her money is hers again', async () => {
    await expect(async () => {
      await page.reload()
      await expect(page.getByText(/^已退给您/)).toHaveCount(2, { timeout: 500 })
    }).toPass({ timeout: 30_000 })
    await expect(wanted.getByRole('heading', { name: '巧手做不了，取消了这个包裹' })).toBeVisible()
    await expect(wanted).toContainText('青金色的珠子断货了，对不住')
    await expect(wanted).toContainText(`退给您 ${yuan(necklace.fen)}`)
    const shares = page.getByRole('list', { name: '这一单的钱分成几股' }).getByRole('listitem')
    await expect(shares).toHaveCount(1)
    await expect(shares).toContainText(yuan(totalFen))
    await page.goto(page.url().replace('/orders/', '/en/orders/'))
    await expect(page.getByText('You cancelled this parcel')).toBeVisible()
    await expect(page.getByText(/was sent back to you on/)).toHaveCount(2)
  })
})

/** A parcel on the order's page, by what is in it. */
function parcelOf(page: Page, title: string) {
  return page.locator('.order-part').filter({ has: page.getByRole('link', { name: title }) })
}

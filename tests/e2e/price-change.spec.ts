import type { Page } from '@playwright/test'
import { type MessageKey, translator } from '../../app/platform/i18n/translate'
import { accounts } from '../fixtures/accounts'
import { expect, noSidewaysScroll, phone, test } from '../fixtures/app'
import { countOrders } from '../fixtures/app-database'
import { buyer } from '../fixtures/journey-buying'

/** A price that its maker changes while the piece lies in baskets and the checkout is open: said beside the price before anybody pays, and nothing is ordered at a sum that she has not seen. */

const piece = {
  title: '穿好道的盘长，自己收线',
  titleEn: 'Endless knot, woven and left for you to draw up',
  address: '/products/endless-knot-woven-left-you-to-draw-up',
}
const yuan = { was: '128', now: '136.50' }
const postage = 10

const ways = [
  { locale: 'zh-CN', prefix: '', javaScriptEnabled: true, money: (amount: string) => `¥${amount}` },
  { locale: 'en', prefix: '/en', javaScriptEnabled: false, money: (amount: string) => `CN¥${amount}` },
] as const

type Way = (typeof ways)[number]
type Buyer = Way & { page: Page; basket: Page; note: string }

const inFull = (amount: string, more = 0) => (Number(amount) + more).toFixed(2)

/** A piece in her basket, the basket in one tab and the filled checkout in another. */
async function fillBasket(page: Page, way: Way): Promise<Buyer> {
  const { locale, prefix } = way
  const t = translator(locale)
  await page.goto(prefix + piece.address)
  await page.getByRole('button', { name: t('shop.addToBasket') }).click()
  await expect(page.getByRole('status')).toBeVisible()
  const basket = await page.context().newPage()
  await basket.goto(`${prefix}/cart`)
  await page.goto(`${prefix}/checkout`)
  const note = `示例留言 改价 ${locale} ${Date.now()}`
  await page.locator('input[name="name"]').fill(buyer.name)
  await page.locator('input[name="phone"]').fill(buyer.phone)
  await page.locator('select[name="province"]').selectOption('11')
  await page.locator('input[name="county"]').fill(buyer.county)
  await page.locator('input[name="line"]').fill(buyer.line)
  await page.locator('textarea[name="note"]').fill(note)
  await page.locator('input[name="agreeMadeToOrder"]').check()
  await page.locator('input[name="abroadTextId"]').check()
  return { ...way, page, basket, note }
}

async function expectKept({ page, note }: Buyer): Promise<void> {
  await expect(page.locator('input[name="name"]')).toHaveValue(buyer.name)
  await expect(page.locator('input[name="phone"]')).toHaveValue(buyer.phone)
  await expect(page.locator('select[name="province"]')).toHaveValue('11')
  await expect(page.locator('input[name="county"]')).toHaveValue(buyer.county)
  await expect(page.locator('input[name="line"]')).toHaveValue(buyer.line)
  await expect(page.locator('textarea[name="note"]')).toHaveValue(note)
  await expect(page.locator('input[name="agreeMadeToOrder"]')).toBeChecked()
  await expect(page.locator('input[name="abroadTextId"]')).toBeChecked()
}

const payButton = ({ page, locale, money }: Buyer, total: string) =>
  page.getByRole('button', { name: translator(locale)('order.toPay', { amount: money(total) }) })

/** As its maker and her coordinator change it: it stays on sale the while, at the old price until it is approved. */
async function changePrice(maker: Page, desk: Page): Promise<void> {
  await maker.goto('/studio/products')
  await maker.getByRole('link', { name: piece.title }).click()
  await maker.getByRole('button', { name: '改这一件' }).click()
  await maker.getByRole('button', { name: '下一步：定价钱' }).click()
  await expect(maker.getByLabel('卖多少钱一件')).toHaveValue(yuan.was)
  await maker.getByLabel('卖多少钱一件').fill(yuan.now)
  await maker.getByRole('button', { name: '下一步：看一遍' }).click()
  await maker.getByRole('button', { name: '交给联络员看' }).click()
  await expect(maker.getByRole('status')).toContainText('交上去了')
  await desk.goto('/desk/listings')
  await desk
    .getByRole('row', { name: piece.title })
    .getByRole('link', { name: piece.title, exact: true })
    .click()
  await desk.getByRole('button', { name: '通过，上架' }).click()
  await expect(desk.getByText('通过了，已经上架。')).toBeVisible()
}

test('a price changes while the checkout is open', async ({ visit, visitAs }) => {
  const said = ({ locale, money }: Buyer) =>
    translator(locale)('shop.priceWas', { was: money(inFull(yuan.was)), now: money(inFull(yuan.now)) })
  const buyers: Buyer[] = []
  await test.step('two buyers stand before the order button', async () => {
    for (const way of ways) {
      const { javaScriptEnabled } = way
      const one = await fillBasket(await visit({ javaScriptEnabled, viewport: phone }), way)
      await expect(payButton(one, inFull(yuan.was, postage))).toBeVisible()
      for (const tab of [one.page, one.basket]) await expect(tab.locator('main')).not.toContainText(said(one))
      buyers.push(one)
    }
  })

  await test.step('its maker asks more for it', async () => {
    await changePrice(await visitAs(accounts.base), await visitAs(accounts.coordinatorCity))
  })

  for (const one of buyers) {
    const { page, basket, locale, money, note, prefix } = one
    const t = (key: MessageKey, params = {}) => translator(locale)(key, params)
    const totals = {
      before: money(inFull(yuan.was, postage)),
      now: money(inFull(yuan.now, postage)),
    }

    await test.step(`${locale}: the button says it instead of ordering, and keeps what she typed`, async () => {
      await payButton(one, inFull(yuan.was, postage)).click()
      const alert = page.getByRole('alert')
      await expect(alert).toContainText(t('order.changed'))
      await expect(alert).toContainText(t('order.wasTotal', totals))
      await expect(page.locator('#sum .parcel-line')).toContainText(said(one))
      await expect(page.locator('.sum-total')).toContainText(totals.now)
      await expectKept(one)
      await noSidewaysScroll(page)
      expect(await countOrders(note)).toEqual({ orders: 0, paid: 0 })
    })

    await test.step(`${locale}: the basket says it beside the piece, however she goes on from it`, async () => {
      await basket.reload()
      const line = basket.locator('.parcel-line')
      await expect(line).toContainText(said(one))
      await noSidewaysScroll(basket)
      for (const quantity of ['2', '1']) {
        await line.getByRole('textbox').fill(quantity)
        await line.getByRole('button', { name: t('shop.change'), exact: true }).click()
        await expect(line).toContainText(money((Number(yuan.now) * Number(quantity)).toFixed(2)))
        await expect(basket.getByRole('status')).toContainText(t('shop.doneSet'))
      }
      await expect(line).toContainText(said(one))
      await basket.getByRole('button', { name: t('shop.toCheckout', { amount: totals.now }) }).click()
      await expect(basket).toHaveURL(new RegExp(`${prefix}/checkout$`))
      const changed = basket.getByRole('status')
      await expect(changed).toContainText(locale === 'en' ? piece.titleEn : piece.title)
      await expect(changed).toContainText(said(one))
    })

    await test.step(`${locale}: pressed again, it orders at the new price`, async () => {
      await payButton(one, inFull(yuan.now, postage)).click()
      await expect(page).toHaveURL(({ origin }) => origin !== new URL(basket.url()).origin)
      await expect(page.getByRole('button', { name: inFull(yuan.now, postage) })).toBeVisible()
      expect(await countOrders(note)).toEqual({ orders: 1, paid: 0 })
    })
  }
})

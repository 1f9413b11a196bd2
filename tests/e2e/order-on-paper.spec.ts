import type { Page } from '@playwright/test'
import type { Locale } from '../../app/platform/i18n/locale'
import { translator } from '../../app/platform/i18n/translate'
import { accounts } from '../fixtures/accounts'
import { expect, phone, test, yuan } from '../fixtures/app'
import * as buying from '../fixtures/journey-buying'

/** An order's page on paper: what was bought, for how much and where it goes; nothing that can only be pressed, and in ink on white, whatever the screen wears. */

const bag = { title: '大珠包挂，带穗', address: '/products/bag-charm-large-beads', fen: 6600 }
const totalFen = bag.fen + 1000

type Ink = { words: string; colour: string; ground: string; luminance: number }

/** Every element of the page with words or a ground of its own, as it would be printed once no colour changes any more; `luminance` is that of its words (WCAG 2.2), 0 without words. */
function readInk(page: Page): Promise<Ink[]> {
  return page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
    const luminanceOf = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
        const channel = Number(part) / 255
        return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    return [document.documentElement, ...document.body.querySelectorAll<HTMLElement>('*')].flatMap(
      (element) => {
        if (!element.checkVisibility()) return []
        const { color, backgroundColor } = getComputedStyle(element)
        const words = [...element.childNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE)
          .map((node) => node.textContent?.trim())
          .join('')
        const luminance = words === '' ? 0 : luminanceOf(color)
        return [{ words: words.slice(0, 20), colour: color, ground: backgroundColor, luminance }]
      },
    )
  })
}

/** Looks at a page as it is printed: nothing that can only be pressed, in ink on white, and alike from a dark screen. */
async function onPaper(page: Page, expectWords: () => Promise<void>): Promise<void> {
  await page.emulateMedia({ media: 'print', colorScheme: 'light' })
  await expectWords()
  const pressed = page.locator('nav, button, summary, input, textarea, select, footer, .top-tools, .skip')
  for (const one of await pressed.all()) await expect(one).toBeHidden()
  const light = await readInk(page)
  expect(light[0]?.ground).toBe('rgb(255, 255, 255)')
  // 4.5:1 on white
  expect(light.filter(({ luminance }) => luminance > 0.183)).toEqual([])
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await readInk(page), 'what a dark screen prints').toEqual(light)
  await page.emulateMedia({ media: null, colorScheme: null })
}

type Printed = {
  locale: Locale
  number: string
  title: string
  goods: string
  postage: string
  total: string
  /** who receives it and where */
  to: readonly string[]
}

/** An order as its buyer prints it. */
function expectOrder(
  page: Page,
  { locale, number, title, goods, postage, total, to }: Printed,
): Promise<void> {
  const t = translator(locale)
  return onPaper(page, async () => {
    await expect(
      page.getByRole('heading', { level: 1, name: t('order.orderTitle', { number }) }),
    ).toBeVisible()
    const line = page.locator('.parcel-line')
    await expect(line).toBeVisible()
    await expect(line).toContainText(title)
    await expect(line.locator('.parcel-amount')).toHaveText(goods)
    const row = (name: string) => page.locator('.sum-row').filter({ hasText: name })
    await expect(row(t('shop.sumItems'))).toContainText(goods)
    await expect(row(t('order.postage'))).toContainText(postage)
    await expect(page.locator('.sum-total')).toContainText(total)
    for (const words of to) await expect(page.locator('#sum').getByText(words)).toBeVisible()
  })
}

test('an order is printed', async ({ visit, visitAs }) => {
  const page = await visit({ viewport: phone })
  await buying.putIntoBasket(page, bag.address)
  await page.goto('/checkout')
  await buying.fillAddress(page)
  await buying.goToPay(page, totalFen)
  await buying.payByCard(page)
  const { number } = await buying.readPaidOrder(page)
  await page.goto(`/orders/${number}`)
  const printed = {
    ...({ locale: 'zh-CN', number, title: bag.title } as const),
    ...{ goods: yuan(bag.fen), postage: yuan(1000), total: yuan(totalFen) },
    to: [buying.buyer.name, buying.buyer.line],
  }

  await test.step('while its parcel can still be taken back', async () => {
    await expect(page.getByText('不想要了')).toBeVisible()
    await expectOrder(page, printed)
  })

  await test.step('while its parcel is on the way', async () => {
    await buying.ship(await visitAs(accounts.xiuzhen), bag.title, number, 'SF3234567890')
    await page.reload()
    await expect(page.getByRole('button', { name: '我收到了' })).toBeVisible()
    await expectOrder(page, printed)
  })
})

test('an order to Germany is printed in English', async ({ visit }) => {
  const page = await visit({ viewport: phone, locale: 'en-GB' })
  const t = translator('en')
  const to = { name: 'Jürgen Beispiel', line1: 'Beispielstraße 5', postcode: '10115', city: 'Berlin' }
  await page.goto('/en/destination?back=/en')
  await page.getByLabel(t('abroad.country')).selectOption({ label: 'Germany' })
  await page.getByRole('button', { name: t('abroad.choose') }).click()
  await page.goto('/en/products/small-door-knot-indigo')
  await page.getByRole('button', { name: t('shop.addToBasket') }).click()
  await page.goto('/en/checkout')
  const typed = { ...to, phone: '+49 30 1234567', email: 'j.beispiel@example.com' }
  for (const [name, value] of Object.entries(typed)) await page.locator(`input[name="${name}"]`).fill(value)
  await page.locator('input[name="abroadTextId"]').check()
  await page.getByRole('button', { name: t('order.toPay', { amount: 'CN¥136.00' }) }).click()
  await page.getByRole('radio', { name: 'Bank card' }).check()
  await page.getByLabel('Card number').fill('4242 4242 4242 4242')
  await page.getByRole('button', { name: /^Pay/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: t('order.thanksTitle') })).toBeVisible()
  const number = /\d{4}-\d{6}/.exec((await page.locator('.order-head').textContent()) ?? '')?.[0] ?? ''
  await page.goto(`/en/orders/${number}`)
  await expectOrder(page, {
    ...{ locale: 'en', number, title: 'Small door knot in indigo' },
    ...{ goods: 'CN¥96.00', postage: 'CN¥40.00', total: 'CN¥136.00' },
    to: [to.name, 'Beispielstraße 5, 10115 Berlin, Germany'],
  })
})

test('a present is printed by whoever receives it without a sum', async ({ page, visit }) => {
  const receiver = '13900003378'
  const words = '祝您生日快乐'
  await buying.putIntoBasket(page, bag.address)
  await page.goto('/checkout')
  await buying.fillAddress(page, { phone: receiver })
  await page.getByLabel('贺卡上的话').fill(words)
  await page.getByLabel('这是礼物：包裹里不放价钱').check()
  await page.getByLabel('您自己的手机').fill('13900003379')
  await buying.goToPay(page, totalFen)
  await buying.payByCard(page)
  const { number } = await buying.readPaidOrder(page)
  const hers = await visit({ viewport: phone })
  await buying.openByPhone(hers, number, receiver)
  for (const locale of ['zh-CN', 'en'] as const) {
    await hers.goto(`${locale === 'en' ? '/en' : ''}/orders/${number}`)
    const t = translator(locale)
    await onPaper(hers, async () => {
      await expect(
        hers.getByRole('heading', { level: 1, name: t('order.orderTitle', { number }) }),
      ).toBeVisible()
      await expect(hers.getByText(words)).toBeVisible()
      for (const hidden of [/[¥￥]/, bag.title, buying.buyer.note])
        await expect(hers.getByRole('main')).not.toContainText(hidden)
    })
  }
})

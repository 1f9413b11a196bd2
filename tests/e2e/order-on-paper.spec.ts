import type { Page } from '@playwright/test'
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

async function expectOnPaper(page: Page, number: string): Promise<void> {
  await page.emulateMedia({ media: 'print', colorScheme: 'light' })
  await expect(page.getByRole('heading', { level: 1, name: `订单 ${number}` })).toBeVisible()
  const line = page.locator('.parcel-line')
  await expect(line).toBeVisible()
  await expect(line).toContainText(bag.title)
  await expect(line.locator('.parcel-amount')).toHaveText(yuan(bag.fen))
  await expect(page.locator('.sum-row').filter({ hasText: '货款' })).toContainText(yuan(bag.fen))
  await expect(page.locator('.sum-row').filter({ hasText: '邮费' })).toContainText(yuan(1000))
  await expect(page.locator('.sum-total')).toContainText(yuan(totalFen))
  for (const words of [buying.buyer.name, buying.buyer.line])
    await expect(page.locator('#sum').getByText(words)).toBeVisible()
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

test('an order is printed', async ({ visit, visitAs }) => {
  const page = await visit({ viewport: phone })
  await buying.putIntoBasket(page, bag.address)
  await page.goto('/checkout')
  await buying.fillAddress(page)
  await buying.goToPay(page, totalFen)
  await buying.payByCard(page)
  const { number } = await buying.readPaidOrder(page)
  await page.goto(`/orders/${number}`)

  await test.step('while its parcel can still be taken back', async () => {
    await expect(page.getByText('不想要了')).toBeVisible()
    await expectOnPaper(page, number)
  })

  await test.step('while its parcel is on the way', async () => {
    await buying.ship(await visitAs(accounts.xiuzhen), bag.title, number, 'SF3234567890')
    await page.reload()
    await expect(page.getByRole('button', { name: '我收到了' })).toBeVisible()
    await expectOnPaper(page, number)
  })
})

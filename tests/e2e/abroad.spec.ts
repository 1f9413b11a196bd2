import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { translator } from '../../app/platform/i18n/translate'
import { accounts } from '../fixtures/accounts'
import { expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

/** A gift to Germany: what may not go is said in time, what goes is paid, and its maker gets the customs form. */

const t = translator('en')
const knot = {
  address: '/en/products/pair-sitting-room-apricot',
  zh: '杏黄厅堂对结',
}
const sachet = { address: '/en/products/heart-sachet-filled-roses', title: 'Heart sachet filled with roses' }
const heavy = { address: '/en/products/large-pair-hall', title: 'A large pair for a hall' }
/** 430 g, a tenth and 60 g for packing: the first 100 g and five steps, on top of CN¥668. */
const postage = 'CN¥72.00'
const total = 'CN¥740.00'

async function chooseCountry(page: Page, link: string, country: string): Promise<void> {
  await page.getByRole('link', { name: link }).click()
  await page.getByLabel(t('abroad.country')).selectOption({ label: country })
  await page.getByRole('button', { name: t('abroad.choose') }).click()
}

async function fillAddress(page: Page, typed: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(typed)) await page.locator(`input[name="${name}"]`).fill(value)
}

const address = {
  name: 'Jürgen Beispiel',
  line1: 'Beispielstraße 5',
  line2: 'c/o Muster',
  postcode: '10115',
  city: 'Berlin',
  phone: '+49 30 1234567',
  email: 'j.beispiel@example.com',
}

test('a purchase to Germany, with mistakes on the way', async ({ visit, visitAs }) => {
  const page = await visit({ javaScriptEnabled: false, viewport: phone, locale: 'en-GB' })

  await test.step('a list marks what stays within China, and leaves it out where abroad is asked for', async () => {
    await page.goto('/en/search?craft=sachets&craft=knots')
    const stays = page.locator('.piece', { hasText: t('abroad.staysInside') })
    await expect(stays.first()).toBeVisible()
    await page.goto('/en/search?craft=sachets&craft=knots&abroad=yes')
    await expect(page.locator('.piece').first()).toBeVisible()
    await expect(stays).toHaveCount(0)
  })

  await test.step('what a border stops is said on its page as soon as a country is chosen, and can be bought no more', async () => {
    await page.goto(sachet.address)
    await expect(page.locator('#buy-form').getByRole('button', { name: t('shop.buyThis') })).toBeVisible()
    await expect(page.getByText(t('abroad.staysInsideNote'))).toBeVisible()
    await expect(page.getByText(/^Usually arrives by /).first()).toBeVisible()
    await chooseCountry(page, t('abroad.askWhy'), 'Germany')
    await expect(page.getByRole('heading', { level: 1, name: sachet.title })).toBeVisible()
    await expect(page.getByText('It cannot go to Germany. It holds herbs')).toBeVisible()
    await expect(page.getByRole('button', { name: t('shop.buyThis') })).toHaveCount(0)
    await noSidewaysScroll(page)
  })

  await test.step('the country is kept: another piece says what its parcel costs, how it goes and who pays duties', async () => {
    await page.goto(knot.address)
    await expect(page.getByText('Postage CN¥72, e-packet, 10–20 days on the way')).toBeVisible()
    await expect(page.getByText(/^Usually arrives by /)).toHaveCount(0)
    await expect(page.getByText(/^about €/).first()).toBeVisible()
    await expect(page.getByText(t('abroad.duties'))).toBeVisible()
    await noSidewaysScroll(page)
    await page.getByRole('button', { name: t('shop.addToBasket') }).click()
    await expect(page.getByRole('status')).toContainText('In the basket')
  })

  await test.step('a parcel that is too heavy is said in the basket and in the checkout, and put right there', async () => {
    await page.goto(heavy.address)
    await page.getByLabel('Quantity').fill('8')
    await page.getByRole('button', { name: t('shop.addToBasket') }).click()
    await page.goto('/en/cart')
    await expect(page.getByText('The parcel weighs 22.94 kg with its packing').first()).toBeVisible()
    await noSidewaysScroll(page)
    await page.goto('/en/checkout')
    await expect(page.getByRole('alert')).toContainText('to Germany it is 20 kg at most')
    await expect(page.getByRole('button', { name: /^Pay/ })).toHaveCount(0)
    await fillAddress(page, { name: address.name })
    await page.getByRole('button', { name: t('shop.takeOutThis', { title: heavy.title }) }).click()
    await expect(page.getByRole('button', { name: t('order.toPay', { amount: total }) })).toBeVisible()
    await expect(page.locator('input[name="name"]')).toHaveValue(address.name)
  })

  await test.step('Chinese letters and a wrong postcode are said beside their fields; the rest stays', async () => {
    await expect(page.getByRole('button', { name: t('order.byTransfer') })).toHaveCount(0)
    await fillAddress(page, { ...address, line1: '柏林街 5 号', postcode: '1011' })
    await page.locator('input[name="abroadTextId"]').check()
    await page.getByRole('button', { name: /^Pay/ }).click()
    await expect(page.locator('#line1-error')).toHaveText(t('abroad.latinOnly'))
    await expect(page.locator('#postcode-error')).toHaveText('A postcode in Germany looks like 10115.')
    await expect(page.locator('input[name="city"]')).toHaveValue(address.city)
    await noSidewaysScroll(page)
    await fillAddress(page, { line1: address.line1, postcode: address.postcode })
  })

  const number = await test.step('it is paid by card, and the order says where it goes', async () => {
    await expect(page.locator('.sum')).toContainText(postage)
    await page.getByRole('button', { name: t('order.toPay', { amount: total }) }).click()
    await page.getByRole('radio', { name: 'Bank card' }).check()
    await page.getByLabel('Card number').fill('4242 4242 4242 4242')
    await page.getByRole('button', { name: /^Pay/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: t('order.thanksTitle') })).toBeVisible()
    await expect(page.getByText('Beispielstraße 5, c/o Muster, 10115 Berlin, Germany')).toBeVisible()
    return /(\d{4}-\d{6})/.exec((await page.locator('.order-head').textContent()) ?? '')?.[1] ?? ''
  })

  await test.step('its maker sees how it goes, and downloads the customs form', async () => {
    const maker = await visitAs(accounts.guilan)
    await maker.goto('/studio/orders')
    await maker.getByRole('link', { name: knot.zh }).last().click()
    await expect(maker.getByRole('heading', { level: 1, name: `订单 ${number}` })).toBeVisible()
    await expect(maker.getByText('连包装 533 克，走国际 e 邮宝')).toBeVisible()
    await noSidewaysScroll(maker)
    expect(await findAxeFaults(maker)).toEqual([])
    const [download] = await Promise.all([
      maker.waitForEvent('download'),
      maker.getByRole('link', { name: '下载报关单' }).click(),
    ])
    expect(download.suggestedFilename()).toBe(`CN22-${number}.pdf`)
    const bytes = await readFile(await download.path())
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })
})

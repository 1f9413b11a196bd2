import type { Page } from '@playwright/test'
import { translator } from '../../app/platform/i18n/translate'
import { expect, noSidewaysScroll, phone, test } from '../fixtures/app'

/** A buyer abroad chooses how her parcel goes. */

const t = translator('en')
/** Of it there are enough for all journeys. 110 g, a tenth and 60 g for packing. */
const knot = '/en/products/small-door-knot-indigo'

async function sendTo(page: Page, country: string): Promise<void> {
  await page.goto('/en/destination?back=/en')
  await page.getByLabel(t('abroad.country')).selectOption({ label: country })
  await page.getByRole('button', { name: t('abroad.choose') }).click()
}

test('a purchase to Germany by the second service, without JavaScript', async ({ visit }) => {
  const page = await visit({ javaScriptEnabled: false, viewport: phone, locale: 'en-GB' })
  const pay = (amount: string) => page.getByRole('button', { name: t('order.toPay', { amount }) })

  await test.step('the checkout names each service with its price and days, the cheapest ticked', async () => {
    await sendTo(page, 'Germany')
    await page.goto(knot)
    await page.getByRole('button', { name: t('shop.addToBasket') }).click()
    await page.goto('/en/checkout')
    await expect(page.getByRole('radio', { name: /^e-packet, 10–20 days/ })).toBeChecked()
    // the parcel post is slower, dearer and not tracked: it is not offered beside the e-packet
    await expect(page.getByRole('radio')).toHaveCount(2)
    await expect(pay('CN¥136.00')).toBeVisible()
    await noSidewaysScroll(page)
  })

  await test.step('another one is counted before anything is paid, and stays with all that was typed', async () => {
    await page.locator('input[name="name"]').fill('Jürgen Beispiel')
    await page.getByRole('radio', { name: /^EMS, 7–14 days/ }).check()
    await page.getByRole('button', { name: /^Pay/ }).click()
    await expect(page.getByRole('status').filter({ hasText: t('order.mended') })).toContainText(
      t('order.wasTotal', { before: 'CN¥136.00', now: 'CN¥376.00' }),
    )
    await expect(page.getByRole('radio', { name: /^EMS/ })).toBeChecked()
    await expect(page.locator('input[name="name"]')).toHaveValue('Jürgen Beispiel')
    await expect(pay('CN¥376.00')).toBeVisible()
    await page.goto('/en/cart')
    await expect(page.getByText('EMS, 7–14 days on the way').first()).toBeVisible()
    await page.goBack()
    await page.reload()
    await expect(page.getByRole('radio', { name: /^EMS/ })).toBeChecked()
    await noSidewaysScroll(page)
  })

  await test.step('it is paid, and the order says how it goes', async () => {
    const typed = {
      name: 'Jürgen Beispiel',
      line1: 'Beispielstraße 5',
      postcode: '10115',
      city: 'Berlin',
      phone: '+49 30 1234567',
      email: 'j.beispiel@example.com',
    }
    for (const [name, value] of Object.entries(typed)) await page.locator(`input[name="${name}"]`).fill(value)
    await page.locator('input[name="abroadTextId"]').check()
    await pay('CN¥376.00').click()
    await page.getByRole('radio', { name: 'Bank card' }).check()
    await page.getByLabel('Card number').fill('4242 4242 4242 4242')
    await page.getByRole('button', { name: /^Pay/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: t('order.thanksTitle') })).toBeVisible()
    await expect(
      page.getByText(`EMS, 7–14 days on the way${t('shop.pause')}${t('abroad.tracked')}`),
    ).toBeVisible()
    await expect(page.locator('#sum')).toContainText(t('abroad.duties'))
    await noSidewaysScroll(page)
  })
})

test('where scripts run, the total follows the choice at once, and Pay goes on', async ({ visit }) => {
  const page = await visit({ viewport: phone, locale: 'en-GB' })
  await sendTo(page, 'Germany')
  await page.goto(knot)
  await page.getByRole('button', { name: t('shop.addToBasket') }).click()
  await page.goto('/en/checkout')
  const name = page.locator('input[name="name"]')
  await name.fill('Jürgen Beispiel')
  await expect(page.getByRole('button', { name: t('abroad.wayApply') })).toBeHidden()
  await page.getByRole('radio', { name: /^EMS/ }).check()
  const pay = page.getByRole('button', { name: t('order.toPay', { amount: 'CN¥376.00' }) })
  await expect(pay).toBeVisible()
  await expect(page.locator('.sum-total')).toContainText('CN¥376.00')
  await expect(page.locator('#way-counted')).toContainText('CN¥376.00')
  await expect(name).toHaveValue('Jürgen Beispiel')
  // what is missing is all that keeps it: the new total counts as seen
  await pay.click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByText(t('order.mended'))).toHaveCount(0)
})

import type { Page } from '@playwright/test'
import { addDays } from '../../app/platform/calendar'
import { translator } from '../../app/platform/i18n/translate'
import { accounts } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

/** What does not pass a border, and what customs are told, from a day on. No other journey sends to New Zealand. */

const t = translator('en')
const knot = '/en/products/small-door-knot-indigo'
const reason = 'New Zealand lets no knots of ours in for now.'

async function fits(page: Page): Promise<void> {
  for (const size of [phone, { width: 768, height: 900 }, desktop]) {
    await page.setViewportSize(size)
    await noSidewaysScroll(page)
  }
  expect(await findAxeFaults(page)).toEqual([])
}

test('an administrator stops a kind of piece on its way to a country, a buyer there reads why, and it passes again', async ({
  visit,
  visitAs,
}) => {
  test.slow()
  const admin = await visitAs(accounts.admin)
  const form = (title: string) => admin.locator('form', { has: admin.getByRole('heading', { name: title }) })
  const blocking = form(t('abroad.blockNew'))
  const said = (words: string) => expect(admin.getByRole('status')).toContainText(words)
  const rowOf = (goods: string) =>
    admin.getByRole('row').filter({ hasText: goods }).filter({ hasText: 'New Zealand' })
  const ofCraft = t('abroad.ofCraft', { name: 'Knots' })
  const ofWool = t('abroad.ofMaterial', { name: 'Wool' })
  const fill = async (goods: string, { en, from }: { en: string; from?: string }) => {
    await blocking.getByLabel(t('abroad.goods'), { exact: true }).selectOption({ label: goods })
    await blocking.getByLabel(t('abroad.blockCountry')).selectOption({ label: 'New Zealand' })
    await blocking.getByLabel(t('abroad.reasonZh')).fill('新西兰现在不让绳结进。')
    await blocking.getByLabel(t('abroad.reasonEn')).fill(en)
    if (from) await blocking.getByLabel(t('abroad.from')).fill(from)
    await blocking.getByLabel(t('abroad.why')).fill('a letter from the post')
    await blocking.getByRole('button', { name: t('abroad.blockAct') }).click()
  }

  const buyer = await visit({ viewport: phone, locale: 'en-NZ' })
  const stopped = buyer.getByText(t('abroad.blocked', { country: 'New Zealand', reason }))
  await test.step('a buyer abroad has a piece in her basket that may go', async () => {
    await buyer.goto('/en/destination?back=/en')
    await buyer.getByLabel(t('abroad.country')).selectOption({ label: 'New Zealand' })
    await buyer.getByRole('button', { name: t('abroad.choose') }).click()
    await buyer.goto(knot)
    await buyer.getByRole('button', { name: t('shop.addToBasket') }).click()
    await buyer.goto('/en/checkout')
    await expect(buyer.getByRole('button', { name: /^Pay/ })).toBeVisible()
  })

  await test.step('a reason that buyers abroad cannot read is refused beside its field, and what was typed stays', async () => {
    await admin.goto('/en/admin')
    await admin.getByRole('link', { name: t('abroad.rulesTitle') }).click()
    await fits(admin)
    await fill(ofCraft, { en: '新西兰不让绳结进' })
    await expect(blocking.getByText(t('abroad.latinOnly'))).toBeVisible()
    await expect(blocking.getByLabel(t('abroad.why'))).toHaveValue('a letter from the post')
    await expect(blocking.getByLabel(t('abroad.blockCountry'))).toHaveValue('NZ')
  })

  await test.step('from today it is stopped at once: on its page, in the basket and at the checkout', async () => {
    await fill(ofCraft, { en: reason })
    await said(t('abroad.said_blocked'))
    await expect(rowOf(ofCraft)).toContainText(reason)
    await expect(async () => {
      await buyer.goto(knot)
      await expect(stopped.first()).toBeVisible({ timeout: 1_000 })
    }).toPass()
    await noSidewaysScroll(buyer)
    await buyer.goto('/en/cart')
    await expect(stopped.first()).toBeVisible()
    await buyer.goto('/en/checkout')
    await expect(buyer.getByRole('alert')).toContainText(reason)
    await expect(buyer.getByRole('button', { name: /^Pay/ })).toHaveCount(0)
    await noSidewaysScroll(buyer)
  })

  await test.step('another kind from tomorrow waits for its day; to stop it today as well is refused beside the day', async () => {
    const today = (await blocking.getByLabel(t('abroad.from')).getAttribute('min')) ?? ''
    const wool = 'New Zealand lets no wool in.'
    await fill(ofWool, { en: wool, from: addDays(today, 1) })
    await said(t('abroad.said_blocked'))
    await expect(rowOf(ofWool)).toContainText(t('abroad.starts'))
    await fill(ofWool, { en: wool, from: today })
    await expect(blocking.locator('#block-from-error')).toBeVisible()
    await expect(blocking.getByLabel(t('abroad.reasonEn'))).toHaveValue(wool)
    await expect(rowOf(ofWool)).toHaveCount(1)
    await fits(admin)
  })

  await test.step('it passes again, and the basket can be paid', async () => {
    await admin.setViewportSize(phone)
    const row = rowOf(ofCraft)
    await row.getByText(t('abroad.pass'), { exact: true }).click()
    await noSidewaysScroll(admin)
    await row.getByLabel(t('abroad.why')).fill('they let it in again')
    await row.getByRole('button', { name: t('abroad.passAct') }).click()
    await said(t('abroad.said_passes'))
    await buyer.goto('/en/checkout')
    await expect(buyer.getByRole('button', { name: /^Pay/ })).toBeVisible()
  })
})

test('an administrator writes what customs are told of a craft from tomorrow on, with a mistake on the way', async ({
  visitAs,
}) => {
  const admin = await visitAs(accounts.admin)
  const words = admin.locator('form', { has: admin.getByRole('heading', { name: t('abroad.wordsNew') }) })
  const send = async (hsCode: string) => {
    await words.getByLabel(t('abroad.hsCode')).fill(hsCode)
    await words.getByRole('button', { name: t('abroad.wordsAct') }).click()
  }
  await admin.goto('/en/admin/customs')
  await words.getByLabel(t('abroad.craft')).selectOption({ label: 'Carved gourds' })
  await words.getByLabel(t('abroad.descriptionEn')).fill('Gourd, carved by hand')
  await words.getByLabel(t('abroad.descriptionZh')).fill('手刻葫芦')
  const today = await words.getByLabel(t('abroad.from')).getAttribute('min')
  await words.getByLabel(t('abroad.from')).fill(addDays(today ?? '', 1))
  await words.getByLabel(t('abroad.why')).fill('the tariff of next year')
  await send('96.02')
  await expect(words.getByText(t('abroad.badHsCode'))).toBeVisible()
  await expect(words.getByLabel(t('abroad.descriptionEn'))).toHaveValue('Gourd, carved by hand')
  await send('9602.00')
  await expect(admin.getByRole('status')).toContainText(t('abroad.said_words'))
  const rows = admin.getByRole('row').filter({ hasText: 'Carved gourds' })
  await expect(rows).toHaveCount(2)
  await expect(rows.filter({ hasText: 'Gourd, carved by hand' })).toContainText(t('abroad.starts'))
  await fits(admin)
})

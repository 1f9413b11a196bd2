import type { Page } from '@playwright/test'
import { accounts, signInAs } from '../fixtures/accounts'
import { expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'
import * as buying from '../fixtures/journey-buying'

/** A maker hands her parcel to the base, which counts it in, prints its label and sends it. On phones. */
const onPhone = { viewport: phone, isMobile: true, hasTouch: true }
const wreath = { address: '/products/wreath-five-knots', fen: 49600 }

test('a base counts in what a maker hands over, and sends it for her', async ({ page, visit }) => {
  test.setTimeout(120_000)
  await buying.putIntoBasket(page, wreath.address)
  await page.goto('/checkout')
  await buying.fillAddress(page)
  await page.getByRole('checkbox', { name: /^订做的件按我的要求做/ }).check()
  await buying.goToPay(page, wreath.fen)
  await buying.payByCard(page)
  const { number } = await buying.readPaidOrder(page)
  const [maker, base] = [await visit(onPhone), await visit(onPhone)]
  await Promise.all([signInAs(maker, accounts.guilan), signInAs(base, accounts.base)])

  await test.step('she hands it over, takes it back, and hands it over again', async () => {
    await openPart(maker, number)
    await maker.getByRole('button', { name: '交到基地' }).click()
    await expect(maker.getByText('交给陇上结艺基地了，等那边点收。')).toBeVisible()
    await expect(maker.getByLabel('运单号')).toHaveCount(0)
    await noSidewaysScroll(maker)
    expect(await findAxeFaults(maker)).toEqual([])
    await maker.getByRole('button', { name: '拿回来自己寄' }).click()
    await expect(maker.getByLabel('运单号')).toBeVisible()
    await maker.getByRole('button', { name: '交到基地' }).click()
    await expect(maker.getByRole('button', { name: '拿回来自己寄' })).toBeVisible()
  })

  await test.step('the base counts it in', async () => {
    // nothing is due today, but there is something to make: the door says until when
    await base.goto('/studio')
    await expect(base.getByRole('link', { name: /^我的活 / })).toContainText(/最近的 \d+ 月 \d+ 日前寄/)
    // what others handed over comes before what she has to make herself
    await expect(base.getByText(/^\d+ 件替大家收、替大家寄$/)).toBeVisible()
    await base.getByRole('link', { name: /^替大家寄/ }).click()
    await expect(base.getByRole('heading', { level: 1, name: '替大家寄' })).toBeVisible()
    await noSidewaysScroll(base)
    expect(await findAxeFaults(base)).toEqual([])
    await tickOnly(base, '交来了，要点收', number)
    await base.getByRole('button', { name: '收到了', exact: true }).click()
    await expect(base.getByText('点收好了。')).toBeVisible()
    await maker.reload()
    await expect(maker.getByText('陇上结艺基地收到了，由那边寄。')).toBeVisible()
  })

  await test.step('one number goes to one place', async () => {
    await base.goto('/studio/collection')
    const boxes = base.getByRole('group', { name: '收到了，要寄' }).getByRole('checkbox')
    expect(await boxes.count()).toBeGreaterThan(1)
    await expect(boxes.last()).not.toBeChecked()
    for (const box of await boxes.all()) await box.check()
    await base.getByLabel('运单号').fill('9812345678901')
    await base.getByRole('button', { name: '一起寄出' }).click()
    await expect(base.getByText(/^订单 .* 和订单 .* 不是寄到一处的/).first()).toBeVisible()
    await noSidewaysScroll(base)
    expect(await findAxeFaults(base)).toEqual([])
  })

  await test.step('it prints the label and sends it, and cannot send it again', async () => {
    const stale = await base.context().newPage()
    for (const tab of [base, stale]) {
      await tab.goto('/studio/collection')
      await tickOnly(tab, '收到了，要寄', number)
    }
    const [label] = await Promise.all([
      base.waitForEvent('download'),
      base.getByRole('button', { name: '打印面单' }).click(),
    ])
    expect(label.suggestedFilename()).toBe(`labels-${number}.pdf`)
    const [print, carrier] = await Promise.all([
      base.getByRole('button', { name: '打印面单' }).boundingBox(),
      base.getByText('快递', { exact: true }).boundingBox(),
    ])
    expect((carrier?.y ?? 0) - (print?.y ?? 0) - (print?.height ?? 0)).toBeGreaterThan(15)
    for (const tab of [base, stale]) {
      await tab.getByLabel('运单号').fill('9812345678901')
      await tab.getByRole('button', { name: '一起寄出' }).click()
    }
    await expect(base.getByText('记下了，已寄出。')).toBeVisible()
    await expect(stale.getByText(`订单 ${number} 已经寄出，不能再寄一次。`)).toBeVisible()
    expect(await findAxeFaults(stale)).toEqual([])
    await noSidewaysScroll(stale)
    await maker.reload()
    await expect(maker.getByText('陇上结艺基地替您寄出的。')).toBeVisible()
    await page.reload()
    await expect(page.getByText(/邮政包裹.*9812345678901/).first()).toBeVisible()
  })
})

/** From her list to the part of this very order. */
async function openPart(page: Page, number: string): Promise<void> {
  await page.goto('/studio/orders')
  await page
    .getByRole('link')
    .filter({ hasText: `订单 ${number}` })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: `订单 ${number}` })).toBeVisible()
}

/** In a list all are ticked: leaves this order's alone. */
async function tickOnly(page: Page, list: string, number: string): Promise<void> {
  const boxes = page.getByRole('group', { name: list })
  for (const box of await boxes.getByRole('checkbox').all()) await box.uncheck()
  await boxes.getByRole('checkbox', { name: new RegExp(`订单 ${number}`) }).check()
}

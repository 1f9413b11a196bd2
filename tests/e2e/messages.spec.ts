import { translator } from '../../app/platform/i18n/translate'
import { accounts } from '../fixtures/accounts'
import { expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'
import { takePhoto } from '../fixtures/app-photos'
import * as buying from '../fixtures/journey-buying'
import { findSmallTargets } from '../fixtures/looks'

/** A buyer and a maker write to each other: what is held back, phrases in two languages, a photo, an order, a block, a report. */

const zh = translator('zh-CN')
const en = translator('en')
const piece = { title: '玛瑙红玻璃长串', address: '/products/long-glass-string-agate-red' }
/** Of the same maker, bought without a question. */
const bought = '/products/bag-charm-large-beads'
const buyerPhone = '13900003191'
const number = '138 0000 0231'
const asked = '十六厘米的脖子挂得住吗？'

test('from the first question to a number after payment, a block and a report', async ({ visitAs }) => {
  test.slow()
  const buyer = await visitAs(buyerPhone)
  await buyer.setViewportSize(phone)

  await test.step('a number is held back beside its field, what was typed stays and is put right', async () => {
    await buyer.goto(piece.address)
    await buyer.getByRole('link', { name: zh('messages.ask') }).click()
    await expect(buyer.getByText(zh('messages.none'))).toBeVisible()
    await buyer.getByLabel(zh('messages.wordsLabel')).fill(`${asked}打我 ${number}`)
    await buyer.getByRole('button', { name: zh('messages.send') }).click()
    await expect(buyer.locator('#words-error')).toContainText(`「${number}」`)
    await expect(buyer.getByLabel(zh('messages.wordsLabel'))).toHaveValue(`${asked}打我 ${number}`)
    await noSidewaysScroll(buyer)
    expect(await findAxeFaults(buyer)).toEqual([])
    await buyer.getByLabel(zh('messages.wordsLabel')).fill(asked)
    await buyer
      .getByLabel(zh('messages.photosLabel'))
      .setInputFiles([await takePhoto('neck.jpg', { seed: 31 })])
    await buyer.getByRole('button', { name: zh('messages.send') }).click()
    await expect(buyer.getByRole('listitem').filter({ hasText: asked })).toBeVisible()
  })
  const conversation = new URL(buyer.url()).pathname

  await test.step('the maker sees it unread, with its photo, and answers by a phrase', async () => {
    const maker = await visitAs(accounts.xiuzhen)
    await maker.setViewportSize(phone)
    await maker.goto('/studio')
    await maker.getByRole('link', { name: new RegExp(`^${zh('messages.studioTitle')}`) }).click()
    const row = maker.getByRole('link').filter({ hasText: asked })
    await expect(row).toContainText(zh('messages.unread', { count: 1 }))
    await noSidewaysScroll(maker)
    await row.click()
    const photo = maker.getByRole('img', { name: zh('messages.photo', { number: 1 }) })
    await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200)
    expect(await findAxeFaults(maker)).toEqual([])
    await noSidewaysScroll(maker)
    expect(await findSmallTargets(maker)).toEqual([])
    await maker.getByRole('button', { name: zh('messages.say_canMakeIt') }).click()
    await expect(maker.getByRole('listitem').filter({ hasText: zh('messages.say_canMakeIt') })).toBeVisible()
  })

  await test.step('in English she reads it in English, and her badge goes once she has it open', async () => {
    await buyer.goto('/en/account')
    await buyer
      .getByRole('link', {
        name: `${en('messages.toMessages')} · ${en('messages.unreadShort', { count: 1 })}`,
      })
      .click()
    await buyer
      .getByRole('link')
      .filter({ hasText: en('messages.say_canMakeIt') })
      .click()
    await expect(buyer.getByText(en('messages.say_canMakeIt'))).toBeVisible()
    await expect(buyer.getByText(en('messages.inChinese'))).toBeVisible()
    await noSidewaysScroll(buyer)
    expect(await findAxeFaults(buyer)).toEqual([])
    await expect(async () => {
      await buyer.goto('/en/account')
      await expect(buyer.getByRole('link', { name: en('messages.toMessages'), exact: true })).toBeVisible({
        timeout: 500,
      })
    }).toPass({ timeout: 15_000 })
  })

  await test.step('somebody else opens neither the conversation nor its photo', async () => {
    const other = await visitAs(accounts.buyer)
    const answer = await other.request.get(conversation)
    expect(answer.status()).toBe(404)
    await buyer.goto(conversation)
    const address = await buyer
      .getByRole('img', { name: zh('messages.photo', { number: 1 }) })
      .getAttribute('src')
    expect((await other.request.get(address ?? '')).status()).toBe(404)
  })

  await test.step('once an order of the two is paid the number passes', async () => {
    await buying.putIntoBasket(buyer, bought)
    await buyer.goto('/checkout')
    await buying.fillAddress(buyer)
    await buying.goToPay(buyer, await buying.readTotal(buyer))
    await buying.payByCard(buyer)
    const { number: orderNumber } = await buying.readPaidOrder(buyer)
    // the maker writes first about what was ordered
    const maker = await visitAs(accounts.xiuzhen)
    await maker.goto('/studio/orders')
    await maker.getByRole('link', { name: orderNumber }).click()
    await maker.getByRole('link', { name: zh('messages.askBuyer') }).click()
    await maker.getByLabel(zh('messages.wordsLabel')).fill('明天就给您做。')
    await noSidewaysScroll(maker)
    expect(await findAxeFaults(maker)).toEqual([])
    await maker.getByRole('button', { name: zh('messages.send') }).click()
    await expect(maker).toHaveURL(/\/studio\/messages\//)
    // on a slow network she is writing already when the page hears that she has it open
    let goOn = () => {}
    const isWriting = new Promise<void>((done) => {
      goOn = done
    })
    await buyer.route('**/orders/*/messages/**', async (route) => {
      if (route.request().method() === 'POST') await isWriting
      await route.continue()
    })
    await buyer.getByRole('link', { name: zh('messages.askOrder') }).click()
    await expect(buyer.getByText('明天就给您做。')).toBeVisible()
    const words = buyer.getByLabel(zh('messages.wordsLabel'))
    await words.fill(`到了打 ${number}`)
    const unread = buyer.locator('.talk noscript')
    await expect(unread).toHaveCount(1)
    goOn()
    await expect(unread).toHaveCount(0)
    await expect(words).toHaveValue(`到了打 ${number}`)
    await buyer.unroute('**/orders/*/messages/**')
    await buyer.getByRole('button', { name: zh('messages.send') }).click()
    await expect(buyer.getByRole('listitem').filter({ hasText: number })).toBeVisible()
    await expect(buyer.getByRole('button', { name: zh('messages.block') })).toHaveCount(0)
  })

  await test.step('she blocks the maker, who can no longer write about the piece, and takes it back', async () => {
    const maker = await visitAs(accounts.xiuzhen)
    await maker.goto('/studio/messages')
    await maker.getByRole('link').filter({ hasText: piece.title }).first().click()
    await expect(maker.getByRole('button', { name: zh('messages.send') })).toBeVisible()
    await buyer.goto(conversation)
    await buyer.getByRole('button', { name: zh('messages.block') }).click()
    await expect(buyer.getByText(zh('messages.blockedByYou'))).toBeVisible()
    await maker.getByRole('button', { name: zh('messages.say_thanks') }).click()
    await expect(maker.getByText(zh('messages.blocked')).first()).toBeVisible()
    await buyer.getByRole('button', { name: zh('messages.unblock') }).click()
    await expect(buyer.getByRole('button', { name: zh('messages.send') })).toBeVisible()
  })

  await test.step('she reports it, and the desk of the maker’s region reads it, another does not', async () => {
    const wrong = `话不对路 ${Date.now()}`
    await buyer.getByText(zh('messages.report')).click()
    await buyer.getByLabel(zh('reports.words')).fill(wrong)
    await buyer.getByLabel(zh('reports.contact')).fill(buyerPhone)
    await buyer.getByRole('button', { name: zh('messages.reportAct') }).click()
    await buyer.waitForURL(/\/reports\/\d{4}-\d{6}\//)
    const [, report = ''] = /\/reports\/(\d{4}-\d{6})\//.exec(buyer.url()) ?? []
    const coordinator = await visitAs(accounts.coordinatorYongdeng)
    await coordinator.goto('/desk/reports')
    await coordinator.getByRole('row', { name: report }).getByRole('link').click()
    await expect(coordinator.getByText(wrong)).toBeVisible()
    await expect(coordinator.getByText(asked)).toHaveCount(0)
    await coordinator.getByRole('button', { name: zh('messages.deskOpen') }).click()
    await expect(coordinator.getByText(asked)).toBeVisible()
    await noSidewaysScroll(coordinator)
    expect(await findAxeFaults(coordinator)).toEqual([])
    const other = await visitAs(accounts.coordinatorYuzhong)
    expect((await other.request.get(new URL(coordinator.url()).pathname)).status()).toBe(404)
  })
})

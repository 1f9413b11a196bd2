import type { Page } from '@playwright/test'
import { accounts, moveClock, signInAs } from '../fixtures/accounts'
import { desktop, expect, fenOf, noSidewaysScroll, phone, test, yuan } from '../fixtures/app'
import * as buying from '../fixtures/journey-buying'
import * as listing from '../fixtures/journey-listing'
import * as payout from '../fixtures/journey-payout'

/**
 * One handmade piece, from the first photo to the income of her household. It moves the shop's clock by eight days, which all journeys share: it runs after
 * them, alone.
 */

const title = `九道福字盘长结 ${Date.now().toString(36).slice(-4)}`
const words = '请写清线是几号的，珠子是什么做的。'
const bag = { title: '大珠包挂，带穗', address: '/products/bag-charm-large-beads', fen: 6600 }
const totalFen = listing.piece.fen + bag.fen + 1000
const household = 'SL-620123-001'
const onPhone = { viewport: phone, isMobile: true, hasTouch: true }
const atDesk = { viewport: desktop }

test('the first sale', async ({ visit }) => {
  test.setTimeout(300_000)
  const guilan = await visit(onPhone)
  const chen = await visit(atDesk)
  const guest = await visit(atDesk)
  const follower = await visit({ viewport: phone })

  await test.step('a. an artisan lists a piece', () => listPiece(guilan))
  const address = await test.step('b. her coordinator asks for a change and approves it', async () => {
    await signInAs(chen, accounts.coordinatorYuzhong)
    const review = await listing.askForChange(chen, title, words)
    const wei = await visit(atDesk)
    await expectOutOfReach(wei, review)
    await listing.changeAsAsked(guilan, title, words)
    return listing.approveChange(chen, title)
  })
  await test.step('c. a guest finds it by name and by craft', () => findPiece(guest, address))
  await test.step('c. she orders it with a piece of another seller', () => order(guest, address))
  await test.step('c. her card is declined, she leaves, comes back and pays', () => pay(guest))
  const { number, link } = await buying.readPaidOrder(guest)
  await expect(guest.locator('.parcel')).toHaveCount(2)

  await test.step('d. each artisan sees what to make and what is hers, and ships', async () => {
    await makeAndShip(guilan, number)
    const xiuzhen = await visit(onPhone)
    await signInAs(xiuzhen, accounts.xiuzhen)
    await expect(xiuzhen.getByText(title)).toHaveCount(0)
    await buying.ship(xiuzhen, bag.title, number, 'SF1234567891')
  })
  await test.step('e. the buyer follows it by the link, or by number and phone, and confirms', async () => {
    await buying.openByPhone(await visit(), number, buying.buyer.phone)
    await followAndConfirm(follower, number, link)
    await guest.goto('/orders')
    await noSidewaysScroll(guest)
    await guest.getByRole('link', { name: number }).click()
    await expect(guest.getByRole('heading', { level: 1, name: `订单 ${number}` })).toBeVisible()
  })
  await test.step('e. the return window passes', async () => {
    const admin = await visit(atDesk)
    await signInAs(admin, accounts.admin)
    await moveClock(admin, 7)
    await moveClock(admin, 1)
    await follower.reload()
    await expect(follower.getByText(/货款归巧手$/)).toHaveCount(2)
  })

  const onCardBefore = await readOnCard(guilan)
  const paidFen =
    await test.step('g. one prepares the payout, another approves, the bank answers', async () =>
      payOut(await visit(atDesk), await visit(atDesk)))
  expect(paidFen).toBeGreaterThanOrEqual(listing.piece.herFen)
  expect((await readOnCard(guilan)) - onCardBefore, 'on her card').toBe(paidFen)
  await test.step('f. and h. the household’s income of the month opens into the order line', () =>
    openIncome(chen, guilan, number))
})

async function listPiece(guilan: Page): Promise<void> {
  await signInAs(guilan, accounts.guilan)
  await noSidewaysScroll(guilan)
  await listing.beginPiece(guilan)
  await listing.takePhotos(guilan)
  await listing.sayAboutIt(guilan, title)
  await listing.setPrice(guilan)
  await listing.handIn(guilan, title)
}

/** A coordinator of another county finds it neither in her queue nor by its address. */
async function expectOutOfReach(wei: Page, review: string): Promise<void> {
  await signInAs(wei, accounts.coordinatorYongdeng, '/desk/listings')
  await expect(wei.getByRole('heading', { level: 1, name: '上架审核' })).toBeVisible()
  await expect(wei.getByText(title)).toHaveCount(0)
  expect((await wei.goto(review))?.status()).toBe(404)
}

async function findPiece(guest: Page, address: string): Promise<void> {
  await guest.goto('/')
  await guest.getByRole('combobox').fill(title)
  await guest.getByRole('button', { name: '找', exact: true }).click()
  await expect(guest.getByRole('link', { name: title })).toHaveAttribute('href', address)
  await guest.goto('/search')
  await guest.getByRole('checkbox', { name: '中国结' }).check()
  await guest.getByRole('button', { name: '看结果' }).click()
  await guest.getByRole('link', { name: title }).click()
  await expect(guest.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(guest.getByText(listing.piece.materials)).toBeVisible()
}

/** Postage and total stand there before the address is asked for; a wrong phone and a missing tick are said beside their fields. */
async function order(guest: Page, address: string): Promise<void> {
  await buying.putIntoBasket(guest, address)
  await buying.putIntoBasket(guest, bag.address)
  await guest.getByRole('link', { name: '看看篮里' }).click()
  await expect(guest.getByText('2 家的东西，2 个包裹')).toBeVisible()
  await guest.getByRole('button', { name: `去结账　${yuan(totalFen)}` }).click()
  await expect(guest.locator('#sum')).toContainText('免邮费')
  await expect(guest.locator('#sum')).toContainText(yuan(1000))
  expect(await buying.readTotal(guest)).toBe(totalFen)
  await buying.fillAddress(guest, { phone: '1390000127' })
  await guest.getByRole('button', { name: /^去付款/ }).click()
  await expect(guest.locator('#phone-error')).toHaveText('手机号是 11 位，现在是 10 位。')
  await expect(guest.getByLabel('手机号')).toHaveValue('1390000127')
  await buying.expectAddressKept(guest)
  await guest.getByLabel('手机号').fill(buying.buyer.phone)
  await guest.getByRole('button', { name: /^去付款/ }).click()
  await expect(guest.locator('#agreeMadeToOrder-error')).toHaveText('订做的件要先勾这一条，才能下单。')
  await guest.getByRole('checkbox', { name: /^订做的件按我的要求做/ }).check()
}

async function pay(guest: Page): Promise<void> {
  await buying.goToPay(guest, totalFen)
  await buying.payByCard(guest, 'declined')
  await expect(guest.getByText('银行拒了这张卡')).toBeVisible()
  await expect(guest.getByRole('alert')).toContainText('没付成，也没扣钱。')
  await guest.getByRole('link', { name: '返回商店' }).click()
  await expect(guest.getByRole('heading', { level: 1, name: '还没有付款' })).toBeVisible()
  await expect(guest.getByLabel(buying.abroadTick), 'she has agreed for this order').toHaveCount(0)
  await buying.goToPay(guest, totalFen)
  await buying.payByCard(guest)
}

async function makeAndShip(guilan: Page, number: string): Promise<void> {
  await buying.openWork(guilan, title, number)
  await noSidewaysScroll(guilan)
  await expect(guilan.getByText(/^\d+ 月 \d+ 日前寄/)).toBeVisible()
  await expect(guilan.getByText(`订做，${listing.piece.makeDays} 天`)).toBeVisible()
  await expect(guilan.getByText(buying.buyer.note)).toBeVisible()
  await expect(guilan.getByText(buying.buyer.line)).toBeVisible()
  const earning = guilan.locator('section.earning').filter({ hasText: title })
  await expect(earning).toContainText(/卖价¥288\.00.*平台佣金 5%−¥14\.40.*您的一份¥273\.60/s)
  await buying.ship(guilan, title, number, 'SF1234567890')
}

/** The number alone opens nothing; the link's secret leaves the address at once. */
async function followAndConfirm(follower: Page, number: string, link: string): Promise<void> {
  expect((await follower.goto(`/orders/${number}`))?.status()).toBe(404)
  await follower.goto(link)
  expect(new URL(follower.url()).pathname).toBe(`/orders/${number}`)
  await expect(follower.getByText(/顺丰 SF1234567890/)).toBeVisible()
  for (const left of [1, 0]) {
    await follower.getByRole('button', { name: '我收到了' }).first().click()
    await expect(follower.getByRole('button', { name: '我收到了' })).toHaveCount(left)
  }
  await expect(follower.getByText(/，您确认的$/)).toHaveCount(2)
}

/** What has reached her card so far, in fen. */
async function readOnCard(guilan: Page): Promise<number> {
  await guilan.goto('/studio')
  return fenOf((await guilan.locator('dl.purse-split dd').first().textContent()) ?? '')
}

/** A batch from preparing to the bank's answer, in which somebody else's line comes back. Answers what the artisan was paid, in fen. */
async function payOut(tian: Page, shui: Page): Promise<number> {
  await signInAs(tian, accounts.financeOne)
  const batch = await payout.prepareBatch(tian)
  await payout.expectOwnBatchRefused(tian, batch.address)
  await signInAs(shui, accounts.financeTwo)
  await shui.goto(batch.address)
  await expect(shui.getByText(yuan(batch.totalFen)).first()).toBeVisible()
  await shui.getByRole('button', { name: '批', exact: true }).click()
  await expect(shui.getByText('已批，等银行')).toBeVisible()
  const lines = await payout.fetchBankFile(shui)
  expect(lines).toHaveLength(batch.count)
  expect(lines.reduce((sum, { fen }) => sum + fen, 0)).toBe(batch.totalFen)
  await payout.expectBadAnswersRefused(shui)
  const seq = (await payout.lineOf(shui, '桂兰结艺').locator('td').first().textContent())?.trim()
  const failed = lines.find((line) => line.seq !== seq)
  await payout.importAnswer(shui, payout.writeBankAnswer(lines, failed?.seq ?? '', '户名与账号不符'))
  await expect(shui.getByRole('status')).toContainText(`成功 ${batch.count - 1} 笔，退回 1 笔`)
  await expect(shui.getByRole('table', { name: '每一笔' })).toContainText('户名与账号不符')
  return lines.find((line) => line.seq === seq)?.fen ?? 0
}

/** What the coordinator reads of the household, and the artisan of her own sale, is the same order line. */
async function openIncome(chen: Page, guilan: Page, number: string): Promise<void> {
  await chen.goto('/desk/households')
  await chen.getByRole('link', { name: household }).click()
  await expect(chen.getByRole('heading', { level: 2, name: /^\d{4} 年 \d+ 月的收入$/ })).toBeVisible()
  const row = chen.locator('#lines').getByRole('row', { name: number })
  for (const text of [title, '蓝桂兰', '脱贫户', '273.60']) await expect(row).toContainText(text)
  await guilan.goto('/studio/income')
  const sale = guilan.locator('section.earning').filter({ hasText: number })
  await expect(sale).toContainText('归您')
  await expect(sale).toContainText(yuan(listing.piece.herFen))
  await noSidewaysScroll(guilan)
}

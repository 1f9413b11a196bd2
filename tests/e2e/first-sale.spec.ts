import { accounts, moveClock, signInAs } from '../fixtures/accounts'
import { desktop, expect, fenOf, noSidewaysScroll, phone, test, yuan } from '../fixtures/app'
import * as buying from '../fixtures/journey-buying'
import * as listing from '../fixtures/journey-listing'
import * as payout from '../fixtures/journey-payout'

/** One handmade piece from the first photo to the income of her household: the order of the point 4, a to h. */

const title = `九道福字盘长结 ${Date.now().toString(36).slice(-4)}`
const words = '请写清线是几号的，珠子是什么做的。'
const other = {
  seller: '秀珍串珠',
  title: '大珠包挂，带穗',
  address: '/products/bag-charm-large-beads',
  fen: 6600,
}
const household = 'SL-620123-001'

test('the first sale', async ({ visit }) => {
  test.setTimeout(300_000)
  const guilan = await visit({ viewport: phone, isMobile: true, hasTouch: true })
  const chen = await visit({ viewport: desktop })
  const guest = await visit({ viewport: desktop })

  await test.step('a. the artisan lists a piece', async () => {
    await signInAs(guilan, accounts.guilan)
    await noSidewaysScroll(guilan)
    await listing.beginPiece(guilan)
    await listing.takePhotos(guilan)
    await listing.sayAboutIt(guilan, title)
    await listing.setPrice(guilan)
    await listing.handIn(guilan, title)
  })

  await test.step('b. her coordinator asks for a change, she changes it, it is approved', async () => {
    await signInAs(chen, accounts.coordinatorYuzhong)
    const review = await listing.askForChange(chen, title, words)
    const wei = await visit({ viewport: desktop })
    await signInAs(wei, accounts.coordinatorYongdeng, '/desk/listings')
    await expect(wei.getByText(title)).toHaveCount(0)
    expect((await wei.goto(review))?.status()).toBe(404)
    await wei.context().close()
    await listing.changeAsAsked(guilan, title, words)
  })
  const address = await listing.approveChange(chen, title)

  await test.step('c. a guest finds it by name and by craft', async () => {
    await guest.goto('/')
    await guest.getByRole('searchbox').fill(title)
    await guest.getByRole('button', { name: '找', exact: true }).click()
    await expect(guest.getByRole('link', { name: title })).toHaveAttribute('href', address)
    await guest.goto('/search')
    await guest.getByRole('checkbox', { name: '中国结' }).check()
    await guest.getByRole('button', { name: '看结果' }).click()
    await guest.getByRole('link', { name: title }).click()
    await expect(guest.getByRole('heading', { level: 1, name: title })).toBeVisible()
  })

  const totalFen = listing.piece.fen + other.fen + 1000
  await test.step('c. she orders it with a piece of another seller', async () => {
    await buying.putIntoBasket(guest, address)
    await buying.putIntoBasket(guest, other.address)
    await guest.getByRole('link', { name: '看看篮里' }).click()
    await expect(guest.getByText('2 家的东西，2 个包裹')).toBeVisible()
    await guest.getByRole('link', { name: /^去结账/ }).click()
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
  })

  await test.step('c. the card is declined, she leaves, comes back and pays', async () => {
    await buying.goToPay(guest, totalFen)
    await buying.payByCard(guest, 'declined')
    await expect(guest.getByText('银行拒了这张卡')).toBeVisible()
    await expect(guest.getByRole('alert')).toContainText('没付成，也没扣钱。')
    await guest.getByRole('link', { name: '返回商店' }).click()
    await expect(guest.getByRole('heading', { level: 1, name: '还没有付款' })).toBeVisible()
    await buying.goToPay(guest, totalFen)
    await buying.payByCard(guest)
  })
  const { number, link } = await buying.readPaidOrder(guest)
  await expect(guest.locator('.parcel')).toHaveCount(2)
  expect(await buying.readTotal(guest)).toBe(totalFen)

  await test.step('d. the artisan sees what to make, by when and what is hers, and ships', async () => {
    await buying.openWork(guilan, title, number)
    await noSidewaysScroll(guilan)
    await expect(guilan.getByText(/^\d+ 月 \d+ 日前寄/)).toBeVisible()
    await expect(guilan.getByText(`订做，${listing.piece.makeDays} 天`)).toBeVisible()
    await expect(guilan.getByText(buying.buyer.note)).toBeVisible()
    await expect(guilan.getByText(buying.buyer.line)).toBeVisible()
    const earning = guilan.locator('section.earning').filter({ hasText: title })
    await expect(earning).toContainText(/卖价¥288\.00.*平台佣金 5%−¥14\.40.*您的一份¥273\.60/s)
    await buying.ship(guilan, title, number, 'SF1234567890')
    const xiuzhen = await visit({ viewport: phone, isMobile: true, hasTouch: true })
    await signInAs(xiuzhen, accounts.xiuzhen)
    await expect(xiuzhen.getByText(title)).toHaveCount(0)
    await buying.ship(xiuzhen, other.title, number, 'SF1234567891')
    await xiuzhen.context().close()
  })

  const follower = await visit({ viewport: phone })
  await test.step('e. the buyer follows it by the link, or by number and phone, and confirms', async () => {
    expect((await follower.goto(`/orders/${number}`))?.status()).toBe(404)
    await follower.goto(link)
    expect(new URL(follower.url()).pathname).toBe(`/orders/${number}`)
    await expect(follower.getByText(/顺丰 SF1234567890/)).toBeVisible()
    const stranger = await visit()
    await buying.openByPhone(stranger, number, buying.buyer.phone)
    await expect(stranger.getByText(buying.buyer.line)).toBeVisible()
    await stranger.context().close()
    for (const left of [1, 0]) {
      await follower.getByRole('button', { name: '我收到了' }).first().click()
      await expect(follower.getByRole('button', { name: '我收到了' })).toHaveCount(left)
    }
  })

  await test.step('e. the return window passes', async () => {
    const admin = await visit({ viewport: desktop })
    await signInAs(admin, accounts.admin)
    await moveClock(admin, 7)
    await moveClock(admin, 1)
    await admin.context().close()
    await follower.reload()
    await expect(follower.getByText(/货款归巧手$/)).toHaveCount(2)
  })

  await guilan.goto('/studio')
  const onCardBefore = fenOf((await guilan.locator('dl.purse-split dd').first().textContent()) ?? '')

  await test.step('g. one prepares the payout, another approves, the bank answers', async () => {
    const tian = await visit({ viewport: desktop })
    await signInAs(tian, accounts.financeOne)
    const batch = await payout.prepareBatch(tian)
    await payout.expectOwnBatchRefused(tian, batch.address)
    const shui = await visit({ viewport: desktop })
    await signInAs(shui, accounts.financeTwo)
    await shui.goto(batch.address)
    await payout.expectBatchTotal(shui, batch.totalFen)
    await shui.getByRole('button', { name: '批', exact: true }).click()
    await expect(shui.getByText('已批，等银行')).toBeVisible()
    const lines = await payout.fetchBankFile(shui)
    expect(lines).toHaveLength(batch.count)
    expect(lines.reduce((sum, { fen }) => sum + fen, 0)).toBe(batch.totalFen)
    const hers = await payout.lineOf(shui, '桂兰结艺').locator('td').first().textContent()
    await payout.expectBadAnswersRefused(shui)
    const failed = lines.find(({ seq }) => seq !== hers?.trim())
    await payout.importAnswer(shui, payout.writeBankAnswer(lines, failed?.seq ?? '', '户名与账号不符'))
    await expect(shui.getByRole('status')).toContainText(`成功 ${batch.count - 1} 笔，退回 1 笔`)
    await expect(shui.getByRole('table', { name: '每一笔' })).toContainText('户名与账号不符')
    const paid = lines.find(({ seq }) => seq === hers?.trim())
    await guilan.reload()
    const onCard = fenOf((await guilan.locator('dl.purse-split dd').first().textContent()) ?? '')
    expect(onCard - onCardBefore).toBe(paid?.fen)
    expect(paid?.fen).toBeGreaterThanOrEqual(listing.piece.herFen)
    await shui.context().close()
    await tian.context().close()
  })

  await test.step('h. the coordinator opens the household: this month, down to the order line', async () => {
    await chen.goto('/desk/households')
    await chen.getByRole('link', { name: household }).click()
    await expect(chen.getByRole('heading', { level: 2, name: /^\d{4} 年 \d+ 月的收入$/ })).toBeVisible()
    const row = chen.locator('#lines').getByRole('row', { name: number })
    await expect(row).toContainText(title)
    await expect(row).toContainText('蓝桂兰')
    await expect(row).toContainText('脱贫户')
    await expect(row).toContainText('273.60')
    await guilan.goto('/studio/income')
    await expect(guilan.locator('section.earning').filter({ hasText: number })).toContainText('归您')
    await noSidewaysScroll(guilan)
  })
})

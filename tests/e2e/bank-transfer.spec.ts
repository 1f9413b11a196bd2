import { translator } from '../../app/platform/i18n/translate'
import { accounts } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test, yuan } from '../fixtures/app'
import { findLegs } from '../fixtures/app-database'
import { takePhoto } from '../fixtures/app-photos'
import * as buying from '../fixtures/journey-buying'

/** An order paid by bank transfer, from the first slip to the money in the books; and a pay page inside WeChat. */

const piece = { address: '/products/bag-charm-large-beads', fen: 6600 }
const totalFen = piece.fen + 1000

/** The browser inside WeChat on an Android phone. */
const weChat =
  'Mozilla/5.0 (Linux; Android 10; Redmi Note 9) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/88.0 Mobile Safari/537.36 MicroMessenger/8.0.16 NetType/WIFI Language/zh_CN'

test('whoever pays from a bank account agrees to nothing abroad, and is led to the account at once', async ({
  visit,
}) => {
  const page = await visit({ javaScriptEnabled: false, viewport: phone })
  await buying.putIntoBasket(page, piece.address)
  await page.goto('/checkout')
  await buying.fillAddress(page, { phone: '13900002377' })
  await page.locator('input[name="abroadTextId"]').uncheck()
  await page.getByRole('button', { name: /去付款/ }).click()
  await expect(page.getByText(translator('zh-CN')('order.agreeAbroad')).first()).toBeVisible()
  await page.getByRole('button', { name: '用对公转账付' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '对公转账' })).toBeVisible()
  await expect(page.getByText(yuan(totalFen)).first()).toBeVisible()
})

test('a slip is refused, another is found on the statement, and the order is paid', async ({
  visit,
  visitAs,
}) => {
  test.setTimeout(150_000)
  const page = await visit({ javaScriptEnabled: false, viewport: phone })
  const number = await test.step('the buyer leaves the card page and chooses the transfer', async () => {
    await buying.putIntoBasket(page, piece.address)
    await page.goto('/checkout')
    await buying.fillAddress(page)
    await buying.goToPay(page, totalFen)
    await page.getByRole('link', { name: '返回商店' }).click()
    await page.getByRole('button', { name: '改用对公转账' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '对公转账' })).toBeVisible()
    await expect(page.getByText('9999 90', { exact: false })).toBeVisible()
    await expect(page.getByText(yuan(totalFen)).first()).toBeVisible()
    await noSidewaysScroll(page)
    return /orders\/(\d{4}-\d{6})\/transfer/.exec(page.url())?.[1] ?? ''
  })

  await test.step('a file that is no picture is refused beside its field; a photo is taken', async () => {
    const slip = page.getByLabel('转账凭证')
    await slip.setInputFiles({ name: 'slip.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('转好了') })
    await page.getByRole('button', { name: '交凭证' }).click()
    await expect(page.locator('#slip-error')).toHaveText('只收照片（JPEG、PNG、WebP）和 PDF。')
    await slip.setInputFiles(await takePhoto('slip.jpg', { seed: Date.now() % 360 }))
    await page.getByRole('button', { name: '交凭证' }).click()
    await expect(page.getByRole('status')).toContainText('凭证交了，正在核对')
    await expect(page.getByRole('button', { name: '改用银行卡' })).toHaveCount(0)
    await noSidewaysScroll(page)
  })

  const finance = await visitAs(accounts.financeOne)
  await finance.setViewportSize(desktop)
  await test.step('finance cannot read it', async () => {
    await openTransfer()
    const picture = finance.getByRole('img', { name: '买家交的转账凭证' })
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0)
    await finance.getByLabel('为什么，买家会原样读到').fill('看不清金额，请重新拍一张。')
    await finance.getByRole('button', { name: '不通过' }).click()
    await expect(finance.getByText('告诉买家了，等她重新交。')).toBeVisible()
  })

  await test.step('the buyer reads why and hands in another', async () => {
    await page.reload()
    await expect(page.getByRole('status')).toContainText('看不清金额，请重新拍一张。')
    await page.getByLabel('转账凭证').setInputFiles(await takePhoto('again.jpg', { seed: 7, width: 800 }))
    await page.getByRole('button', { name: '交凭证' }).click()
    await expect(page.getByRole('status')).toContainText('凭证交了，正在核对')
  })

  await test.step('finance records what the bank has booked, once and to the fen', async () => {
    await openTransfer()
    const record = async (amount: string) => {
      await finance.getByLabel('收到多少元').fill(amount)
      await finance.getByLabel('银行流水号').fill(`E2E-${number}`)
      await finance.getByRole('button', { name: '到账了，入账' }).click()
    }
    await record('75.99')
    await expect(finance.locator('#amount-error')).toContainText('这一单应收 76.00 元')
    expect(await findAxeFaults(finance)).toEqual([])
    await record('76.00')
    await expect(finance.getByText('入账了，订单已付款')).toBeVisible()
    await finance.goto('/desk/transfers')
    const checked = finance.locator('section').filter({
      has: finance.getByRole('heading', { name: '核对过的' }),
    })
    await expect(checked.getByRole('link', { name: number }).first()).toBeVisible()
    await noSidewaysScroll(finance)
  })

  await test.step('the order is paid, and the bank’s account holds what came', async () => {
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: `订单 ${number}` })).toBeVisible()
    await expect(page.getByText('已付款').first()).toBeVisible()
    expect(await findLegs(number)).toEqual([
      { account: 'bank:bank', amount: String(totalFen) },
      { account: 'platform:held', amount: String(-totalFen) },
    ])
  })

  async function openTransfer(): Promise<void> {
    await finance.goto('/desk/transfers')
    const waiting = finance.locator('section').filter({
      has: finance.getByRole('heading', { name: '要核对的凭证' }),
    })
    await waiting.getByRole('link', { name: number, exact: true }).click()
    await expect(finance.getByRole('heading', { level: 1, name: `订单 ${number} 的转账` })).toBeVisible()
  }
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? '' : ', without JavaScript'
  test(`inside WeChat there is a way on from the pay page${how}`, async ({ visit }) => {
    const page = await visit({ javaScriptEnabled, viewport: phone, userAgent: weChat })
    await buying.putIntoBasket(page, piece.address)
    await page.goto('/checkout')
    await buying.fillAddress(page)
    await buying.goToPay(page, totalFen)
    await page.getByRole('link', { name: '返回商店' }).click()
    await expect(page.getByText('微信里打不开支付宝', { exact: false })).toBeVisible()
    const link = (await page.locator('#pay-link').textContent()) ?? ''
    const copy = page.getByRole('button', { name: '复制' })
    if (javaScriptEnabled) {
      await copy.click()
      await expect(page.getByText('复制好了')).toBeVisible()
      expect(await findAxeFaults(page)).toEqual([])
    } else await expect(copy).toHaveCount(0)
    await noSidewaysScroll(page)
    const elsewhere = await visit({ javaScriptEnabled })
    await elsewhere.goto(link)
    await expect(elsewhere.getByRole('heading', { level: 1, name: '还没有付款' })).toBeVisible()
    await expect(elsewhere.getByText('微信里打不开支付宝', { exact: false })).toHaveCount(0)
    await elsewhere.getByRole('button', { name: /^去付款/ }).click()
    await expect(elsewhere.getByRole('button', { name: `付款 ${yuan(totalFen)}` })).toBeVisible()
    await page.getByRole('button', { name: '不要了，放回篮里' }).click()
  })
}

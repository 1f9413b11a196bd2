import type { Page, Route } from '@playwright/test'
import { expect, test, yuan } from '../fixtures/app'
import { countOrders } from '../fixtures/app-database'
import * as buying from '../fixtures/journey-buying'

/** What goes wrong between people and pages, and what is never theirs to open. */

const bag = { title: '大珠包挂，带穗', address: '/products/bag-charm-large-beads', fen: 6600 }
const knot = { title: '五结圆环挂饰', address: '/products/wreath-five-knots', fen: 49600 }
const only = { title: '蓝染布底盘长挂屏', address: '/products/endless-knot-on-indigo-cloth' }
const scarf = { title: '胭脂粉三角折头巾', address: '/products/headscarf-triangles-safflower-pink' }
const nobody = '01900000-0000-7000-8000-000000000000'

/** The list above a form that came back names these fields, from the top of the page to its bottom. */
async function expectInPageOrder(page: Page, names: readonly string[]): Promise<void> {
  const links = page.locator('#form-faults').getByRole('link')
  await expect(links).toHaveCount(names.length)
  const listed = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href')?.slice(1)))
  expect(listed).toEqual(names)
  const ids = await page.locator('main [id]').evaluateAll((found) => found.map(({ id }) => id))
  expect(ids.filter((id) => names.includes(id))).toEqual(names)
}

/** Words to the maker by which this test's orders are found. */
const noteOf = (what: string) => `示例留言 ${what} ${Date.now()}`

test.describe('buying', () => {
  test('two tabs with one basket', async ({ page, context }) => {
    const note = noteOf('两个标签页')
    await buying.putIntoBasket(page, bag.address)
    await page.goto('/checkout')
    await buying.fillAddress(page, { note })
    const kept = page.waitForResponse((answer) => (answer.request().postData() ?? '').includes('示例贺卡'))
    await page.getByLabel('贺卡上的话').fill('示例贺卡')
    await kept
    await page.reload()
    await buying.expectAddressKept(page, note)
    await expect(page.getByLabel('贺卡上的话')).toHaveValue('示例贺卡')
    const second = await context.newPage()
    await second.goto('/checkout')
    await buying.expectAddressKept(second, note)
    await buying.fillAddress(page, { note })
    await page.getByLabel('您自己的手机').fill('13900003314')
    await buying.putIntoBasket(second, bag.address)
    await page.getByRole('button', { name: /^去付款/ }).click()
    const changed = page.getByRole('alert')
    await expect(changed).toContainText('价钱或邮费有变动，请看一眼新的合计再下单。')
    await expect(changed).toContainText(
      `刚才一共 ${yuan(bag.fen + 1000)}，现在是 ${yuan(2 * bag.fen + 1000)}。`,
    )
    await buying.expectAddressKept(page, note)
    await page.reload()
    await buying.expectAddressKept(page, note)
    expect(await buying.readTotal(page)).toBe(2 * bag.fen + 1000)
    await second.goto('/checkout')
    await buying.goToPay(page, 2 * bag.fen + 1000)
    await buying.fillAddress(second, { note })
    await second.getByRole('button', { name: /^去付款/ }).click()
    await expect(
      second.getByRole('heading', { name: '篮里没有东西了，可能在别的页面已经下过单。' }),
    ).toBeVisible()
    expect(await countOrders(note)).toEqual({ orders: 1, paid: 0 })
  })

  test('two tabs without a basket add at the same moment', async ({ page, context }) => {
    const second = await context.newPage()
    const held: Route[] = []
    await context.route('**/cart', async (route) => {
      held.push(route)
      if (held.length === 2) for (const one of held) await one.continue()
    })
    await page.goto(bag.address)
    await second.goto(scarf.address)
    await Promise.all(
      [page, second].map((tab) => tab.getByRole('button', { name: '放进篮里' }).click({ noWaitAfter: true })),
    )
    for (const tab of [page, second]) await expect(tab.getByRole('status')).toContainText('放进篮里了')
    await context.unroute('**/cart')
    await page.goto('/cart')
    for (const { title } of [bag, scarf]) await expect(page.getByRole('link', { name: title })).toBeVisible()
    await page.getByRole('button', { name: `拿掉「${scarf.title}」` }).click()
    await expect(page.getByRole('link', { name: scarf.title })).toHaveCount(0)
    await second.reload()
    await second.goto('/checkout')
    expect(await buying.readTotal(second)).toBe(bag.fen + 1000)
  })

  test('pressing twice places one order, and it can be followed', async ({ page }) => {
    const note = noteOf('按两下')
    await buying.putIntoBasket(page, bag.address)
    await page.goto('/checkout')
    await buying.fillAddress(page, { note })
    await page.getByRole('button', { name: /^去付款/ }).dblclick()
    await buying.payByCard(page)
    await buying.readPaidOrder(page)
    expect(await countOrders(note)).toEqual({ orders: 1, paid: 1 })
  })

  test('coming back from paying in another browser than the one that ordered', async ({ page, visit }) => {
    await buying.putIntoBasket(page, bag.address)
    await page.goto('/checkout')
    await buying.fillAddress(page)
    await buying.goToPay(page, bag.fen + 1000)
    await buying.payByCard(page)
    const { number } = await buying.readPaidOrder(page)
    const other = await visit()
    await other.goto(`/orders/${number}/return`)
    await expect(other.getByText('这个浏览器里看不了这份订单')).toBeVisible()
    await expect(other.getByLabel('订单号')).toHaveValue(number)
    await buying.askForCode(other, buying.buyer.phone)
    await buying.openWithCode(other, number)
  })

  test('paying in a demo that was opened as localhost', async ({ page, baseURL }) => {
    const here = `http://localhost:${new URL(baseURL ?? '').port}`
    await buying.putIntoBasket(page, here + bag.address)
    await page.goto(`${here}/checkout`)
    await buying.fillAddress(page)
    await buying.goToPay(page, bag.fen + 1000)
    await buying.giveUp(page)
    expect(page.url()).toBe(`${here}/cart`)
    await page.goto(`${here}/checkout`)
    await buying.fillAddress(page)
    await buying.goToPay(page, bag.fen + 1000)
    await buying.payByCard(page)
    const { number } = await buying.readPaidOrder(page)
    expect(page.url()).toBe(`${here}/orders/${number}?thanks`)
  })

  test('refreshing while paying, and going back after it', async ({ page }) => {
    const note = noteOf('刷新')
    await buying.putIntoBasket(page, bag.address)
    await page.goto('/checkout')
    await buying.fillAddress(page, { note })
    await buying.goToPay(page, bag.fen + 1000)
    await page.reload()
    await buying.payByCard(page)
    const { number } = await buying.readPaidOrder(page)
    await page.reload()
    await buying.readPaidOrder(page)
    await page.waitForLoadState()
    await page.goBack()
    await expect(page.getByText(/不用再付/)).toBeVisible()
    await page.getByRole('link', { name: '回到订单' }).click()
    await expect(page.getByText(number).first()).toBeVisible()
    await page.goto('/checkout')
    await expect(page.getByText('篮里还没有东西')).toBeVisible()
    await page.goto(`/orders/${number}/pay`)
    await expect(page).toHaveURL(new RegExp(`/orders/${number}$`))
    expect(await countOrders(note)).toEqual({ orders: 1, paid: 1 })
  })

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? '' : ', without JavaScript'
    test(`the last one is bought by somebody else before paying${how}`, async ({ visit }) => {
      const note = noteOf('最后一件')
      const page = await visit({ javaScriptEnabled })
      await buying.putIntoBasket(page, only.address)
      await buying.putIntoBasket(page, knot.address)
      await page.goto('/checkout')
      await buying.fillAddress(page, { note })
      const agreed = page.getByRole('checkbox', { name: /^订做的件按我的要求做/ })
      await agreed.check()
      const quicker = await visit()
      await buying.holdLast(quicker, only.address)

      await page.getByRole('button', { name: /^去付款/ }).click()
      const refusal = page.getByRole('alert')
      const expectRefused = async () => {
        await expect(page.getByRole('heading', { level: 1, name: '寄到哪里' })).toBeVisible()
        await expect(refusal).toContainText(`${only.title}：有人正在付款，最迟 `)
        await expect(refusal).toContainText('其他的还在篮里')
        await expect(page.getByRole('button', { name: /^去付款/ })).toHaveCount(0)
        await buying.expectAddressKept(page, note)
        await expect(page.getByLabel('手机号')).toHaveValue(buying.buyer.phone)
      }
      await expectRefused()
      await expect(agreed).toBeChecked()
      await page.reload()
      await expectRefused()
      await page.getByLabel('收件人').press('Enter')
      await expectRefused()
      await refusal.getByRole('link', { name: '看看篮里' }).click()
      await expect(page.getByRole('heading', { level: 1, name: '篮里' })).toBeVisible()
      await page.waitForLoadState()
      await page.goBack()
      await expectRefused()
      await page.goto('/checkout')
      await expectRefused()
      await expect(agreed).not.toBeChecked()
      await agreed.check()
      expect(await countOrders(note)).toEqual({ orders: 0, paid: 0 })

      await page.getByLabel('街道和门牌').fill('示例胡同 9 号')
      await page.getByRole('button', { name: `拿掉「${only.title}」` }).click()
      await expect(page.getByRole('status')).toContainText('改好了，填过的都记着。')
      await expect(page.getByLabel('街道和门牌')).toHaveValue('示例胡同 9 号')
      await expect(agreed).toBeChecked()
      await page.reload()
      await expect(page.getByLabel('街道和门牌')).toHaveValue('示例胡同 9 号')
      await buying.goToPay(page, knot.fen)
      expect(await countOrders(note)).toEqual({ orders: 1, paid: 0 })
      const gone = await visit()
      await gone.goto(only.address)
      await expect(gone.getByText(/这一件有人正在付款，最迟 .* 见分晓。没付成，就又能买了。/)).toBeVisible()

      await buying.giveUp(quicker)
      await buying.putIntoBasket(page, bag.address)
      await page.goto('/checkout')
      await expect(page.getByLabel('收件人')).toHaveValue('')
    })
  }

  test('the only piece in the basket is bought by somebody else, in English', async ({ page, visit }) => {
    await page.goto(`/en${only.address}`)
    await page.getByRole('button', { name: 'Add to basket' }).click()
    await page.goto('/en/checkout')
    await page.getByLabel('Recipient').fill('Lin')
    await page.getByLabel('Mobile number').fill('139')
    const quicker = await visit()
    await buying.holdLast(quicker, only.address)
    await page.getByRole('button', { name: /^Pay CN¥/ }).click()
    const refusal = page.locator('#basket-faults')
    await expect(refusal).toContainText('Somebody is paying for it now. By ')
    await expect(refusal).toContainText('There is nothing else to pay for here.')
    await expect(page.locator('#phone-error')).toBeVisible()
    await expect(page.getByLabel('Recipient')).toHaveValue('Lin')
    await expect(refusal.getByRole('link', { name: 'To the basket' })).toBeVisible()
    await refusal.getByRole('button', { name: /^Remove/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Your basket is empty' })).toBeVisible()
    await buying.giveUp(quicker)
  })

  test('fewer are left than she wants', async ({ page, visit }) => {
    await buying.putIntoBasket(page, scarf.address)
    await page.goto('/cart')
    const quantity = page.getByLabel(`数量：${scarf.title}`)
    const change = page.getByRole('button', { name: '改', exact: true })
    await quantity.fill('99')
    await change.click()
    const said = (await page.locator('.field-error').textContent()) ?? ''
    const stock = Number(/最多能要 (\d+) 件/.exec(said)?.[1])
    await quantity.fill(String(stock))
    await change.click()
    await page.goto('/checkout')
    await buying.fillAddress(page)

    const quicker = await visit()
    await buying.putIntoBasket(quicker, scarf.address)
    await quicker.goto('/checkout')
    await buying.fillAddress(quicker)
    await buying.goToPay(quicker, await buying.readTotal(quicker))
    await page.getByRole('button', { name: /^去付款/ }).click()
    await expect(page.getByRole('alert')).toContainText(`现在只有 ${stock - 1} 件，请改少一点。`)
    await page.getByRole('button', { name: `「${scarf.title}」改成 ${stock - 1} 件` }).click()
    await buying.expectAddressKept(page)
    await buying.goToPay(page, await buying.readTotal(page))
    for (const who of [page, quicker]) await buying.giveUp(who)
  })

  test('what is wrong in a form is listed as its fields stand on the page', async ({ page }) => {
    await page.goto('/report')
    await page.getByRole('button', { name: '交上去' }).click()
    await expectInPageOrder(page, ['kind', 'words', 'contact'])
    await page.getByText('抄了我的图样').click()
    await page.getByRole('button', { name: '交上去' }).click()
    await expectInPageOrder(page, ['kind', 'words', 'contact', 'name', 'ownWork', 'declares'])

    await buying.putIntoBasket(page, knot.address)
    await page.goto('/checkout')
    await page.getByText('要发票').click()
    await page.getByLabel('发票抬头').fill('示例商行')
    await page.getByRole('button', { name: /^去付款/ }).click()
    await expectInPageOrder(page, [
      ...['name', 'phone', 'province', 'county', 'line'],
      ...['invoiceKind', 'agreeMadeToOrder', 'abroadTextId'],
    ])
  })

  test('an order that was given up goes back into the basket', async ({ page }) => {
    await buying.putIntoBasket(page, knot.address)
    await page.goto('/checkout')
    await buying.fillAddress(page)
    await page.getByRole('checkbox', { name: /^订做的件按我的要求做/ }).check()
    await buying.goToPay(page, knot.fen)
    await page.getByRole('link', { name: '返回商店' }).click()
    await page.getByRole('button', { name: '不要了，放回篮里' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '篮里' })).toBeVisible()
    await expect(page.getByRole('link', { name: knot.title })).toBeVisible()
  })
})

test.describe('paying', () => {
  test('with one refused card after the other closes the page, and wallets are left', async ({ page }) => {
    await buying.putIntoBasket(page, bag.address)
    await page.goto('/checkout')
    await buying.fillAddress(page)
    await buying.goToPay(page, bag.fen + 1000)
    const closed = page.getByRole('heading', { name: '付款页已关闭' })
    await expect(async () => {
      await page.reload()
      if (!(await closed.isVisible())) await buying.payByCard(page, 'declined')
      await expect(closed).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 60_000, intervals: [100] })
    await page.getByRole('link', { name: '返回商店' }).click()
    await expect(page.getByText('银行卡试的次数太多，没有扣钱，这一单不再收卡。')).toBeVisible()
    await page.getByRole('button', { name: /^去付款/ }).click()
    await expect(page.getByRole('radio', { name: '银行卡' })).toHaveCount(0)
    await page.getByRole('radio', { name: '微信' }).check()
    await page.getByRole('button', { name: '付款' }).click()
    await buying.readPaidOrder(page)
  })
})

test.describe('what is not yours', () => {
  const unknown = [
    '/nowhere',
    '/en/nowhere',
    '/products/no-such-piece',
    '/products/%00',
    '/crafts/weaving',
    '/makers/no-such-maker',
    '/verify/ZGJ-9999',
    '/orders/2611-000000',
    '/orders/2611-000000/pay',
    '/orders/2611-000000/open/AAAAAAAAAAAAAAAAAAAAAA',
    '/orders/1/open/1',
    '/media/0000-320.webp',
  ]
  test('unknown addresses are 404', async ({ page }) => {
    for (const path of unknown) expect((await page.request.get(path)).status(), path).toBe(404)
    await page.goto('/products/no-such-piece')
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  })

  test('strangers are sent to sign in', async ({ page }) => {
    const closed = ['/account', '/account/orders', '/studio', '/studio/products/new', '/studio/income']
    const desk = [
      '/desk',
      '/desk/listings',
      '/desk/households',
      '/desk/payouts',
      `/desk/payouts/${nobody}/file`,
      '/admin',
    ]
    for (const path of [...closed, ...desk]) {
      await page.goto(path)
      expect(new URL(page.url()).pathname, path).toBe('/sign-in')
      expect(new URL(page.url()).searchParams.get('returnTo')).toBe(path)
    }
    await page.goto('/en/studio')
    expect(new URL(page.url()).pathname).toBe('/en/sign-in')
  })
})

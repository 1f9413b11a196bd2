import { accounts } from '../fixtures/accounts'
import { expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'
import * as buying from '../fixtures/journey-buying'

/** A piece made to the buyer's words, and one that its maker sells in another kind. */

const asking = { title: '玛瑙红玻璃长串', address: '/products/long-glass-string-agate-red' }
const inKinds = { title: '学徒第一结', address: '/products/apprentices-first-knot' }
const tag = '珠牌上刻什么字'
const blue = { zh: '石青', yuan: '31', fen: 3100 }

test('two answers are two lines, and the maker reads them where she works', async ({ visit, visitAs }) => {
  test.setTimeout(120_000)
  const page = await visit({ javaScriptEnabled: false, viewport: phone })
  const answer = async (who: string) => {
    await page.goto(asking.address)
    await page.getByLabel(tag).fill(who)
    await page.getByRole('button', { name: '放进篮里' }).click()
  }
  await test.step('a long answer is refused beside its field, and stays', async () => {
    await answer('平安喜乐福')
    await expect(page.locator('[id="answers[0].text-error"]')).toHaveText('最多 4 个字，现在是 5 个。')
    await expect(page.getByLabel(tag)).toHaveValue('平安喜乐福')
    await expect(page.getByRole('alert')).toBeInViewport()
    await noSidewaysScroll(page)
  })
  await test.step('on the English page the advice below it is English too', async () => {
    await page.goto(`/en${asking.address}`)
    await expect(page.getByLabel('Words to carve on the tag')).toHaveAccessibleDescription(
      'Two to four Chinese characters. At most 4 characters.',
    )
  })
  await test.step('each answer is a line of its own', async () => {
    for (const who of ['平安', '如意', '平安']) {
      await answer(who)
      await expect(page.getByRole('status')).toContainText('放进篮里了')
    }
    await page.goto('/cart')
    await expect(page.getByLabel(`数量：${asking.title}`)).toHaveCount(2)
    await expect(page.getByLabel(`数量：${asking.title}`).first()).toHaveValue('2')
    for (const who of ['平安', '如意']) await expect(page.getByText(`${tag}：${who}`)).toBeVisible()
    await page
      .getByRole('button', { name: `拿掉「${asking.title}」` })
      .last()
      .click()
    await expect(page.getByText(`${tag}：如意`)).toHaveCount(0)
    await noSidewaysScroll(page)
  })
  const number = await test.step('the order keeps them, agreed to as made to order', async () => {
    await page.goto('/checkout')
    await expect(page.locator('#sum')).toContainText(`${tag}：平安`)
    await buying.fillAddress(page)
    await page.getByRole('checkbox', { name: /^订做的件按我的要求做/ }).check()
    const total = await buying.readTotal(page)
    await buying.goToPay(page, total)
    await buying.payByCard(page)
    const placed = await buying.readPaidOrder(page)
    await expect(page.getByText(`${tag}：平安`)).toBeVisible()
    return placed.number
  })
  await test.step('she reads them on her work page', async () => {
    const maker = await visitAs(accounts.xiuzhen)
    await buying.openWork(maker, asking.title, number)
    await expect(maker.getByText(`${tag}：平安`)).toBeVisible()
  })
})

test('more of a kind than there are is refused on the piece’s own page, with her choice kept', async ({
  visit,
}) => {
  const page = await visit({ javaScriptEnabled: false, viewport: phone })
  await page.goto('/products/crochet-rabbit-orange-bow')
  const smaller = page.getByRole('radio', { name: /^18 cm/ })
  await smaller.check({ force: true })
  await page.getByLabel('数量').selectOption('3')
  await page.getByRole('button', { name: '放进篮里' }).click()
  await expect(page.locator('#quantity-error')).toHaveText('这一件现在最多能要 1 件。')
  await expect(page).toHaveURL(/crochet-rabbit-orange-bow/)
  await expect(smaller).toBeChecked()
  await expect(page.getByLabel('数量')).toHaveValue('3')
  await noSidewaysScroll(page)
})

test('with JavaScript no more of a kind are offered than there are, and her choice comes down to that', async ({
  visit,
}) => {
  const page = await visit({ viewport: phone })
  await page.goto('/products/crochet-rabbit-orange-bow')
  await page.getByRole('radio', { name: /^26 cm/ }).check({ force: true })
  const quantity = page.getByLabel('数量')
  const offered = quantity.locator('option:enabled')
  await expect.poll(() => offered.count()).toBeGreaterThan(2)
  const most = await offered.count()
  await quantity.selectOption('3')
  await page.getByRole('radio', { name: /^18 cm/ }).check({ force: true })
  await expect(offered).toHaveCount(1)
  await expect(quantity).toHaveValue('1')
  await page.getByRole('radio', { name: /^26 cm/ }).check({ force: true })
  await expect(offered).toHaveCount(most)
})

test('another kind, from the studio through the desk to the page that follows the choice', async ({
  visitAs,
  page,
}) => {
  test.setTimeout(120_000)
  const maker = await visitAs(accounts.guilan)
  await test.step('a row is added, must be whole, and is kept', async () => {
    await maker.setViewportSize(phone)
    await maker.goto('/studio/products')
    await maker.getByRole('link', { name: inKinds.title }).click()
    await maker.getByRole('button', { name: '改这一件' }).click()
    await maker.goto(maker.url().replace(/\/words.*$/, '/price'))
    await maker.getByRole('button', { name: '再添一款' }).click()
    const row = maker.getByRole('group', { name: '第 3 款' })
    await row.getByLabel(/^叫什么/).fill(blue.zh)
    await maker.getByRole('button', { name: '下一步：看一遍' }).click()
    await expect(maker.locator('#options-error')).toContainText('每一款都要写上名字、价钱')
    await row.getByLabel('卖多少钱一件').fill(blue.yuan)
    await row.getByLabel('现在有几件').fill('2')
    await maker.locator('#lowWageReason').fill('学徒打的，便宜些。')
    expect(await findAxeFaults(maker)).toEqual([])
    await noSidewaysScroll(maker)
    await maker.getByRole('button', { name: '下一步：看一遍' }).click()
    await expect(maker.getByText(`${blue.zh} ¥31.00 2 件`)).toBeVisible()
    await maker.getByRole('button', { name: /交给联络员/ }).click()
    await expect(maker.getByText('交上去了')).toBeVisible()
  })
  await test.step('the coordinator sees what differs', async () => {
    const desk = await visitAs(accounts.coordinatorYuzhong)
    await desk.goto('/desk/listings')
    await desk.getByRole('link', { name: inKinds.title }).first().click()
    await expect(desk.getByRole('row', { name: /款式/ })).toContainText(`${blue.zh} ¥31.00 2 件`)
    await desk.getByRole('button', { name: /上架/ }).click()
  })
  await test.step('price and day on the page are those of the chosen kind', async () => {
    await page.goto(inKinds.address)
    const price = page.locator('.buy-price:visible .price')
    await expect(price).toContainText('26')
    await page.getByRole('radio', { name: new RegExp(blue.zh) }).check()
    await expect(price).toContainText('31')
    await page.getByRole('button', { name: '放进篮里' }).click()
    await page.goto('/cart')
    await expect(page.getByText(blue.zh)).toBeVisible()
    await noSidewaysScroll(page)
  })
})

import type { Page } from '@playwright/test'
import { expect, findAxeFaults, noSidewaysScroll, test, yuan } from '../fixtures/app'
import * as buying from '../fixtures/journey-buying'

/** What somebody new to the shop taps on one piece's page and in her basket, and what comes of it. */

const lowPhone = { width: 360, height: 740 }
const rabbit = { title: '钩编兔子，橘色领结', address: '/products/crochet-rabbit-orange-bow' }
const asking = '/products/long-glass-string-agate-red'
const knot = { title: '五结圆环挂饰', address: '/products/wreath-five-knots', fen: 49600 }
const bag = { title: '大珠包挂，带穗', address: '/products/bag-charm-large-beads' }
const only = { title: '蓝染布底盘长挂屏', address: '/products/endless-knot-on-indigo-cloth' }

const barButton = (page: Page) => page.locator('.buy-bar').getByRole('button', { name: '买这一件' })

test.describe('the bar at the foot of a phone', () => {
  for (const javaScriptEnabled of [true, false]) {
    test(`buys the kind that is chosen, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
      visit,
    }) => {
      const page = await visit({ viewport: lowPhone, javaScriptEnabled })
      await page.goto(rabbit.address)
      await page.getByRole('radio', { name: /^26 cm/ }).check({ force: true })
      await page.getByRole('banner').scrollIntoViewIfNeeded()
      await barButton(page).click()
      await expect(page.getByRole('heading', { level: 1, name: '寄到哪里' })).toBeVisible()
      await expect(page.locator('#sum')).toContainText('26 cm')
    })
  }

  test('leads to what is not answered yet, and is out of its way', async ({ visit }) => {
    const page = await visit({ viewport: lowPhone })
    await page.goto(asking)
    await barButton(page).click()
    await expect(page.locator('[id="answers[0].text-error"]')).toBeVisible()
    await expect(page.getByRole('alert')).toBeInViewport()
  })

  test('is gone where the form’s own button is, and back below it', async ({ visit }) => {
    const page = await visit({ viewport: lowPhone })
    await page.goto(rabbit.address)
    const bar = page.locator('.buy-bar')
    await expect(bar).toBeInViewport()
    await page.locator('#buy-form').getByRole('button', { name: '买这一件' }).scrollIntoViewIfNeeded()
    await expect(bar).toBeHidden()
    await expect(page.locator('.btn-seal:visible')).toHaveCount(1)
    await page.getByRole('heading', { name: '相像的' }).scrollIntoViewIfNeeded()
    await expect(bar).toBeVisible()
    await noSidewaysScroll(page)
  })
})

test('a piece opens with the kind whose price lists say', async ({ page }) => {
  await page.goto('/search?q=兔子&max=100')
  const label = page.getByRole('article').filter({ has: page.locator(`a[href="${rabbit.address}"]`) })
  await expect(label).toContainText('86')
  await label.getByRole('link').first().click()
  await expect(page.getByRole('radio', { name: /^18 cm/ })).toBeChecked()
  await expect(page.locator('.buy-price:visible .price')).toContainText('86')
})

test('many of what is made to order are asked for by a number', async ({ visit }) => {
  const page = await visit({ javaScriptEnabled: false, viewport: lowPhone })
  await page.goto(knot.address)
  await page.getByLabel('数量').fill('一百')
  await page.getByRole('button', { name: '放进篮里' }).click()
  await expect(page.locator('#quantity-error')).toBeVisible()
  await expect(page.getByLabel('数量')).toHaveValue('一百')
  await page.getByLabel('数量').fill('４８')
  await page.getByRole('button', { name: '放进篮里' }).click()
  await page.goto('/cart')
  await expect(page.getByLabel(`数量：${knot.title}`)).toHaveValue('48')
})

for (const javaScriptEnabled of [true, false]) {
  test(`numbers typed in the basket go along to the checkout, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    visit,
  }) => {
    const page = await visit({ javaScriptEnabled, viewport: lowPhone })
    await buying.putIntoBasket(page, knot.address)
    await buying.putIntoBasket(page, rabbit.address)
    await page.goto('/cart')
    const knots = page.getByLabel(`数量：${knot.title}`)
    const onward = page.getByRole('button', { name: /^去结账/ })
    await knots.fill('0')
    await onward.click()
    await expect(page.locator('.field-error')).toHaveText('请填 1 到 99 之间的整数。')
    await expect(knots).toHaveValue('0')
    await noSidewaysScroll(page)
    await knots.fill('3')
    await onward.click()
    await expect(page.getByRole('heading', { level: 1, name: '寄到哪里' })).toBeVisible()
    await expect(page.locator('#sum')).toContainText(`3 件 × ${yuan(knot.fen)}`)
    await page.goto('/cart')
    await expect(knots).toHaveValue('3')
  })
}

test('what another tab changed since stays, where nothing was typed', async ({ page, context }) => {
  await buying.putIntoBasket(page, knot.address)
  await page.goto('/cart')
  const other = await context.newPage()
  await buying.putIntoBasket(other, knot.address)
  await page.getByRole('button', { name: /^去结账/ }).click()
  await expect(page.locator('#sum')).toContainText(`2 件 × ${yuan(knot.fen)}`)
})

test('one piece is bought by itself, and the basket stays', async ({ page, context }) => {
  await buying.putIntoBasket(page, bag.address)
  await page.goto(knot.address)
  await page.getByRole('button', { name: '买这一件' }).first().click()
  const sum = page.locator('#sum')
  await expect(sum).toContainText(knot.title)
  await expect(sum).not.toContainText(bag.title)
  await expect(page.getByText('这一单只有这一样。篮里的 1 件还留着。')).toBeVisible()
  await noSidewaysScroll(page)
  expect(await findAxeFaults(page)).toEqual([])

  await test.step('two tabs buy each their own', async () => {
    const other = await context.newPage()
    await other.goto(rabbit.address)
    await other.getByRole('button', { name: '买这一件' }).first().click()
    await expect(other.locator('#sum')).toContainText(rabbit.title)
    await page.reload()
    await expect(sum).toContainText(knot.title)
    await expect(sum).not.toContainText(rabbit.title)
    await other.close()
  })

  await test.step('what is wrong comes back to the same piece, and it alone is ordered', async () => {
    await buying.fillAddress(page, { phone: '139' })
    await page.getByRole('checkbox', { name: /^订做的件按我的要求做/ }).check()
    await page.getByRole('button', { name: /^去付款/ }).click()
    await expect(page.locator('#phone-error')).toBeVisible()
    await expect(sum).not.toContainText(bag.title)
    await page.getByLabel('手机号').fill(buying.buyer.phone)
    await buying.goToPay(page, knot.fen)
    await page.goto('/cart')
    await expect(page.getByLabel(`数量：${bag.title}`)).toHaveValue('1')
    await expect(page.getByText(knot.title)).toHaveCount(0)
  })
})

test('a piece for which somebody is paying is not called sold', async ({ page, visit }) => {
  await buying.putIntoBasket(page, only.address)
  const quicker = await visit()
  await buying.holdLast(quicker, only.address)
  const said = /有人正在付款，最迟 \d+ 月 \d+ 日 \d\d:\d\d 见分晓/
  // on the piece's own page its column alone: a neighbour may be sold out
  for (const [address, where] of [
    [only.address, '.buy'],
    ['/cart', 'main'],
    ['/checkout', 'main'],
  ] as const) {
    await page.goto(address)
    await expect(page.locator(where)).toContainText(said)
    await expect(page.locator(where)).not.toContainText(/售完|一共 ?¥0\.00/)
    await noSidewaysScroll(page)
  }
  await page.goto(`/en${only.address}`)
  await expect(page.getByRole('main')).toContainText(/Somebody is paying for it now.*Beijing\u00a0time/)
  await buying.giveUp(quicker)
  await page.goto('/cart')
  await expect(page.getByRole('button', { name: /^去结账/ })).toBeVisible()
})

test('kinds named by a colour show it', async ({ page }) => {
  await page.goto('/products/large-scalloped-coaster')
  const tiles = page.locator('.tile')
  await expect(tiles).toHaveCount(3)
  await expect(tiles.locator('.tile-plait')).toHaveCount(3)
  const shown = await tiles
    .locator('.tile-plait')
    .evaluateAll((found) => found.map((one) => getComputedStyle(one).backgroundColor))
  expect(new Set(shown).size).toBe(3)
  expect(await findAxeFaults(page)).toEqual([])
})

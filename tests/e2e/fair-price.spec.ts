import { accounts } from '../fixtures/accounts'
import { expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

/** What a price leaves for an hour of her work: worked out as she types and without scripts, low prices with a reason, the account shown to buyers when she wants. */

const piece = { title: '墨绿双圈手串', address: '/products/double-bracelet-deep-green' }
const other = { title: '山水烙画葫芦', yuan: '368' }

test('a price below the lowest wage is handed in with a reason, and its account shown to buyers', async ({
  visit,
  visitAs,
}) => {
  const maker = await visitAs(accounts.xiuzhen)
  await maker.setViewportSize(phone)
  await maker.goto('/studio/products')
  await maker.getByRole('link', { name: piece.title }).click()
  await maker.getByRole('button', { name: '改这一件' }).click()
  await expect(maker.getByRole('heading', { level: 1, name: '说说这一件' })).toBeVisible()
  await maker.locator('summary', { hasText: '方便人家找到' }).click()
  await maker.getByRole('checkbox', { name: '搬家' }).check()
  await noSidewaysScroll(maker)
  expect(await findAxeFaults(maker)).toEqual([])
  await maker.getByRole('button', { name: '下一步：定价钱' }).click()
  await expect(maker.getByRole('heading', { level: 1, name: '定个价钱' })).toBeVisible()

  // 98.00 − 4.90 over 2.5 hours; with 55.00 of materials and 3.00 of packing 35.10 are left
  const account = maker.locator('section.earning')
  await expect(account).toContainText('¥37.24')
  await maker.getByLabel('一件的料钱').fill('55')
  await maker.getByLabel('一件的包装钱').fill('3')
  await expect(account).toContainText('手工剩 ¥35.10，2.5 小时，您一小时挣¥14.04')
  await expect(account).toContainText('低于甘肃省一小时最低 ¥18.00')
  await maker.getByLabel('一小时想挣多少').fill('20')
  // 2.5 × 20.00 + 58.00 = 108.00 is 95 % of 113.69
  await expect(maker.getByText('一小时挣 ¥20.00，这一件要卖 ¥114.00。')).toBeVisible()
  await noSidewaysScroll(maker)
  expect(await findAxeFaults(maker)).toEqual([])
  await maker.getByRole('button', { name: '下一步：看一遍' }).click()
  const why = maker.getByLabel('为什么卖这么低')
  await expect(maker.locator('#lowWageReason-error')).toContainText('请说一句为什么')

  const quiet = await visit({ storageState: await maker.context().storageState(), javaScriptEnabled: false })
  await quiet.goto(maker.url())
  await quiet.getByRole('button', { name: '就卖这个价' }).click()
  await expect(quiet.getByLabel('卖多少钱一件')).toHaveValue('114')
  await expect(quiet.locator('section.earning')).toContainText('您一小时挣¥20.12')
  await expect(quiet.getByLabel('为什么卖这么低')).toHaveCount(0)
  await quiet.getByLabel('卖多少钱一件').fill('98')
  await quiet.getByRole('button', { name: '算算到手多少' }).click()
  await expect(quiet.locator('section.earning')).toContainText('您一小时挣¥14.04')

  await maker.reload()
  await why.fill('料是剩的，串着快')
  await maker.getByLabel('把这笔账写给买家看').check()
  await maker.getByRole('button', { name: '下一步：看一遍' }).click()
  await expect(maker.getByText('料是剩的，串着快')).toBeVisible()
  await maker.getByRole('button', { name: '交给联络员看' }).click()
  await expect(maker.getByRole('status')).toContainText('交上去了')

  const desk = await visitAs(accounts.coordinatorYongdeng)
  await desk.goto('/desk/listings')
  await desk
    .getByRole('row', { name: piece.title })
    .getByRole('link', { name: piece.title, exact: true })
    .click()
  const occasion = desk.getByRole('table', { name: '一处一处看' }).getByRole('row', { name: '什么时候用' })
  await expect(occasion.locator('ins')).toContainText('搬家')
  await expect(desk.getByText('这个价钱一小时挣 ¥14.04，低于甘肃省一小时最低 ¥18.00。')).toBeVisible()
  await expect(desk.getByText('她说：料是剩的，串着快')).toBeVisible()
  await desk.getByRole('button', { name: '通过，上架' }).click()
  await expect(desk.getByText('通过了，已经上架。')).toBeVisible()

  const buyer = await visit()
  await buyer.goto(piece.address)
  const shown = buyer.getByRole('region', { name: '她那一股里' })
  await expect(shown).toContainText('2.5 小时手工¥35.10')
  await expect(shown).toContainText('一小时挣¥14.04')
  await expect(buyer.getByText('料是剩的')).toHaveCount(0)
  await buyer.goto('/crafts/beadwork?occasion=new-home')
  await expect(buyer.getByRole('link', { name: piece.title })).toBeVisible()
})

test('one more piece like it begins with its words and its price', async ({ visitAs }) => {
  const maker = await visitAs(accounts.broker)
  await maker.goto('/studio/products')
  await maker.getByRole('link', { name: other.title }).click()
  await maker.getByRole('button', { name: '照这件再上一件' }).click()
  await expect(maker).toHaveURL(/\/photos$/)
  await expect(maker.getByRole('listitem').filter({ hasText: '重拍' })).toHaveCount(0)
  const copy = maker.url().replace(/\/photos$/, '')
  await maker.goto(`${copy}/words`)
  await expect(maker.getByLabel('叫什么')).toHaveValue(other.title)
  await maker.goto(`${copy}/price`)
  await expect(maker.getByLabel('卖多少钱一件')).toHaveValue(other.yuan)
  await maker.goto(copy)
  await maker.getByRole('button', { name: '不上这一件了' }).click()
  await expect(maker.getByRole('status')).toBeVisible()
})

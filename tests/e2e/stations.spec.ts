import { expect, test, yuan } from '../fixtures/app'
import * as buying from '../fixtures/journey-buying'
import { findFaultsOfStations } from '../fixtures/looks'

/** The stations of an order that only a journey reaches, without one fault of accessibility: before it is paid, by card or from a bank account, and after. */

const piece = '/products/four-coasters-rust'

test('from the pay page to the order that is paid', async ({ visit }) => {
  test.slow()
  const page = await visit()
  await buying.putIntoBasket(page, piece)
  await page.goto('/checkout')
  await buying.fillAddress(page, { phone: '13900002361' })
  const totalFen = await buying.readTotal(page)
  await buying.goToPay(page, totalFen)
  await page.getByRole('link', { name: '返回商店' }).click()
  const pay = new URL(page.url()).pathname
  expect(pay).toMatch(/^\/orders\/\d{4}-\d{6}\/pay$/)
  expect(await findFaultsOfStations(page, [pay])).toEqual([])

  await page.goto(pay)
  await page.getByRole('button', { name: '改用对公转账' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '对公转账' })).toBeVisible()
  const transfer = new URL(page.url()).pathname
  expect(await findFaultsOfStations(page, [transfer])).toEqual([])

  await page.goto(transfer)
  await page.getByRole('button', { name: '改用银行卡' }).click()
  await buying.goToPay(page, totalFen)
  await expect(page.getByRole('button', { name: `付款 ${yuan(totalFen)}` })).toBeVisible()
  await buying.payByCard(page)
  const { number } = await buying.readPaidOrder(page)
  expect(await findFaultsOfStations(page, [`/orders/${number}?thanks`, `/orders/${number}`])).toEqual([])
})

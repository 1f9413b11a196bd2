import { expect, noSidewaysScroll, phone, test } from '../fixtures/app'

const dated = /^Estimates use the exchange rate of \d{1,2} \w+ \d{4}; you pay in Chinese yuan/

/** What a visitor from abroad sees beside prices; the shop charges yuan. */

test('a visitor chooses in which currency prices are estimated, without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/en/products/bag-charm-large-beads')
  await expect(page.getByText(/about US\$[\d.]+\. Estimated at the rate of/)).toBeVisible()
  for (const country of ['Japan', 'Germany']) {
    await page.goto('/en/destination?back=/en/crafts/beadwork')
    await page.getByLabel('Country or region').selectOption({ label: country })
    await page.getByRole('button', { name: 'Send it there' }).click()
    await expect(page).toHaveURL(/\/en\/crafts\/beadwork$/)
  }
  for (const list of ['/en', '/en/search', '/en/makers/guilan-knots', '/en/crafts/beadwork']) {
    await page.goto(list)
    await expect(page.getByText(dated), list).toHaveCount(1)
  }
  await expect(page.getByText(/about €[\d.]+/).first()).toBeVisible()
  await page.getByLabel('Estimate prices in').selectOption('USD')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByText(/about US\$[\d.]+/).first()).toBeVisible()
  await page.goto('/en/products/bag-charm-large-beads')
  await page.getByLabel('Estimate prices in').selectOption('EUR')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(/\/en\/products\/bag-charm-large-beads$/)
  await expect(page.getByText(/about €[\d.]+\. Estimated/)).toBeVisible()
  await noSidewaysScroll(page)
  await page.goto('/en/crafts/beadwork')
  await expect(page.getByText(/about €[\d.]+/).first()).toBeVisible()
  await page.getByLabel('Estimate prices in').selectOption('CNY')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByText(/about (€|US\$)/)).toHaveCount(0)
  await expect(page.getByText(dated)).toHaveCount(0)
  await page.goto('/products/bag-charm-large-beads')
  await expect(page.getByText(/(€|US\$)\d/)).toHaveCount(0)
  await context.close()
})

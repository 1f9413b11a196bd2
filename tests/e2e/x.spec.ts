import { accounts, signInAs } from '../fixtures/accounts'
import { expect, test } from '../fixtures/app'
for (const path of ['/', '/search', '/search?q=盘长', '/crafts/knots', '/products/endless-knot-hall', '/makers', '/makers/guilan-knots', '/cart', '/checkout', '/orders', '/about', '/help', '/impact', '/sign-in', '/verify/ZGJ-0001', '/nowhere'])
  test(path, async ({ page }) => {
    await page.goto(path)
    console.log(path, await page.title(), await page.locator('h1').allTextContents(), await page.locator('script').count())
  })
test('studio', async ({ page }) => {
  await signInAs(page, accounts.guilan)
  console.log(page.url())
  for (const path of ['/studio', '/studio/products', '/studio/products/new', '/studio/orders', '/studio/income']) {
    await page.goto(path)
    console.log(path, await page.title())
    console.log(await page.locator('main').ariaSnapshot())
  }
})

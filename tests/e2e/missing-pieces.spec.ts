import { expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

/** Ways on: from a mistyped address, from a piece to others like it, and from the first page by what for and from where. */

test.use({ viewport: phone })

test('a mistyped address is 404 and offers what its words name', async ({ page }) => {
  const answer = await page.goto('/products/gourd-engraved-carps')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1, name: '没有这一件' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: '您找的可能是' })).toBeVisible()
  await expect(page.getByRole('link', { name: '双鱼刻葫芦' })).toBeVisible()
  await noSidewaysScroll(page)
  expect(await findAxeFaults(page)).toEqual([])
})

test('a piece leads to others like it, of other makers', async ({ page }) => {
  await page.goto('/products/gourd-engraved-carp')
  const similar = page.locator('section').filter({ has: page.getByRole('heading', { name: '相像的' }) })
  await expect(similar.getByRole('article')).toHaveCount(4)
  await expect(similar.getByText('七山葫芦')).toHaveCount(0)
  const pictures = await similar
    .getByRole('img')
    .evaluateAll((images) => images.map((image) => image.getAttribute('src')))
  expect(new Set(pictures).size).toBe(pictures.length)
})

test('the first page leads in by occasion and by county', async ({ page }) => {
  await page.goto('/')
  await noSidewaysScroll(page)
  await page.getByRole('link', { name: /^结婚/ }).first().click()
  await expect(page).toHaveURL(/\/search\?occasion=wedding$/)
  await expect(page.getByRole('article').first()).toBeVisible()
  await page.goto('/')
  await page.getByRole('link', { name: /^榆中县/ }).click()
  await expect(page).toHaveURL(/\/search\?place=620123$/)
  await expect(page.getByRole('article').first()).toContainText('榆中县')
})

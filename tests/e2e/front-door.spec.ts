import { expect, test } from '../fixtures/app'

/** What every answer carries, and what machines ask for. */

const pages = [
  ['kept for many', '/', {}],
  ['rendered for somebody known', '/', { cookie: 'cart=none' }],
  ['with the framework’s script', '/studio', {}],
  ['that is not there', '/nowhere', {}],
] as const

for (const [what, address, headers] of pages)
  test(`a page ${what} says what a browser may do with it`, async ({ request }) => {
    const answer = await request.get(address, { headers, maxRedirects: 0 })
    const said = answer.headers()
    const policy = said['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("object-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(said['x-content-type-options']).toBe('nosniff')
    expect(said['referrer-policy']).toBe('same-origin')
    expect(said['x-powered-by']).toBeUndefined()
  })

test('a form from another site is refused', async ({ request }) => {
  const answer = await request.post('/cart', {
    form: { intent: 'remove' },
    headers: { origin: 'https://elsewhere.example' },
  })
  expect(answer.status()).toBe(403)
})

test('machines find what they ask for', async ({ request, baseURL }) => {
  const robots = await (await request.get('/robots.txt')).text()
  expect(robots).toMatch(/^User-agent: \*$/m)
  expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml`)
  const index = await (await request.get('/sitemap.xml')).text()
  const parts = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address)
  expect(parts).toContain(`${baseURL}/sitemap.xml?part=pieces-1`)
  const read = await Promise.all(parts.map(async (address) => (await request.get(address)).text()))
  const sitemap = read.join()
  expect(sitemap).toContain(`<loc>${baseURL}/products/bag-charm-large-beads</loc>`)
  expect(sitemap).toContain(`<loc>${baseURL}/en/makers</loc>`)
  expect(sitemap).not.toMatch(/\/(studio|desk|admin|account|orders)\b/)
  expect((await request.get('/sitemap.xml?part=pieces-999')).status()).toBe(404)
  for (const address of ['/healthz', '/readyz']) expect((await request.get(address)).status()).toBe(200)
})

test('catalogue pages are fetched ahead, and nothing that is somebody’s or changes anything', async ({
  page,
  request,
}) => {
  for (const cookie of [null, 'cart=none']) {
    const answer = await request.get('/crafts/knots', { headers: cookie ? { cookie } : {} })
    expect(answer.headers()['speculation-rules']).toBe('"/speculation-rules.json"')
  }
  for (const address of ['/cart', '/orders', '/sign-in'])
    expect((await request.get(address)).headers()['speculation-rules'], address).toBeUndefined()
  const rules = await request.get('/speculation-rules.json')
  expect(rules.headers()['content-type']).toBe('application/speculationrules+json')
  const addresses = [...(await rules.text()).matchAll(/"(\/[^"]*)"/g)].map(([, address]) => address)
  expect(addresses.length).toBeGreaterThan(0)
  for (const address of addresses) expect(address).toMatch(/^(\/en)?\/(products|makers|crafts)\/\*$/)

  await expect(async () => {
    await page.goto('/crafts/knots')
    const piece = page.locator('a.piece-link').first()
    await piece.hover()
    await piece.click({ delay: 300 })
    const how = await page.evaluate(
      () => performance.getEntriesByType('navigation')[0]?.toJSON().deliveryType,
    )
    expect(how).toBe('navigational-prefetch')
  }).toPass()
})

import { expect, it } from 'vitest'
import { sitemapXml } from './sitemap-xml'

it('lists every page in both languages, each naming the other', () => {
  const xml = sitemapXml('https://example.org', [
    { path: '/', changedOn: null },
    { path: '/products/a&b', changedOn: '2026-11-23' },
  ])
  expect(xml).toContain('<url><loc>https://example.org/</loc>')
  expect(xml).toContain('<loc>https://example.org/en</loc>')
  expect(xml).toContain('<loc>https://example.org/en/products/a&#38;b</loc><lastmod>2026-11-23</lastmod>')
  expect(xml.match(/hreflang="en"/g)).toHaveLength(4)
})

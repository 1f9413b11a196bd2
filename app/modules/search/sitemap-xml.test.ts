import { expect, it } from 'vitest'
import { sitemapIndexXml, sitemapXml } from './sitemap-xml'

it('names every part in the index, each at an address beside it', () => {
  const xml = sitemapIndexXml('https://example.org', [
    { kind: 'pages', number: 1 },
    { kind: 'pieces', number: 12 },
  ])
  expect(xml).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://example.org/sitemap.xml?part=pages-1</loc></sitemap>
<sitemap><loc>https://example.org/sitemap.xml?part=pieces-12</loc></sitemap>
</sitemapindex>
`)
})

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

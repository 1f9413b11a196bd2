import type { APIRequestContext } from '@playwright/test'
import { z } from 'zod'
import { expect, test } from '../fixtures/app'

/** What pages say of themselves to search engines and to whoever is sent a link. */

const Data = z.array(z.looseObject({ '@context': z.literal('https://schema.org'), '@type': z.string() }))
/** An offer of one price, or of a range. */
const Offer = z.looseObject({
  '@type': z.enum(['Offer', 'AggregateOffer']),
  url: z.url(),
  priceCurrency: z.literal('CNY'),
  availability: z.templateLiteral(['https://schema.org/', z.enum(['InStock', 'MadeToOrder', 'SoldOut'])]),
})
const Piece = z.looseObject({ image: z.array(z.url()).min(1), offers: Offer })
const yuan = /^\d+\.\d{2}$/

type Tag = Record<string, string>

/** The head of a page as it was sent: the attributes of its links and meta tags, and its structured data. */
async function readHead(request: APIRequestContext, address: string) {
  const answer = await request.get(address)
  expect(answer.status(), address).toBe(200)
  const html = await answer.text()
  const tags = (name: string): Tag[] =>
    [...html.matchAll(new RegExp(`<${name}\\s([^>]*)>`, 'g'))].map(([, written = '']) =>
      Object.fromEntries(
        [...written.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
          key.toLowerCase(),
          value,
        ]),
      ),
    )
  const links = tags('link')
  const metas = tags('meta')
  const scripts = html.matchAll(/<script type="application\/ld\+json"[^>]*>([^<]*)<\/script>/g)
  return {
    canonical: links.filter(({ rel }) => rel === 'canonical').map(({ href }) => href),
    alternates: links
      .filter(({ rel, hreflang }) => rel === 'alternate' && hreflang)
      .map(({ hreflang, href }) => [hreflang, href]),
    /** every value of an Open Graph property: there must be one */
    said: (property: string) =>
      metas.filter((tag) => tag.property === property).map(({ content }) => content),
    data: Data.parse([...scripts].map(([, text = '']) => JSON.parse(text))),
  }
}

const pages = [
  { what: 'the first page', path: '/', types: ['Organization'] },
  { what: 'a list', path: '/crafts/knots', types: ['BreadcrumbList'] },
  { what: 'a piece', path: '/products/bag-charm-large-beads', types: ['Product', 'BreadcrumbList'] },
  { what: 'a maker', path: '/makers/two-streets-beads', types: [] },
  { what: 'all makers', path: '/makers', types: [] },
  { what: 'who is behind the shop', path: '/about', types: [] },
  { what: 'help', path: '/help', types: [] },
  { what: 'what comes of it', path: '/impact', types: [] },
]

for (const { what, path, types } of pages)
  test(`${what} names itself, its other language and its picture`, async ({ request, baseURL }) => {
    const chinese = `${baseURL}${path}`
    const english = `${baseURL}/en${path === '/' ? '' : path}`
    for (const own of [chinese, english]) {
      const head = await readHead(request, `${own}?utm_source=friend&fbclid=1`)
      expect(head.canonical).toEqual([own])
      expect(head.alternates).toEqual([
        ['zh-CN', chinese],
        ['en', english],
        ['x-default', chinese],
      ])
      expect(head.said('og:url')).toEqual([own])
      expect(head.said('og:locale')).toEqual([own === english ? 'en_GB' : 'zh_CN'])
      expect(head.said('og:title')).toEqual([expect.stringMatching(/\S/)])
      const [image = '', ...others] = head.said('og:image')
      expect(others).toEqual([])
      expect(image.startsWith(`${baseURL}/`), image).toBe(true)
      const picture = await request.get(image)
      expect(picture.status(), image).toBe(200)
      expect(picture.headers()['content-type']).toMatch(/^image\/(jpeg|png)$/)
      expect(head.data.map((one) => one['@type'])).toEqual(types)
    }
  })

test('a piece says in both languages what it costs, and where that is offered', async ({
  request,
  baseURL,
}) => {
  for (const own of ['/products/bag-charm-large-beads', '/en/products/bag-charm-large-beads']) {
    const { data } = await readHead(request, own)
    const { image, offers } = Piece.parse(data[0])
    for (const address of [...image, offers.url])
      expect(address.startsWith(`${baseURL}/`), address).toBe(true)
    expect(offers.url).toBe(`${baseURL}${own}`)
    expect(offers['@type'] === 'Offer' ? offers.price : offers.lowPrice).toMatch(yuan)
  }
})

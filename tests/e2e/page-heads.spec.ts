import type { APIRequestContext } from '@playwright/test'
import sharp from 'sharp'
import { z } from 'zod'
import { expect, test } from '../fixtures/app'
import { askRaw } from '../fixtures/ask-raw'

/** What pages say of themselves to search engines and to whoever is sent a link. */

const Data = z.array(z.looseObject({ '@context': z.literal('https://schema.org'), '@type': z.string() }))
/** An offer of one price, or of a range. */
const Offer = z.looseObject({
  '@type': z.enum(['Offer', 'AggregateOffer']),
  url: z.url(),
  priceCurrency: z.literal('CNY'),
  availability: z.templateLiteral(['https://schema.org/', z.enum(['InStock', 'MadeToOrder', 'SoldOut'])]),
})
const Piece = z.looseObject({
  name: z.string(),
  description: z.string().min(1),
  image: z.array(z.url()).min(1),
  offers: Offer,
})
/** The way to a page. */
const Trail = z.looseObject({
  '@type': z.literal('BreadcrumbList'),
  itemListElement: z.array(
    z.looseObject({
      '@type': z.literal('ListItem'),
      position: z.int(),
      name: z.string().min(1),
      item: z.url(),
    }),
  ),
})
/** Whose shop it is. */
const House = z.looseObject({
  '@type': z.literal('Organization'),
  name: z.enum(['陇原巧手', 'Qiaoshou']),
  url: z.url(),
  logo: z.url(),
})

type Tag = Record<string, string>

/** The head of a page as it was sent, nothing of its body: its title, the attributes of its links and meta tags, and its structured data. */
async function readHead(request: APIRequestContext, address: string) {
  const answer = await request.get(address)
  expect(answer.status(), address).toBe(200)
  const [html = ''] = (await answer.text()).split('</head>')
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
    title: /<title>([^<]*)<\/title>/.exec(html)?.[1],
    named: (name: string) => metas.filter((tag) => tag.name === name).map(({ content }) => content),
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

/** A picture at its address: of the one kind that every preview reads. */
async function readJpeg(request: APIRequestContext, address: string) {
  const picture = await request.get(address)
  expect(picture.status(), address).toBe(200)
  expect(picture.headers()['content-type']).toBe('image/jpeg')
  const { format, width, height } = await sharp(await picture.body()).metadata()
  expect(format, address).toBe('jpeg')
  return { width, height }
}

/** What a trail and a house say leads where they say, in the language of the page. */
async function followData(
  request: APIRequestContext,
  data: z.infer<typeof Data>[number],
  own: string,
  origin: string,
) {
  const addresses: string[] = []
  if (data['@type'] === 'BreadcrumbList') {
    const trail = Trail.parse(data).itemListElement
    expect(trail.map(({ position }) => position)).toEqual(trail.map((_, at) => at + 1))
    expect(trail.at(0)?.item).toBe(own.startsWith(`${origin}/en`) ? `${origin}/en` : `${origin}/`)
    expect(trail.at(-1)?.item).toBe(own)
    addresses.push(...trail.map(({ item }) => item))
  }
  if (data['@type'] === 'Organization') {
    const house = House.parse(data)
    expect(house.url).toBe(origin)
    addresses.push(house.logo)
  }
  for (const address of addresses) {
    expect(address.startsWith(`${origin}/`), address).toBe(true)
    expect((await request.get(address)).status(), address).toBe(200)
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
      expect(head.title).toMatch(own === english ? /Qiaoshou/ : /陇原巧手/)
      expect(head.said('og:title')).toEqual([head.title])
      expect(head.named('description')).toEqual([expect.stringMatching(/\S{3}/)])
      expect(head.said('og:description')).toEqual(head.named('description'))
      expect(head.said('og:site_name')).toEqual([own === english ? 'Qiaoshou' : '陇原巧手'])
      expect(head.named('robots'), 'it is to be found').toEqual([])
      expect(head.named('twitter:card')).toEqual(['summary_large_image'])
      const [image = '', ...others] = head.said('og:image')
      expect(others).toEqual([])
      expect(image.startsWith(`${baseURL}/`), image).toBe(true)
      const { width, height } = await readJpeg(request, image)
      expect(head.said('og:image:type')).toEqual(['image/jpeg'])
      expect(head.said('og:image:width')).toEqual([String(width)])
      expect(head.said('og:image:height')).toEqual([String(height)])
      expect(head.data.map((one) => one['@type'])).toEqual(types)
      for (const one of head.data) await followData(request, one, own, baseURL ?? '')
    }
  })

/** Addresses as people and machines write them, and the one that search engines are to know. */
const written = [
  ['/PRODUCTS/bag-charm-large-beads', '/products/bag-charm-large-beads'],
  ['/products/bag-charm-large-beads/?from=friend', '/products/bag-charm-large-beads?from=friend'],
  ['//products//bag-charm-large-beads', '/products/bag-charm-large-beads'],
  ['/En/products/bag-charm-large-beads', '/en/products/bag-charm-large-beads'],
  ['/en/', '/en'],
  ['//', '/'],
  ['/Crafts/knots?made=ready', '/crafts/knots?made=ready'],
  ['/%70roducts/bag%2Dcharm-large-beads', '/products/bag-charm-large-beads'],
  ['//elsewhere.example/', '/elsewhere.example'],
  ['/\\elsewhere.example', '/elsewhere.example'],
] as const

for (const [asked, one] of written)
  test(`${asked} leads to the one address of its page`, async ({ baseURL }) => {
    const answer = await askRaw(baseURL, `GET ${asked} HTTP/1.1`)
    expect(answer).toMatch(/^HTTP\/1\.1 301 /)
    expect(/^Location: (.*)\r$/m.exec(answer)?.[1]).toBe(one)
  })

for (const asked of ['/products/%2e%2e', '/en/crafts/..', '/products/.%2E/admin'])
  test(`${asked} is no page, and says so`, async ({ baseURL }) => {
    const answer = await askRaw(baseURL, `GET ${asked} HTTP/1.1`)
    expect(answer).toMatch(/^HTTP\/1\.1 404 /)
    expect(answer).toContain(asked.startsWith('/en') ? 'lang="en"' : 'lang="zh-CN"')
    expect(answer).toMatch(/<h1[ >]/)
  })

for (const path of ['/crafts/knots?made=ready', '/en/search?q=knot', '/makers?craft=knots'])
  test(`a choice out of a list is not to be found by itself: ${path}`, async ({ request, baseURL }) => {
    const head = await readHead(request, path)
    expect(head.named('robots')).toEqual(['noindex'])
    expect(head.canonical).toEqual([`${baseURL}${path.split('?')[0]}`])
  })

/** Pieces and how they are on sale. */
const pieces = [
  // what no other journey buys
  { slug: 'bag-charm-amber-glass', availability: 'InStock' },
  { slug: 'double-bracelet-amber', availability: 'MadeToOrder' },
] as const

for (const { slug, availability } of pieces)
  for (const prefix of ['', '/en'])
    test(`${prefix}/products/${slug} tells machines what it tells people`, async ({ page, baseURL }) => {
      const own = `${baseURL}${prefix}/products/${slug}`
      const { data } = await readHead(page.request, own)
      const { name, image, offers } = Piece.parse(data[0])
      await page.goto(own)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
      const figures = /[\d,.]+/.exec((await page.locator('.price').first().textContent()) ?? '')?.[0] ?? ''
      const price = offers['@type'] === 'Offer' ? offers.price : offers.lowPrice
      expect(price).toBe(Number(figures.replaceAll(',', '')).toFixed(2))
      expect(offers.availability).toBe(`https://schema.org/${availability}`)
      expect(offers.url).toBe(own)
      for (const address of image) {
        expect(address.startsWith(`${baseURL}/`), address).toBe(true)
        await readJpeg(page.request, address)
      }
    })

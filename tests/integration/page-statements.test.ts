import type { LoaderFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { orderCookie } from '~/modules/orders/order-cookie.server'
import { env } from '~/platform/env.server'
import { loader as readRoot } from '../../app/root'
import { loader as readBase } from '../../app/routes/shop/base'
import { loader as readCart } from '../../app/routes/shop/cart'
import { loader as readCraft } from '../../app/routes/shop/craft'
import { loader as readFrame } from '../../app/routes/shop/layout'
import { loader as readMaker } from '../../app/routes/shop/maker'
import { action as putPiece, loader as readPiece } from '../../app/routes/shop/product'
import { loader as readSearch } from '../../app/routes/shop/search'
import { buildFastRate, buildKnot, buildRate } from '../fixtures/abroad'
import { owner } from '../fixtures/owner'
import { order } from '../fixtures/shopping'
import { type Asked, statementsOf } from '../fixtures/statements'
import { buildCart, buildGround, buildPiece, buildSeller } from '../fixtures/world'
import { Browser } from '../routes/browser'

/** What a page that is not kept asks of the database in all, from the root to itself, in a live shop. */

const most = 4
let slug = ''
let variantId = ''
let gone = ''
let maker = ''
let base = ''

type Read = (args: LoaderFunctionArgs) => Promise<unknown>

/** What a browser is answered at an address: by the root, the shop's frame and the page. */
function statementsAt(browser: Browser, path: string, read: Read, params = {}): Promise<Asked[]> {
  const asked = { ...browser.ask(path), params }
  return statementsOf(() => Promise.all([readRoot(asked), readFrame(asked), read(asked)]))
}

let visitors = 0

/** A browser that may have chosen a country, of whose searches the process has taken some ahead. */
async function openBrowser(country: string | null): Promise<Browser> {
  visitors += 1
  const browser = new Browser(`192.0.2.${visitors}`)
  if (country) browser.cookies.set('to', country)
  await statementsAt(browser, '/en/search', readSearch)
  return browser
}

async function putIntoBasket(browser: Browser): Promise<void> {
  const asked = browser.ask(`/products/${slug}`, { intent: 'add', variantId, quantity: '1' })
  browser.keep(await putPiece({ ...asked, params: { slug } }))
}

/** A maker who makes to order and works with a base that has pieces of its own, with more of them than a page holds. */
async function buildShops(): Promise<{ maker: string; base: string }> {
  const [shop, host] = [await buildSeller(), await buildSeller()]
  await owner.seller.update({ where: { id: shop.sellerId }, data: { weeklyCapacity: 3 } })
  await owner.seller.update({ where: { id: host.sellerId }, data: { kind: 'base', weeklyCapacity: 3 } })
  const words = { hostZh: '合作社', hostEn: 'Cooperative', supportZh: '线先垫', supportEn: 'Cord on loan' }
  await owner.baseProfile.create({ data: { sellerId: host.sellerId, sinceYear: 2019, ...words } })
  await owner.baseMember.create({
    data: { baseId: host.sellerId, sellerId: shop.sellerId, validFrom: new Date('2026-01-01') },
  })
  for (const { sellerId } of [shop, host])
    for (let at = 0; at < 26; at += 1) await buildPiece({ sellerId, makeMode: 'made_to_order' })
  return { maker: shop.slug, base: host.slug }
}

beforeAll(async () => {
  await buildGround()
  const { sellerId } = await buildSeller()
  ;({ slug, variantId } = await buildKnot({ sellerId }))
  ;({ maker, base } = await buildShops())
  await buildRate()
  await buildFastRate()
  const withdrawn = await buildPiece({ sellerId: (await buildSeller()).sellerId })
  await owner.product.update({ where: { id: withdrawn.productId }, data: { status: 'withdrawn' } })
  gone = withdrawn.slug
  env.APP_MODE = 'live'
  // what is asked some times a minute (licences, rates, whether there is sample data) is asked once
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
})
afterAll(() => {
  vi.useRealTimers()
  env.APP_MODE = 'demo'
})

const filters = 'q=盘长&colour=red&made=ready&min=1&sort=price'

const behindAll = '999999999999999_01900000-0000-7000-8000-000000000001'

type Page = [name: string, page: () => [path: string, read: Read, params?: Record<string, string>]]
const pages: Page[] = [
  ['a list', () => ['/search', readSearch]],
  ['a list of what goes abroad', () => ['/search?abroad=yes', readSearch]],
  ['a search', () => [`/search?${filters}`, readSearch]],
  ['a search for what goes abroad', () => [`/search?${filters}&abroad=yes`, readSearch]],
  ['a search that finds nothing', () => ['/search?q=盘常结', readSearch]],
  ['a search with a price in dollars', () => ['/search?q=knot under $20', readSearch]],
  ['a craft', () => ['/crafts/knots', readCraft, { craft: 'knots' }]],
  ['a search in a craft', () => [`/crafts/knots?${filters}`, readCraft, { craft: 'knots' }]],
  ['a piece', () => [`/products/${slug}`, readPiece, { slug }]],
  ['a maker', () => [`/makers/${maker}`, readMaker, { slug: maker }]],
  [
    'the second page of her pieces',
    () => [`/makers/${maker}?after=${behindAll}`, readMaker, { slug: maker }],
  ],
  ['a base', () => [`/bases/${base}`, readBase, { slug: base }]],
  [
    'a base, turned to other pieces and other makers',
    () => [`/bases/${base}?after=${behindAll}&pieces-after=${behindAll}`, readBase, { slug: base }],
  ],
  ['an address of no piece', () => ['/products/red-konts-lost', readPiece, { slug: 'red-konts-lost' }]],
  ['an address of nothing', () => ['/products/qwxz', readPiece, { slug: 'qwxz' }]],
  ['a piece that was taken away', () => [`/products/${gone}`, readPiece, { slug: gone }]],
]

describe.each(pages)('%s', (_, page) => {
  it.each([
    ['', null],
    ['', 'DE'],
    ['/en', null],
    ['/en', 'DE'],
    ['/en', 'XX'],
  ])('below "%s", to be sent to %s: at most four statements', async (language, country) => {
    const [path, read, params] = page()
    const statements = await statementsAt(await openBrowser(country), language + path, read, params)
    expect(statements.length).toBeGreaterThan(0)
    expect(statements.map(({ text }) => text).slice(most)).toEqual([])
  })
})

/** What a process reads for whichever page is asked for first, and then keeps; how long. Every other read is the page’s own. */
const kept: [what: string, statement: RegExp, why: string][] = [
  ['sample data', /FROM "Seller" WHERE "isSample"/, 'whether a strip stands above: asked again in a minute'],
  ['licences', /'site\.licences'/, 'at the foot of every page: until they change'],
  ['contact', /'site\.contact'/, 'at the foot of every page: until it changes'],
  ['coming documents', /"leftMs" FROM "TextVersion"/, 'above every page: until they change'],
  ['rates', /FROM "ExchangeRate"/, 'beside prices in English: asked again in half a minute'],
  ['searches', /INSERT INTO "UsedShare"/, 'a visitor takes some at once: so many searches ask for none'],
]

const textsOf = (asked: Asked[]) => asked.map(({ text }) => text).sort()

/** The same shop in a process that has answered nothing yet: every module of the project anew. */
async function startProcess() {
  vi.resetModules()
  const [{ env: own }, { prisma }, root, frame, search, craft, piece] = await Promise.all([
    import('~/platform/env.server'),
    import('~/platform/db/prisma.server'),
    import('../../app/root'),
    import('../../app/routes/shop/layout'),
    import('../../app/routes/shop/search'),
    import('../../app/routes/shop/craft'),
    import('../../app/routes/shop/product'),
  ])
  own.APP_MODE = 'live'
  const reads = new Map<Read, Read>([
    [readSearch, search.loader],
    [readCraft, craft.loader],
    [readPiece, piece.loader],
  ])
  const statementsAt = (path: string, page: Read, params = {}) => {
    const asked = { ...new Browser('192.0.2.200').ask(path), params }
    const read = reads.get(page) ?? page
    return statementsOf(() => Promise.all([root.loader(asked), frame.loader(asked), read(asked)]))
  }
  return { statementsAt, end: () => prisma.$disconnect() }
}

const askedFirst = ['a list', 'a search with a price in dollars', 'a craft', 'a piece']

describe.each(pages.filter(([name]) => askedFirst.includes(name)))(
  '%s, asked of a process that has just begun',
  (_, page) => {
    it.each(['', '/en'])('below "%s": at most four statements beside what is kept', async (language) => {
      const [path, read, params] = page()
      const { statementsAt, end } = await startProcess()
      const cold = await statementsAt(language + path, read, params)
      for (const [what, statement, why] of kept)
        expect(cold.filter(({ text }) => statement.test(text)).length, `${what}, ${why}`).toBeLessThanOrEqual(
          1,
        )
      const own = textsOf(cold).filter((text) => !kept.some(([, statement]) => statement.test(text)))
      expect(own.slice(most)).toEqual([])
      expect(own, 'what it asks each time').toEqual(
        textsOf(await statementsAt(language + path, read, params)),
      )
      await end()
    })
  },
)

describe('a basket', () => {
  it.each(['', '/en'])(
    'below "%s", with an order that waits for its payment: at most four statements',
    async (language) => {
      const browser = await openBrowser('DE')
      await putIntoBasket(browser)
      const { sellerId } = await buildSeller()
      const { number, ...key } = await order(await buildCart([await buildPiece({ sellerId })]))
      browser.keep(
        new Response(null, { headers: { 'Set-Cookie': await orderCookie(number).serialize(key) } }),
      )
      const statements = await statementsAt(browser, `${language}/cart`, readCart)
      expect(statements.map(({ text }) => text.trim().slice(0, 60)).slice(most)).toEqual([])
      expect(statements).toHaveLength(4)
    },
  )

  it.each(['', '/en'])(
    'below "%s", beside a piece that was put into it: at most six statements',
    async (language) => {
      const browser = await openBrowser('DE')
      await putIntoBasket(browser)
      const asked = [browser, `${language}/products/${slug}?done=added`, readPiece, { slug }] as const
      expect((await statementsAt(...asked)).map(({ text }) => text).slice(6)).toEqual([])
    },
  )
})

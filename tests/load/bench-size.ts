import process from 'node:process'
import { buy, type Pay } from '../fixtures/http-buyer'
import {
  type Asking,
  connections,
  emptyPageServer,
  type Figures,
  helloServer,
  measure,
  measureByTurns,
  measureWork,
  packed,
  residentOf,
  withBareServer,
} from './measure'
import { rush } from './rush'
import { rateOf, statementsOf } from './same-sql'
import { type FullShop, openFullShop } from './set-up'

/** One size of shop, measured and printed, in a process of its own: what it reads belongs to one database. `bench-size.ts <pieces>`; its rows go to who began it. */

const server = '/server.js'
const cookie = { cookie: 'cart=none' }
const withBasket = { ...packed, cookie: 'cart=none; late=1' }

/** A row with the rate of the same statements through `pg`, where it asks any. */
type Row = Figures & { sql?: number | undefined }

/** What everybody is answered from memory, packed. */
const fromMemory = [
  ['home, from memory', '/', packed],
  ['product, from memory', '/products/000123', packed],
  ['product, from memory, with a basket', '/products/000123', withBasket],
] as const

/** Somebody known in whose browser no script was seen is rendered for. Rendered pages are asked for unpacked, as the peers' answers were. */
const rendered = [
  ['listing', '/search'],
  ['product', '/products/000123'],
  ['filtered and sorted', '/search?colour=red&craft=craft-1&sort=price'],
  ['search, common word', '/search?q=盘长'],
  ['search, rare word', '/search?q=孔雀'],
  ['search, two characters', '/search?q=长结'],
  ['suggestions', '/search/suggestions?q=盘'],
] as const

/** Lists that are asked for once more, each time another. */
const eachAnother = rendered.filter(([name]) => ['filtered and sorted', 'search, common word'].includes(name))

/** What is answered fastest beside servers without the shop, by turns: a neighbour on the machine shows in them first. */
function measureFastest(origin: string): Promise<Row[]> {
  const asked = fromMemory.map(
    ([name, path, headers]): Asking => ({ name, script: server, url: origin + path, headers }),
  )
  return withBareServer(helloServer, [], (hello) =>
    withBareServer(helloServer, [origin], (copy) =>
      withBareServer(emptyPageServer, [], (empty) =>
        measureByTurns([
          { name: 'hello of node:http', ...hello },
          { name: 'the same bytes as home, by node:http', ...copy, headers: packed },
          { name: 'an empty page of Remix', ...empty },
          ...asked,
        ]),
      ),
    ),
  )
}

/** A list from thirty thousand lowest prices: whatever one has kept, the next has to find, count and draw. */
function everyPrice(list: string): string[] {
  const prices = Array.from({ length: 30_000 }, (_, at) => (10 + at / 100).toFixed(2))
  return prices.map((least) => `${encodeURI(list)}&min=${least}`)
}

/** All addresses of pieces, in the same way. */
function everyPiece(origin: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${origin}/products/${`${at}`.padStart(6, '0')}`)
}

/** The rate of a page's own statements; undefined for what is kept or is no list or piece. */
async function sameSql(path: string): Promise<number | undefined> {
  const [{ findListing }, { readProductQuery }, { findPiecePage }] = await Promise.all([
    import('~/modules/search/find-listing.server'),
    import('~/modules/search/product-query'),
    import('~/modules/cart/find-piece-page.server'),
  ])
  const url = new URL(path, 'http://127.0.0.1')
  const locale = 'zh-CN'
  const [, slug] = /^\/products\/(.+)$/.exec(url.pathname) ?? []
  if (slug === undefined && url.pathname !== '/search') return undefined
  const statements = await statementsOf(() =>
    slug === undefined
      ? findListing(readProductQuery(url.searchParams), { locale })
      : findPiecePage({ request: new Request(url), slug, visitor: { userId: null, tokens: [] }, locale }),
  )
  return rateOf(statements)
}

async function addToCart(origin: string, { plenty }: FullShop): Promise<Row> {
  let turn = 0
  return measureWork('add to cart', server, async () => {
    const piece = plenty[turn++ % plenty.length]
    const body = new URLSearchParams({ intent: 'add', variantId: piece?.variantId ?? '', quantity: '1' })
    const answer = await fetch(`${origin}/products/${piece?.slug}`, {
      method: 'POST',
      body,
      headers: { origin },
      redirect: 'manual',
    })
    await answer.arrayBuffer()
    return answer.status === 303 || answer.status === 302
  })
}

/** Orders that a shop has before its purchases are measured: plans that were made for empty tables read them from end to end when they have grown. */
const ordersBefore = 300

/** Basket, address, postage, payment and thanks, through the shop's own forms. */
async function purchase(name: string, origin: string, shop: FullShop, pay?: Pay): Promise<Row> {
  let turn = 0
  const buyOne = async () => {
    const piece = shop.plenty[turn++ % shop.plenty.length]
    return piece !== undefined && (await buy(origin, piece, pay)).wasThanked
  }
  const someone = async () => {
    while (turn < ordersBefore) await buyOne()
  }
  await Promise.all(Array.from({ length: connections }, someone))
  await shop.settle()
  return measureWork(name, server, buyOne)
}

/** The dummy has been paid before anybody asks; its page says where it sends back. */
const payAtOnce: Pay = async (payPage) => new URL(payPage).searchParams.get('back')

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`

/** The first row is the ceiling of the others. */
function print(title: string, rows: readonly Row[]): void {
  const [ceiling] = rows
  if (ceiling === undefined) return
  console.log(`\n${title}\n`)
  console.log('| request | per second | p50 ms | p99 ms | CPU ms | of hello | of its SQL | failed |')
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
  for (const { name, perSecond, p50, p99, cpu, errors, sql } of rows) {
    const figures = [
      perSecond.toFixed(perSecond < 100 ? 1 : 0),
      p50.toFixed(0),
      p99.toFixed(0),
      cpu.toFixed(2),
      percent(perSecond, ceiling.perSecond),
      sql === undefined ? '' : percent(perSecond, sql),
      errors,
    ]
    console.log(`| ${[name, ...figures].join(' | ')} |`)
  }
}

/** Every row of one size of shop, printed; answered for what is compared between sizes. */
async function benchOf(count: number): Promise<Row[]> {
  const shop = await openFullShop(count)
  try {
    const { origin, startedMs } = await shop.open('in process')
    // what starting took is given back by then, as the peers were given time
    await new Promise((resolve) => setTimeout(resolve, 10_000))
    const idle = residentOf(server)
    const rows = await measureFastest(origin)
    const measureRendered = (name: string, url: string | readonly string[]) =>
      measure({ name, script: server, url, headers: cookie })
    for (const [name, path] of rendered) {
      const row = await measureRendered(name, origin + encodeURI(path))
      rows.push({ ...row, sql: await sameSql(path) })
    }
    rows.push(await measureRendered('products, each another', everyPiece(origin, count)))
    for (const [name, path] of eachAnother)
      rows.push(await measureRendered(`${name}, each another`, everyPrice(origin + path)))
    const last = Math.floor(count / 24)
    for (const page of [1, 20, Math.min(2_000, last)])
      rows.push(await measureRendered(`newest, page ${page}`, origin + (await shop.pageOfNewest(page))))
    rows.push(await addToCart(origin, shop))
    rows.push(await purchase('whole purchase, paid in process', origin, shop, payAtOnce))
    const rushed = await rush(shop, origin, payAtOnce)
    const again = await shop.open('sandbox')
    rows.push(await purchase('whole purchase, with the sandbox', again.origin, shop))
    print(`${count.toLocaleString('en')} pieces, ${connections} connections`, rows)
    console.log(`\n${rushed}`)
    console.log(
      `First answer after ${(startedMs / 1000).toFixed(1)} s; ${idle.join(' and ')} MB resident per idle process`,
    )
    return rows
  } finally {
    await shop.close()
  }
}

const [count = ''] = process.argv.slice(2)
const rows = await benchOf(Number(count))
process.send?.(rows, () => process.exit())

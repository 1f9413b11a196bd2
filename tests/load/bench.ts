import { availableParallelism, cpus } from 'node:os'
import process from 'node:process'
import { startChild, stopChild } from '../../scripts/process/child'
import { findFreePort } from '../../scripts/process/free-port'
import { buy } from '../fixtures/http-buyer'
import { connections, type Figures, measure, measureWork, residentOf } from './measure'
import { type FullShop, openFullShop } from './set-up'

/**
 * `npm run bench -- [pieces …]`: how fast whole pages are, beside the fastest that this machine can say hello. It prints figures and fails by none of them. 10,000 pieces
 * unless told otherwise; the figures stand in docs/performance.md.
 */

const cookie = { cookie: 'lang=seen' }

/** A visitor with a cookie is rendered for; one without is answered from memory. */
const pages = [
  ['home, from memory', '/', {}],
  ['product, from memory', '/products/000123', {}],
  ['listing', '/search', cookie],
  ['product', '/products/000123', cookie],
  ['filtered and sorted', '/search?colour=red&craft=craft-1&sort=price', cookie],
  ['search, common word', '/search?q=盘长', cookie],
  ['search, rare word', '/search?q=孔雀', cookie],
  ['search, two characters', '/search?q=长结', cookie],
  ['suggestions', '/search/suggestions?q=盘', cookie],
] as const

async function hello(): Promise<Figures> {
  const port = await findFreePort()
  const child = startChild('tests/load/hello.ts', [String(port)])
  const url = `http://127.0.0.1:${port}/`
  while (!(await fetch(url).catch(() => null))) await new Promise((resolve) => setTimeout(resolve, 50))
  const figures = await measure('hello of node:http', 'tests/load/hello.ts', url)
  await stopChild(child, 5_000)
  return figures
}

/** Follows "next" to page 20, as a buyer does. */
async function pageTwenty(origin: string): Promise<string> {
  let path = '/search?sort=new'
  for (let page = 1; page < 20; page++) {
    const html = await (await fetch(origin + path, { headers: cookie })).text()
    const next = /<a[^>]+rel="next"[^>]*href="([^"]+)"|<a[^>]+href="([^"]+)"[^>]*rel="next"/.exec(html)
    path = (next?.[1] ?? next?.[2] ?? path).replaceAll('&amp;', '&')
  }
  return path
}

async function addToCart({ origin, plenty }: FullShop): Promise<Figures> {
  let turn = 0
  return measureWork('add to cart', '/server.ts', async () => {
    const piece = plenty[turn++ % plenty.length]
    const body = new URLSearchParams({ intent: 'add', variantId: piece?.variantId ?? '', quantity: '1' })
    const answer = await fetch(`${origin}/cart`, {
      method: 'POST',
      body,
      headers: { origin },
      redirect: 'manual',
    })
    await answer.arrayBuffer()
    return answer.status === 303 || answer.status === 302
  })
}

async function purchase({ origin, plenty }: FullShop): Promise<Figures> {
  let turn = 0
  return measureWork('whole purchase, payment page included', '/server.ts', async () => {
    const piece = plenty[turn++ % plenty.length]
    return piece !== undefined && (await buy(origin, piece)).wasThanked
  })
}

/** A hundred buyers at once want one of ten. */
async function rush({ origin, ten, countSold }: FullShop): Promise<void> {
  const started = performance.now()
  const purchases = await Promise.all(Array.from({ length: 100 }, () => buy(origin, ten)))
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const paid = purchases.filter(({ hasPaid }) => hasPaid).length
  const told = purchases.filter(({ payPage }) => payPage === null).length
  console.log(
    `100 buyers for 10 pieces: ${paid} paid (${await countSold(ten.variantId)} orders), ${told} told before paying, in ${seconds} s`,
  )
}

function print(title: string, rows: Figures[], ceiling: Figures): void {
  console.log(`\n${title}\n`)
  console.log('| request | per second | p50 ms | p99 ms | CPU ms | of hello | failed |')
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |')
  for (const { name, perSecond, p50, p99, cpu, errors } of rows)
    console.log(
      `| ${name} | ${perSecond.toFixed(perSecond < 100 ? 1 : 0)} | ${p50.toFixed(0)} | ${p99.toFixed(0)} | ${cpu.toFixed(2)} | ${((100 * perSecond) / ceiling.perSecond).toFixed(1)} % | ${errors} |`,
    )
}

const counts = process.argv.slice(2).map(Number)
const ceiling = await hello()
for (const count of counts.length > 0 ? counts : [10_000]) {
  const shop = await openFullShop(count)
  try {
    const idle = residentOf('/server.ts')
    const rows = [ceiling]
    for (const [name, path, headers] of pages)
      rows.push(await measure(name, '/server.ts', shop.origin + encodeURI(path), headers))
    rows.push(await measure('page 20', '/server.ts', shop.origin + (await pageTwenty(shop.origin)), cookie))
    rows.push(await addToCart(shop), await purchase(shop))
    const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} processors, Node ${process.version}`
    print(`${count.toLocaleString('en')} pieces, ${connections} connections, ${machine}`, rows, ceiling)
    await rush(shop)
    console.log(
      `ready after ${(shop.startedMs / 1000).toFixed(1)} s, ${idle.join(' and ')} MB resident per idle process`,
    )
  } finally {
    await shop.stop()
  }
}
process.exit()

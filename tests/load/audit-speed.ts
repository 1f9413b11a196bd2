import { availableParallelism, cpus } from 'node:os'
import process from 'node:process'
import { type Audited, audit, withLighthouse } from '../fixtures/lighthouse'
import { makeAvifOf } from '../fixtures/make-avif-of'
import setUp from '../setup/e2e-global'

/**
 * `npm run audit:speed`: what a first visit costs on lighthouse's phone and slow network, with the sample data; the middle one of three visits. The pictures of these pages have their AVIF sizes,
 * as every picture has soon after its maker sent it, and the samples of `npm start` within minutes. It prints figures and fails by none of them.
 */

const pages = [
  ['home', '/'],
  ['list', '/crafts/knots'],
  ['piece', '/products/endless-knot-hall'],
] as const
const visits = 3

/** The pictures of a page, by the hash of what they were made from. */
async function picturesOf(address: string): Promise<string[]> {
  const page = await (await fetch(`${process.env.E2E_ORIGIN}${address}`)).text()
  return [...page.matchAll(/[0-9a-f]{64}/g)].map(([hash]) => hash)
}

const stop = await setUp()
try {
  for (const [, address] of pages) await makeAvifOf(await picturesOf(address))
  console.log(`\n${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} processors\n`)
  console.log('| page | performance | LCP s | CLS | TBT ms | kB |')
  console.log('| --- | ---: | ---: | ---: | ---: | ---: |')
  for (const [name, address] of pages) {
    const seen = await withLighthouse(async (chrome) => {
      const runs: Audited[] = []
      while (runs.length < visits)
        runs.push(await audit(chrome, `${process.env.E2E_ORIGIN}${address}`, ['performance']))
      return runs
    })
    const middle = (of: (run: Audited) => number) => seen.map(of).sort((a, b) => a - b)[(visits - 1) / 2] ?? 0
    const row = [
      middle(({ scores }) => scores.performance ?? 0).toFixed(0),
      middle(({ lcp }) => lcp / 1000).toFixed(2),
      middle(({ cls }) => cls).toFixed(3),
      middle(({ tbt }) => tbt).toFixed(0),
      middle(({ kilobytes }) => kilobytes).toFixed(0),
    ]
    console.log(`| ${[name, ...row].join(' | ')} |`)
  }
} finally {
  await stop()
}
process.exit()

import { availableParallelism, cpus } from 'node:os'
import process from 'node:process'
import { type Audited, audit, withLighthouse } from '../fixtures/lighthouse'
import setUp from '../setup/e2e-global'

/** `npm run audit:speed`: what a first visit costs on lighthouse's phone and slow network, with the sample data; the middle one of three visits. It prints figures and fails by none of them. */

const pages = [
  ['home', '/'],
  ['list', '/crafts/knots'],
  ['piece', '/products/endless-knot-hall'],
] as const
const visits = 3

const stop = await setUp()
try {
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

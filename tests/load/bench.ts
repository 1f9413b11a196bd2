import { once } from 'node:events'
import { availableParallelism, cpus } from 'node:os'
import process from 'node:process'
import { startChild, stopChild } from '../../scripts/process/child'
import { findFreePort } from '../../scripts/process/free-port'
import { type Figures, measure } from './measure'

/**
 * `npm run bench -- [--quick] [pieces …]`: how fast whole pages are, beside the fastest that this machine can say hello and beside their own SQL through `pg`. It prints
 * tables and fails by no figure. 10,000 and 100,000 pieces unless told otherwise; 1000000 takes an hour. `--quick` is a look whether all of it runs: 1,000 pieces.
 */

async function hello(): Promise<Figures> {
  const port = await findFreePort()
  const child = startChild('tests/load/hello.ts', [String(port)])
  const url = `http://127.0.0.1:${port}/`
  while (!(await fetch(url).catch(() => null))) await new Promise((resolve) => setTimeout(resolve, 50))
  const figures = await measure('hello of node:http', 'tests/load/hello.ts', url)
  await stopChild(child, 5_000)
  return figures
}

/** The rows of one size of shop, which prints its table itself. */
async function benchOf(count: number, ceiling: Figures): Promise<Figures[]> {
  const quick = isQuick ? ['--quick'] : []
  const child = startChild('tests/load/bench-size.ts', [String(count), JSON.stringify(ceiling), ...quick])
  const [told]: unknown[] = await Promise.race([once(child, 'message'), once(child, 'exit')])
  if (!areFigures(told)) throw new Error(`the bench of ${count} pieces ended without figures`)
  return told
}

const areFigures = (told: unknown): told is Figures[] => Array.isArray(told)

const isQuick = process.argv.includes('--quick')
const asked = process.argv.slice(2).filter((word) => word !== '--quick')
const counts = asked.length > 0 ? asked.map(Number) : isQuick ? [1_000] : [10_000, 100_000]

console.log(
  `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} processors, Node ${process.version}`,
)
const ceiling = await hello()
const sizes: Figures[][] = []
for (const count of counts) sizes.push(await benchOf(count, ceiling))
const [smallest = [], largest = []] = [sizes[0], sizes.at(-1)]
if (sizes.length > 1)
  for (const { name, p99 } of smallest.filter((row) => row.name.startsWith('search')))
    console.log(
      `${name}: p99 at ${counts.at(-1)} pieces is ${((largest.find((row) => row.name === name)?.p99 ?? 0) / p99).toFixed(1)} × that at ${counts[0]}`,
    )
process.exit()

import { once } from 'node:events'
import { availableParallelism, cpus } from 'node:os'
import process from 'node:process'
import { startChild } from '../../scripts/process/child'
import type { Figures } from './measure'

/**
 * `npm run bench -- [--quick] [pieces …]`: how fast whole pages are, beside the fastest that this machine can say hello and beside their own SQL through `pg`. It prints
 * tables and fails by no figure. 10,000 and 100,000 pieces unless told otherwise; 1000000 takes half an hour. `--quick` is a look whether all of it runs: 1,000 pieces.
 */

/** The rows of one size of shop, which prints its table itself. */
async function benchOf(count: number): Promise<Figures[]> {
  const quick = isQuick ? ['--quick'] : []
  const child = startChild('tests/load/bench-size.ts', [String(count), ...quick])
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
const sizes: Figures[][] = []
for (const count of counts) sizes.push(await benchOf(count))
const [smallest = [], largest = []] = [sizes[0], sizes.at(-1)]
if (sizes.length > 1)
  for (const { name, p99 } of smallest.filter((row) => row.name.startsWith('search')))
    console.log(
      `${name}: p99 at ${counts.at(-1)} pieces is ${((largest.find((row) => row.name === name)?.p99 ?? 0) / p99).toFixed(1)} × that at ${counts[0]}`,
    )
process.exit()

import { performance } from 'node:perf_hooks'
import { middleOf } from './own-database'

/** Does something six times and prints the middle of the last five as a row of a table, in milliseconds. */
export async function printMiddle(what: string, work: () => Promise<unknown>): Promise<void> {
  const runs: number[] = []
  while (runs.length < 6) {
    const from = performance.now()
    await work()
    runs.push(performance.now() - from)
  }
  console.log(`| ${what} | ${middleOf(runs.slice(1)).toFixed(0)} |`)
}

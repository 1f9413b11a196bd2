import process from 'node:process'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyLedger } from '~/modules/ledger/verify-ledger.server'
import { prisma } from '~/platform/db/prisma.server'
import { buildFinance, ledgerTotals } from '../fixtures/payouts'
import { commands } from './commands'
import { layGround } from './ground'
import { pieces, runSequence } from './run-sequence'

/** `npm run test:model` sets 2,000, of which each half of the test runs half. */
const runs = Math.ceil(Number(process.env.MODEL_RUNS ?? 50) / 2)
const seedOfRun = Number(process.env.MODEL_SEED ?? Date.now() % 2 ** 31)

/**
 * Declares one half of the test: random sequences on a database of its own, one after another, because they move the shop's clock. A divergence is shrunk and told with its seed and
 * path; MODEL_SEED and MODEL_PATH run it again.
 */
export function checkSequences(half: 0 | 1): void {
  const seed = seedOfRun + half
  let ground: Awaited<ReturnType<typeof layGround>>
  beforeAll(async () => {
    ground = await layGround()
  })
  afterAll(() => ground.close())

  it(`${runs} random sequences of commands end as a simple model of the shop says (seed ${seed})`, {
    timeout: 300_000 + runs * 20_000,
  }, async () => {
    const finance = await buildFinance()
    const started = performance.now()
    let done = 0
    const property = fc.asyncProperty(pieces, commands(), async (goods, sequence) => {
      await runSequence(goods, sequence, finance)
      done += 1
      if (done % 100 === 0)
        console.log(`${done} sequences in ${Math.round((performance.now() - started) / 1000)} s`)
    })
    const replay = process.env.MODEL_PATH ? { path: process.env.MODEL_PATH } : {}
    await fc.assert(property, { numRuns: runs, seed, ...replay })
    expect(new Set(await ledgerTotals())).toEqual(new Set([0n]))
    expect(await prisma.$transaction(verifyLedger, { timeout: 120_000 })).toEqual([])
  })
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { least } from '~/platform/money'
import { keptBack } from './netting'

const rule = { shareBps: 5_000, floorFen: 10_000n }
const fen = (max: bigint) => fc.bigInt({ min: 0n, max })

describe('what is kept back for a debt', () => {
  it.each([
    { what: 'half of a large balance', balanceFen: 50_000n, debtFen: 90_000n, kept: 25_000n },
    { what: 'no more than she owes', balanceFen: 50_000n, debtFen: 7_000n, kept: 7_000n },
    { what: 'nothing that takes her below ¥100', balanceFen: 12_000n, debtFen: 90_000n, kept: 2_000n },
    { what: 'nothing of a small balance', balanceFen: 9_999n, debtFen: 90_000n, kept: 0n },
    { what: 'nothing without a debt', balanceFen: 50_000n, debtFen: 0n, kept: 0n },
    { what: 'of an odd balance the smaller half', balanceFen: 50_001n, debtFen: 90_000n, kept: 25_000n },
  ])('is $what', ({ balanceFen, debtFen, kept }) => {
    expect(keptBack({ balanceFen, debtFen }, rule)).toBe(kept)
  })

  it('never breaks the rule, whatever the numbers', () => {
    const anyRule = fc.record({
      shareBps: fc.integer({ min: 0, max: 10_000 }),
      floorFen: fc.bigInt({ min: 1n, max: 10n ** 7n }),
    })
    fc.assert(
      fc.property(fen(10n ** 8n), fen(10n ** 8n), anyRule, (balanceFen, debtFen, { shareBps, floorFen }) => {
        const kept = keptBack({ balanceFen, debtFen }, { shareBps, floorFen })
        const gets = balanceFen - kept
        expect(kept >= 0n && kept <= debtFen).toBe(true)
        expect(kept * 10_000n <= balanceFen * BigInt(shareBps)).toBe(true)
        expect(gets >= least(balanceFen, floorFen)).toBe(true)
      }),
      { numRuns: 5_000 },
    )
  })

  it('repays a debt in full over payouts, and not a fen more', () => {
    const sales = fc.array(fen(60_000n), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(sales, fen(200_000n), (earned, debt) => {
        let owes = debt
        let kept = 0n
        const pay = (balanceFen: bigint) => {
          const part = keptBack({ balanceFen, debtFen: owes }, rule)
          owes -= part
          kept += part
          return part
        }
        for (const balanceFen of earned) pay(balanceFen)
        for (let more = 0; owes > 0n && more < 1_000; more += 1)
          expect(pay(rule.floorFen + 1_000n), 'a balance above the floor always repays').toBeGreaterThan(0n)
        expect(owes).toBe(0n)
        expect(kept).toBe(debt)
      }),
      { numRuns: 500 },
    )
  })
})

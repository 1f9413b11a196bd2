import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PieceCosts, suggestPrice, wageOf, workOf } from './fair-price'

const costs = (change: Partial<PieceCosts> = {}): PieceCosts => ({
  materialsFen: 4200n,
  packingFen: 600n,
  hours: 14.5,
  ...change,
})

describe('what a price leaves for an hour', () => {
  it('takes commission, materials and packing first', () => {
    // 368.00 − 18.40 − 42.00 − 6.00 = 301.60, over 14.5 hours
    expect(workOf(36_800n, costs(), 500)).toBe(30_160n)
    expect(wageOf(36_800n, costs(), 500)).toBe(2080n)
  })

  it('counts costs that she did not write as nothing', () =>
    expect(wageOf(36_800n, costs({ materialsFen: null, packingFen: null }), 500)).toBe(2411n))

  it('is nothing when the price does not cover the materials, never less', () => {
    expect(workOf(4000n, costs(), 500)).toBe(-1000n)
    expect(wageOf(4000n, costs(), 500)).toBe(0n)
  })

  it('is not known without hours', () => {
    expect(wageOf(36_800n, costs({ hours: null }), 500)).toBeNull()
    expect(suggestPrice(2000n, costs({ hours: null }), 500)).toBeNull()
  })
})

describe('the price she is offered', () => {
  it('is the lowest in whole yuan that brings the wage', () => {
    // 14.5 × 20.00 + 48.00 = 338.00 is 95 % of 355.79
    expect(suggestPrice(2000n, costs(), 500)).toBe(35_600n)
    expect(suggestPrice(2000n, costs(), 0)).toBe(33_800n)
  })

  it('is none where commission takes everything', () =>
    expect(suggestPrice(2000n, costs(), 10_000)).toBeNull())

  const amount = (max: number) => fc.integer({ min: 0, max }).map(BigInt)
  it('brings the wage for any costs, hours and commission, and one yuan less does not', () =>
    fc.assert(
      fc.property(
        fc.record({ materialsFen: amount(10_000_000), packingFen: amount(100_000) }),
        fc.integer({ min: 1, max: 4000 }),
        fc.integer({ min: 100, max: 100_000 }).map(BigInt),
        fc.integer({ min: 0, max: 9_000 }),
        (spent, halves, wage, bps) => {
          const one = { ...spent, hours: halves / 2 }
          const price = suggestPrice(wage, one, bps)
          if (price === null) throw new Error('no price')
          expect(price % 100n).toBe(0n)
          expect(wageOf(price, one, bps)).toBeGreaterThanOrEqual(wage)
          expect(wageOf(price - 100n, one, bps)).toBeLessThan(wage)
        },
      ),
    ))
})

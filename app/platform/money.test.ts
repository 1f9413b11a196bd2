import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromSafeNumber, parseYuan, shareOf, split, sum, taxWithin, toSafeNumber, toYuan } from './money'

const amount = fc.bigInt({ min: -10_000_000_000n, max: 10_000_000_000n })
const weights = fc
  .array(fc.bigInt({ min: 0n, max: 100_000n }), { minLength: 1, maxLength: 20 })
  .filter((list) => sum(list) > 0n)

describe('split', () => {
  it('gives parts that sum to the amount, within one unit of the exact share, with its sign', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(amount, weights, (whole, parts) => {
        const total = sum(parts)
        const result = split(whole, parts)
        const isFair = result.every((part, index) => {
          const distance = part * total - whole * (parts[index] ?? 0n)
          const hasItsSign = whole >= 0n ? part >= 0n : part <= 0n
          return distance < total && distance > -total && hasItsSign
        })
        return sum(result) === whole && isFair
      }),
      { numRuns: 20_000 },
    )
  })

  it('does not depend on the order of the weights, but for who gets the odd unit among equals', () => {
    fc.assert(
      fc.property(amount, weights, (whole, parts) => {
        const forward = split(whole, parts).toSorted((a, b) => (a < b ? -1 : 1))
        const backward = split(whole, parts.toReversed()).toSorted((a, b) => (a < b ? -1 : 1))
        expect(forward).toEqual(backward)
      }),
    )
  })

  it('gives the odd fen to the largest remainder', () => {
    expect(split(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n])
    expect(split(-100n, [1n, 1n, 1n])).toEqual([-34n, -33n, -33n])
    expect(split(1n, [0n, 5n])).toEqual([0n, 1n])
  })

  it('refuses weights that are negative or all zero', () => {
    expect(() => split(1n, [0n])).toThrow(RangeError)
    expect(() => split(1n, [-1n, 2n])).toThrow(RangeError)
  })
})

describe('shareOf', () => {
  it('rounds half away from zero and never exceeds the amount', () => {
    expect(shareOf(36_800n, 500)).toBe(1840n)
    expect(shareOf(10n, 500)).toBe(1n)
    expect(shareOf(9n, 500)).toBe(0n)
    expect(shareOf(-10n, 500)).toBe(-1n)
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.integer({ min: 0, max: 10_000 }),
        (whole, bps) => {
          const share = shareOf(whole, bps)
          expect(share >= 0n && share <= whole).toBe(true)
        },
      ),
    )
  })

  it('refuses rates outside 0 to 100 %', () => {
    expect(() => shareOf(1n, 10_001)).toThrow(RangeError)
    expect(() => shareOf(1n, 0.5)).toThrow(RangeError)
  })
})

describe('taxWithin', () => {
  it('is what the rate takes of the rest, rounded half up', () => {
    expect(taxWithin(10_600n, 600)).toBe(600n)
    expect(taxWithin(500n, 600)).toBe(28n)
    expect(taxWithin(500n, 0)).toBe(0n)
    expect(taxWithin(0n, 600)).toBe(0n)
  })
  it('is never more than the whole, and within half a fen of its exact share', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.integer({ min: 0, max: 10_000 }),
        (amount, bps) => {
          const tax = taxWithin(amount, bps)
          const whole = 10_000n + BigInt(bps)
          const distance = 2n * (tax * whole - amount * BigInt(bps))
          expect(tax <= amount).toBe(true)
          expect(distance <= whole && distance > -whole).toBe(true)
        },
      ),
    )
  })
  it('refuses what is no amount or no rate', () => {
    expect(() => taxWithin(-1n, 600)).toThrow(RangeError)
    expect(() => taxWithin(1n, 0.5)).toThrow(RangeError)
  })
})

describe('yuan as people write it', () => {
  it('reads half- and full-width amounts', () => {
    expect(parseYuan('368')).toBe(36_800n)
    expect(parseYuan('１，２３４．５')).toBe(123_450n)
    expect(parseYuan(' ¥0.05 ')).toBe(5n)
  })

  it.each(['', '-1', '1.234', '1e3', 'abc', '1.2.3', '٣', '9'.repeat(64)])('refuses %j', (text) => {
    expect(parseYuan(text)).toBeNull()
  })

  it('writes and reads back every amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999n }), (fen) => {
        expect(parseYuan(toYuan(fen))).toBe(fen)
      }),
    )
  })
})

describe('numbers for the browser and for vendors', () => {
  it('refuses what a double cannot hold', () => {
    expect(toSafeNumber(36_800n)).toBe(36_800)
    expect(() => toSafeNumber(2n ** 53n)).toThrow(RangeError)
    expect(() => fromSafeNumber(199.5)).toThrow(RangeError)
  })
})

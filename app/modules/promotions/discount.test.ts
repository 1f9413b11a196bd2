import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sum } from '~/platform/money'
import { discountOf, missingFen, type PromotionTerms } from './discount'

const terms = (over: Partial<PromotionTerms>): PromotionTerms => ({
  percentBps: 1_000,
  offFen: null,
  minSpendFen: 0n,
  craftId: null,
  sellerId: null,
  bearer: 'platform',
  ...over,
})
const goods = (amountFen: bigint, sellerId = 'a', craftId = 'knots') => ({ sellerId, craftId, amountFen })

describe('a discount', () => {
  it('is spread by largest remainder', () => {
    expect(
      discountOf(terms({ percentBps: null, offFen: 1_000n }), [goods(1n * 100n), goods(200n), goods(9_900n)]),
    ).toEqual([10n, 20n, 970n])
    expect(
      discountOf(terms({ percentBps: null, offFen: 100n }), [goods(3_333n), goods(3_333n), goods(3_333n)]),
    ).toEqual([34n, 33n, 33n])
  })

  it('is for the goods that it names, and counts only those towards what must be spent', () => {
    const basket = [goods(10_000n, 'a'), goods(10_000n, 'b'), goods(10_000n, 'a', 'beads')]
    expect(discountOf(terms({ sellerId: 'a' }), basket)).toEqual([1_000n, 0n, 1_000n])
    expect(discountOf(terms({ sellerId: 'a', craftId: 'beads' }), basket)).toEqual([0n, 0n, 1_000n])
    expect(discountOf(terms({ sellerId: 'b', minSpendFen: 10_001n }), basket)).toEqual([0n, 0n, 0n])
    expect(missingFen(terms({ sellerId: 'b', minSpendFen: 10_001n }), basket)).toBe(1n)
    expect(missingFen(terms({ sellerId: 'c' }), basket)).toBeNull()
  })

  it('sums to what it takes, pushes no line below what must stay, and knows no order of lines', () => {
    const basket = fc.array(fc.bigInt({ min: 1n, max: 5_000_000n }), { minLength: 1, maxLength: 20 })
    const off = fc.oneof(
      fc.record({ percentBps: fc.integer({ min: 1, max: 9_000 }), offFen: fc.constant(null) }),
      fc.record({ percentBps: fc.constant(null), offFen: fc.bigInt({ min: 1n, max: 50_000_000n }) }),
    )
    const bearer = fc.constantFrom('platform', 'seller', 'sponsor')
    fc.assert(
      fc.property(basket, off, bearer, (amounts, takes, by) => {
        const lines = amounts.map((amount) => goods(amount))
        const parts = discountOf(terms({ ...takes, bearer: by }), lines)
        const most = by === 'seller' ? 5n : 9n
        for (const [at, part] of parts.entries()) {
          expect(part >= 0n && part * 10n <= (amounts[at] ?? 0n) * most).toBe(true)
        }
        const room = sum(amounts.map((amount) => (amount * most) / 10n))
        const wanted = takes.offFen ?? (sum(amounts) * BigInt(takes.percentBps)) / 10_000n
        expect(sum(parts)).toBe(wanted < room ? wanted : room)
        const sorted = (numbers: bigint[]) => [...numbers].sort((a, b) => Number(a - b))
        const turned = discountOf(terms({ ...takes, bearer: by }), lines.toReversed())
        expect(sorted(turned)).toEqual(sorted(parts))
      }),
      { numRuns: 5_000 },
    )
  })
})

import { describe, expect, it } from 'vitest'
import { availabilityOf, leavesBy, mostOf } from './availability'

describe('availabilityOf', () => {
  it.each([
    [
      { ready: 3, unique: 1, days: 5 },
      { kind: 'stock', count: 3 },
    ],
    [{ ready: 0, unique: 1, days: 5 }, { kind: 'one_of_a_kind' }],
    [
      { ready: 0, unique: 0, days: 5 },
      { kind: 'made_to_order', days: 5 },
    ],
    [{ ready: 0, unique: 0, days: null }, { kind: 'sold_out' }],
  ] as const)('of %o is %o', (supply, expected) => expect(availabilityOf(supply)).toEqual(expected))
})

describe('mostOf', () => {
  it('is what lies there, one of the only one, ninety-nine at most', () => {
    expect(mostOf({ kind: 'stock', count: 3 })).toBe(3)
    expect(mostOf({ kind: 'stock', count: 300 })).toBe(99)
    expect(mostOf({ kind: 'one_of_a_kind' })).toBe(1)
    expect(mostOf({ kind: 'made_to_order', days: 9 })).toBe(99)
    expect(mostOf({ kind: 'sold_out' })).toBe(0)
  })
})

describe('leavesBy', () => {
  it('counts the days from today', () => {
    expect(leavesBy({ kind: 'stock', count: 1 }, '2026-12-30', 2)).toBe('2027-01-01')
    expect(leavesBy({ kind: 'made_to_order', days: 9 }, '2026-11-23', 2)).toBe('2026-12-02')
    expect(leavesBy({ kind: 'sold_out' }, '2026-11-23', 2)).toBeNull()
  })
})

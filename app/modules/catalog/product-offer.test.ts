import { describe, expect, it } from 'vitest'
import { productOffer } from './product-offer'
import type { VariantView } from './product-page-view'

function kind(id: string, priceFen: number, most: number): VariantView {
  return {
    ...{ id, priceFen, most },
    name: id,
    nameLang: null,
    availability: most > 0 ? { kind: 'stock', count: most } : { kind: 'sold_out' },
    heldUntil: null,
    colour: null,
    daysByCount: [],
    weightGrams: null,
  }
}

const firstOf = (...variants: VariantView[]) =>
  productOffer({ variants, rests: [] }, '2026-12-01', 2)?.first.id

describe('the kind that a piece opens with', () => {
  it('is the cheapest, with the price that lists say, wherever it stands', () => {
    expect(firstOf(kind('large', 12_800, 3), kind('small', 7_800, 3))).toBe('small')
  })

  it('is the first of those that cost the same', () => {
    expect(firstOf(kind('red', 7_800, 3), kind('blue', 7_800, 3))).toBe('red')
  })

  it('can be had, as long as any can', () => {
    expect(firstOf(kind('large', 12_800, 3), kind('small', 7_800, 0))).toBe('large')
    expect(firstOf(kind('large', 12_800, 0), kind('small', 7_800, 0))).toBe('small')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beadColumns } from './bead-columns'

describe('beadColumns', () => {
  it.each([
    [5, 8, 5],
    [14, 15, 14],
    [16, 15, 8],
    [60, 15, 15],
    [0, 8, 0],
  ])('of %i beads, at most %i beside each other, are %i', (count, most, columns) =>
    expect(beadColumns(count, most)).toBe(columns),
  )

  it('never leaves a last row that lacks more beads than there are rows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 20 }), (count, most) => {
        const columns = beadColumns(count, most)
        const rows = Math.ceil(count / columns)
        expect(columns).toBeLessThanOrEqual(most)
        expect(columns * rows - count).toBeLessThan(rows)
      }),
    )
  })
})

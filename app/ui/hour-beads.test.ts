import { describe, expect, it } from 'vitest'
import { hourBeads } from './hour-beads'

describe('beads for hours', () => {
  it('are one an hour, and half a bead for a half', () => {
    expect(hourBeads(9)).toHaveLength(9)
    expect(hourBeads(1.5).map((bead) => bead.half)).toEqual([false, true])
    expect(hourBeads(0.5).map((bead) => bead.half)).toEqual([true])
    expect(hourBeads(0)).toEqual([])
  })
})

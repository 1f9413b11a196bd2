import { describe, expect, it } from 'vitest'
import { strandShares, strandThickness } from './strand-shares'

describe('the strands of a price', () => {
  it('are percentages of the total', () => {
    expect(strandShares([30699, 2200, 1840, 1840, 221], 36800)).toEqual([83.4, 6, 5, 5, 0.6])
  })

  it('must make the price to the fen', () => {
    expect(() => strandShares([30699, 2200, 1840, 1840, 220], 36800)).toThrow(RangeError)
  })

  it('are as thick as they are large, and never invisible', () => {
    expect(strandThickness(50)).toBe('1.75rem')
    expect(strandThickness(0.6)).toBe('0.0625rem')
  })

  it('draw nothing of what was given back', () => {
    expect(strandShares([10000, -10000], 0)).toEqual([0, 0])
    expect(strandShares([11000, -1000], 10000)).toEqual([110, 0])
  })
})

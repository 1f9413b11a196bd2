import { describe, expect, it } from 'vitest'
import { knotLattice, knotStrands } from './knot-lattice'

describe('the pan chang lattice', () => {
  it.each([2, 3, 4, 5, 6])('of %i cords passes over and under in turn along the whole cord', (cords) => {
    for (const strand of knotStrands(cords)) {
      strand.forEach((pass, at) => {
        const following = strand[(at + 1) % strand.length]
        expect(following?.over).toBe(!pass.over)
      })
    }
  })

  it.each([2, 3, 4, 5, 6])('of %i cords meets every crossing twice, once above and once below', (cords) => {
    const passes = knotStrands(cords).flat()
    expect(passes).toHaveLength(cords * cords * 2)
    const seen = new Set(passes.map((pass) => `${pass.row},${pass.column},${pass.over}`))
    expect(seen.size).toBe(cords * cords * 2)
  })

  it.each([2, 3])('of %i cords is tied from one cord', (cords) => {
    expect(knotLattice({ cords, pitch: 5, gap: 1.8 }).strands).toBe(1)
  })

  it.each([2, 3, 4])('of %i cords leaves one opening at every crossing', (cords) => {
    const { pieces } = knotLattice({ cords, pitch: 5, gap: 1.8 })
    expect(pieces).toHaveLength(cords * cords)
    for (const piece of pieces) expect(piece).toMatch(/^M[^MZ]*$/)
  })

  it('is drawn once for each shape', () => {
    const shape = { cords: 4, pitch: 5, gap: 1.85 }
    expect(knotLattice(shape)).toBe(knotLattice({ ...shape }))
  })

  it('stays inside its view box', () => {
    const { pieces, reach } = knotLattice({ cords: 4, pitch: 5, gap: 1.8 })
    const numbers = pieces.join(' ').match(/-?\d+(\.\d+)?/g) ?? []
    expect(Math.max(...numbers.map((number) => Math.abs(Number(number))))).toBeLessThan(reach * Math.SQRT2)
  })
})

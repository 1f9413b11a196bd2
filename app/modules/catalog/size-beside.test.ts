import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawSize, inCentimetres } from './size-beside'

const side = fc.integer({ min: 1, max: 5000 })

describe('drawSize', () => {
  it.each([
    [40, 60, 'coin'],
    [61, 20, 'hand'],
    [150, 300, 'hand'],
    [301, 40, 'sheet'],
  ])('puts %i × %i mm beside a %s', (widthMm, heightMm, beside) =>
    expect(drawSize({ widthMm, heightMm, depthMm: null }).beside).toBe(beside),
  )

  it('keeps both to one scale, on one ground and apart', () => {
    fc.assert(
      fc.property(side, side, (widthMm, heightMm) => {
        const { piece, familiar, width, height } = drawSize({ widthMm, heightMm, depthMm: null })
        expect([piece.width, piece.height]).toEqual([widthMm, heightMm])
        for (const one of [piece, familiar]) expect(one.y + one.height).toBe(height)
        expect(familiar.x).toBeGreaterThan(piece.x + piece.width)
        expect(familiar.x + familiar.width).toBe(width)
      }),
    )
  })
})

it('writes millimetres as centimetres', () => {
  expect([65, 70, 5].map(inCentimetres)).toEqual(['6.5', '7', '0.5'])
})

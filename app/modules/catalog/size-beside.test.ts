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

  const depth = fc.option(side, { nil: null })

  it('keeps both to one scale, on one ground and apart', () => {
    fc.assert(
      fc.property(side, side, depth, (widthMm, heightMm, depthMm) => {
        const { piece, familiar, back, scale } = drawSize({ widthMm, heightMm, depthMm })
        expect(piece.width / scale).toBeCloseTo(widthMm)
        expect(piece.height / scale).toBeCloseTo(heightMm)
        expect(back === 0).toBe(depthMm === null)
        expect(piece.y + piece.height).toBeCloseTo(familiar.y + familiar.height)
        expect(familiar.x).toBeGreaterThan(piece.x + piece.width + back)
      }),
    )
  })

  it('leaves nothing outside, and stays within what a narrow phone has', () => {
    fc.assert(
      fc.property(side, side, depth, (widthMm, heightMm, depthMm) => {
        const { piece, familiar, back, width, height } = drawSize({ widthMm, heightMm, depthMm })
        expect(Math.min(piece.y - back, familiar.y)).toBeGreaterThan(-0.001)
        expect(familiar.x + familiar.width).toBeCloseTo(width)
        expect(width).toBeLessThan(281)
        expect(height).toBeLessThan(200)
      }),
    )
  })
})

it('writes millimetres as centimetres', () => {
  expect([65, 70, 5].map(inCentimetres)).toEqual(['6.5', '7', '0.5'])
})

import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { isWholePicture } from './is-whole-picture'

const image = () =>
  sharp({
    create: {
      width: 900,
      height: 700,
      channels: 3,
      background: '#ad261b',
      noise: { type: 'gaussian', mean: 120, sigma: 60 },
    },
  })

describe('isWholePicture', () => {
  it.each([
    ['JPEG', () => image().jpeg().toBuffer()],
    ['PNG', () => image().png().toBuffer()],
    ['WebP', () => image().webp().toBuffer()],
  ])('tells a whole %s from a torn one', async (_, make) => {
    const bytes = new Uint8Array(await make())
    expect(bytes.length).toBeGreaterThan(140_000)
    expect(isWholePicture(bytes)).toBe(true)
    expect(isWholePicture(bytes.subarray(0, Math.floor(bytes.length * 0.4)))).toBe(false)
  })

  it('takes nothing else for a picture', () => {
    expect(isWholePicture(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe(false)
    expect(isWholePicture(new Uint8Array())).toBe(false)
  })
})

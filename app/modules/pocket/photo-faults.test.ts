import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { photoFaults } from './photo-faults'

const large = { width: 2400, height: 1800 }

/** A knot's worth of edges on a plain ground, as a device would see its small copy. */
async function copyOf({ blur = 0, light = 1 } = {}) {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="960"><rect width="100%" height="100%" fill="#e9e2d4"/>${Array.from(
    { length: 24 },
    (_, at) => `<path d="M ${380 + at * 20} 300 L ${900 - at * 20} 660" stroke="#ad261b" stroke-width="9"/>`,
  ).join('')}</svg>`
  const image = sharp(Buffer.from(drawing)).resize(320).linear(light, 0)
  const { data, info } = await (blur ? image.blur(blur) : image)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) }
}

describe('photoFaults', () => {
  it('finds nothing wrong with a sharp piece in the middle of a plain cloth', async () => {
    expect(photoFaults(await copyOf(), large)).toEqual([])
  })

  it('sees blur, also of something that was sharp once', async () => {
    expect(photoFaults(await copyOf({ blur: 8 }), large)).toEqual(['blurred'])
  })

  it('sees darkness, and then says nothing about edges', async () => {
    expect(photoFaults(await copyOf({ light: 0.3, blur: 8 }), large)).toEqual(['dark'])
  })

  it('measures the original, not its copy', async () => {
    expect(photoFaults(await copyOf(), { width: 800, height: 599 })).toEqual(['small'])
    expect(photoFaults(await copyOf(), { width: 800, height: 600 })).toEqual([])
  })
})

import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { isHeic } from './is-heic'

const file = (brand: string) => new Blob([Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1heic`, 'latin1')])

describe('isHeic', () => {
  it.each(['heic', 'heix', 'hevc', 'hevx', 'mif1', 'msf1'])('knows the brand %s', async (brand) => {
    expect(await isHeic(file(brand))).toBe(true)
  })

  it('takes nothing else for one: a film, a photo, a few bytes', async () => {
    const flat = { create: { width: 8, height: 8, channels: 3, background: '#ad261b' } } as const
    for (const other of [file('isom'), new Blob([await sharp(flat).jpeg().toBuffer()]), new Blob(['ftyp'])])
      expect(await isHeic(other)).toBe(false)
  })
})

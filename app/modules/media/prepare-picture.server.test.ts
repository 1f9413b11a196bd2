import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { storage } from '~/platform/storage/storage.server'
import { preparePicture } from './prepare-picture.server'

/** A photograph with grain, so that files are as heavy as real ones. */
function photo(width: number, height: number) {
  const noise = { type: 'gaussian', mean: 150, sigma: 25 } as const
  return sharp({ create: { width, height, channels: 3, background: '#8a5417', noise } })
}

const plain = (width: number, height: number, background = '#b08a58') =>
  sharp({ create: { width, height, channels: 3, background } })

/** A PNG of one bit a pixel, all zero: kilobytes that unfold into hundreds of megapixels. */
function bomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'ascii'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 1
  const pixels = deflateSync(Buffer.alloc((side / 8 + 1) * side), { level: 9 })
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const refused = (bytes: Uint8Array) =>
  preparePicture(bytes).then(
    () => 'accepted',
    (error) => error.key,
  )
const stored = async (name: string) => (await storage.readAll(name)) ?? Buffer.alloc(0)

describe('preparePicture', () => {
  it('turns a 12-megapixel photo upright and takes its place, time and thumbnail out of every file', async () => {
    const grain = await photo(1008, 756).png().toBuffer()
    const sent = await sharp(grain)
      .resize(4032, 3024)
      .jpeg({ quality: 90 })
      .withExif({
        IFD0: { Make: 'Qiaoshou Test', Artist: 'Lan' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '35/1 50/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '104/1 6/1 0/1',
        },
      })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    expect((await sharp(sent).metadata()).exif).toBeDefined()

    const picture = await preparePicture(sent)

    expect([picture.width, picture.height]).toEqual([1800, 2400])
    expect(picture.colour).toMatch(/^#[0-9a-f]{6}$/)
    const names = [320, 640, 960, 1280].flatMap((width) =>
      ['webp', 'jpg'].map((format) => `${picture.contentHash}-${width}.${format}`),
    )
    for (const name of [picture.contentHash, ...names]) {
      const {
        exif,
        icc,
        xmp,
        iptc,
        orientation,
        width = 0,
        height = 0,
      } = await sharp(await stored(name)).metadata()
      expect([exif, icc, xmp, iptc, orientation], name).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ])
      expect(height / width, name).toBeCloseTo(4 / 3, 2)
    }
    expect((await sharp(await stored(`${picture.contentHash}-640.webp`)).metadata()).width).toBe(640)
  })

  it('brings wide colours, CMYK, alpha and sixteen bits into sRGB', async () => {
    const wide = await plain(700, 700, '#c83c28').withIccProfile('p3').jpeg().toBuffer()
    const cmyk = await plain(700, 700).toColourspace('cmyk').jpeg().toBuffer()
    const clear = await sharp({ create: { width: 700, height: 700, channels: 4, background: '#0000' } })
      .png()
      .toBuffer()
    const deep = await plain(700, 700).toColourspace('rgb16').png().toBuffer()
    for (const sent of [wide, cmyk, clear, deep]) {
      const { contentHash } = await preparePicture(sent)
      const { space, channels, depth, hasProfile } = await sharp(await stored(contentHash)).metadata()
      expect([space, channels, depth, hasProfile]).toEqual(['srgb', 3, 'uchar', false])
    }
    const white = await preparePicture(clear)
    expect(white.colour).toMatch(/^#f[0-9a-f]f[0-9a-f]f[0-9a-f]$/)
  })

  it('goes by the bytes, not by the name: a PNG is a PNG whatever it is called', async () => {
    const png = await plain(640, 800).png().toBuffer()
    const webp = await plain(640, 800).webp().toBuffer()
    expect(await refused(png)).toBe('accepted')
    expect(await refused(webp)).toBe('accepted')
  })

  it('stores the same photograph once, whatever metadata came with it', async () => {
    const pixels = await photo(800, 800).jpeg().toBuffer()
    const dated = await sharp(pixels)
      .keepExif()
      .withExif({ IFD0: { DateTime: '2026:11:23 10:00:00' } })
      .png()
      .toBuffer()
    const undated = await sharp(pixels).png().toBuffer()
    expect((await preparePicture(dated)).contentHash).toBe((await preparePicture(undated)).contentHash)
  })

  it('refuses a photograph that is a page as well', async () => {
    for (const kind of ['jpeg', 'png', 'webp'] as const) {
      const picture = await plain(700, 700).toFormat(kind).toBuffer()
      const polyglot = Buffer.concat([picture, Buffer.from('<html><script>alert(1)</script></html>')])
      expect(await refused(polyglot), kind).toBe('studio.pictureHidesFile')
    }
  })

  it('drops what a camera puts behind a photograph', async () => {
    const jpeg = await plain(700, 700).jpeg().toBuffer()
    const { contentHash } = await preparePicture(Buffer.concat([jpeg, Buffer.from('ftypmp42 moving')]))
    for (const name of [contentHash, `${contentHash}-640.jpg`, `${contentHash}-640.webp`])
      expect((await stored(name)).includes('ftypmp42'), name).toBe(false)
  })

  it('refuses a picture that unfolds into more than it may, before decoding it', async () => {
    const sent = bomb(16_000)
    expect(sent.length).toBeLessThan(300_000)
    const before = process.memoryUsage().rss
    const answers = await Promise.all(Array.from({ length: 8 }, () => refused(sent)))
    expect(new Set(answers)).toEqual(new Set(['studio.pictureTooLarge']))
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
  })

  it('keeps its memory while eight pictures of the largest kind arrive at once', async () => {
    const sent = bomb(7_744)
    const before = process.memoryUsage().rss
    let most = 0
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss - before)
    }, 20)
    const answers = await Promise.all(Array.from({ length: 8 }, () => refused(sent)))
    clearInterval(watch)
    expect(new Set(answers)).toEqual(new Set(['accepted']))
    expect(most).toBeLessThan(150 * 1024 * 1024)
  })

  it('refuses with a sentence what is no photograph', async () => {
    const jpeg = await photo(900, 900).jpeg().toBuffer()
    const gif = await plain(700, 700).gif().toBuffer()
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><script>alert(1)</script></svg>'
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
    const cases: [string, Uint8Array, string][] = [
      ['nothing', Buffer.alloc(0), 'studio.pictureEmpty'],
      ['svg', Buffer.from(svg), 'studio.pictureType'],
      ['svg behind an xml head', Buffer.from(`<?xml version="1.0"?>${svg}`), 'studio.pictureType'],
      ['gif', gif, 'studio.pictureType'],
      ['gif that goes on as html', Buffer.from('GIF89a/*<svg onload=alert(1)>*/=1;'), 'studio.pictureType'],
      ['pdf', Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 'studio.pictureType'],
      ['text', Buffer.from('这是一张照片'), 'studio.pictureType'],
      ['heic', heic, 'studio.pictureHeic'],
      ['half a jpeg', jpeg.subarray(0, 100_000), 'studio.pictureBroken'],
      ['the head of a jpeg', jpeg.subarray(0, 300), 'studio.pictureBroken'],
      ['half a png', (await photo(700, 700).png().toBuffer()).subarray(0, 400_000), 'studio.pictureBroken'],
      ['half a webp', (await photo(700, 700).webp().toBuffer()).subarray(0, 20_000), 'studio.pictureBroken'],
      ['a stamp', await plain(599, 900).jpeg().toBuffer(), 'studio.pictureTooSmall'],
      ['a ribbon', await plain(600, 2401).jpeg().toBuffer(), 'studio.pictureTooNarrow'],
      ['passes', await plain(5_100, 5_000).png({ progressive: true }).toBuffer(), 'studio.pictureTooLarge'],
      ['26 MB', Buffer.concat([jpeg, Buffer.alloc(26 * 1024 * 1024)]), 'studio.pictureTooHeavy'],
    ]
    for (const [what, sent, key] of cases) expect(await refused(sent), what).toBe(key)
  })

  it('says when a photograph is too dark, but not of indigo with white points', async () => {
    const dark = await plain(700, 700, '#1c140c').jpeg().toBuffer()
    const points = await plain(60, 60, '#ffffff').png().toBuffer()
    const at = [0, 1, 2, 3].flatMap((x) =>
      [0, 1, 2, 3].map((y) => ({ input: points, left: x * 170, top: y * 170 })),
    )
    const indigo = await plain(700, 700, '#12253f').composite(at).jpeg().toBuffer()
    expect((await preparePicture(dark)).isDim).toBe(true)
    expect((await preparePicture(indigo)).isDim).toBe(false)
  })
})

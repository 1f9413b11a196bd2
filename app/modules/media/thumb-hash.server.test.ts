import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { prisma } from '~/platform/db/prisma.server'
import { storage } from '~/platform/storage/storage.server'
import { drawThumbHash } from './draw-thumb-hash.server'
import { hashPictures } from './hash-pictures.server'
import { makeThumbHash } from './make-thumb-hash.server'
import { preparePicture } from './prepare-picture.server'

/** Red above, indigo below. */
function twoColours(width: number, height: number): Promise<Buffer> {
  const lower = {
    create: { width, height: Math.floor(height / 2), channels: 3, background: '#1d3a61' },
  } as const
  return sharp({ create: { width, height, channels: 3, background: '#ad261b' } })
    .composite([{ input: lower, gravity: 'south' }])
    .jpeg()
    .toBuffer()
}

async function pixelsOf(address: string | null) {
  const [, base64 = ''] = /^data:image\/png;base64,([A-Za-z0-9+/=]+)$/.exec(address ?? '') ?? []
  const { data, info } = await sharp(Buffer.from(base64, 'base64'))
    .raw()
    .toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => [
    ...data.subarray(3 * (y * info.width + x), 3 * (y * info.width + x) + 3),
  ]
  return { ...info, at, characters: base64.length }
}

describe('what draws a picture blurred', () => {
  it('has its shape and its colours, in few bytes', async () => {
    const hash = await makeThumbHash(await twoColours(800, 1000))
    expect(hash.length).toBeLessThanOrEqual(36)
    const { width, height, channels, at, characters } = await pixelsOf(drawThumbHash(hash))
    expect([width, height, channels]).toEqual([7, 8, 3])
    expect(characters).toBeLessThanOrEqual(340)
    const [upper, lower] = [at(3, 1), at(3, 6)]
    expect(upper[0]).toBeGreaterThan((upper[2] ?? 0) + 60)
    expect(lower[2]).toBeGreaterThan((lower[0] ?? 0) + 30)
    expect(drawThumbHash(hash)).toBe(drawThumbHash(hash))
    expect([drawThumbHash(null), drawThumbHash('')]).toEqual([null, null])
  })

  it('is made when a picture is sent', async () => {
    const sent = await twoColours(900, 1200)
    const { thumbHash, contentHash } = await preparePicture(sent)
    expect(thumbHash).toBe(await makeThumbHash((await storage.readAll(contentHash)) ?? Buffer.alloc(0)))
  })

  it('is made later for pictures from before; one whose file is gone is asked once', async () => {
    const row = { width: 640, height: 800, bytes: 1 }
    const sample = {
      ...row,
      contentHash: randomBytes(32).toString('hex'),
      sampleFile: 'knot-panchang-red-01.webp',
    }
    const gone = { ...row, contentHash: randomBytes(32).toString('hex') }
    const ids = []
    for (const data of [sample, gone])
      ids.push((await prisma.media.create({ data, select: { id: true } })).id)
    while ((await hashPictures({ batch: 50 })) > 0);
    const found = await prisma.media.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })
    expect(found.map(({ thumbHash }) => thumbHash)).toEqual([
      expect.stringMatching(/^[A-Za-z0-9+/]{20,}={0,2}$/),
      '',
    ])
    expect(found.map(({ lookHash }) => lookHash)).toEqual([expect.anything(), 0n])
    expect(found[0]?.lookHash).not.toBe(0n)
    expect(await hashPictures({ batch: 50 })).toBe(0)
  })
})

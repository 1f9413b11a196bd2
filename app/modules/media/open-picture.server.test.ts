import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '~/platform/db/prisma.server'
import { storage } from '~/platform/storage/storage.server'
import { makeAvif } from './make-avif.server'
import { openPicture } from './open-picture.server'
import type { PictureFormat } from './picture'

const sampleFile = 'knot-panchang-red-01.webp'

describe('openPicture', () => {
  let hash: string
  let mediaId: string
  beforeAll(async () => {
    const bytes = await readFile(`prisma/seed/pictures/${sampleFile}`)
    hash = createHash('sha256').update(bytes).digest('hex')
    const row = { contentHash: hash, width: 800, height: 1000, bytes: bytes.length, sampleFile }
    mediaId = (await prisma.media.create({ data: row, select: { id: true } })).id
  })

  it('makes the sizes of a sample picture once, however many ask at a time', async () => {
    const ask = () => openPicture({ hash, width: 320, format: 'webp' })
    const files = await Promise.all(Array.from({ length: 12 }, ask))
    const sizes = await Promise.all(
      files.map(async (file) => (file ? sharp(await buffer(file.stream)).metadata() : null)),
    )
    expect(sizes.map((size) => [size?.format, size?.width])).toEqual(Array(12).fill(['webp', 320]))
    expect(await storage.exists(`${hash}-1280.jpg`), 'a size nobody asked for').toBe(false)
  })

  it('never enlarges', async () => {
    const file = await openPicture({ hash, width: 1280, format: 'jpg' })
    const { width } = await sharp(file ? await buffer(file.stream) : Buffer.alloc(0)).metadata()
    expect(width).toBe(800)
  })

  it('makes a file as light as a first screen takes, and no other any lighter', async () => {
    const bytes = await readFile('prisma/seed/pictures/knot-hero-indigo-01.webp')
    const row = { contentHash: createHash('sha256').update(bytes).digest('hex'), width: 1400, height: 1050 }
    await prisma.media.create({
      data: { ...row, bytes: bytes.length, sampleFile: 'knot-hero-indigo-01.webp', avifAt: new Date() },
    })
    const size = async (contentHash: string, format: PictureFormat) => {
      const file = await openPicture({ hash: contentHash, width: 960, format })
      return file ? buffer(file.stream) : Buffer.alloc(0)
    }
    for (const format of ['webp', 'avif'] as const) {
      const { length } = await size(row.contentHash, format)
      expect(length, format).toBeGreaterThan(40_000)
      expect(length, format).toBeLessThanOrEqual(56_000)
    }
    const light = sharp(`prisma/seed/pictures/${sampleFile}`).webp({
      quality: 78,
      effort: 3,
      smartSubsample: true,
    })
    expect((await size(hash, 'webp')).equals(await light.toBuffer())).toBe(true)
  })

  it('cuts a part of a sample picture where it lies', async () => {
    const row = { contentHash: '2'.repeat(64), width: 400, height: 500, bytes: 1 }
    await prisma.media.create({ data: { ...row, sampleFile: `${sampleFile}@160,80,400,500` } })
    const file = await openPicture({ hash: row.contentHash, width: 640, format: 'jpg' })
    const made = sharp(file ? await buffer(file.stream) : Buffer.alloc(0))
    const lies = { left: 160, top: 80, width: 400, height: 500 }
    const there = sharp(await sharp(`prisma/seed/pictures/${sampleFile}`).extract(lies).png().toBuffer())
    const [{ width, height }, mean, expected] = [
      await made.metadata(),
      await made.stats(),
      await there.stats(),
    ]
    expect([width, height]).toEqual([400, 500])
    for (const [at, { mean: light }] of mean.channels.entries())
      expect(light).toBeCloseTo(expected.channels[at]?.mean ?? 0, -1)
  })

  it('has AVIF only after its job, which may run twice', async () => {
    expect(await openPicture({ hash, width: 640, format: 'avif' })).toBeNull()
    await makeAvif({ mediaId })
    const first = await prisma.media.findUniqueOrThrow({ where: { id: mediaId }, select: { avifAt: true } })
    await makeAvif({ mediaId })
    const second = await prisma.media.findUniqueOrThrow({ where: { id: mediaId }, select: { avifAt: true } })
    expect(first.avifAt).toBeInstanceOf(Date)
    expect(second).toEqual(first)
    const file = await openPicture({ hash, width: 640, format: 'avif' })
    expect((await sharp(file ? await buffer(file.stream) : Buffer.alloc(0)).metadata()).format).toBe('heif')
    await storage.remove(`${hash}-640.avif`)
    expect((await openPicture({ hash, width: 640, format: 'avif' }))?.bytes, 'a lost file').toBe(file?.bytes)
  })

  it('finds nothing under an unknown hash or when the file is gone', async () => {
    expect(await openPicture({ hash: '0'.repeat(64), width: 320, format: 'jpg' })).toBeNull()
    const row = {
      contentHash: '1'.repeat(64),
      width: 800,
      height: 800,
      bytes: 1,
      sampleFile: '../../package.json.gone',
    }
    await prisma.media.create({ data: row })
    expect(await openPicture({ hash: row.contentHash, width: 320, format: 'jpg' })).toBeNull()
  })
})

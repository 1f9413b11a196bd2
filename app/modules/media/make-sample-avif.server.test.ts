import { beforeAll, describe, expect, it } from 'vitest'
import { listen } from '~/platform/db/listen.server'
import { prisma } from '~/platform/db/prisma.server'
import { storage } from '~/platform/storage/storage.server'
import { owner } from '../../../tests/fixtures/owner'
import { buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { makeSampleAvif, queueSampleAvif } from './make-sample-avif.server'

/** As small as they come. */
const sampleFile = 'knot-panchang-red-01.webp@0,0,40,50'

/** Jobs for sample pictures that wait. */
const waiting = () =>
  owner.$queryRaw<{ priority: number }[]>`
    SELECT priority FROM pgboss.job WHERE name = 'picture-avif' AND state = 'created' AND data ? 'samples'`

const endWaiting = () =>
  owner.$executeRaw`UPDATE pgboss.job SET state = 'completed' WHERE name = 'picture-avif' AND data ? 'samples'`

async function buildSample(letter: string, width = 40): Promise<string> {
  const row = { contentHash: letter.repeat(64), width, height: 50, bytes: 1, sampleFile }
  return (await prisma.media.create({ data: row, select: { id: true } })).id
}

const made = async (ids: string[]) => {
  const rows = await prisma.media.findMany({ where: { id: { in: ids }, avifAt: { not: null } } })
  return ids.filter((id) => rows.some((row) => row.id === id))
}

describe('sample pictures', () => {
  let hidden: string
  let leading: string
  let filling: string
  beforeAll(async () => {
    await buildGround()
    hidden = await buildSample('a')
    leading = await buildSample('b')
    filling = await buildSample('f', 1200)
    const { sellerId } = await buildSeller()
    const { productId } = await buildPiece({ sellerId })
    await owner.productMedia.create({ data: { productId, mediaId: leading, position: 1 } })
    await owner.productMedia.create({ data: { productId, mediaId: filling, position: 2 } })
    const ofCraft = await owner.craft.findFirstOrThrow({ select: { id: true } })
    await owner.craft.update({ where: ofCraft, data: { mediaId: await buildSample('0') } })
  })

  it('are asked for once, behind what makers send', async () => {
    await queueSampleAvif()
    await queueSampleAvif()
    expect(await waiting()).toEqual([{ priority: -1 }])
  })

  it('have AVIF by and by, those first that visitors see first', async () => {
    await endWaiting()
    await makeSampleAvif({ batch: 1 })
    expect(await made([hidden, leading, filling]), 'the one that fills the first screen').toEqual([filling])
    await endWaiting()
    await makeSampleAvif({ batch: 2 })
    expect(await made([hidden, leading])).toEqual([leading])
    expect(await storage.exists(`${'b'.repeat(64)}-960.avif`)).toBe(true)
    expect(await waiting(), 'the next').toHaveLength(1)
    await makeSampleAvif({ batch: 8 })
    expect(await made([hidden, leading])).toEqual([hidden, leading])
  })

  it('are not asked for any more once all have it', async () => {
    await endWaiting()
    await makeSampleAvif({ batch: 8 })
    await queueSampleAvif()
    expect(await waiting()).toEqual([])
  })

  it('make pages old together', async () => {
    const heard: string[] = []
    let isHearing = false
    const noteState = (state: boolean) => {
      isHearing = state
    }
    for (const letter of ['c', 'd', 'e']) await buildSample(letter)
    const stop = listen({ channel: 'pages', onHeard: (page) => heard.push(page), onState: noteState })
    try {
      await expect.poll(() => isHearing).toBe(true)
      await makeSampleAvif({ batch: 8 })
      await expect.poll(() => heard).toEqual(['*'])
    } finally {
      await stop()
    }
  })
})

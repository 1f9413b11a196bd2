import sharp, { type Region } from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { preparePicture } from '~/modules/media/prepare-picture.server'
import { photoBytes } from '../../../tests/fixtures/listings'
import { owner } from '../../../tests/fixtures/owner'
import { compareCode } from '../../../tests/fixtures/read-code'
import { buildGround, buildKind, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { drawPoster } from './draw-poster.server'
import { findPoster } from './find-poster.server'

beforeAll(buildGround)

const origin = 'https://shop.example'

async function hang(titleZh: string) {
  const { sellerId } = await buildSeller()
  const piece = await buildPiece({ sellerId, titleZh, priceFen: 128_000n })
  const { contentHash, width, height, bytes } = await preparePicture(await photoBytes(71))
  const media = await owner.media.create({ data: { contentHash, width, height, bytes } })
  await owner.productMedia.create({
    data: { productId: piece.productId, mediaId: media.id, position: 0 },
  })
  return piece
}

describe('a poster', () => {
  it('shows photograph, words and code in their places, in a font of its own, drawn once', async () => {
    const piece = await hang('十二道盘长结'.repeat(9))
    const poster = await findPoster(piece.slug, 'zh-CN', origin)
    expect(poster).toMatchObject({ price: '¥1,280', address: `${origin}/products/${piece.slug}` })
    if (!poster) throw new Error('no poster')
    const [first, second] = await Promise.all([drawPoster(poster), drawPoster(poster)])
    expect(first).toBe(second)
    if (!first) throw new Error('no picture')
    expect(await sharp(first).metadata()).toMatchObject({ format: 'jpeg', width: 1080, height: 1620 })
    const darkest = async (region: Region) => {
      const { channels } = await sharp(await sharp(first).extract(region).toBuffer()).stats()
      return channels[0]?.min ?? 255
    }
    expect(await darkest({ left: 64, top: 1236, width: 500, height: 130 })).toBeLessThan(90)
    const code = { left: 756, top: 1236, side: 260 }
    expect(await compareCode(first, code, poster.address)).toBeNull()
    expect(await compareCode(first, code, `${poster.address}x`)).toMatch(/^row /)
    expect(await darkest({ left: 0, top: 1190, width: 1080, height: 40 })).toBeGreaterThan(200)
  })

  it.each([
    ['zh-CN', '¥1,280 起'],
    ['en', 'CN¥1,280 and up'],
  ] as const)('in %s says that another kind costs more, where one does', async (locale, price) => {
    const piece = await hang('盘长结')
    await buildKind({ ...piece, priceFen: 158_000n })
    expect(await findPoster(piece.slug, locale, origin)).toMatchObject({ price })
  })

  it('leads with no picture that shows her at work, which she may withdraw when the poster has gone round', async () => {
    const piece = await hang('盘长结')
    const { mediaId } = await owner.productMedia.findFirstOrThrow({ where: { productId: piece.productId } })
    const { contentHash } = await owner.media.update({ where: { id: mediaId }, data: { shot: 'making' } })
    expect(await findPoster(piece.slug, 'zh-CN', origin)).toBeNull()
    const whole = await owner.media.create({
      data: {
        contentHash: contentHash.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
        width: 640,
        height: 800,
        bytes: 1,
      },
    })
    await owner.productMedia.create({ data: { productId: piece.productId, mediaId: whole.id, position: 1 } })
    expect((await findPoster(piece.slug, 'zh-CN', origin))?.picture).toMatchObject({
      hash: whole.contentHash,
    })
  })

  it('is there neither for a piece put away nor for one without a photograph', async () => {
    const piece = await hang('盘长结')
    await owner.product.update({ where: { id: piece.productId }, data: { status: 'paused' } })
    expect(await findPoster(piece.slug, 'zh-CN', origin)).toBeNull()
    const { sellerId } = await buildSeller()
    const bare = await buildPiece({ sellerId })
    expect(await findPoster(bare.slug, 'zh-CN', origin)).toBeNull()
    expect(await findPoster('no-such-piece', 'en', origin)).toBeNull()
  })
})

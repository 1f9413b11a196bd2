import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { preparePicture } from '~/modules/media/prepare-picture.server'
import { submit, writeListing } from '../../../tests/fixtures/listings'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { addListingPhoto } from './add-listing-photo.server'
import { findReviewQueue } from './find-review-queue.server'
import { getReview } from './get-review.server'

const locale = 'zh-CN'

/** A picture with something to see in it, another one for every number. */
function drawn(seed: number, side = 900): Promise<Buffer> {
  const dots = Array.from({ length: 14 }, (_, at) => {
    const [x, y] = [(seed * 37 + at * 61) % 100, (seed * 53 + at * 29) % 100]
    return `<circle cx="${x}%" cy="${y}%" r="${4 + ((seed + at) % 9)}%" fill="hsl(0 0% ${(at * 17 + seed * 11) % 100}%)"/>`
  }).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><rect width="100%" height="100%" fill="#888"/>${dots}</svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer()
}

describe('the rules look at a listing before anybody does', () => {
  let artisan: Actor
  let coordinator: Actor
  let otherSeller: string

  beforeAll(async () => {
    await buildGround()
    artisan = (await buildSeller()).actor
    otherSeller = (await buildSeller()).sellerId
    coordinator = await buildActor({ role: 'coordinator', region: '620123' })
  })

  /** A piece of somebody else in the shop, with this photograph. */
  async function inTheShop(bytes: Buffer, sellerId = otherSeller) {
    const { isDim: _isDim, ...picture } = await preparePicture(bytes)
    const media = await owner.media.create({ data: { ...picture, sellerId } })
    const { productId } = await buildPiece({ sellerId, makeMode: 'made_to_order' })
    await owner.productMedia.create({ data: { productId, mediaId: media.id, position: 0 } })
    return { productId, mediaId: media.id }
  }

  it('finds the photograph of another seller, smaller, lighter and compressed again, and no other one', async () => {
    const shop = await inTheShop(await drawn(1))
    await inTheShop(await drawn(2))
    const copied = await sharp(await drawn(1))
      .resize(640, 660, { fit: 'fill' })
      .modulate({ brightness: 1.1 })
      .jpeg({ quality: 55 })
      .toBuffer()
    const productId = await writeListing(artisan)
    await addListingPhoto({ actor: artisan, productId, bytes: copied, shot: 'scale' })
    await addListingPhoto({ actor: artisan, productId, bytes: await drawn(3), shot: 'hanging' })
    const { revisionId } = await submit(artisan, productId)
    const { findings } = await getReview({ actor: coordinator, revisionId, locale })
    expect(findings).toMatchObject([{ kind: 'alike', title: expect.any(String), sellerName: '示例结艺' }])
    const [alike] = findings
    const hash = (await owner.media.findUniqueOrThrow({ where: { id: shop.mediaId } })).contentHash
    expect(JSON.stringify(alike)).toContain(hash)
    const { listings } = await findReviewQueue({ actor: coordinator, locale })
    expect(listings.find((one) => one.revisionId === revisionId)?.findings).toEqual(['alike'])
  })

  it('compares her with other sellers only, and only with what is in the shop', async () => {
    const { actor, sellerId } = await buildSeller()
    await inTheShop(await drawn(21), sellerId)
    const gone = await inTheShop(await drawn(22))
    await owner.product.update({ where: { id: gone.productId }, data: { status: 'withdrawn' } })
    const productId = await writeListing(actor)
    for (const [seed, shot] of [
      [21, 'scale'],
      [22, 'hanging'],
    ] as const)
      await addListingPhoto({ actor, productId, bytes: await drawn(seed, 800), shot })
    const { revisionId } = await submit(actor, productId)
    expect((await getReview({ actor: coordinator, revisionId, locale })).findings).toEqual([])
  })

  it('the index misses nothing: every hash with up to six other bits is found by its bands', async () => {
    const [row] = await owner.$queryRaw<{ missed: number; asked: number }[]>`
      WITH pairs AS (
        SELECT a.look, (SELECT bit_xor(1::bigint << (abs(hashint8extended(a.at * 7 + n, 3)) % 64)::int) # a.look FROM generate_series(1, 6) n) AS near
        FROM (SELECT at, hashint8extended(at, 1) AS look FROM generate_series(1, 3000) at) a)
      SELECT count(*)::int AS asked, (count(*) FILTER (WHERE NOT look_bands(near) && look_keys(look)))::int AS missed FROM pairs`
    expect(row).toEqual({ asked: 3000, missed: 0 })
  })

  it('names words and a price that is far off, in the queue too', async () => {
    for (let made = 0; made < 5; made += 1)
      await buildPiece({ sellerId: otherSeller, makeMode: 'made_to_order' })
    const productId = await writeListing(artisan, {
      words: { titleZh: '全国第一的挂结', storyZh: '二十六米五号线，中间不接头。加我微信看样子。' },
      price: { price: 9_000_000 },
    })
    const { revisionId } = await submit(artisan, productId)
    const { findings } = await getReview({ actor: coordinator, revisionId, locale })
    expect(findings).toMatchObject([
      { kind: 'superlative', field: 'titleZh', words: ['全国第一'] },
      { kind: 'contact', field: 'storyZh', what: 'account' },
      { kind: 'price', isAbove: true, priceFen: 9_000_000 },
    ])
  })
})

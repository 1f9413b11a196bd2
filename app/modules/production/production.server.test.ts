import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MakeMode } from '~/generated/prisma/enums'
import { startMaking } from '~/modules/aftersales/start-making.server'
import { sendOrderLetter } from '~/modules/letters/send-order-letter.server'
import { sweepPictures } from '~/modules/media/sweep-pictures.server'
import { shipSellerOrder } from '~/modules/orders/ship-seller-order.server'
import { env } from '~/platform/env.server'
import { translator } from '~/platform/i18n/translate'
import { photoBytes } from '../../../tests/fixtures/listings'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { order, pay } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildMedia, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { addProductionPhoto } from './add-production-photo.server'
import { addProductionPhotos } from './add-production-photos.server'
import { unsafeFindProductionPhotos } from './find-production-photos.server'
import { removeProductionPhoto } from './remove-production-photo.server'

const outbox = join(tmpdir(), `production-${process.pid}.txt`)

beforeAll(async () => {
  await buildGround()
  env.SMS_OUTBOX = outbox
})
afterAll(async () => {
  env.SMS_OUTBOX = undefined
  await rm(outbox, { force: true })
})

async function buildPaid(makeMode: MakeMode = 'made_to_order') {
  const seller = await buildSeller()
  const { variantId } = await buildPiece({ sellerId: seller.sellerId, makeMode })
  const { orderId } = await order(await buildCart([{ variantId }]))
  await pay(orderId)
  const { id } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
  const add = async (photo: number, words = '') =>
    addProductionPhoto({
      actor: seller.actor,
      sellerOrderId: id,
      bytes: await photoBytes(photo),
      phrase: 'halfway',
      words,
    })
  return { ...seller, orderId, sellerOrderId: id, add }
}

async function buildMaking() {
  const part = await buildPaid()
  await startMaking(part)
  return part
}

/** Runs what waits on the queue about an order, as the worker would; the messages that went out about it. */
async function tell(orderId: string): Promise<string[]> {
  const jobs = await owner.$queryRaw<{ data: { orderId: string; about: string } }[]>`
    SELECT data FROM pgboss.job WHERE name = 'order-letter' AND data ->> 'orderId' = ${orderId} AND data ->> 'about' <> 'paid'`
  await Promise.all(jobs.map(({ data }) => sendOrderLetter(data)))
  const { number } = await owner.order.findUniqueOrThrow({ where: { id: orderId } })
  const lines = (await readFile(outbox, 'utf8').catch(() => '')).split('\n')
  return lines.filter((line) => line.startsWith('{') && line.includes(number))
}

describe('a picture of the making', () => {
  it('is seen by the buyer, who is told once a day, and can be taken away', async () => {
    const part = await buildMaking()
    await Promise.all([part.add(1), part.add(1), part.add(2, '靛蓝的线今早刚染')])
    const photos = await unsafeFindProductionPhotos({ orderId: part.orderId }, 'zh-CN')
    expect(photos).toHaveLength(2)
    expect(photos.map(({ words }) => words)).toContain('靛蓝的线今早刚染')
    const [message, ...more] = await tell(part.orderId)
    expect(more).toEqual([])
    expect(message).toMatch(/示例结艺拍了您订单 .*\/open\/[\w-]{22}/)
    await passDays(1)
    await part.add(3)
    expect(await tell(part.orderId)).toHaveLength(2)
    const photoId = photos[0]?.id ?? ''
    const { actor, sellerOrderId } = part
    const other = await buildSeller()
    await expect(removeProductionPhoto({ actor: other.actor, sellerOrderId, photoId })).rejects.toMatchObject(
      { status: 404 },
    )
    await removeProductionPhoto({ actor, sellerOrderId, photoId })
    await removeProductionPhoto({ actor, sellerOrderId, photoId })
    expect(await unsafeFindProductionPhotos({ sellerOrderId }, 'en')).toHaveLength(2)
  })

  it('is not told to the phone of a parcel that is a present', async () => {
    const part = await buildMaking()
    await owner.order.update({ where: { id: part.orderId }, data: { hidePrices: true } })
    await part.add(5)
    expect(await tell(part.orderId)).toEqual([])
  })

  it('is kept beside one that is refused, which is named with its reason', async () => {
    const { actor, sellerOrderId } = await buildMaking()
    const file = async (name: string, bytes: Uint8Array) => new File([new Uint8Array(bytes)], name)
    const files = [
      await file('one.jpg', await photoBytes(31)),
      await file('words.txt', new TextEncoder().encode('words')),
      await file('two.jpg', await photoBytes(32)),
    ]
    const said = { phrase: 'halfway', words: '', t: translator('zh-CN') } as const
    const adding = addProductionPhotos({ actor, sellerOrderId, files, ...said })
    await expect(adding).rejects.toMatchObject({ key: 'production.someRefused', params: { kept: 2 } })
    await expect(adding).rejects.toMatchObject({
      params: { refused: expect.stringMatching(/^「words.txt」：/) },
    })
    expect(await unsafeFindProductionPhotos({ sellerOrderId }, 'zh-CN')).toHaveLength(2)
    await expect(addProductionPhotos({ actor, sellerOrderId, files: [], ...said })).rejects.toMatchObject({
      key: 'production.none',
    })
  })

  it('is only of a part that is being made, by its maker', async () => {
    const waiting = await buildPaid()
    await expect(waiting.add(1)).rejects.toMatchObject({ key: 'production.notMaking' })
    const ready = await buildPaid('stock')
    await expect(ready.add(1)).rejects.toMatchObject({ key: 'production.notMaking' })
    const part = await buildMaking()
    const other = await buildSeller()
    const bytes = await photoBytes(1)
    const { sellerOrderId } = part
    await expect(
      addProductionPhoto({ actor: other.actor, sellerOrderId, bytes, phrase: 'begun', words: '' }),
    ).rejects.toMatchObject({ status: 404 })
    await shipSellerOrder({ actor: part.actor, sellerOrderId, carrier: 'ems', trackingNumber: 'EM1234567' })
    await expect(part.add(1)).rejects.toMatchObject({ key: 'aftersales.alreadyShipped' })
  })

  it('stays when unused pictures are swept', async () => {
    const part = await buildMaking()
    await part.add(4)
    await passDays(2)
    await sweepPictures({ batch: 100 })
    expect(await unsafeFindProductionPhotos(part, 'zh-CN')).toHaveLength(1)
  })

  it('is kept right by the database: hers, while it is made, twelve, never changed', async () => {
    const part = await buildMaking()
    const data = { sellerOrderId: part.sellerOrderId, phrase: 'begun', addedById: part.actor.userId } as const
    const mediaOf = async (sellerId: string | null) => {
      const id = await buildMedia()
      await owner.media.update({ where: { id }, data: { sellerId } })
      return id
    }
    await expect(
      owner.productionPhoto.create({ data: { ...data, mediaId: await mediaOf(null) } }),
    ).rejects.toThrow(/one of the maker/)
    for (let at = 0; at < 12; at += 1)
      await owner.productionPhoto.create({ data: { ...data, mediaId: await mediaOf(part.sellerId) } })
    await expect(part.add(5)).rejects.toMatchObject({ key: 'production.full' })
    const thirteenth = { ...data, mediaId: await mediaOf(part.sellerId) }
    await expect(owner.productionPhoto.create({ data: thirteenth })).rejects.toThrow(/at most twelve/)
    const { id } = await owner.productionPhoto.findFirstOrThrow({
      where: { sellerOrderId: part.sellerOrderId },
    })
    await expect(owner.productionPhoto.update({ where: { id }, data: { words: '改' } })).rejects.toThrow(
      /never changed/,
    )
    await expect(owner.productionPhoto.delete({ where: { id } })).rejects.toThrow(/never changed/)
    const still = await buildPaid()
    await expect(
      owner.productionPhoto.create({
        data: { ...data, sellerOrderId: still.sellerOrderId, mediaId: await mediaOf(still.sellerId) },
      }),
    ).rejects.toThrow(/being made/)
  })
})

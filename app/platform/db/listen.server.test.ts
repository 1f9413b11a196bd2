import { afterEach, describe, expect, it } from 'vitest'
import { shipSellerOrder } from '~/modules/orders/ship-seller-order.server'
import { countedUpTo } from '~/modules/search/availability'
import { owner } from '../../../tests/fixtures/owner'
import { order, pay } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { listen } from './listen.server'
import { prisma } from './prisma.server'

let stop = async () => {}
afterEach(() => stop())

/** What is heard, in order; states as true and false among the payloads. */
async function hear(): Promise<(string | boolean)[]> {
  const heard: (string | boolean)[] = []
  stop = listen({
    channel: 'pages',
    onHeard: (payload) => heard.push(payload),
    onState: (isHeard) => heard.push(isHeard),
  })
  await expect.poll(() => heard).toEqual([true])
  heard.length = 0
  return heard
}

describe('the channel of pages', () => {
  it('says which page is old when a piece is taken, and all when the last one is', async () => {
    await buildGround()
    const { sellerId } = await buildSeller()
    const { productId, variantId } = await buildPiece({ sellerId, stock: 2 })
    const { slug } = await owner.product.findUniqueOrThrow({ where: { id: productId } })
    const heard = await hear()
    const reserve = (reserved: number) =>
      prisma.stockItem.update({ where: { variantId }, data: { reserved } })
    await reserve(1)
    await expect.poll(() => heard).toEqual([`/products/${slug}`])
    await reserve(2)
    await expect.poll(() => heard).toEqual([`/products/${slug}`, '*'])
    // what was kept for her is hers: as many are free as before
    await prisma.stockItem.update({ where: { variantId }, data: { reserved: 1, onHand: 1 } })
    await reserve(1)
    await prisma.priceTier.updateMany({ where: { variantId }, data: { unitPriceFen: 7000n } })
    await expect.poll(() => heard).toEqual([`/products/${slug}`, '*', '*'])
  })

  it('says nothing of a sale that leaves more than a page counts', async () => {
    const { sellerId } = await buildSeller()
    const { variantId, slug } = await buildPiece({ sellerId, stock: countedUpTo + 3 })
    const heard = await hear()
    const reserve = (reserved: number) =>
      prisma.stockItem.update({ where: { variantId }, data: { reserved } })
    await reserve(1)
    await reserve(2)
    await prisma.$executeRaw`SELECT pg_notify('pages', 'still plenty')`
    await reserve(3)
    await expect.poll(() => heard).toEqual(['still plenty', `/products/${slug}`])
  })

  it('says that a maker’s weeks, and the day of her piece, are old when one is ordered to be made', async () => {
    const { sellerId } = await buildSeller()
    const { variantId, slug } = await buildPiece({ sellerId, makeMode: 'made_to_order' })
    await owner.variant.update({ where: { id: variantId }, data: { weeklyCapacity: 2 } })
    const { orderId } = await order(await buildCart([{ variantId }]))
    const maker = await owner.seller.findUniqueOrThrow({ where: { id: sellerId } })
    const heard = await hear()
    await pay(orderId)
    await expect.poll(() => new Set(heard)).toEqual(new Set([`/products/${slug}`, `/makers/${maker.slug}`]))
  })

  it('says that all are old when an order fills a maker’s week, and when one frees it: lists promise another day', async () => {
    const { actor, sellerId } = await buildSeller()
    const { variantId } = await buildPiece({ sellerId, makeMode: 'made_to_order' })
    await owner.variant.update({ where: { id: variantId }, data: { weeklyCapacity: 2 } })
    const { orderId } = await order(await buildCart([{ variantId, quantity: 2 }]))
    const { id: sellerOrderId } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
    const maker = await owner.seller.findUniqueOrThrow({ where: { id: sellerId } })
    const all = new Set(['*', `/makers/${maker.slug}`])
    const heard = await hear()
    await pay(orderId)
    await expect.poll(() => new Set(heard)).toEqual(all)
    heard.length = 0
    await shipSellerOrder({ actor, sellerOrderId, carrier: 'ems', trackingNumber: 'EM123456789CN' })
    await expect.poll(() => new Set(heard)).toEqual(all)
  })

  it('says nothing of the maker when what was ready is paid', async () => {
    const { sellerId } = await buildSeller()
    const { variantId } = await buildPiece({ sellerId, stock: 40 })
    const { orderId } = await order(await buildCart([{ variantId }]))
    const heard = await hear()
    await pay(orderId)
    await prisma.$executeRaw`SELECT pg_notify('pages', 'paid')`
    await expect.poll(() => heard).toEqual(['paid'])
  })

  it('says that all are old when a version of a document is published: their feet announce it', async () => {
    const heard = await hear()
    const words = { kind: 'rules', version: 1, title: '平台规则', body: '谁能卖，能卖什么。' }
    await owner.textVersion.createMany({
      data: [
        { ...words, locale: 'zh-CN' },
        { ...words, locale: 'en' },
      ],
    })
    await expect.poll(() => heard).toEqual(['*'])
  })

  it('says nothing of a change that was rolled back, nor of drafts', async () => {
    const { sellerId } = await buildSeller()
    const { variantId } = await buildPiece({ sellerId, stock: 2 })
    const heard = await hear()
    await prisma
      .$transaction(async (tx) => {
        await tx.stockItem.update({ where: { variantId }, data: { reserved: 1 } })
        throw new Error('back')
      })
      .catch(() => {})
    await prisma.$executeRaw`SELECT pg_notify('pages', 'end')`
    await expect.poll(() => heard).toEqual(['end'])
  })

  it('says that it hears nothing the moment its connection is cut, and comes back by itself', async () => {
    const heard = await hear()
    await prisma.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN pages' AND datname = current_database()`
    await expect.poll(() => heard, { timeout: 5_000 }).toEqual([false, true])
    await prisma.$executeRaw`SELECT pg_notify('pages', '*')`
    await expect.poll(() => heard).toEqual([false, true, '*'])
  })
})

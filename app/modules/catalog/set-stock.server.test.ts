import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { openRevision, price } from '../../../tests/fixtures/listings'
import { owner } from '../../../tests/fixtures/owner'
import { order, pay } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { editLiveListing } from './edit-live-listing.server'
import { pauseListing } from './pause-listing.server'
import { saveListingPrice } from './save-listing-price.server'
import { setStock } from './set-stock.server'
import { startListing } from './start-listing.server'

const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.key ?? String(error),
  )

describe('a piece on sale', () => {
  let artisan: Actor
  let sellerId: string
  beforeAll(async () => {
    await buildGround()
    const seller = await buildSeller()
    artisan = seller.actor
    sellerId = seller.sellerId
  })

  it('is taken off the shelf and put back', async () => {
    const { productId } = await buildPiece({ sellerId })
    const statusNow = async () => (await owner.product.findUniqueOrThrow({ where: { id: productId } })).status
    await pauseListing({ actor: artisan, productId, to: 'paused' })
    await pauseListing({ actor: artisan, productId, to: 'paused' })
    expect(await statusNow()).toBe('paused')
    await pauseListing({ actor: artisan, productId, to: 'on_sale' })
    expect(await statusNow()).toBe('on_sale')
    const draft = await startListing({ actor: artisan })
    expect(await keyOf(pauseListing({ actor: artisan, productId: draft, to: 'on_sale' }))).toBe(
      'studio.neverOnSale',
    )
  })

  it('is counted by her: not below what is held, not over a sale that she has not seen', async () => {
    const { productId, variantId } = await buildPiece({ sellerId, stock: 5 })
    const count = (seen: number, to: number) =>
      keyOf(setStock({ actor: artisan, productId, variantId, seen, count: to }))
    await owner.stockItem.update({ where: { variantId }, data: { reserved: 2 } })
    expect(await count(5, 1)).toBe('studio.stockHeld')
    expect(await count(4, 8)).toBe('studio.stockMoved')
    expect(await count(5, 8)).toBe('done')
    expect(await count(5, 8)).toBe('done')
    expect(await count(8, 2)).toBe('done')
    const item = await owner.stockItem.findUniqueOrThrow({
      where: { variantId },
      include: { movements: true },
    })
    expect(item).toMatchObject({ onHand: 2, reserved: 2 })
    expect(item.movements.map(({ quantity }) => quantity)).toEqual([3, -6])
    const made = await buildPiece({ sellerId, makeMode: 'made_to_order' })
    const none = setStock({
      actor: artisan,
      productId: made.productId,
      variantId: made.variantId,
      seen: 0,
      count: 1,
    })
    expect(await keyOf(none)).toBe('errors.notFound')
    const crossed = setStock({ actor: artisan, productId: made.productId, variantId, seen: 2, count: 3 })
    expect(await keyOf(crossed)).toBe('errors.notFound')
  })

  it('is not counted over a sale that leaves the very number she writes', async () => {
    const piece = await buildPiece({ sellerId, stock: 5 })
    const { orderId } = await order(await buildCart([piece]))
    await pay(orderId)
    const { productId, variantId } = piece
    const count = (seen: number) => keyOf(setStock({ actor: artisan, productId, variantId, seen, count: 4 }))
    expect(await count(5)).toBe('studio.stockMoved')
    expect(await count(4)).toBe('done')
  })

  it('that exists once is there or not', async () => {
    const { productId, variantId } = await buildPiece({ sellerId, makeMode: 'one_of_a_kind', stock: 0 })
    expect(await keyOf(setStock({ actor: artisan, productId, variantId, seen: 0, count: 2 }))).toBe(
      'studio.stockOne',
    )
    expect(await keyOf(setStock({ actor: artisan, productId, variantId, seen: 0, count: 1 }))).toBe('done')
  })

  it('with several variants keeps each with its price', async () => {
    const { productId, variantId } = await buildPiece({ sellerId })
    const green = await owner.variant.create({
      data: {
        productId,
        nameZh: '松绿',
        makeMode: 'stock',
        position: 1,
        prices: { create: [{ unitPriceFen: 9900n }] },
      },
    })
    await editLiveListing({ actor: artisan, productId })
    const options = [
      { variantId, nameZh: '大红', nameEn: '', price: 7000, stock: 3, makeDays: null },
      { variantId: green.id, nameZh: '松绿', nameEn: '', price: 9000, stock: 2, makeDays: null },
    ]
    await saveListingPrice({
      actor: artisan,
      productId,
      version: 1,
      price: { ...price, price: null, options },
    })
    expect((await openRevision(productId)).content).toMatchObject({
      priceFen: 7000,
      options: [
        { nameZh: '大红', priceFen: 7000 },
        { nameZh: '松绿', priceFen: 9000 },
      ],
    })
  })
})

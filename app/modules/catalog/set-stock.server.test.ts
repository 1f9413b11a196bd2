import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { findInstead } from '~/modules/search/find-instead.server'
import { openRevision, price } from '../../../tests/fixtures/listings'
import { owner } from '../../../tests/fixtures/owner'
import { order, pay } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { editLiveListing } from './edit-live-listing.server'
import { pauseListing } from './pause-listing.server'
import { removeListing } from './remove-listing.server'
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

  it('is taken away for good only by herself, from what she has paused, and its address says so', async () => {
    const { productId, slug } = await buildPiece({ sellerId })
    const stranger = await buildSeller()
    const remove = (actor: Actor) => keyOf(removeListing({ actor, productId }))
    expect(await remove(artisan)).toBe('studio.pauseFirst')
    await pauseListing({ actor: artisan, productId, to: 'paused' })
    expect(await remove(stranger.actor)).toBe('errors.notFound')
    expect(await remove(artisan)).toBe('done')
    expect(await keyOf(pauseListing({ actor: artisan, productId, to: 'on_sale' }))).toBe('studio.neverOnSale')
    expect(await findInstead({ slug, locale: 'zh-CN' })).toMatchObject({
      gone: { title: '盘长挂结' },
      likeness: 'maker',
    })
    expect(await owner.auditEvent.count({ where: { action: 'listing.removed', subjectId: productId } })).toBe(
      1,
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

  it('is never sold beyond her count, though orders and payments come at the same moment', {
    timeout: 240_000,
  }, async () => {
    /** one moment earlier or later with every round, by turns on either side */
    const turns = (round: number) => {
      const [hers, theirs] = round % 2 ? [round, 0] : [0, round]
      return { hers: pause(hers), theirs: pause(theirs) }
    }
    const shelfOf = async (variantId: string) => {
      const { onHand, reserved, movements } = await owner.stockItem.findUniqueOrThrow({
        where: { variantId },
        include: { movements: true },
      })
      return { onHand, reserved, moved: movements.reduce((sum, { quantity }) => sum + quantity, 0) }
    }
    for (let round = 0; round < 25; round += 1) {
      const piece = await buildPiece({ sellerId, stock: 5 })
      const { productId, variantId } = piece
      const { moved: before } = await shelfOf(variantId)
      const count = (seen: number, to: number) =>
        keyOf(setStock({ actor: artisan, productId, variantId, seen, count: to }))

      // one is left, she finds; two buyers order one each
      const carts = [await buildCart([piece]), await buildCart([piece])]
      const first = turns(round)
      const [counted, ...ordered] = await Promise.all([
        first.hers.then(() => count(5, 1)),
        ...carts.map((cart) =>
          first.theirs.then(() => order(cart)).catch((error): string => error.key ?? String(error)),
        ),
      ])
      const won = ordered.flatMap((one) => (typeof one === 'string' ? [] : [one.orderId]))
      const refused = ordered.filter((one) => typeof one === 'string')
      const held = await shelfOf(variantId)
      expect(held.reserved).toBe(won.length)
      expect(held.moved - before).toBe(held.onHand - 5)
      if (counted === 'done') expect([held.onHand, won.length, refused]).toEqual([1, 1, ['order.soldOut']])
      else expect([counted, held.onHand, won.length]).toEqual(['studio.stockHeld', 5, 2])

      // one more on the shelf, she finds, while one that was ordered is paid
      const second = turns(round)
      const [orderId = ''] = won
      const more = held.onHand + 1
      const [again] = await Promise.all([
        second.hers.then(() => count(held.onHand, more)),
        second.theirs.then(() => pay(orderId)),
      ])
      const paid = await shelfOf(variantId)
      expect(paid.reserved).toBe(won.length - 1)
      expect(paid.moved - before).toBe(paid.onHand - 5)
      expect([again, paid.onHand]).toEqual(
        again === 'done' ? ['done', more - 1] : ['studio.stockMoved', held.onHand - 1],
      )
    }
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

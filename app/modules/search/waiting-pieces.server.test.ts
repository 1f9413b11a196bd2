import { beforeAll, describe, expect, it } from 'vitest'
import { findProductPage } from '~/modules/catalog/find-product-page.server'
import { shipSellerOrder } from '~/modules/orders/ship-seller-order.server'
import { owner } from '../../../tests/fixtures/owner'
import { order, pay } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { findListing } from './find-listing.server'
import { readProductQuery } from './product-query'

beforeAll(buildGround)

/** A piece that is made to order, `weekly` of it a week. */
async function hang({ makeDays = 14, weekly = 2 } = {}) {
  const { actor, sellerId } = await buildSeller()
  const piece = await buildPiece({ sellerId, makeMode: 'made_to_order', makeDays })
  await owner.variant.update({ where: { id: piece.variantId }, data: { weeklyCapacity: weekly } })
  return { ...piece, actor, sellerId }
}

async function buy({ variantId }: { variantId: string }, quantity: number): Promise<string> {
  const { orderId } = await order(await buildCart([{ variantId, quantity }]))
  await pay(orderId)
  return orderId
}

/** When a piece leaves, as its card says, as its page says, and by which choices of days lists have it. */
async function told({ slug, productId }: { slug: string; productId: string }) {
  const all = await findListing(readProductQuery(new URLSearchParams('sort=new')), {
    locale: 'zh-CN',
    withinCraft: null,
  })
  const page = await findProductPage(slug, 'zh-CN')
  const { facets } = await owner.searchEntry.findUniqueOrThrow({ where: { id: productId } })
  return {
    card: all.pieces.find((piece) => piece.slug === slug)?.availability,
    page: page?.variants[0]?.availability,
    choices: facets.filter((facet) => facet.startsWith('made:')),
  }
}

describe('a piece of which more are ordered than she makes in a week', () => {
  it('is promised for the same day by a list, its choices and its own page, until the parcel is sent', async () => {
    const piece = await hang()
    const fourteen = { kind: 'made_to_order', days: 14 }
    expect(await told(piece)).toEqual({ card: fourteen, page: fourteen, choices: ['made:14'] })
    await buy(piece, 1)
    expect(await told(piece)).toEqual({ card: fourteen, page: fourteen, choices: ['made:14'] })
    const orderId = await buy(piece, 1)
    const later = { kind: 'made_to_order', days: 21 }
    expect(await told(piece)).toEqual({ card: later, page: later, choices: ['made:30'] })
    const { id: sellerOrderId } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
    await shipSellerOrder({
      actor: piece.actor,
      sellerOrderId,
      carrier: 'ems',
      trackingNumber: 'EM123456789CN',
    })
    expect(await told(piece)).toEqual({ card: fourteen, page: fourteen, choices: ['made:14'] })
  })

  it('is sold out everywhere once nobody may promise it, and loses what lists give for being to be had', async () => {
    const piece = await hang({ makeDays: 175, weekly: 1 })
    const score = async () =>
      (await owner.searchEntry.findUniqueOrThrow({ where: { id: piece.productId } })).score
    const before = await score()
    await buy(piece, 1)
    const soldOut = { kind: 'sold_out' }
    expect(await told(piece)).toEqual({ card: soldOut, page: soldOut, choices: [] })
    expect(await score()).toBe(before - 600)
  })

  it('is of a maker who makes one in a week at least, or has not said', async () => {
    const piece = await hang()
    await expect(
      owner.variant.update({ where: { id: piece.variantId }, data: { weeklyCapacity: 0 } }),
    ).rejects.toThrow('Variant_weekly_capacity')
  })
})

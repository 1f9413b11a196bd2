import { beforeAll, describe, expect, it } from 'vitest'
import { findProductPage } from '~/modules/catalog/find-product-page.server'
import { closeOrder } from '~/modules/orders/close-order.server'
import { tokenHash } from '~/platform/secrets/token.server'
import { owner } from '../../../tests/fixtures/owner'
import { order, pay } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { addToCart } from './add-to-cart.server'
import { getCart } from './get-cart.server'

beforeAll(buildGround)

const read = (cartId: string) => getCart({ cartIds: [cartId], locale: 'zh-CN' })

describe('getCart', () => {
  it('is empty without a cart', async () => {
    expect(await getCart({ cartIds: [], locale: 'en' })).toMatchObject({
      parcels: [],
      totalFen: 0,
      canCheckOut: false,
    })
  })

  it('makes one parcel per seller, each with its own postage', async () => {
    const [a, b] = [await buildSeller(), await buildSeller({ village: '620121100201' })]
    const cheap = await buildPiece({ sellerId: a.sellerId, priceFen: 6_850n })
    const dear = await buildPiece({ sellerId: b.sellerId, priceFen: 19_900n })
    const cart = await read(await buildCart([{ variantId: cheap.variantId, quantity: 2 }, dear]))
    expect(
      cart.parcels.map(({ itemsFen, postageFen, untilFreeFen }) => [itemsFen, postageFen, untilFreeFen]),
    ).toEqual(
      expect.arrayContaining([
        [13_700, 1_000, 6_200],
        [19_900, 0, null],
      ]),
    )
    expect(cart).toMatchObject({
      pieceCount: 3,
      itemsFen: 33_600,
      postageFen: 1_000,
      totalFen: 34_600,
      canCheckOut: true,
      hasMadeToOrder: false,
    })
  })

  it('says what a piece cost when it was put in, once it costs something else and can be had', async () => {
    const { sellerId } = await buildSeller()
    const { variantId } = await buildPiece({ sellerId, priceFen: 6_600n })
    const { token } = await addToCart({ tokens: [], variantId, quantity: 1, seenFen: 6_500n })
    const { id: cartId } = await owner.cart.findUniqueOrThrow({ where: { tokenHash: tokenHash(token) } })
    const was = async () => (await read(cartId)).parcels[0]?.lines[0]?.wasFen
    expect(await was()).toBe(6_500)
    await addToCart({ tokens: [token], variantId, quantity: 1 })
    expect(await was()).toBeNull()
    await owner.priceTier.updateMany({ where: { variantId }, data: { unitPriceFen: 7_000n } })
    expect(await was()).toBe(6_600)
    await owner.variant.update({ where: { id: variantId }, data: { retiredAt: new Date() } })
    expect(await was()).toBeNull()
  })

  it('adds what one seller sends together before it asks for postage', async () => {
    const { sellerId } = await buildSeller()
    const pieces = [
      await buildPiece({ sellerId, priceFen: 10_000n }),
      await buildPiece({ sellerId, priceFen: 9_900n, makeMode: 'made_to_order', makeDays: 9 }),
    ]
    const cart = await read(await buildCart(pieces))
    expect(cart).toMatchObject({ postageFen: 0, totalFen: 19_900, hasMadeToOrder: true })
    expect(cart.parcels).toHaveLength(1)
  })

  it('says what changed since, and asks no money for what cannot be had', async () => {
    const { sellerId } = await buildSeller()
    const [gone, few, away] = [
      await buildPiece({ sellerId, stock: 5 }),
      await buildPiece({ sellerId, stock: 5 }),
      await buildPiece({ sellerId, stock: 5 }),
    ]
    const cartId = await buildCart([gone, { variantId: few.variantId, quantity: 3 }, away])
    await owner.stockItem.update({ where: { variantId: gone.variantId }, data: { onHand: 0 } })
    await owner.stockItem.update({ where: { variantId: few.variantId }, data: { onHand: 2 } })
    await owner.product.update({ where: { id: away.productId }, data: { status: 'paused' } })
    const cart = await read(cartId)
    const byVariant = new Map(
      cart.parcels.flatMap(({ lines }) => lines).map((line) => [line.variantId, line]),
    )
    expect(byVariant.get(gone.variantId)).toMatchObject({
      problem: { kind: 'sold_out' },
      amountFen: 0,
      most: 0,
    })
    expect(byVariant.get(few.variantId)).toMatchObject({ problem: { kind: 'only', most: 2 }, quantity: 3 })
    expect(byVariant.get(away.variantId)).toMatchObject({
      problem: { kind: 'off_sale' },
      amountFen: 0,
      most: 0,
    })
    expect(cart).toMatchObject({ canCheckOut: false, itemsFen: 20_400 })
  })

  it('calls a piece that somebody else is paying for neither sold nor free, and says until when', async () => {
    const { sellerId } = await buildSeller()
    const piece = await buildPiece({ sellerId, makeMode: 'one_of_a_kind', stock: 1, priceFen: 8_800n })
    const cartId = await buildCart([piece])
    const { orderId } = await order(await buildCart([piece]))
    const { payBy } = await owner.order.findUniqueOrThrow({ where: { id: orderId } })
    const problem = { kind: 'held', until: payBy?.getTime() }
    const held = await read(cartId)
    expect(held).toMatchObject({ canCheckOut: false, itemsFen: 8_800 })
    expect(held.parcels[0]?.lines[0]).toMatchObject({ problem, amountFen: 8_800, most: 0 })
    expect((await findProductPage(piece.slug, 'zh-CN'))?.variants[0]).toMatchObject({
      availability: { kind: 'sold_out' },
      heldUntil: payBy?.getTime(),
    })
    await closeOrder({ orderId, to: 'cancelled', cause: 'buyer', actorUserId: null })
    expect(await read(cartId)).toMatchObject({ canCheckOut: true })
    const { orderId: paidId } = await order(await buildCart([piece]))
    await pay(paidId)
    expect((await read(cartId)).parcels[0]?.lines[0]).toMatchObject({ problem: { kind: 'sold_out' } })
    expect((await findProductPage(piece.slug, 'zh-CN'))?.variants[0]?.heldUntil).toBeNull()
  })

  it('shows the price of now', async () => {
    const { sellerId } = await buildSeller()
    const piece = await buildPiece({ sellerId, priceFen: 5_000n })
    const cartId = await buildCart([piece])
    await owner.priceTier.updateMany({
      where: { variantId: piece.variantId },
      data: { unitPriceFen: 5_500n },
    })
    expect(await read(cartId)).toMatchObject({ itemsFen: 5_500 })
  })
})

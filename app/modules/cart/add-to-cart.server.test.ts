import { beforeAll, describe, expect, it } from 'vitest'
import { tokenHash } from '~/platform/secrets/token.server'
import { owner } from '../../../tests/fixtures/owner'
import { buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { addToCart } from './add-to-cart.server'
import { buyAlone, findBuyCartIds } from './buy-alone.server'
import { keepCartToken } from './cart-cookie.server'
import { findCartCount } from './find-cart-count.server'
import { findCartIds } from './find-cart-ids.server'
import { getCart } from './get-cart.server'
import { joinCarts } from './join-carts.server'
import { removeFromCart } from './remove-from-cart.server'
import { AddForm, MendForm } from './schema'
import { setCartQuantities } from './set-cart-quantities.server'
import { setCartQuantity } from './set-cart-quantity.server'

let sellerId = ''
beforeAll(async () => {
  await buildGround()
  sellerId = (await buildSeller()).sellerId
})

async function cartOf(token: string) {
  const cart = await owner.cart.findUniqueOrThrow({
    where: { tokenHash: tokenHash(token) },
    include: { lines: true },
  })
  return { cartId: cart.id, quantities: cart.lines.map((line) => line.quantity) }
}

const unknown = '01900000-0000-7000-8000-00000000ffff'

describe('addToCart', () => {
  it('makes the cart with the first piece and counts on with the next', async () => {
    const { variantId, slug } = await buildPiece({ sellerId, stock: 5 })
    const before = await owner.cart.count()
    const first = await addToCart({ tokens: [], variantId, quantity: 1 })
    expect(first.slug).toBe(slug)
    const second = await addToCart({ tokens: [first.token], variantId, quantity: 2 })
    expect(second.token).toBe(first.token)
    expect(await owner.cart.count()).toBe(before + 1)
    expect((await cartOf(first.token)).quantities).toEqual([3])
  })

  it('makes no cart for a piece that cannot be had', async () => {
    const { variantId } = await buildPiece({ sellerId, stock: 0 })
    const before = await owner.cart.count()
    await expect(addToCart({ tokens: [], variantId, quantity: 1 })).rejects.toMatchObject({
      key: 'shop.refusedSoldOut',
    })
    await expect(addToCart({ tokens: [], variantId: unknown, quantity: 1 })).rejects.toMatchObject({
      status: 404,
    })
    expect(await owner.cart.count()).toBe(before)
  })

  it('gives a new secret for one that no cart knows', async () => {
    const { variantId } = await buildPiece({ sellerId })
    const stray = 'AAAAAAAAAAAAAAAAAAAAAA'
    const { token } = await addToCart({ tokens: [stray], variantId, quantity: 1 })
    expect(token).not.toBe(stray)
    expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/)
  })

  it('refuses more than there is and keeps what she had', async () => {
    const { variantId } = await buildPiece({ sellerId, stock: 3 })
    await expect(addToCart({ tokens: [], variantId, quantity: 4 })).rejects.toMatchObject({
      key: 'shop.refusedOnly',
      params: { most: 3 },
    })
    const { token } = await addToCart({ tokens: [], variantId, quantity: 2 })
    await expect(addToCart({ tokens: [token], variantId, quantity: 2 })).rejects.toMatchObject({
      key: 'shop.refusedOnlyMore',
      params: { most: 3, held: 2 },
    })
    expect((await cartOf(token)).quantities).toEqual([2])
  })

  it('lets ninety-nine of a piece made to order be taken, and one of the only one', async () => {
    const made = await buildPiece({ sellerId, makeMode: 'made_to_order' })
    const { token } = await addToCart({ tokens: [], variantId: made.variantId, quantity: 99 })
    await expect(
      addToCart({ tokens: [token], variantId: made.variantId, quantity: 1 }),
    ).rejects.toMatchObject({
      status: 409,
    })
    const only = await buildPiece({ sellerId, makeMode: 'one_of_a_kind', stock: 1 })
    await expect(
      addToCart({ tokens: [token], variantId: only.variantId, quantity: 2 }),
    ).rejects.toMatchObject({
      key: 'shop.refusedOnly',
    })
    await addToCart({ tokens: [token], variantId: only.variantId, quantity: 1 })
    expect((await cartOf(token)).quantities.toSorted()).toEqual([1, 99])
  })

  it('counts pieces that others have on hold as gone', async () => {
    const { variantId } = await buildPiece({ sellerId, stock: 2 })
    await owner.stockItem.update({ where: { variantId }, data: { reserved: 2 } })
    await expect(addToCart({ tokens: [], variantId, quantity: 1 })).rejects.toMatchObject({
      key: 'shop.refusedSoldOut',
    })
  })

  it('refuses drafts as unknown, and what is paused, retired or of a closed shop with a sentence', async () => {
    const draft = await buildPiece({ sellerId })
    await owner.product.update({
      where: { id: draft.productId },
      data: { status: 'draft', publishedAt: null },
    })
    await expect(addToCart({ tokens: [], ...draft, quantity: 1 })).rejects.toMatchObject({ status: 404 })

    const paused = await buildPiece({ sellerId })
    await owner.product.update({ where: { id: paused.productId }, data: { status: 'paused' } })
    const retired = await buildPiece({ sellerId })
    await owner.variant.update({ where: { id: retired.variantId }, data: { retiredAt: new Date() } })
    const shut = await buildSeller()
    const closed = await buildPiece({ sellerId: shut.sellerId })
    await owner.seller.update({ where: { id: shut.sellerId }, data: { status: 'closed' } })
    for (const { variantId } of [paused, retired, closed]) {
      await expect(addToCart({ tokens: [], variantId, quantity: 1 })).rejects.toMatchObject({
        key: 'shop.refusedNotOnSale',
      })
    }
  })

  it('counts two tabs one after the other', async () => {
    const { variantId } = await buildPiece({ sellerId, stock: 5 })
    const { token } = await addToCart({ tokens: [], variantId, quantity: 1 })
    const tabs = await Promise.allSettled(
      Array.from({ length: 8 }, () => addToCart({ tokens: [token], variantId, quantity: 1 })),
    )
    expect(tabs.filter((tab) => tab.status === 'fulfilled')).toHaveLength(4)
    expect((await cartOf(token)).quantities).toEqual([5])
  })
})

describe('two tabs without a basket', () => {
  it('that add at the same moment make one basket of it, whichever answer comes last', async () => {
    const [one, other] = [await buildPiece({ sellerId, stock: 9 }), await buildPiece({ sellerId, stock: 9 })]
    const add = (variantId: string) => addToCart({ tokens: [], variantId, quantity: 2 })
    const answers = await Promise.all([add(one.variantId), add(other.variantId), add(one.variantId)])
    const pairs = await Promise.all(
      answers.map(async ({ token }) => (await keepCartToken(token)).split(';')[0]),
    )
    expect(new Set(pairs.map((pair) => pair?.split('=')[0])).size).toBe(3)
    const next = new Request('http://127.0.0.1:3000/cart', { headers: { Cookie: pairs.join('; ') } })
    expect(await findCartCount(next)).toBe(6)
    const before = await getCart({ cartIds: await findCartIds(next), locale: 'zh-CN' })
    expect(before).toMatchObject({ pieceCount: 6 })

    const joined = await Promise.all(Array.from({ length: 5 }, () => joinCarts(next)))
    expect(new Set(joined.map((cart) => cart?.cartId)).size).toBe(1)
    expect(await findCartIds(next)).toEqual([joined[0]?.cartId])
    const after = await getCart({ cartIds: await findCartIds(next), locale: 'zh-CN' })
    expect(after).toEqual(before)
    const lines = after.parcels.flatMap((parcel) => parcel.lines)
    expect(lines.map(({ variantId, quantity }) => [variantId, quantity]).toSorted()).toEqual(
      [
        [one.variantId, 4],
        [other.variantId, 2],
      ].toSorted(),
    )
  })

  it('keep the order in which she began, also when the older basket had the piece later', async () => {
    const [one, other] = [await buildPiece({ sellerId, stock: 9 }), await buildPiece({ sellerId, stock: 9 })]
    const old = await addToCart({ tokens: [], variantId: other.variantId, quantity: 1 })
    await addToCart({ tokens: [old.token], variantId: one.variantId, quantity: 1 })
    const young = await addToCart({ tokens: [], variantId: one.variantId, quantity: 1 })
    await owner.cartLine.updateMany({
      where: { cart: { tokenHash: tokenHash(young.token) } },
      data: { addedAt: new Date('2026-01-01') },
    })
    const added = await addToCart({
      tokens: [young.token, old.token],
      variantId: other.variantId,
      quantity: 1,
    })
    const cart = await owner.cart.findUniqueOrThrow({ where: { tokenHash: tokenHash(added.token) } })
    const { parcels } = await getCart({ cartIds: [cart.id], locale: 'zh-CN' })
    expect(parcels.flatMap(({ lines }) => lines.map(({ variantId }) => variantId))).toEqual([
      one.variantId,
      other.variantId,
    ])
  })

  it('are joined by the next piece as well, and keep the basket of before', async () => {
    const { variantId } = await buildPiece({ sellerId, stock: 9 })
    const old = await addToCart({ tokens: [], variantId, quantity: 1 })
    const young = await addToCart({ tokens: [], variantId, quantity: 1 })
    const third = await addToCart({
      tokens: [young.token, 'A'.repeat(22), old.token],
      variantId,
      quantity: 1,
    })
    expect(third.token).toBe(old.token)
    expect((await cartOf(old.token)).quantities).toEqual([3])
    expect(await addToCart({ tokens: [young.token], variantId, quantity: 1 })).not.toMatchObject({
      token: young.token,
    })
  })

  it('reads the cookie of earlier days, and nobody else’s', async () => {
    const { variantId } = await buildPiece({ sellerId })
    const { token } = await addToCart({ tokens: [], variantId, quantity: 1 })
    const value = encodeURIComponent(btoa(JSON.stringify(token)))
    const ask = (cookie: string) => new Request('http://127.0.0.1:3000/', { headers: { Cookie: cookie } })
    expect(await findCartCount(ask(`session=x; cart=${value}`))).toBe(1)
    expect(await findCartCount(ask(`xcart=${value}; cart-1=${value}; cart-00000000=broken`))).toBe(0)
    expect(await joinCarts(ask('cart-00000000=broken'))).toBeNull()
  })
})

describe('setCartQuantity', () => {
  it('sets within what there is, and keeps the old number otherwise', async () => {
    const { variantId } = await buildPiece({ sellerId, stock: 4 })
    const { token } = await addToCart({ tokens: [], variantId, quantity: 1 })
    const { cartId } = await cartOf(token)
    await setCartQuantity({ cartId, variantId, quantity: 4 })
    await expect(setCartQuantity({ cartId, variantId, quantity: 5 })).rejects.toMatchObject({
      key: 'shop.refusedOnly',
      field: 'quantity',
    })
    expect((await cartOf(token)).quantities).toEqual([4])
  })

  it('knows only lines of this cart', async () => {
    const [mine, other] = [await buildPiece({ sellerId }), await buildPiece({ sellerId })]
    const { token } = await addToCart({ tokens: [], variantId: mine.variantId, quantity: 1 })
    const { cartId } = await cartOf(token)
    for (const variantId of [other.variantId, unknown]) {
      await expect(setCartQuantity({ cartId, variantId, quantity: 1 })).rejects.toMatchObject({ status: 404 })
    }
  })
})

describe('setCartQuantities', () => {
  const line = (variantId: string, quantity: number, shown: number) => ({
    ...{ variantId, quantity },
    answersKey: '',
    shown: String(shown),
  })

  it('takes over what was typed, and leaves to another tab what was not', async () => {
    const [first, second] = [await buildPiece({ sellerId }), await buildPiece({ sellerId })]
    const { token } = await addToCart({ tokens: [], variantId: first.variantId, quantity: 1 })
    await addToCart({ tokens: [token], variantId: second.variantId, quantity: 1 })
    const { cartId } = await cartOf(token)
    await setCartQuantity({ cartId, variantId: second.variantId, quantity: 5 })
    const sent = [line(first.variantId, 3, 1), line(second.variantId, 1, 1), line(unknown, 2, 1)]
    expect(await setCartQuantities(cartId, sent)).toBe(true)
    expect((await cartOf(token)).quantities.toSorted()).toEqual([3, 5])
    expect(await setCartQuantities(cartId, [line(first.variantId, 1, 1)])).toBe(false)
  })

  it('says beside which of them there is less', async () => {
    const [first, second] = [await buildPiece({ sellerId }), await buildPiece({ sellerId, stock: 2 })]
    const { token } = await addToCart({ tokens: [], variantId: first.variantId, quantity: 1 })
    await addToCart({ tokens: [token], variantId: second.variantId, quantity: 1 })
    const { cartId } = await cartOf(token)
    const sent = [line(first.variantId, 1, 1), line(second.variantId, 3, 1)]
    await expect(setCartQuantities(cartId, sent)).rejects.toMatchObject({ field: 'lines[1].quantity' })
  })
})

describe('buyAlone', () => {
  const ask = async (token: string) => {
    const [cookie = ''] = (await keepCartToken(token)).split(';')
    return new Request('http://shop.test/', { headers: { Cookie: cookie } })
  }

  it('makes a cart beside the basket, which her cookie and the address open together and neither alone', async () => {
    const [piece, other] = [await buildPiece({ sellerId }), await buildPiece({ sellerId })]
    const { token } = await addToCart({ tokens: [], variantId: other.variantId, quantity: 2 })
    const bought = await buyAlone({ tokens: [token], variantId: piece.variantId, quantity: 3 })
    expect(bought.token).toBe(token)
    const request = await ask(token)
    const cartIds = await findBuyCartIds(request, bought.key)
    expect(await getCart({ cartIds, locale: 'zh-CN' })).toMatchObject({ pieceCount: 3 })
    expect(await findCartCount(request)).toBe(2)
    expect(await findBuyCartIds(request, 'A'.repeat(22))).toEqual([])
    expect(await findBuyCartIds(await ask('A'.repeat(22)), bought.key)).toEqual([])
    expect(await findBuyCartIds(new Request('http://shop.test/'), bought.key)).toEqual([])
  })

  it('keeps two of them apart, and begins without a basket', async () => {
    const [piece, other] = [await buildPiece({ sellerId }), await buildPiece({ sellerId })]
    const first = await buyAlone({ tokens: [], variantId: piece.variantId, quantity: 1 })
    const second = await buyAlone({ tokens: [first.token], variantId: other.variantId, quantity: 1 })
    const request = await ask(first.token)
    for (const [{ key }, { slug }] of [
      [first, piece],
      [second, other],
    ] as const) {
      const cartIds = await findBuyCartIds(request, key)
      const { parcels } = await getCart({ cartIds, locale: 'zh-CN' })
      expect(parcels.flatMap(({ lines }) => lines.map((line) => line.slug))).toEqual([slug])
    }
    expect(await findCartCount(request)).toBe(0)
  })

  it('refuses more than there is', async () => {
    const { variantId } = await buildPiece({ sellerId, stock: 2 })
    await expect(buyAlone({ tokens: [], variantId, quantity: 3 })).rejects.toMatchObject({
      key: 'shop.refusedOnly',
      field: 'quantity',
    })
  })
})

describe('removeFromCart', () => {
  it('takes out this line of this cart, and nothing twice', async () => {
    const { variantId } = await buildPiece({ sellerId, stock: 9 })
    const [mine, hers] = [
      await addToCart({ tokens: [], variantId, quantity: 1 }),
      await addToCart({ tokens: [], variantId, quantity: 2 }),
    ]
    const { cartId } = await cartOf(mine.token)
    await removeFromCart({ cartId, variantId })
    await removeFromCart({ cartId, variantId })
    expect((await cartOf(mine.token)).quantities).toEqual([])
    expect((await cartOf(hers.token)).quantities).toEqual([2])
  })
})

describe('the form', () => {
  const read = (quantity: string) =>
    AddForm.safeParse({ intent: 'add', variantId: '01900000-0000-7000-8000-000000000001', quantity })

  it.each(['', '0', '-1', '1.5', '1e9', '1e3', 'NaN', '100', '1000', '\0', '99999999999999999999'])(
    'refuses %j as a quantity',
    (quantity) => expect(read(quantity).success).toBe(false),
  )

  it('reads the buttons of the checkout, and nothing that only looks like one', () => {
    const id = '01900000-0000-7000-8000-000000000001'
    const mend = (text: string) => MendForm.safeParse({ mend: text })
    expect(mend(`remove:${id}`)).toMatchObject({ data: { mend: { intent: 'remove', variantId: id } } })
    expect(mend(`set:${id}:3`)).toMatchObject({ data: { mend: { intent: 'set', quantity: 3 } } })
    for (const text of ['', 'remove', `remove:${id}0`, `set:${id}`, `set:${id}:0`, `add:${id}:1`, 'set:\0:1'])
      expect(mend(text).success).toBe(false)
  })

  it.each([
    ['1', 1],
    ['99', 99],
    ['１', 1],
    [' 12 ', 12],
  ])('reads %j as %i', (text, quantity) => expect(read(text)).toMatchObject({ data: { quantity } }))
})

import { beforeAll, describe, expect, it } from 'vitest'
import { cancelOrder } from '~/modules/checkout/cancel-order.server'
import { unsafeGetOrderPage } from '~/modules/orders/get-order-page.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { tokenHash } from '~/platform/secrets/token.server'
import { owner } from '../../../tests/fixtures/owner'
import { order } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { addToCart } from './add-to-cart.server'
import { keepCartToken } from './cart-cookie.server'
import { getCart } from './get-cart.server'
import { joinCarts } from './join-carts.server'
import { removeFromCart } from './remove-from-cart.server'
import { AddForm } from './schema'
import { setCartQuantity } from './set-cart-quantity.server'

let sellerId = ''
beforeAll(async () => {
  await buildGround()
  sellerId = (await buildSeller()).sellerId
})

/** A piece whose maker asks for a name (needed) and a day. */
async function buildAsking(stock = 5) {
  const piece = await buildPiece({ sellerId, stock })
  const [name, day] = await Promise.all([
    owner.wish.create({
      data: {
        productId: piece.productId,
        position: 0,
        labelZh: '绣谁的名字',
        labelEn: 'Whose name',
        maxLength: 4,
        isRequired: true,
      },
    }),
    owner.wish.create({
      data: { productId: piece.productId, position: 1, labelZh: '哪一天', maxLength: 12 },
    }),
  ])
  const answers = (who: string, when = '') => [
    { wishId: name.id, text: who },
    { wishId: day.id, text: when },
  ]
  return { ...piece, answers }
}

async function cartIdOf(token: string): Promise<string> {
  return (await owner.cart.findUniqueOrThrow({ where: { tokenHash: tokenHash(token) } })).id
}

async function linesOf(cartId: string) {
  const cart = await getCart({ cartIds: [cartId], locale: 'zh-CN' })
  return { cart, lines: cart.parcels.flatMap((parcel) => parcel.lines) }
}

describe('answers to a maker’s questions', () => {
  it('make another line of another answer, and more of the same one', async () => {
    const { variantId, answers } = await buildAsking()
    const add = (tokens: string[], who: string) =>
      addToCart({ tokens, variantId, quantity: 1, answers: answers(who) })
    const { token } = await add([], '平安')
    await add([token], '平安')
    await add([token], '如意')
    const cartId = await cartIdOf(token)
    const { cart, lines } = await linesOf(cartId)
    expect(lines.map(({ answers: said, quantity }) => [said[0]?.answer, quantity])).toEqual([
      ['平安', 2],
      ['如意', 1],
    ])
    expect(cart).toMatchObject({ pieceCount: 3, hasMadeToOrder: true })
    const [first, second] = lines
    if (!first || !second) throw new Error('two lines')
    await setCartQuantity({ cartId, variantId, answersKey: first.answersKey, quantity: 3 })
    await removeFromCart({ cartId, variantId, answersKey: second.answersKey })
    expect((await linesOf(cartId)).lines).toMatchObject([
      { quantity: 3, answers: [{ label: '绣谁的名字', answer: '平安' }] },
    ])
  })

  it('share one shelf, in the basket and beyond', async () => {
    const { variantId, answers } = await buildAsking(3)
    const { token } = await addToCart({ tokens: [], variantId, quantity: 2, answers: answers('平安') })
    await expect(
      addToCart({ tokens: [token], variantId, quantity: 2, answers: answers('如意') }),
    ).rejects.toMatchObject({ key: 'shop.refusedOnlyMore', params: { most: 3, held: 2 } })
    await addToCart({ tokens: [token], variantId, quantity: 1, answers: answers('如意') })
    const cartId = await cartIdOf(token)
    const { lines } = await linesOf(cartId)
    const last = lines.at(-1)
    await expect(
      setCartQuantity({ cartId, variantId, answersKey: last?.answersKey ?? '', quantity: 2 }),
    ).rejects.toMatchObject({ key: 'shop.refusedOnly', params: { most: 1 } })
    await owner.stockItem.update({ where: { variantId }, data: { onHand: 2 } })
    const after = await linesOf(cartId)
    expect(after.lines.map(({ problem }) => problem?.kind ?? null)).toEqual([null, 'sold_out'])
    expect(after.cart.canCheckOut).toBe(false)
  })

  it('are asked for in the basket when the maker begins to need one after the piece was put in, and no order goes without', async () => {
    const piece = await buildPiece({ sellerId, stock: 5 })
    const { token } = await addToCart({ tokens: [], variantId: piece.variantId, quantity: 1, answers: [] })
    const cartId = await cartIdOf(token)
    expect((await linesOf(cartId)).cart.canCheckOut).toBe(true)
    const { id } = await owner.wish.create({
      data: { productId: piece.productId, position: 0, labelZh: '绣哪个字', maxLength: 4, isRequired: true },
    })
    const { cart, lines } = await linesOf(cartId)
    expect([cart.canCheckOut, lines[0]?.problem]).toEqual([false, { kind: 'unanswered' }])
    await expect(order(cartId)).rejects.toMatchObject({ key: 'order.unanswered', status: 409 })
    await addToCart({
      tokens: [token],
      variantId: piece.variantId,
      quantity: 1,
      answers: [{ wishId: id, text: '福' }],
    })
    await removeFromCart({ cartId, variantId: piece.variantId, answersKey: lines[0]?.answersKey ?? '' })
    expect((await linesOf(cartId)).cart.canCheckOut).toBe(true)
    expect((await order(cartId)).number).toMatch(/^\d{4}-\d{6}$/)
  })

  it('are refused beside their field when needed and missing, too long, or to another question', async () => {
    const { variantId, answers } = await buildAsking()
    const keyOf = async (typed: ReturnType<typeof answers>) =>
      addToCart({ tokens: [], variantId, quantity: 1, answers: typed }).then(
        () => 'done',
        (error: unknown) => (error instanceof Refusal ? `${error.key} ${error.field}` : String(error)),
      )
    expect(await keyOf([])).toBe('shop.wishRequired answers[0].text')
    expect(await keyOf(answers(''))).toBe('shop.wishRequired answers[0].text')
    expect(await keyOf(answers('一二三四五'))).toBe('errors.tooLong answers[0].text')
    expect(await keyOf([{ wishId: crypto.randomUUID(), text: '平安' }])).toContain('shop.wishesChanged')
    const form = (text: string) =>
      AddForm.safeParse({
        intent: 'add',
        variantId,
        quantity: '1',
        answers: [{ wishId: crypto.randomUUID(), text }],
      })
    for (const bad of ['a\u0000b', 'a\ufffdb', 'a\nb']) expect(form(bad).success).toBe(false)
    // how long it may be its question alone says: another limit would be beaten only to meet this one
    expect(form('x'.repeat(500)).success).toBe(true)
    expect(form(' 平安 ')).toMatchObject({ data: { answers: [{ text: '平安' }] } })
  })

  it('go along when two baskets become one', async () => {
    const { variantId, answers } = await buildAsking()
    const add = (who: string) => addToCart({ tokens: [], variantId, quantity: 1, answers: answers(who) })
    const tokens = [await add('平安'), await add('平安'), await add('如意')].map(({ token }) => token)
    const cookies = await Promise.all(tokens.map(async (token) => (await keepCartToken(token)).split(';')[0]))
    const joined = await joinCarts(
      new Request('http://127.0.0.1/cart', { headers: { Cookie: cookies.join('; ') } }),
    )
    const { lines } = await linesOf(joined?.cartId ?? '')
    expect(lines.map(({ answers: said, quantity }) => [said[0]?.answer, quantity]).toSorted()).toEqual([
      ['如意', 1],
      ['平安', 2],
    ])
  })

  it('have the price that was seen last beside them, also when two baskets become one', async () => {
    const was = async (daysAgo: readonly [number, number]) => {
      const { variantId, answers } = await buildAsking()
      const tokens: string[] = []
      for (const [place, seenFen] of [6_100n, 6_200n].entries()) {
        const { token } = await addToCart({
          tokens: [],
          variantId,
          quantity: 1,
          answers: answers('平安'),
          seenFen,
        })
        const addedAt = new Date(Date.now() - (daysAgo[place] ?? 0) * 86_400_000)
        await owner.cartLine.updateMany({ where: { cartId: await cartIdOf(token) }, data: { addedAt } })
        tokens.push(token)
      }
      const cookies = await Promise.all(
        tokens.map(async (token) => (await keepCartToken(token)).split(';')[0]),
      )
      const request = new Request('http://127.0.0.1/cart', { headers: { Cookie: cookies.join('; ') } })
      const joined = await joinCarts(request)
      return (await linesOf(joined?.cartId ?? '')).lines.map(({ quantity, wasFen }) => [quantity, wasFen])
    }
    expect([await was([2, 1]), await was([1, 2])]).toEqual([[[2, 6_200]], [[2, 6_100]]])
  })

  it('are frozen into the order with the question, agreed to as made to order, and come back when it is given up', async () => {
    const { variantId, productId, answers } = await buildAsking()
    const { token } = await addToCart({
      tokens: [],
      variantId,
      quantity: 1,
      answers: answers('平安', '十月初八'),
    })
    const cartId = await cartIdOf(token)
    const { orderId } = await order(cartId)
    await owner.wish.deleteMany({ where: { productId } })
    const line = await owner.orderLine.findFirstOrThrow({ where: { sellerOrder: { orderId } } })
    expect(line.makeMode).toBe('stock')
    expect(line.agreedTextId).not.toBeNull()
    const page = await unsafeGetOrderPage({ orderId, locale: 'en' })
    expect(page.parcels[0]?.lines[0]?.answers).toEqual([
      { label: 'Whose name', lang: null, answer: '平安' },
      { label: '哪一天', lang: 'zh-CN', answer: '十月初八' },
    ])
    await owner.priceTier.updateMany({ where: { variantId }, data: { unitPriceFen: { increment: 100n } } })
    await cancelOrder({ orderId, userId: null, cartId })
    expect((await linesOf(cartId)).lines).toMatchObject([
      { variantId, answers: [{ answer: '平安' }, { answer: '十月初八' }], wasFen: Number(line.priceFen) },
    ])
  })
})

describe('the database', () => {
  it('takes no answers into an order without what was agreed to, and changes none', async () => {
    const { variantId, answers } = await buildAsking()
    const { token } = await addToCart({ tokens: [], variantId, quantity: 1, answers: answers('平安') })
    const { orderId } = await order(await cartIdOf(token))
    const line = await owner.orderLine.findFirstOrThrow({ where: { sellerOrder: { orderId } } })
    const changed = {
      where: { orderLineId: line.id },
      data: { answers: [{ label: '绣谁的名字', answer: '如意' }] },
    }
    const inCheckout = (work: (tx: Tx) => Promise<unknown>) => inScope({ job: 'checkout' }, work)
    await expect(inCheckout((tx) => tx.lineAnswers.update(changed))).rejects.toThrow(
      /stays as it was ordered/,
    )
    const plain = await order(await buildCart([{ variantId: (await buildPiece({ sellerId })).variantId }]))
    const bare = await owner.orderLine.findFirstOrThrow({
      where: { sellerOrder: { orderId: plain.orderId } },
    })
    const data = { orderLineId: bare.id, answers: changed.data.answers }
    await expect(inCheckout((tx) => tx.lineAnswers.create({ data }))).rejects.toThrow(
      /without the words on returns/,
    )
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { addToCart } from '../../app/modules/cart/add-to-cart.server'
import { keepCartToken } from '../../app/modules/cart/cart-cookie.server'
import { action } from '../../app/routes/shop/cart'
import { owner } from '../fixtures/owner'
import { buildGround, buildPiece, buildSeller } from '../fixtures/world'

beforeAll(buildGround)

/** A basket with two different pieces, of each one and three of them to be had. */
async function fill() {
  const { sellerId } = await buildSeller()
  const [one, two] = [await buildPiece({ sellerId, stock: 3 }), await buildPiece({ sellerId, stock: 3 })]
  const { token } = await addToCart({ tokens: [], variantId: one.variantId, quantity: 1 })
  await addToCart({ tokens: [token], variantId: two.variantId, quantity: 1 })
  const [cookie = ''] = (await keepCartToken(token)).split(';')
  const { id: cartId } = await owner.cart.findFirstOrThrow({
    where: { lines: { some: { variantId: one.variantId } } },
  })
  const linesOf = async () => {
    const lines = await owner.cartLine.findMany({ where: { cartId } })
    return new Map(lines.map(({ variantId, quantity }) => [variantId, quantity]))
  }
  return { one, two, cookie, linesOf }
}

type Number = { variantId: string; shown: number; quantity: string }

/** Presses a button of the basket; its other fields go along. */
const press = async (Cookie: string, button: Record<string, string>, numbers: readonly Number[]) => {
  const body = new URLSearchParams(button)
  for (const [at, { variantId, shown, quantity }] of numbers.entries()) {
    body.set(`lines[${at}].variantId`, variantId)
    body.set(`lines[${at}].shown`, String(shown))
    body.set(`lines[${at}].quantity`, quantity)
  }
  const request = new Request('http://127.0.0.1:3000/cart', { method: 'POST', body, headers: { Cookie } })
  return action({
    request,
    params: {},
    context: { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' },
  })
}

describe('the basket', () => {
  it('takes a piece out, and takes along what was typed beside the others', async () => {
    const { one, two, cookie, linesOf } = await fill()
    const { status } = await press(cookie, { mend: `remove:${one.variantId}` }, [
      { variantId: one.variantId, shown: 1, quantity: '99 or so' },
      { variantId: two.variantId, shown: 1, quantity: '2' },
    ])
    expect(status).toBe(303)
    expect(await linesOf()).toEqual(new Map([[two.variantId, 2]]))
  })

  it('takes nothing out while a number beside another is wrong, and says so there', async () => {
    const { one, two, cookie, linesOf } = await fill()
    const answer = await press(cookie, { mend: `remove:${one.variantId}` }, [
      { variantId: one.variantId, shown: 1, quantity: '1' },
      { variantId: two.variantId, shown: 1, quantity: '7' },
    ])
    expect(await answer.json()).toMatchObject({
      errors: { 'lines[1].quantity': expect.stringContaining('3') },
      values: { 'lines[1].quantity': '7' },
    })
    expect(await linesOf()).toEqual(
      new Map([
        [one.variantId, 1],
        [two.variantId, 1],
      ]),
    )
  })

  it.each([
    ['is sold', { onHand: 0 }],
    ['is held for somebody', { reserved: 3 }],
  ])(
    'says of a piece that %s meanwhile that it cannot be had, not that it was not put in',
    async (_, data) => {
      const { one, two, cookie } = await fill()
      await owner.stockItem.update({ where: { variantId: one.variantId }, data })
      const answer = await press(cookie, { intent: 'set' }, [
        { variantId: one.variantId, shown: 1, quantity: '2' },
        { variantId: two.variantId, shown: 1, quantity: '2' },
      ])
      expect(answer.status).toBe(409)
      expect(await answer.json()).toMatchObject({
        formError: expect.stringMatching(/买不到.*先拿掉/),
        values: { 'lines[1].quantity': '2' },
      })
    },
  )
})

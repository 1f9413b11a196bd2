import { beforeAll, describe, expect, it } from 'vitest'
import { owner } from '../../../tests/fixtures/owner'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { answerCheckout, answerCode } from './answer-checkout.server'

beforeAll(buildGround)

const request = new Request('http://127.0.0.1:3000/checkout', { method: 'POST' })

/** A form in which phone, county, tax number, e-mail address and both boxes are wrong, and a code that nobody gave out. */
function faultyForm(more: Record<string, string> = {}): FormData {
  const form = new FormData()
  const fields = {
    name: '林若溪',
    phone: '139',
    province: '11',
    county: '榆中县',
    line: '示例胡同 8 号',
    promoCode: 'NOBODY-GAVE-IT',
    invoiceKind: 'company',
    invoiceTitle: '示例商行',
    taxNumber: '1',
    invoiceEmail: 'nobody',
    token: crypto.randomUUID(),
    seenTotalFen: '1',
    ...more,
  }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

const guest = (cartId: string) => ({ actor: null, cartId })

async function buildMadeCart(): Promise<string> {
  const { sellerId } = await buildSeller()
  return buildCart([await buildPiece({ sellerId, makeMode: 'made_to_order', makeDays: 9 })])
}

const others = ['phone', 'county', 'taxNumber', 'invoiceEmail', 'agreeMadeToOrder', 'abroadTextId']

describe('the faults of a checkout form', () => {
  it('are all said at once beside a wrong promotion code, in the order of the form, and everything is kept', async () => {
    const answer = await answerCode(request, faultyForm(), guest(await buildMadeCart()), '/checkout?mended')
    expect(answer.status).toBe(422)
    const { errors, values } = await answer.json()
    expect(Object.keys(errors)).toEqual([
      'phone',
      'county',
      'promoCode',
      'taxNumber',
      'invoiceEmail',
      'agreeMadeToOrder',
      'abroadTextId',
    ])
    expect(values).toMatchObject({ phone: '139', county: '榆中县', promoCode: 'NOBODY-GAVE-IT' })
  })

  it('are said when the code itself is taken off', async () => {
    const cartId = await buildMadeCart()
    await owner.cart.update({ where: { id: cartId }, data: { promoCode: 'OLD-ONE' } })
    const answer = await answerCode(request, faultyForm({ promoCode: '' }), guest(cartId), '/checkout?mended')
    expect(Object.keys((await answer.json()).errors)).toEqual(others)
    const { promoCode } = await owner.cart.findUniqueOrThrow({ where: { id: cartId } })
    expect(promoCode).toBeNull()
  })

  it('are not asked about by the button of the code', async () => {
    const answer = await answerCode(
      request,
      faultyForm({ applyCode: 'yes' }),
      guest(await buildMadeCart()),
      '/checkout?mended',
    )
    expect(Object.keys((await answer.json()).errors)).toEqual(['promoCode'])
  })

  it('are all said at once without a code', async () => {
    const buyer = { actor: null, cartId: await buildMadeCart(), clientAddress: null, deviceHash: null }
    const answer = await answerCheckout(request, faultyForm({ promoCode: '' }), buyer)
    expect(Object.keys((await answer.json()).errors)).toEqual(others)
  })

  it('are all said beside an invoice title that is too long, which is kept as it was typed', async () => {
    const invoiceTitle = '示例'.repeat(31)
    const buyer = { actor: null, cartId: await buildMadeCart(), clientAddress: null, deviceHash: null }
    const answer = await answerCheckout(request, faultyForm({ promoCode: '', invoiceTitle }), buyer)
    const { errors, values } = await answer.json()
    expect(Object.keys(errors)).toEqual([
      'phone',
      'county',
      'invoiceTitle',
      'taxNumber',
      'invoiceEmail',
      'agreeMadeToOrder',
      'abroadTextId',
    ])
    expect(values).toMatchObject({ invoiceTitle, taxNumber: '1', invoiceEmail: 'nobody' })
  })
})

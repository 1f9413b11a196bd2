import { beforeAll, describe, expect, it } from 'vitest'
import { recordPayment } from '~/modules/payments/record-payment.server'
import { prisma } from '~/platform/db/prisma.server'
import { owner } from '../../../tests/fixtures/owner'
import { attempt, order, paidSnapshot, placeForm, totalOf } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { CheckoutForm } from './schema'

let sellerId: string

beforeAll(async () => {
  await buildGround()
  sellerId = (await buildSeller()).sellerId
})

describe('a form’s token', () => {
  it('with another form is refused, and nothing is written', async () => {
    const cartId = await buildCart([await buildPiece({ sellerId })])
    const token = crypto.randomUUID()
    const total = await totalOf(cartId)
    const placed = await placeForm(cartId, { seenTotalFen: total, token })
    const [orders, holds] = [await owner.order.count(), await owner.stockReservation.count()]
    await expect(
      placeForm(cartId, { seenTotalFen: total, token, line: '另一条胡同 9 号' }),
    ).rejects.toMatchObject({ key: 'errors.formToken', status: 409 })
    expect([await owner.order.count(), await owner.stockReservation.count()]).toEqual([orders, holds])
    expect((await placeForm(cartId, { seenTotalFen: total, token })).orderId).toBe(placed.orderId)
  })

  it('after a refusal is free again: nothing was done under it', async () => {
    const cartId = await buildCart([await buildPiece({ sellerId })])
    const token = crypto.randomUUID()
    await expect(placeForm(cartId, { seenTotalFen: 1n, token })).rejects.toMatchObject({
      key: 'order.changed',
    })
    expect(await owner.idempotencyKey.count({ where: { key: `checkout:${token}` } })).toBe(0)
    expect((await order(cartId, token)).orderId).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('figures that a browser sends', () => {
  const wrongTotals = ['0', '1', '7799', '7801', '78', '780000', '999999999999']

  it.each(wrongTotals)('cannot set the price: a total of %s fen is refused', async (seen) => {
    const cartId = await buildCart([await buildPiece({ sellerId, priceFen: 6800n })])
    await expect(placeForm(cartId, { seenTotalFen: BigInt(seen) })).rejects.toMatchObject({
      key: 'order.changed',
    })
    expect(await owner.cartLine.count({ where: { cartId } })).toBe(1)
  })

  const odd = ['-1', '0.01', '1e3', '', ' ', 'NaN', '٣', '１００', '0x10', '9'.repeat(13), '7800;DROP', '\0']

  it.each(odd)('are digits or nothing: %j', (seenTotalFen) => {
    const parsed = CheckoutForm.safeParse({ ...sent, seenTotalFen })
    expect(parsed.success).toBe(false)
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(['seenTotalFen'])
  })

  it('of any other name are dropped: price, total, discount, postage, seller, commission, currency', () => {
    const injected = {
      price: '1',
      priceFen: '1',
      amountFen: '1',
      total: '1',
      totalFen: '1',
      itemsFen: '1',
      discount: '7799',
      discountFen: '7799',
      coupon: 'ALL',
      postage: '0',
      postageFen: '0',
      shipping: '0',
      sellerId: crypto.randomUUID(),
      commission: '0',
      commissionBps: '0',
      commissionFen: '0',
      commissionTaxFen: '0',
      brokerBps: '9999',
      brokerFen: '9999',
      currency: 'HKD',
      status: 'paid',
      state: 'paid',
      payBy: '2099-01-01',
      'lines[0][priceFen]': '1',
      'lines[0].quantity': '-1',
      quantity: '-1',
      'seenTotalFen[]': '1',
      '__proto__[totalFen]': '1',
      clientAddress: '',
      cartId: crypto.randomUUID(),
    }
    expect(Object.keys(injected)).toHaveLength(30)
    expect(CheckoutForm.parse({ ...sent, ...injected })).toEqual(CheckoutForm.parse(sent))
  })
})

const sent = {
  name: '林若溪',
  phone: '13800001276',
  province: '11',
  county: '东城区',
  line: '示例胡同 8 号',
  note: '',
  token: '01a21d92-eff6-742d-b85b-674fc4c24a4a',
  seenTotalFen: '7800',
}

describe('what changes while she pays', () => {
  it('changes nothing: the money asked for and taken is the order’s', async () => {
    const piece = await buildPiece({ sellerId, priceFen: 6800n, stock: 5 })
    const cartId = await buildCart([piece])
    const { orderId } = await order(cartId)
    const { paymentId, amount } = await attempt(orderId)
    await owner.priceTier.updateMany({ where: { variantId: piece.variantId }, data: { unitPriceFen: 9900n } })
    await owner.cartLine.create({ data: { cartId, variantId: piece.variantId, quantity: 3 } })
    await prisma.$transaction((tx) => recordPayment(tx, { paymentId, snapshot: paidSnapshot(amount) }))
    expect(await owner.order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({
      status: 'paid',
      totalFen: 7800n,
    })
    expect(amount).toBe(7800n)
    const { onHand, reserved } = await owner.stockItem.findUniqueOrThrow({
      where: { variantId: piece.variantId },
    })
    expect([onHand, reserved]).toEqual([4, 0])
  })
})

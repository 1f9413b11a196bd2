import { beforeAll, describe, expect, it } from 'vitest'
import { action, loader } from '../../app/routes/desk/order'
import { owner } from '../fixtures/owner'
import { order, pay } from '../fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../fixtures/world'
import { signInAsStaff } from './sign-in-as'

beforeAll(buildGround)

const phone = '13800007001'
const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }

describe('the refund form of the desk', () => {
  it('keeps what was typed when it is wrong, and gives back pieces, amounts and postage when it is right', async () => {
    const { sellerId } = await buildSeller()
    const { variantId } = await buildPiece({ sellerId })
    const { orderId } = await order(await buildCart([{ variantId, quantity: 2 }]))
    await pay(orderId)
    const { id: sellerOrderId, lines } = await owner.sellerOrder.findFirstOrThrow({
      where: { orderId },
      include: { lines: true },
    })
    const { cookie } = await signInAsStaff(phone, 'finance')
    const call = (fields: Record<string, string>) => {
      const request = new Request(`http://127.0.0.1:3000/desk/orders/${sellerOrderId}`, {
        method: 'POST',
        headers: { Cookie: cookie },
        body: new URLSearchParams({ intent: 'refund', 'lines[0].id': lines[0]?.id ?? '', ...fields }),
      })
      return action({ request, params: { sellerOrderId }, context })
    }
    const right = {
      'lines[0].quantity': '1',
      'lines[0].amount': '68',
      postage: '2.5',
      bearer: 'seller',
      reason: '少寄了一件',
    }
    const wrong = await call({ ...right, 'lines[0].amount': '六十八' })
    expect(wrong.status).toBe(422)
    expect(await wrong.json()).toMatchObject({
      intent: 'refund',
      errors: { 'lines[0].amount': '请填金额，最多两位小数，比如 68 或 68.50。' },
      values: { 'lines[0].amount': '六十八', reason: '少寄了一件' },
    })
    expect((await call({ ...right, 'lines[0].amount': '136.01' })).status).toBe(409)
    const done = await call(right)
    expect([done.status, done.headers.get('Location')]).toEqual([303, `/desk/orders/${sellerOrderId}`])
    const request = new Request(`http://127.0.0.1:3000/desk/orders/${sellerOrderId}`, {
      headers: { Cookie: cookie },
    })
    expect(await loader({ request, params: { sellerOrderId }, context })).toMatchObject({
      postageFen: 750,
      lines: [{ quantity: 1, leftFen: 6800 }],
      end: { refunds: [{ amountFen: 7050, state: 'requested' }] },
    })
  })
})

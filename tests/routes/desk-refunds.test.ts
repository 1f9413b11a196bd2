import { beforeAll, describe, expect, it } from 'vitest'
import { action, loader } from '../../app/routes/desk/refunds'
import { owner } from '../fixtures/owner'
import { order, pay } from '../fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../fixtures/world'
import { signInAsStaff } from './sign-in-as'

const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }
const address = 'http://127.0.0.1:3000/desk/refunds'
let cookie = ''
let refundId = ''

beforeAll(async () => {
  await buildGround()
  cookie = (await signInAsStaff('13800007004', 'finance')).cookie
  const { sellerId } = await buildSeller()
  const { orderId } = await order(await buildCart([await buildPiece({ sellerId })]))
  const paymentId = await pay(orderId)
  const refund = await owner.refund.create({
    data: { paymentId, amountMinor: 500n, currency: 'CNY', reason: 'late_payment', state: 'failed' },
  })
  refundId = refund.id
})

const load = () =>
  loader({ request: new Request(address, { headers: { Cookie: cookie } }), params: {}, context })
const post = (fields: Record<string, string>) =>
  action({
    request: new Request(address, {
      method: 'POST',
      headers: { Cookie: cookie },
      body: new URLSearchParams({ refundId, ...fields }),
    }),
    params: {},
    context,
  })

describe('the screen of refunds', () => {
  it('leads from one that failed to the bank’s number under which it was sent', async () => {
    expect(await load()).toMatchObject({
      byBank: { rows: [] },
      pending: { rows: [] },
      failed: { rows: [{ id: refundId, amountFen: 500, reason: 'late_payment', sellerOrderId: null }] },
    })
    const resent = await post({ intent: 'resend' })
    expect(resent.headers.get('Location')).toBe('/desk/refunds?said=resent')
    const { today, byBank } = await load()
    expect(byBank.rows).toMatchObject([{ id: refundId, state: 'requested' }])
    const contact = await post({ intent: 'contact' })
    expect(await contact.json()).toMatchObject({ contact: { refundId, phone: '13800001276' } })
    const wrong = await post({ intent: 'sent', bankRef: ' ', sentOn: today })
    expect([wrong.status, await wrong.json()]).toMatchObject([422, { errors: { bankRef: '这一项要填。' } }])
    const sent = await post({ intent: 'sent', bankRef: 'Ｔ 2026-1', sentOn: today })
    expect(sent.headers.get('Location')).toBe('/desk/refunds?said=sent')
    const none = { rows: [] }
    expect(await load()).toMatchObject({ byBank: none, failed: none, pending: none })
    expect(await owner.refund.findUniqueOrThrow({ where: { id: refundId } })).toMatchObject({
      state: 'succeeded',
      route: 'bank',
      bankRef: 'T2026-1',
    })
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { action, loader } from '../../app/routes/desk/dispute'
import { loader as list } from '../../app/routes/desk/disputes'
import { owner } from '../fixtures/owner'
import { order, pay } from '../fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../fixtures/world'
import { signInAsStaff } from './sign-in-as'

const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }
let cookie = ''
let disputeId = ''

beforeAll(async () => {
  await buildGround()
  cookie = (await signInAsStaff('13800007002', 'finance')).cookie
  const { sellerId } = await buildSeller()
  const { orderId } = await order(await buildCart([await buildPiece({ sellerId })]))
  const dispute = await owner.dispute.create({
    data: {
      paymentId: await pay(orderId),
      providerRef: `dp_${crypto.randomUUID()}`,
      amountMinor: 7800n,
      currency: 'CNY',
      reason: 'fraudulent',
      evidenceDueBy: new Date(Date.now() + 5 * 24 * 60 * 60 * 1000 + 60_000),
      openedAt: new Date(),
    },
  })
  disputeId = dispute.id
})

function post(fields: Record<string, string | File>) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const request = new Request(`http://127.0.0.1:3000/desk/disputes/${disputeId}`, {
    method: 'POST',
    headers: { Cookie: cookie },
    body,
  })
  return action({ request, params: { disputeId }, context })
}

describe('the screens of disputes', () => {
  it('list what is open, and show one with its deadline and what the books suggest to say', async () => {
    const get = (path: string) => new Request(`http://127.0.0.1:3000${path}`, { headers: { Cookie: cookie } })
    expect(await list({ request: get('/desk/disputes'), params: {}, context })).toMatchObject({
      open: {
        rows: [{ id: disputeId, amount: 7800, reason: 'fraudulent', state: 'needs_response', daysLeft: 5 }],
        total: 1,
      },
      closed: [],
    })
    const request = get(`/desk/disputes/${disputeId}?said=kept`)
    expect(await loader({ request, params: { disputeId }, context })).toMatchObject({
      said: 'kept',
      dispute: { id: disputeId, taken: null, texts: { product_description: '1 × 盘长挂结' } },
    })
    const gone = loader({ request, params: { disputeId: crypto.randomUUID() }, context })
    await expect(gone).rejects.toMatchObject({ status: 404 })
  })

  it('say beside the field what is wrong, and keep what was typed', async () => {
    const long = await post({ intent: 'texts', shipping_carrier: 'x'.repeat(201), uncategorized_text: '话' })
    expect(long.status).toBe(422)
    expect(await long.json()).toMatchObject({
      intent: 'texts',
      errors: { shipping_carrier: expect.stringContaining('200') },
      values: { uncategorized_text: '话' },
    })
    const wrong = await post({ intent: 'file', kind: 'receipt', file: new File(['PK'], 'a.zip') })
    expect(await wrong.json()).toMatchObject({ errors: { file: '银行只收 PDF、JPEG 和 PNG。' } })
    const unsure = await post({ intent: 'accept' })
    expect(await unsure.json()).toMatchObject({ errors: { sure: '认之前请先打勾：钱不会回来了。' } })
    expect(await owner.disputeEvidence.count({ where: { disputeId } })).toBe(0)
  })
})

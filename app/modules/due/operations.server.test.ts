import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestRefund } from '~/modules/payments/request-refund.server'
import { syncPayment } from '~/modules/payments/sync-payment.server'
import { prisma } from '~/platform/db/prisma.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { owner, passSeconds } from '../../../tests/fixtures/owner'
import { type OpenSandbox, openSandbox } from '../../../tests/fixtures/sandbox'
import { order } from '../../../tests/fixtures/shopping'
import { paidThere } from '../../../tests/fixtures/webhooks'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { completeOperations, runOperation } from './operations.server'

let sandbox: OpenSandbox
let variantId: string

beforeAll(async () => {
  sandbox = await openSandbox()
  await buildGround()
  const { sellerId } = await buildSeller()
  variantId = (await buildPiece({ sellerId, stock: 1000 })).variantId
})
afterAll(() => sandbox.close())

async function abandonAll() {
  await owner.idempotencyKey.updateMany({
    where: { finishedAt: null },
    data: { lockedUntil: new Date(Date.now() - 1000) },
  })
}

async function decidedRefund() {
  const paid = await paidThere(variantId)
  await syncPayment(paid)
  return prisma.$transaction((tx) =>
    requestRefund(tx, { paymentId: paid.paymentId, reason: 'late_payment', amount: 100n }),
  )
}

const keyOf = (key: string) => owner.idempotencyKey.findFirstOrThrow({ where: { key } })

describe('a checkout whose process died after the order', () => {
  it('gets its payment page, and a second press leads to the same order', async () => {
    const cartId = await buildCart([{ variantId }])
    const token = crypto.randomUUID()
    const { orderId } = await order(cartId, token)
    await completeOperations()
    expect(await owner.payment.count({ where: { due: { orderId } } })).toBe(0)
    await abandonAll()
    await completeOperations()
    expect(await owner.payment.findMany({ where: { due: { orderId } } })).toMatchObject([
      { state: 'open', attempt: 1 },
    ])
    expect((await keyOf(`checkout:${token}`)).finishedAt).not.toBeNull()
  })

  it('ends when the time to pay is over', async () => {
    const token = crypto.randomUUID()
    const { orderId } = await order(await buildCart([{ variantId }]), token)
    await passSeconds(16 * 60)
    await abandonAll()
    await completeOperations()
    expect(await owner.payment.count({ where: { due: { orderId } } })).toBe(0)
    expect((await keyOf(`checkout:${token}`)).finishedAt).not.toBeNull()
  })
})

describe('a refund', () => {
  it('is asked for once by twenty jobs', async () => {
    const refundId = await decidedRefund()
    await Promise.all(Array.from({ length: 20 }, () => runOperation('refund', refundId)))
    const refund = await owner.refund.findUniqueOrThrow({
      where: { id: refundId },
      include: { payment: true },
    })
    expect(refund.state).toBe('succeeded')
    expect(await paymentGateway().findRefunds(refund.payment.paymentRef ?? '')).toHaveLength(1)
  })

  it('that no job could send is sent by the completer when the provider is back', async () => {
    const refundId = await decidedRefund()
    await sandbox.steer('faults', { kind: 'server_error', times: '100', path: '/v1/refunds' })
    await expect(runOperation('refund', refundId)).rejects.toThrow()
    await completeOperations()
    expect((await keyOf(`refund:${refundId}`)).finishedAt).toBeNull()
    await sandbox.steer('faults', { kind: 'none' })
    await completeOperations()
    expect((await keyOf(`refund:${refundId}`)).finishedAt).toBeNull()
    await abandonAll()
    await completeOperations()
    expect((await keyOf(`refund:${refundId}`)).finishedAt).not.toBeNull()
    expect(await owner.refund.findUniqueOrThrow({ where: { id: refundId } })).toMatchObject({
      state: 'succeeded',
    })
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { markSentByBank, resendByBank } from '~/modules/aftersales/refund-by-bank.server'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { order, pay, sell } from '../../../tests/fixtures/shopping'
import { buildActor, buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { sweepOrders } from './sweep-orders.server'

beforeAll(() => buildGround())

const contacts = (orderIds: string[]) => owner.orderContact.count({ where: { orderId: { in: orderIds } } })

const partOf = async (orderId: string) =>
  (await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })).id

describe('orders of long ago', () => {
  it('are forgotten three years after they were done with, what is open is not, and the books stay', async () => {
    const { sellerId, actor } = await buildSeller()
    const { variantId } = await buildPiece({ sellerId, stock: 10 })
    const unpaid = await order(await buildCart([{ variantId }]))
    await owner.order.update({
      where: { id: unpaid.orderId },
      data: { status: 'expired', closedAt: await appNow(), words: { create: { note: '示例金丝雀' } } },
    })
    const done = await sell(actor, [{ variantId }])
    await owner.cancelWords.create({
      data: { sellerOrderId: await partOf(unpaid.orderId), note: '示例金丝雀' },
    })
    const open = await order(await buildCart([{ variantId }]))
    await pay(open.orderId)
    const all = [unpaid.orderId, done.orderId, open.orderId]
    const { keyId } = await owner.orderContact.findUniqueOrThrow({ where: { orderId: done.orderId } })

    await passDays(3 * 365 - 30)
    expect(await sweepOrders({ batch: 10 })).toBe(0)
    expect(await contacts(all)).toBe(3)
    const entries = await owner.ledgerEntry.count()
    await passDays(60)
    expect(await sweepOrders({ batch: 1 })).toBe(1)
    expect(await sweepOrders({ batch: 10 })).toBe(1)
    expect(await sweepOrders({ batch: 10 })).toBe(0)
    expect(await contacts(all)).toBe(1)
    expect(await contacts([open.orderId])).toBe(1)
    expect(await owner.ledgerEntry.count()).toBe(entries)
    expect(await owner.orderWords.count({ where: { orderId: unpaid.orderId } })).toBe(0)
    expect(await owner.cancelWords.count({ where: { sellerOrder: { orderId: unpaid.orderId } } })).toBe(0)
    expect(await owner.dataKey.findUniqueOrThrow({ where: { id: keyId } })).toMatchObject({ wrapped: null })
  })

  it('are kept while a refund that failed is owed, and for three years after finance has sent it', async () => {
    const { sellerId, actor } = await buildSeller()
    const { variantId } = await buildPiece({ sellerId, stock: 10 })
    const { orderId } = await sell(actor, [{ variantId }])
    const payment = await owner.payment.findFirstOrThrow({ where: { due: { orderId }, state: 'paid' } })
    const refund = await owner.refund.create({
      data: {
        paymentId: payment.id,
        amountMinor: 100n,
        currency: payment.currency,
        reason: 'late_payment',
        state: 'failed',
        failureReason: 'account_closed',
        finishedAt: await appNow(),
      },
    })
    await passDays(4 * 365)
    expect(await sweepOrders({ batch: 10 })).toBe(0)
    expect(await contacts([orderId])).toBe(1)
    const finance = await buildActor({ role: 'finance' })
    await resendByBank({ actor: finance, refundId: refund.id })
    expect(await sweepOrders({ batch: 10 })).toBe(0)
    const sentOn = dayOf(await appNow())
    await markSentByBank({ actor: finance, refundId: refund.id, bankRef: 'SETTLED-1', sentOn })
    expect(await sweepOrders({ batch: 10 })).toBe(0)
    await passDays(3 * 365 + 2)
    expect(await sweepOrders({ batch: 10 })).toBe(1)
    expect(await contacts([orderId])).toBe(0)
  })
})

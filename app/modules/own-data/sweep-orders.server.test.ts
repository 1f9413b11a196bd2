import { beforeAll, describe, expect, it } from 'vitest'
import { appNow } from '~/platform/db/clock.server'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { order, pay, sell } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { sweepOrders } from './sweep-orders.server'

beforeAll(() => buildGround())

const contacts = (orderIds: string[]) => owner.orderContact.count({ where: { orderId: { in: orderIds } } })

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
    expect(await owner.dataKey.findUniqueOrThrow({ where: { id: keyId } })).toMatchObject({ wrapped: null })
  })
})

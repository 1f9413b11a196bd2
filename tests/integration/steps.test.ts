import { beforeAll, describe, expect, it } from 'vitest'
import { expireUnpaidOrders } from '~/modules/payments/expire-unpaid-orders.server'
import { approveBatch } from '~/modules/payouts/approve-batch.server'
import { importResult } from '~/modules/payouts/import-result.server'
import { toYuan } from '~/platform/money'
import { owner, passDays } from '../fixtures/owner'
import { buildFinance, buildOwedSeller, linesOf, preparedBatch } from '../fixtures/payouts'
import { order, pay } from '../fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../fixtures/world'

beforeAll(buildGround)

const inOrder = { orderBy: { id: 'asc' } } as const

/** Every step of every noun that has states is a row, whichever verb makes it: here those that the database notes itself. */
describe('the steps of', () => {
  it('a due and the pieces held for it: paid, or the pieces let go and the due kept for late money', async () => {
    const { sellerId } = await buildSeller()
    const piece = await buildPiece({ sellerId, stock: 5 })
    const paid = await order(await buildCart([{ variantId: piece.variantId }]))
    await pay(paid.orderId)
    const left = await order(await buildCart([{ variantId: piece.variantId }]))
    await passDays(1)
    await expireUnpaidOrders()
    const dues = async (orderId: string) =>
      (await owner.orderDueEvent.findMany({ where: { orderDue: { orderId } }, ...inOrder })).map(
        ({ state }) => state,
      )
    const held = async (orderId: string) =>
      (
        await owner.stockReservationEvent.findMany({
          where: { stockReservation: { orderLine: { sellerOrder: { orderId } } } },
          ...inOrder,
        })
      ).map(({ state }) => state)
    expect([await dues(paid.orderId), await held(paid.orderId)]).toEqual([
      ['open', 'paid'],
      ['held', 'claimed'],
    ])
    expect([await dues(left.orderId), await held(left.orderId)]).toEqual([['open'], ['held', 'released']])
  })

  it('a line of a payout batch, to the bank’s answer', async () => {
    const { preparer, approver } = await buildFinance()
    await buildOwedSeller()
    const { batchId } = await preparedBatch(preparer)
    await approveBatch({ actor: approver, batchId })
    const [line] = await linesOf(batchId)
    if (!line) throw new Error('no line')
    const answer = `序号,账号尾号,金额,结果,原因\r\n${line.seq},${line.bankAccount?.last4},${toYuan(line.amountFen)},失败,账号不存在\r\n`
    await importResult({ actor: approver, batchId, bytes: Buffer.from(answer) })
    const steps = await owner.payoutLineEvent.findMany({ where: { payoutLineId: line.id }, ...inOrder })
    expect(steps.map(({ state }) => state)).toEqual(['prepared', 'in_transit', 'failed'])
  })

  it('a piece and a shop; a write that changes no step is none', async () => {
    const { sellerId } = await buildSeller()
    const { productId } = await buildPiece({ sellerId })
    for (const status of ['paused', 'paused', 'on_sale'] as const)
      await owner.product.update({ where: { id: productId }, data: { status } })
    await owner.seller.update({ where: { id: sellerId }, data: { status: 'closed', wordsZh: null } })
    const piece = await owner.productEvent.findMany({ where: { productId }, ...inOrder })
    const shop = await owner.sellerEvent.findMany({ where: { sellerId }, ...inOrder })
    expect(piece.map(({ status }) => status)).toEqual(['on_sale', 'paused', 'on_sale'])
    expect(shop.map(({ status }) => status)).toEqual(['active', 'closed'])
  })
})

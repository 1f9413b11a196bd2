import { beforeAll, describe, expect, it } from 'vitest'
import { refundLate } from '~/modules/aftersales/refund-late.server'
import { shipSellerOrder } from '~/modules/orders/ship-seller-order.server'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { order, pay } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { runDue } from './run-due.server'

beforeAll(buildGround)

async function paid() {
  const seller = await buildSeller()
  const { orderId } = await order(await buildCart([await buildPiece({ sellerId: seller.sellerId })]))
  await pay(orderId)
  const { id } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
  return { ...seller, orderId, sellerOrderId: id }
}

const parcelOf = (id: string) =>
  owner.sellerOrder.findUniqueOrThrow({ where: { id }, include: { cancelWords: true } })
const refundsOf = (sellerOrderId: string) =>
  owner.refund.findMany({ where: { lines: { some: { sellerOrderId } } } })

// ready pieces ship within two days, and go back seven whole days after that
describe('a parcel that is not sent in time', () => {
  it('is warned about the day after, and goes back whole after seven more', async () => {
    const [silent, sent] = [await paid(), await paid()]
    await passDays(2)
    await runDue()
    expect(await parcelOf(silent.sellerOrderId)).toMatchObject({ status: 'to_ship', lateWarnedAt: null })
    await passDays(1)
    await runDue()
    const { lateWarnedAt } = await parcelOf(silent.sellerOrderId)
    expect(lateWarnedAt).not.toBeNull()
    await runDue()
    expect(await parcelOf(silent.sellerOrderId)).toMatchObject({ status: 'to_ship', lateWarnedAt })
    await passDays(6)
    await shipSellerOrder({ ...sent, carrier: 'ems', trackingNumber: 'EM123456789' })
    await runDue()
    expect(await parcelOf(silent.sellerOrderId)).toMatchObject({ status: 'to_ship' })
    await passDays(1)
    await Promise.all([runDue(), runDue()])
    expect(await parcelOf(silent.sellerOrderId)).toMatchObject({ status: 'cancelled', cancelWords: null })
    expect(await refundsOf(silent.sellerOrderId)).toMatchObject([
      { reason: 'not_shipped', amountMinor: 7800n },
    ])
    expect(await parcelOf(sent.sellerOrderId)).toMatchObject({ status: 'shipped' })
    expect(await refundsOf(sent.sellerOrderId)).toEqual([])
  })

  it('is warned about first, however far the clock jumps', async () => {
    const sale = await paid()
    await passDays(30)
    await runDue()
    expect(await parcelOf(sale.sellerOrderId)).toMatchObject({ status: 'to_ship' })
    expect((await parcelOf(sale.sellerOrderId)).lateWarnedAt).not.toBeNull()
    await passDays(1)
    await runDue()
    expect(await parcelOf(sale.sellerOrderId)).toMatchObject({ status: 'cancelled' })
  })

  it('waits for a maker who sends it at the last moment: sent or given back, never both', async () => {
    for (let round = 0; round < 4; round += 1) {
      const sale = await paid()
      await passDays(9)
      await runDue()
      await passDays(1)
      const [shipped] = await Promise.allSettled([
        shipSellerOrder({ ...sale, carrier: 'ems', trackingNumber: 'EM123456789' }),
        refundLate(sale.sellerOrderId),
      ])
      const { status } = await parcelOf(sale.sellerOrderId)
      expect(status).toBe(shipped.status === 'fulfilled' ? 'shipped' : 'cancelled')
      expect(await refundsOf(sale.sellerOrderId)).toHaveLength(status === 'cancelled' ? 1 : 0)
    }
  })
})

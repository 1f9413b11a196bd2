import { beforeAll, expect, it } from 'vitest'
import { shipSellerOrder } from '~/modules/orders/ship-seller-order.server'
import { buildKnot, buildRate, placeAbroad } from '../../../tests/fixtures/abroad'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { pay } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildSeller } from '../../../tests/fixtures/world'
import { runDue } from './run-due.server'

beforeAll(buildGround)

// ten days without word, and abroad the twenty of its service besides
it('a parcel abroad counts as received only after its time on the way', async () => {
  await buildRate()
  const { sellerId, actor } = await buildSeller()
  const { orderId } = await placeAbroad(await buildCart([await buildKnot({ sellerId })]))
  await pay(orderId)
  const { id: sellerOrderId } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
  await shipSellerOrder({ actor, sellerOrderId, carrier: 'youzhengguoji', trackingNumber: 'LX123456789CN' })
  const statusAfter = async (days: number) => {
    await passDays(days)
    await runDue()
    return (await owner.sellerOrder.findUniqueOrThrow({ where: { id: sellerOrderId } })).status
  }
  expect(await statusAfter(29)).toBe('shipped')
  expect(await statusAfter(1)).toBe('received')
})

import { beforeAll, expect, it } from 'vitest'
import { addDays, dayOf } from '~/platform/calendar'
import { prisma } from '~/platform/db/prisma.server'
import { owner } from '../../../tests/fixtures/owner'
import { order, pay } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { unsafeGetOrderPage } from './get-order-page.server'
import { receiveSellerOrder } from './receive-seller-order.server'
import { shipSellerOrder } from './ship-seller-order.server'

beforeAll(buildGround)

/** What the page of a received order says of its one parcel. */
async function received(makeMode: 'stock' | 'made_to_order') {
  const { sellerId, actor } = await buildSeller()
  const { orderId } = await order(await buildCart([await buildPiece({ sellerId, makeMode })]))
  await pay(orderId)
  const { id: sellerOrderId } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
  const trackingNumber = `EM${sellerOrderId.slice(0, 8)}`
  await shipSellerOrder({ actor, sellerOrderId, carrier: 'ems', trackingNumber })
  await prisma.$transaction((tx) => receiveSellerOrder(tx, { sellerOrderId, how: 'buyer' }))
  return (await unsafeGetOrderPage({ orderId, locale: 'zh-CN' })).parcels[0]
}

it('names the last day on which a piece off the shelf may be given back: the seventh after it came', async () => {
  const parcel = await received('stock')
  expect(parcel?.returnBy).toBe(addDays(dayOf(new Date(parcel?.receivedAt ?? '')), 7))
})

it('names none where all of it was made for her', async () => {
  expect(await received('made_to_order')).toMatchObject({ status: 'received', returnBy: null })
})

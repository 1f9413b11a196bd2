import { beforeAll, describe, expect, it } from 'vitest'
import { findBalance } from '~/modules/ledger/find-balance.server'
import type { ParcelRefund } from '~/modules/payments/cut-parcel-refund.server'
import { requestRefund } from '~/modules/payments/request-refund.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { owner } from '../../../tests/fixtures/owner'
import { order, pay } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { cancelByBuyer } from './cancel-by-buyer.server'

beforeAll(buildGround)

/** One piece for ¥68 with ¥10 postage. */
async function paid() {
  const seller = await buildSeller()
  const piece = await buildPiece({ sellerId: seller.sellerId, priceFen: 6800n })
  const { orderId } = await order(await buildCart([piece]))
  const paymentId = await pay(orderId)
  const { id: sellerOrderId } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
  const { id: orderLineId } = await owner.orderLine.findFirstOrThrow({ where: { sellerOrderId } })
  return { orderId, paymentId, sellerOrderId, orderLineId }
}

const refund = (paymentId: string, parcel: ParcelRefund) =>
  inScope({ job: 'income' }, (tx) => requestRefund(tx, { paymentId, reason: 'goodwill', parcel }))

const ofPlatform = (kind: 'held' | 'refund_loss') => findBalance(prisma, { system: 'platform', kind })

describe('a parcel of which the platform had borne a part', () => {
  it('leaves nothing held and no loss when it is cancelled', async () => {
    const before = [await ofPlatform('held'), await ofPlatform('refund_loss')]
    const { orderId, paymentId, sellerOrderId, orderLineId } = await paid()
    const lines = [{ orderLineId, quantity: 0, amountFen: 1000n }]
    await refund(paymentId, { sellerOrderId, lines, postageFen: 0n, bearer: 'platform' })
    expect((await ofPlatform('refund_loss')) - (before[1] ?? 0n)).toBe(950n)
    await cancelByBuyer({ orderId, sellerOrderId, userId: null, note: '' })
    expect([await ofPlatform('held'), await ofPlatform('refund_loss')]).toEqual(before)
  })
})

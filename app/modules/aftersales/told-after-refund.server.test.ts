import { beforeAll, describe, expect, it } from 'vitest'
import { findImpact } from '~/modules/impact/find-impact.server'
import { findSellerIncome } from '~/modules/ledger/find-seller-income.server'
import { findSellerMoney } from '~/modules/ledger/find-seller-money.server'
import { getSellerWork } from '~/modules/orders/get-seller-work.server'
import type { ParcelRefund } from '~/modules/payments/cut-parcel-refund.server'
import { requestRefund } from '~/modules/payments/request-refund.server'
import { inScope } from '~/platform/db/in-scope.server'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { endSale, order, pay } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'

beforeAll(buildGround)

const locale = 'zh-CN'

/** Two pieces of ¥68.00 with ¥10.00 postage: hers are 2 × 64.60 and the postage. */
async function sold() {
  const { actor, sellerId } = await buildSeller()
  const { variantId } = await buildPiece({ sellerId, priceFen: 6800n })
  const { orderId } = await order(await buildCart([{ variantId, quantity: 2 }]))
  const paymentId = await pay(orderId)
  const { id: sellerOrderId } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
  const { id: orderLineId } = await owner.orderLine.findFirstOrThrow({ where: { sellerOrderId } })
  const giveBack = (parcel: Omit<ParcelRefund, 'sellerOrderId'>) =>
    inScope({ job: 'income' }, (tx) =>
      requestRefund(tx, { paymentId, reason: 'goodwill', parcel: { sellerOrderId, ...parcel } }),
    )
  return { actor, orderId, sellerOrderId, orderLineId, giveBack }
}

describe('a sale of which a part went back', () => {
  it('is told her without that part: held, earned, and where the ledger has it', async () => {
    const { actor, orderId, sellerOrderId, orderLineId, giveBack } = await sold()
    const told = async () => {
      const [sale] = await findSellerIncome({ actor, locale })
      const work = await getSellerWork({ actor, sellerOrderId, locale })
      expect(work.givenBackFen).toBe(sale?.givenBackFen)
      return { total: sale?.totalFen, ...(await findSellerMoney({ actor })) }
    }
    expect(await told()).toMatchObject({ total: 13_920, heldFen: 13_920, payableFen: 0 })
    await giveBack({
      lines: [{ orderLineId, quantity: 1, amountFen: 6800n }],
      postageFen: 0n,
      bearer: 'seller',
    })
    expect(await told()).toMatchObject({ total: 7_460, heldFen: 7_460, payableFen: 0 })
    await endSale(actor, orderId)
    expect(await told()).toMatchObject({
      total: 7_460,
      heldFen: 0,
      payableFen: 7_460,
      earnedThisMonthFen: 7_460,
    })
    await giveBack({ lines: [], postageFen: 300n, bearer: 'seller' })
    expect(await told()).toMatchObject({ total: 7_160, payableFen: 7_160, earnedThisMonthFen: 7_160 })
  })

  it('costs her nothing when the platform bears it, and the public sums say who paid what', async () => {
    // the public sums end with yesterday
    await passDays(1)
    const before = await findImpact()
    const { actor, orderId, orderLineId, giveBack } = await sold()
    await endSale(actor, orderId)
    await giveBack({
      lines: [{ orderLineId, quantity: 1, amountFen: 6800n }],
      postageFen: 0n,
      bearer: 'platform',
    })
    expect((await findSellerIncome({ actor, locale }))[0]).toMatchObject({
      totalFen: 13_920,
      givenBackFen: 0,
    })
    expect(await findSellerMoney({ actor })).toMatchObject({ payableFen: 13_920 })
    await passDays(1)
    const after = await findImpact()
    expect(after.paidFen - before.paidFen).toBe(14_600 - 6_800)
    expect(after.addedFen - before.addedFen).toBe(6_800 - 340)
    expect(after.makersFen - before.makersFen).toBe(12_920)
    expect(after.commissionFen - before.commissionFen).toBe(340)
  })
})

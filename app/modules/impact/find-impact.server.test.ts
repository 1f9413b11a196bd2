import { beforeAll, expect, it } from 'vitest'
import { passDays } from '../../../tests/fixtures/owner'
import { buildPromotion, orderWithCode } from '../../../tests/fixtures/promotions'
import { endSale, sell } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { findImpact } from './find-impact.server'

beforeAll(buildGround)

it('sums completed sales from the ledger, to the fen, and nothing else', async () => {
  expect(await findImpact()).toMatchObject({ sales: 0, paidFen: 0 })
  const { actor, sellerId } = await buildSeller()
  const cheap = await buildPiece({ sellerId, priceFen: 6_850n })
  const dear = await buildPiece({ sellerId, priceFen: 25_000n })
  await sell(actor, [cheap])
  await sell(actor, [{ variantId: dear.variantId, quantity: 2 }])
  await buildCart([dear])
  await passDays(1)
  expect(await findImpact()).toEqual({
    makersFen: 6_507 + 47_500,
    commissionFen: 343 + 2_500,
    postageFen: 1_000,
    paidFen: 57_850,
    addedFen: 0,
    sales: 2,
    pieces: 3,
    sellers: 1,
  })
})

it('tells what buyers paid from what the bearer of a promotion added', async () => {
  const before = await findImpact()
  const { actor, sellerId } = await buildSeller()
  const piece = await buildPiece({ sellerId, priceFen: 10_000n })
  const { code } = await buildPromotion()
  const { orderId } = await orderWithCode([piece], code)
  await endSale(actor, orderId)
  await passDays(1)
  expect(await findImpact()).toMatchObject({
    makersFen: before.makersFen + 9_500,
    commissionFen: before.commissionFen + 500,
    paidFen: before.paidFen + 10_000,
    addedFen: 1_000,
  })
})

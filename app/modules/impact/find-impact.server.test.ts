import { beforeAll, expect, it } from 'vitest'
import { sell } from '../../../tests/fixtures/shopping'
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
  expect(await findImpact()).toEqual({
    makersFen: 6_507 + 47_500,
    commissionFen: 343 + 2_500,
    postageFen: 1_000,
    paidFen: 57_850,
    sales: 2,
    pieces: 3,
    sellers: 1,
  })
})

import { expect, it } from 'vitest'
import { sellMany } from '../../../tests/fixtures/many-sales'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor } from '../../../tests/fixtures/world'
import { findSales } from './find-sales.server'
import { SalesSearch } from './schema'

it('a few thousand sales of three years, as the bench makes them, are summed as they were sold', async () => {
  await sellMany(3000, 9)
  const actor = await buildActor({ role: 'coordinator', region: '6201' })
  const month = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 7)
  const filter = { ...SalesSearch.parse({}), month }
  const { sums } = await findSales({ actor, filter, locale: 'zh-CN', mostSellers: 50 })
  const [reckoned] = await owner.$queryRaw<{ orders: number; fen: number }[]>`
    SELECT count(*)::int AS orders, coalesce(sum("itemsFen"), 0)::int AS fen FROM "SellerOrder" WHERE to_char("completedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') = ${month}`
  expect(sums.orders).toBeGreaterThan(50)
  expect(sums).toMatchObject({ orders: reckoned?.orders, goodsFen: reckoned?.fen })
})

import { expect, it } from 'vitest'
import { translator } from '~/platform/i18n/translate'
import { streamTable, tableResponse } from '~/platform/table-stream.server'
import { sellMany } from '../../../tests/fixtures/many-sales'
import { owner } from '../../../tests/fixtures/owner'
import { readAll } from '../../../tests/fixtures/read-all'
import { buildActor } from '../../../tests/fixtures/world'
import { findSales } from './find-sales.server'
import { findSalesRows, type SalesRow } from './find-sales-rows.server'
import { getSalesFile } from './get-sales-file.server'
import { SalesSearch } from './schema'

it('a few thousand sales of three years, as the bench makes them, are summed as they were sold', async () => {
  await sellMany(5000, { makers: 9 })
  const actor = await buildActor({ role: 'coordinator', region: '6201' })
  const month = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 7)
  const filter = { ...SalesSearch.parse({}), month }
  const { sums } = await findSales({ actor, filter, locale: 'zh-CN', mostSellers: 50 })
  const [reckoned] = await owner.$queryRaw<{ orders: number; fen: number }[]>`
    SELECT count(*)::int AS orders, coalesce(sum("itemsFen"), 0)::int AS fen FROM "SellerOrder" WHERE to_char("completedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') = ${month}`
  expect(sums.orders).toBeGreaterThan(50)
  expect(sums).toMatchObject({ orders: reckoned?.orders, goodsFen: reckoned?.fen })

  // page by page nothing is left out, told twice or out of order, whichever the filter
  for (const craft of [null, 'beads']) {
    const seen: SalesRow[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof findSalesRows>> = await findSalesRows({
        actor,
        filter: { ...filter, craft },
        after,
        locale: 'zh-CN',
      })
      expect(page.rows.length).toBe(page.next === null ? page.rows.length : 100)
      seen.push(...page.rows)
      after = page.next
    } while (after !== null)
    const part = await findSales({ actor, filter: { ...filter, craft }, locale: 'zh-CN', mostSellers: 50 })
    const sum = (of: (row: SalesRow) => number) => seen.reduce((all, row) => all + of(row), 0)
    expect([sum((row) => row.orders), sum((row) => row.goodsFen), sum((row) => row.refundedFen)]).toEqual([
      part.sums.orders,
      part.sums.goodsFen,
      part.sums.refundedFen,
    ])
    const keys = seen.map(({ day, sellerOrderId }) => `${day}.${sellerOrderId}`)
    expect(keys).toEqual([...new Set(keys)].sort())
    if (craft === null) expect(keys.length).toBeGreaterThan(100)
  }
})

it('their file names every seller in the order of the page, read some at a time, and breaks off without a connection left behind', async () => {
  const actor = await buildActor({ role: 'coordinator', region: '6201' })
  const month = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 7)
  const filter = { ...SalesSearch.parse({}), month }
  // six hundred more, who sold once each
  await owner.$executeRaw`
    INSERT INTO "Seller" (id, kind, status, slug, "nameZh", "nameEn", "sealText", "regionId", "countyId")
    SELECT gen_random_uuid(), kind, status, 'many-' || n, '多店' || n, 'Many ' || n, "sealText", "regionId", "countyId" FROM (SELECT * FROM "Seller" LIMIT 1) s, generate_series(1, 600) n`
  await owner.$executeRaw`
    INSERT INTO "SalesDay" ("sellerId", "regionId", day, "isWhole", channel, "paidBy", orders, pieces, "goodsFen", "returnedPieces", "refundedFen")
    SELECT s.id, s."regionId", ${new Date(`${month}-01`)}::date, true, d.channel, d."paidBy", 1, 1, 6800, 0, 0 FROM "Seller" s, (SELECT * FROM "SalesDay" LIMIT 1) d WHERE s.slug LIKE 'many-%'`
  const { groups } = await findSales({ actor, filter, locale: 'zh-CN', mostSellers: 10_000 })
  expect(groups.seller.length).toBeGreaterThan(600)
  const ask = { actor, filter, locale: 'zh-CN', t: translator('zh-CN'), form: 'csv' } as const
  const { table } = await getSalesFile(ask)
  const text = new TextDecoder().decode(await readAll(streamTable('csv', table)))
  const rows = text.split('\r\n').map((line) => line.split(','))
  const begin = rows.findIndex(([name]) => name === translator('zh-CN')('sales.bySeller')) + 1
  const told = rows.slice(begin, begin + groups.seller.length)
  expect(told.map(([name, , , yuan]) => [name, Number(yuan)])).toEqual(
    groups.seller.map(({ name, goodsFen }) => [name, goodsFen / 100]),
  )
  expect(rows[begin + groups.seller.length]?.[0]).toBe('')

  for (const form of ['csv', 'xlsx'] as const) {
    const asked = await getSalesFile({ ...ask, form })
    const reader = tableResponse(form, asked.name, asked.table).body?.getReader()
    expect((await reader?.read())?.done).toBe(false)
    await reader?.cancel()
  }
  const busy = async () => {
    const [found] = await owner.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`
    return found?.count
  }
  await expect.poll(busy, { timeout: 10_000 }).toBe(0)
})

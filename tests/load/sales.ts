import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { onOwnDatabase } from './own-database'
import { printMiddle as print } from './print-middle'

/** `npm run bench:sales -- [lines]`: the desk's month of sales over so many order lines of three years, 100,000 unless said; a city and a county. It says how far it has come, prints the middle of five runs and fails by none of them. */

const lines = Number(process.argv[2] ?? 100_000)

await onOwnDatabase('sales', async () => {
  const { owner } = await import('../fixtures/owner')
  const { buildActor } = await import('../fixtures/world')
  const { sellMany } = await import('../fixtures/many-sales')
  const { findSales } = await import('~/modules/sales/find-sales.server')
  const { findSalesRows } = await import('~/modules/sales/find-sales-rows.server')
  const { SalesSearch } = await import('~/modules/sales/schema')
  const begun = performance.now()
  const say = (step: string) => console.error(`${((performance.now() - begun) / 1000).toFixed(0)} s: ${step}`)
  const { rebuildMs } = await sellMany(lines, { say })
  const days = await owner.salesDay.count()
  console.log(`\n${lines.toLocaleString('en')} order lines, ${days.toLocaleString('en')} sums by day\n`)
  console.log('| what | ms |\n| --- | ---: |')
  console.log(`| all sums made anew, once | ${rebuildMs.toFixed(0)} |`)
  const filter = SalesSearch.parse({})
  const locale = 'zh-CN'
  for (const region of ['6201', '620123']) {
    const actor = await buildActor({ role: 'coordinator', region })
    const month = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 7)
    await print(`a month of ${region}, with all its tables`, () =>
      findSales({ actor, filter: { ...filter, month }, locale, mostSellers: 50 }),
    )
    await print(`the same of one craft`, () =>
      findSales({ actor, filter: { ...filter, month, craft: 'beads' }, locale, mostSellers: 50 }),
    )
    const rowsOf = (craft: string | null, after: string | null) =>
      findSalesRows({ actor, filter: { ...filter, month, craft }, after, locale })
    const twentieth = `${month}-20.00000000-0000-4000-8000-000000000000`
    await print('the first page of its rows', () => rowsOf(null, null))
    await print('the same of one craft', () => rowsOf('beads', null))
    await print('a page of its rows from the 20th on', () => rowsOf(null, twentieth))
    await print('the same of one craft', () => rowsOf('beads', twentieth))
  }
  const [one] = await owner.sellerOrder.findMany({ take: 1, select: { id: true } })
  await print('one sale reckoned anew', () =>
    owner.sellerOrder.update({ where: { id: one?.id ?? '' }, data: { status: 'completed' } }),
  )
})
process.exit()

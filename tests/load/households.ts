import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { onOwnDatabase } from './own-database'
import { printMiddle as print } from './print-middle'

/** `npm run bench:households -- [households] [lines]`: the desk of a county with so many registered households and order lines of three years, 5,000 and 100,000 unless said: its register, their income and the month's return. It prints the middle of five runs and fails by none of them. */

const households = Number(process.argv[2] ?? 5_000)
const lines = Number(process.argv[3] ?? 100_000)

await onOwnDatabase('households', async () => {
  const { sellMany } = await import('../fixtures/many-sales')
  const { earnMany } = await import('../fixtures/many-households')
  const { buildActor } = await import('../fixtures/world')
  const { findHouseholds } = await import('~/modules/households/find-households.server')
  const { getHousehold } = await import('~/modules/households/get-household.server')
  const { findIncomeMonth } = await import('~/modules/incomes/find-income-month.server')
  const { findIncomeRows } = await import('~/modules/incomes/find-income-rows.server')
  const { IncomeRowsSearch } = await import('~/modules/incomes/schema')
  const { confirmBelow } = await import('~/modules/returns/confirm-return.server')
  const { findReturnRows } = await import('~/modules/returns/find-return-rows.server')
  const { getReturn } = await import('~/modules/returns/get-return.server')
  await sellMany(lines)
  const { householdId } = await earnMany(households)
  const said = `${households.toLocaleString('en')} households, ${lines.toLocaleString('en')} order lines`
  console.log(`\n${said}\n\n| what | ms |\n| --- | ---: |`)
  const actor = await buildActor({ role: 'coordinator', region: '620123' })
  const locale = 'zh-CN'
  const month = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 7)
  const monthDay = `${month}-01`
  await print('the register', () => findHouseholds({ actor, q: '', after: null }))
  await print('a name in the register', () => findHouseholds({ actor, q: '示例12', after: null }))
  await print('one household', () => getHousehold({ actor, householdId, month: null }))
  await print('income of a month', () => findIncomeMonth({ actor, month: monthDay, locale }))
  await print('the households behind it', () =>
    findIncomeRows({ actor, filter: IncomeRowsSearch.parse({ month }), locale }),
  )
  for (const of of ['income', 'sales', 'earners'] as const)
    await print(`rows behind the county’s return: ${of}`, () =>
      findReturnRows({ actor, month: monthDay, code: '620123', of, after: null, locale }),
    )
  await print('the county’s return', () => getReturn({ actor, month: monthDay, code: '620123', locale }))
  await print('a village’s return', () => getReturn({ actor, month: monthDay, code: '620123100201', locale }))
  const from = performance.now()
  await confirmBelow({ actor, month: monthDay, code: '620123' })
  console.log(`| all villages and the town confirmed, once | ${(performance.now() - from).toFixed(0)} |`)
  await print('the county’s return, all below confirmed', () =>
    getReturn({ actor, month: monthDay, code: '620123', locale }),
  )
  await print('the town’s return of 200 villages', () =>
    getReturn({ actor, month: monthDay, code: '620123100', locale }),
  )
})
process.exit()

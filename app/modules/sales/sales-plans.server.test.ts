import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { sellMany } from '../../../tests/fixtures/many-sales'
import { owner } from '../../../tests/fixtures/owner'
import { readsOf } from '../../../tests/fixtures/plans'
import { type Asked, statementsOf } from '../../../tests/fixtures/statements'
import { buildActor } from '../../../tests/fixtures/world'
import { findSales } from './find-sales.server'
import { findSalesRows } from './find-sales-rows.server'
import { type SalesFilter, SalesSearch } from './schema'

/** What there is of every sale: read by what a page shows, not by what the shop has sold. */
const ofSales = ['Order', 'OrderDue', 'Payment', 'SellerOrder', 'OrderLine', 'Refund', 'RefundLine']

let actor: Actor
let month: string

beforeAll(async () => {
  await sellMany(40_000, { makers: 30 })
  actor = await buildActor({ role: 'coordinator', region: '6201' })
  month = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 7)
}, 120_000)

/** The statements about sales, with what each reads behind her walls. */
async function readsWithin(work: () => Promise<unknown>) {
  const about = ({ text }: Asked) => /"(SalesDay|SalesFact|LeftOutSale)"/.test(text)
  const statements = (await statementsOf(work)).filter(about)
  expect(statements.length).toBeGreaterThan(0)
  return (
    await Promise.all(statements.map((statement) => readsOf(statement, { region: actor.regionPath ?? '' })))
  ).flat()
}

const filters: Record<string, Partial<SalesFilter>> = {
  'all sales': {},
  'one craft': { craft: 'beads' },
  'one way of paying': { paidBy: 'card' },
  'one county': { place: '620121' },
  'makers without a base': { base: 'none' },
}

describe('the sales of 40,000 lines', () => {
  it.each(Object.entries(filters))('%s: a page of rows reads its own and nothing else', async (_, filter) => {
    for (const after of [null, `${month}-20.00000000-0000-4000-8000-000000000000`]) {
      const asked = { ...SalesSearch.parse({}), month, ...filter }
      let shown = 0
      const reads = await readsWithin(async () => {
        shown = (await findSalesRows({ actor, filter: asked, after, locale: 'zh-CN' })).rows.length
      })
      expect(shown).toBe(100)
      expect(
        reads.filter(({ table, isWhole }) => isWhole && [...ofSales, 'SalesDay'].includes(table)),
      ).toEqual([])
      // a month has more than a thousand lines; of the sales of a maker's day some may be of another craft or way
      const lines = reads.reduce((sum, { table, rows }) => sum + (table === 'OrderLine' ? rows : 0), 0)
      expect(lines).toBeGreaterThanOrEqual(100)
      expect(lines).toBeLessThan(500)
    }
  })

  it.each(Object.entries(filters))('%s: a month is read from its sums, each once', async (_, filter) => {
    const asked = { ...SalesSearch.parse({}), month, ...filter }
    const reads = await readsWithin(() =>
      findSales({ actor, filter: asked, locale: 'zh-CN', mostSellers: 50 }),
    )
    expect(
      reads.filter(({ table, isWhole, rows }) => isWhole && rows > 0 && ofSales.includes(table)),
    ).toEqual([])
    const scans = reads.filter(({ table }) => table === 'SalesDay').map(({ rows }) => rows)
    expect(scans).toHaveLength(2)
    expect(Math.max(...scans)).toBeLessThan((await owner.salesDay.count()) / 2)
  })
})

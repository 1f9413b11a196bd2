import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { findIncomeMonth } from '~/modules/incomes/find-income-month.server'
import { earnMany } from '../../../tests/fixtures/many-households'
import { sellMany } from '../../../tests/fixtures/many-sales'
import { owner } from '../../../tests/fixtures/owner'
import { readsOf } from '../../../tests/fixtures/plans'
import { statementsOf } from '../../../tests/fixtures/statements'
import { buildActor } from '../../../tests/fixtures/world'
import { findHouseholds } from './find-households.server'

let actor: Actor

beforeAll(async () => {
  await sellMany(3000, { makers: 9 })
  await earnMany(500)
  actor = await buildActor({ role: 'coordinator', region: '620123' })
}, 60_000)

it('a page of a register of 500 households reads its own members and statuses', async () => {
  const [register] = (
    await statementsOf(async () => {
      expect((await findHouseholds({ actor, q: '', after: null })).rows).toHaveLength(30)
    })
  ).filter(({ text }) => text.includes('"HouseholdStatus"'))
  if (!register) throw new Error('the register was not asked')
  const reads = await readsOf(register, { region: actor.regionPath ?? '' })
  for (const name of ['HouseholdStatus', 'HouseholdMember', 'Person']) {
    const read = reads.filter(({ table }) => table === name)
    expect(
      read.reduce((sum, { rows }) => sum + rows, 0),
      name,
    ).toBeGreaterThanOrEqual(30)
    expect(
      read.reduce((sum, { rows }) => sum + rows, 0),
      name,
    ).toBeLessThan(40)
  }
})

it('their income is what was attributed, and those who never earned are quiet', async () => {
  const month = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 7)
  const page = await findIncomeMonth({ actor, month: `${month}-01`, locale: 'zh-CN' })
  const [truth] = await owner.$queryRaw<
    { households: number; fen: number; fresh: number; fenBefore: number }[]
  >`
    SELECT (count(DISTINCT "householdId") FILTER (WHERE to_char("earnedOn", 'YYYY-MM') = ${month}))::int AS households, (sum("amountFen") FILTER (WHERE to_char("earnedOn", 'YYYY-MM') = ${month}))::int AS fen,
      (sum("amountFen") FILTER (WHERE to_char("earnedOn" + interval '1 year', 'YYYY-MM') = ${month}))::int AS "fenBefore",
      (SELECT count(*)::int FROM (SELECT min("earnedOn") AS day FROM "IncomeAttribution" GROUP BY "householdId") first WHERE to_char(day, 'YYYY-MM') = ${month}) AS fresh
    FROM "IncomeAttribution"`
  expect(page.incomeFen).toBeGreaterThan(0)
  expect(page).toMatchObject({
    households: truth?.households,
    incomeFen: truth?.fen,
    newHouseholds: truth?.fresh,
    lastYear: { incomeFen: truth?.fenBefore },
  })
  const [silent] = await owner.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Household" h WHERE h.code LIKE 'M%' AND NOT EXISTS (SELECT 1 FROM "IncomeAttribution" a WHERE a."householdId" = h.id
      AND a."earnedOn" >= (${`${month}-01`}::date - interval '2 months') AND a."earnedOn" < (${`${month}-01`}::date + interval '1 month'))`
  expect(page.quietCount).toBe(silent?.count)
  expect(page.quietCount).toBeGreaterThan(100)
  expect(page.quiet).toHaveLength(100)
})

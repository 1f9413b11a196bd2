import { beforeAll, expect, it } from 'vitest'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { sell } from '../../../tests/fixtures/shopping'
import { buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { findBreakdown } from './find-breakdown.server'
import { findImpact } from './find-impact.server'
import { findKeptImpact } from './find-kept-impact.server'
import { keepImpact } from './keep-impact.server'

beforeAll(buildGround)

it('is counted once a day however many ask, and the page reads what was kept', async () => {
  expect((await findKeptImpact('en')).impact).toEqual(await findImpact())
  const { actor, sellerId } = await buildSeller()
  const piece = await buildPiece({ sellerId })
  await sell(actor, [piece])
  await passDays(1)
  await Promise.all(Array.from({ length: 5 }, keepImpact))
  expect(await owner.impactDay.count()).toBe(1)
  const kept = await findKeptImpact('zh-CN')
  expect(kept).toMatchObject({ impact: await findImpact(), breakdown: await findBreakdown('zh-CN') })
  expect(kept.impact.sales).toBe(1)

  await sell(actor, [piece])
  expect((await findKeptImpact('zh-CN')).impact).toEqual(kept.impact)
  await passDays(1)
  expect((await findKeptImpact('zh-CN')).day).toBe(kept.day)
  await keepImpact()
  expect((await findKeptImpact('zh-CN')).impact.sales).toBe(2)
  expect((await findKeptImpact('en')).day > kept.day).toBe(true)
})

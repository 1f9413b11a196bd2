import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { findCommissionRule } from '~/modules/settings/find-rules.server'
import { addDays, dayOf, startOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { buildActor, buildGround } from '../../../tests/fixtures/world'
import { addCommissionRule } from './add-commission-rule.server'
import { endCommissionRule } from './end-commission-rule.server'
import { findCommissionRules } from './find-commission-rules.server'
import { tryCommission } from './try-commission.server'

let actor: Actor
let craftId: string
let today: string

beforeAll(async () => {
  await buildGround()
  actor = await buildActor({ role: 'admin' })
  craftId = (await owner.craft.findFirstOrThrow()).id
})
beforeEach(async () => {
  today = dayOf(await appNow())
})

const wanted = (over: Partial<Parameters<typeof addCommissionRule>[0]>) => ({
  actor,
  priority: 10,
  craftId,
  sellerKind: null,
  campaign: '',
  bps: 300,
  taxBps: 0,
  from: addDays(today, 1),
  until: null,
  note: '测试',
  ...over,
})
const bpsOn = async (day: string, sellerKind: 'individual' | 'workshop' = 'individual') =>
  (await tryCommission({ craftId, sellerKind, day, priceFen: 9990n }))?.rule.bps

describe('a commission rule', () => {
  it('begins by itself on its day, and what was before stays', async () => {
    await addCommissionRule(wanted({ taxBps: 600 }))
    expect(await findCommissionRules()).toMatchObject({
      now: [{ bps: 500, until: null, craft: null }],
      later: [{ priority: 10, bps: 300, from: addDays(today, 1), craft: { zh: '中国结' } }],
    })
    expect([await bpsOn(today), await bpsOn(addDays(today, 1))]).toEqual([500, 300])
    // 3 % of 99.90 = 3.00; 6 % tax within it: 3.00 × 6 / 106 = 0.17
    const tomorrow = { craftId, sellerKind: 'workshop' as const, day: addDays(today, 1), priceFen: 9990n }
    expect(await tryCommission(tomorrow)).toMatchObject({
      priceFen: 9990,
      commissionFen: 300,
      taxFen: 17,
      restFen: 9690,
    })
    expect(await tryCommission({ ...tomorrow, day: '2001-01-01' })).toBeNull()
    await passDays(1)
    const sold = await findCommissionRule(prisma, { craftId, sellerKind: 'individual' })
    expect(sold.bps).toBe(300)
    const audit = await owner.auditEvent.findFirstOrThrow({ where: { subjectId: sold.id } })
    expect(audit).toMatchObject({ action: 'commission.added', actorUserId: actor.userId, reason: '测试' })
  })

  it('follows the one for the same goods at its place, and ends it', async () => {
    await addCommissionRule(wanted({ bps: 400, from: addDays(today, 3) }))
    expect([await bpsOn(addDays(today, 2)), await bpsOn(addDays(today, 3))]).toEqual([300, 400])
    await expect(addCommissionRule(wanted({ from: addDays(today, 2) }))).rejects.toMatchObject({
      key: 'commission.laterExists',
      field: 'from',
    })
    await passDays(4)
    expect((await findCommissionRules()).ended).toMatchObject([{ bps: 300, until: addDays(today, 2) }])
  })

  it('asked by two administrators at once begins once', async () => {
    const from = addDays(today, 5)
    const results = await Promise.allSettled(
      [600, 700, 800].map((bps) =>
        addCommissionRule(wanted({ priority: 60, craftId: null, sellerKind: 'workshop', bps, from })),
      ),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ key: 'commission.laterExists' })
  })

  it('of a campaign runs to its last day, then the rule behind it', async () => {
    const campaign = { priority: 5, campaign: '春节', bps: 100, from: addDays(today, 2) }
    await expect(addCommissionRule(wanted(campaign))).rejects.toMatchObject({
      key: 'commission.campaignNeedsEnd',
    })
    await addCommissionRule(wanted({ ...campaign, until: addDays(today, 3) }))
    expect([
      await bpsOn(addDays(today, 1)),
      await bpsOn(addDays(today, 2)),
      await bpsOn(addDays(today, 3)),
      await bpsOn(addDays(today, 4)),
    ]).toEqual([400, 100, 100, 400])
  })

  it('for everything else keeps its place and never ends', async () => {
    await expect(
      addCommissionRule(wanted({ craftId: null, until: addDays(today, 9) })),
    ).rejects.toMatchObject({ key: 'commission.generalEnds' })
    await addCommissionRule(wanted({ craftId: null, priority: null, bps: 550, from: addDays(today, 1) }))
    const rules = await findCommissionRules()
    expect(rules.later).toContainEqual(expect.objectContaining({ priority: 1000, bps: 550, craft: null }))
    const general = rules.later.find(({ bps }) => bps === 550)
    await expect(
      endCommissionRule({ actor, ruleId: general?.id ?? '', from: addDays(today, 3) }),
    ).rejects.toMatchObject({ key: 'commission.generalEnds' })
  })

  it('is refused in the past, behind everything else, and on the place of other goods', async () => {
    const refusals = [
      [{ from: today }, 'commission.pastDay', 'from'],
      [{ priority: 1000 }, 'commission.neverAsked', 'priority'],
      [{ priority: null }, 'errors.required', 'priority'],
      [{ sellerKind: 'base' as const }, 'commission.placeTaken', 'priority'],
      [{ priority: 70, until: today }, 'commission.untilBeforeFrom', 'until'],
    ] as const
    for (const [over, key, field] of refusals)
      await expect(addCommissionRule(wanted(over))).rejects.toMatchObject({ key, field })
    await expect(
      addCommissionRule(wanted({ priority: 70, craftId: crypto.randomUUID() })),
    ).rejects.toMatchObject({ status: 404 })
  })

  it('can be ended from a day on, once', async () => {
    const rule = (await findCommissionRules()).now.find(({ priority }) => priority === 10)
    const end = (from: string) => endCommissionRule({ actor, ruleId: rule?.id ?? '', from })
    await expect(end(today)).rejects.toMatchObject({ key: 'commission.pastDay' })
    await end(addDays(today, 1))
    await expect(end(addDays(today, 1))).rejects.toMatchObject({ key: 'commission.alreadyEnded' })
    await expect(
      endCommissionRule({ actor, ruleId: crypto.randomUUID(), from: addDays(today, 1) }),
    ).rejects.toMatchObject({ status: 404 })
    const { validTo } = await owner.commissionRule.findUniqueOrThrow({ where: { id: rule?.id ?? '' } })
    expect(validTo).toEqual(startOf(addDays(today, 1)))
  })
})

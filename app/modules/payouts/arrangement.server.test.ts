import { beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '~/platform/db/prisma.server'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildGround } from '../../../tests/fixtures/world'
import { findArrangement } from './find-arrangement.server'
import { recordArrangement } from './record-arrangement.server'
import { requireArrangement } from './require-arrangement.server'

beforeAll(buildGround)

describe('the lawful set-up', () => {
  it('is asked for in live mode before sellers’ money moves, and not in the demo', async () => {
    await expect(requireArrangement(prisma, 'live')).rejects.toMatchObject({ key: 'payout.noArrangement' })
    await requireArrangement(prisma, 'demo')
  })

  it('is recorded with evidence; a new record ends the one before and rewrites nothing', async () => {
    const actor = await buildActor({ role: 'admin' })
    const first = {
      arrangement: 'licensed_split',
      evidence: '分账协议 2026-01，档案室',
      dated: '2026-01-05',
    } as const
    await recordArrangement({ actor, ...first })
    await requireArrangement(prisma, 'live')
    await recordArrangement({ actor, ...first, arrangement: 'cooperative_seller', evidence: '合作社章程' })
    expect(await findArrangement()).toMatchObject({ arrangement: 'cooperative_seller', dated: '2026-01-05' })
    const rows = await owner.setting.findMany({
      where: { key: 'payouts.arrangement' },
      orderBy: { validFrom: 'asc' },
    })
    expect(rows).toMatchObject([{ value: first }, { validTo: null }])
    expect(rows[0]?.validTo).toEqual(rows[1]?.validFrom)
    const audits = await owner.auditEvent.findMany({ where: { action: 'payout.arrangement_recorded' } })
    expect(audits.map(({ reason }) => reason)).toEqual(['分账协议 2026-01，档案室', '合作社章程'])
  })

  it('is never of a day to come, and one record at a time', async () => {
    const actor = await buildActor({ role: 'admin' })
    const future = { arrangement: 'direct_transfer', evidence: '协议草案', dated: '2099-01-01' } as const
    await expect(recordArrangement({ actor, ...future })).rejects.toMatchObject({ field: 'dated' })
    const now = { ...future, dated: '2026-02-01' }
    await Promise.all([1, 2, 3, 4].map(() => recordArrangement({ actor, ...now })))
    expect(await owner.setting.count({ where: { key: 'payouts.arrangement', validTo: null } })).toBe(1)
  })
})

import { beforeAll, expect, it } from 'vitest'
import { findLicences } from '~/modules/settings/find-licences.server'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildGround } from '../../../tests/fixtures/world'
import { changeSetting } from './change-setting.server'
import { findShopSettings } from './find-shop-settings.server'

beforeAll(buildGround)

it('a change holds at once, what held before stays with its days, and it is in the audit', async () => {
  const actor = await buildActor({ role: 'admin', region: '62' })
  const key = 'site.licences'
  for (const icp of ['陇ICP备1号', '陇ICP备2号'])
    await changeSetting({
      actor,
      note: '备案换号',
      setting: { key, value: { icp, police: null, licence: null } },
    })
  expect((await findLicences())?.icp).toBe('陇ICP备2号')
  expect((await findShopSettings()).licences.icp).toBe('陇ICP备2号')
  const rows = await owner.setting.findMany({ where: { key }, orderBy: { validFrom: 'asc' } })
  expect(rows.map(({ validTo }) => validTo === null)).toEqual([false, true])
  expect(rows[0]?.validTo).toEqual(rows[1]?.validFrom)
  expect(
    await owner.auditEvent.count({ where: { action: 'setting.changed', actorUserId: actor.userId } }),
  ).toBe(2)
})

it('refuses a code that is no place, and changes nothing', async () => {
  const actor = await buildActor({ role: 'admin', region: '62' })
  const value = { source: '示例', hourlyFen: { '99': 1800 } }
  await expect(
    changeSetting({ actor, note: '照通知', setting: { key: 'wages.minimumHourly', value } }),
  ).rejects.toMatchObject({ key: 'settings.noPlace', field: 'lines', params: { code: '99' } })
  expect(await owner.setting.count({ where: { key: 'wages.minimumHourly' } })).toBe(0)
})

import { expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { dayOf, monthStart } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { passDays } from '../../../tests/fixtures/owner'
import { sell } from '../../../tests/fixtures/shopping'
import {
  buildActor,
  buildGround,
  buildHousehold,
  buildPerson,
  buildPiece,
  buildSeller,
  joinHousehold,
} from '../../../tests/fixtures/world'
import { confirmBelow, confirmReturn } from './confirm-return.server'
import { findReturnRows } from './find-return-rows.server'
import { getReturn } from './get-return.server'

it('opens the households of a city without those of a county that did not report', async () => {
  await buildGround()
  await passDays(32 - Number(dayOf(await appNow()).slice(8)))
  for (const village of ['620123100201', '620121100201']) {
    const { actor, sellerId, person } = await buildSeller({ village })
    const { householdId } = await buildHousehold({ village })
    await joinHousehold({
      personId: person.personId,
      householdId,
      verifiedById: (await buildPerson()).userId,
    })
    const { variantId } = await buildPiece({ sellerId })
    await sell(actor, [{ variantId }])
  }
  const month = monthStart(dayOf(await appNow()))
  await passDays(31)
  const county = await buildActor({ role: 'coordinator', region: '620123' })
  const city = await buildActor({ role: 'coordinator', region: '6201' })
  const confirm = async (actor: Actor, code: string, missing: string[]) => {
    const { seen } = await getReturn({ actor, month, code, locale: 'zh-CN' })
    await confirmReturn({ actor, month, code, missing, seenVersion: 0, seen, reason: '' })
  }
  await confirmBelow({ actor: county, month, code: '620123' })
  await confirm(county, '620123', [])
  const ask = { actor: city, month, of: 'households', after: null, locale: 'zh-CN' } as const
  const rowsOf = async (code: string) => {
    const { rows, sums, reported } = await findReturnRows({ ...ask, code })
    return [rows.length, sums.households, reported]
  }
  expect(await rowsOf('6201')).toEqual([2, 2, null])
  await confirm(city, '6201', ['620121'])
  expect((await getReturn({ actor: city, month, code: '6201', locale: 'zh-CN' })).total.households).toBe(1)
  expect(await rowsOf('6201')).toEqual([1, 1, null])
  expect(await rowsOf('620121')).toEqual([1, 1, null])
})

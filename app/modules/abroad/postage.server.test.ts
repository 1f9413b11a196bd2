import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { findPostageRule } from '~/modules/settings/find-rules.server'
import { addDays, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { buildActor, buildGround } from '../../../tests/fixtures/world'
import { endPostageRate } from './end-postage-rate.server'
import { findAbroadTerms } from './find-abroad-terms.server'
import { findPostage } from './find-postage.server'
import { setInlandPostage } from './set-inland-postage.server'
import { setPostageRate } from './set-postage-rate.server'

let actor: Actor
let zoneId: string
let today: string

beforeAll(async () => {
  await buildGround()
  actor = await buildActor({ role: 'admin' })
  zoneId = (await owner.postageZone.findUniqueOrThrow({ where: { code: 'europe' } })).id
})
beforeEach(async () => {
  today = dayOf(await appNow())
})

const wanted = (over: Partial<Parameters<typeof setPostageRate>[0]> = {}) => ({
  actor,
  zoneId,
  service: 'epacket' as const,
  firstGrams: 100,
  first: 3_200n,
  stepGrams: 100,
  step: 800n,
  mostGrams: 2_000,
  daysFrom: 10,
  daysTo: 20,
  isTracked: true,
  from: addDays(today, 1),
  ...over,
})
const ratesTo = async (country: string) => (await findAbroadTerms(country))?.rates ?? null

describe('postage abroad', () => {
  it('begins by itself on its day, is followed by the next, and ends', async () => {
    await setPostageRate(wanted())
    await setPostageRate(wanted({ first: 3_500n, from: addDays(today, 3) }))
    expect(await ratesTo('DE')).toEqual([])
    expect((await findPostage()).later).toMatchObject([
      { service: 'epacket', firstFen: 3_200, from: addDays(today, 1), until: addDays(today, 2) },
      { firstFen: 3_500, from: addDays(today, 3), until: null },
    ])
    await passDays(1)
    expect(await ratesTo('DE')).toMatchObject([{ firstFen: 3_200n }])
    expect(await ratesTo('JP')).toEqual([])
    expect(await ratesTo('CN')).toBeNull()
    expect(await ratesTo('ZZ')).toBeNull()
    await passDays(2)
    const [now] = (await findPostage()).now
    expect(now).toMatchObject({ firstFen: 3_500 })
    const from = addDays(dayOf(await appNow()), 1)
    await endPostageRate({ actor, rateId: now?.id ?? '', from })
    await expect(endPostageRate({ actor, rateId: now?.id ?? '', from })).rejects.toMatchObject({
      key: 'abroad.alreadyEnded',
    })
    await passDays(1)
    expect(await ratesTo('DE')).toEqual([])
    const deeds = await owner.auditEvent.findMany({
      where: { actorUserId: actor.userId },
      orderBy: { id: 'asc' },
    })
    expect(deeds.map(({ action }) => action)).toEqual([
      'postage.rate_set',
      'postage.rate_set',
      'postage.rate_ended',
    ])
  })

  it('refuses what contradicts itself, what is past, and what comes before a later one', async () => {
    const service = 'ems' as const
    const refused = (over: Parameters<typeof wanted>[0]) => setPostageRate(wanted({ service, ...over }))
    await expect(refused({ from: today })).rejects.toMatchObject({ key: 'abroad.pastDay', field: 'from' })
    await expect(refused({ daysTo: 9 })).rejects.toMatchObject({ key: 'abroad.daysOrder' })
    await expect(refused({ mostGrams: 99 })).rejects.toMatchObject({ key: 'abroad.mostBelowFirst' })
    await expect(refused({ zoneId: crypto.randomUUID() })).rejects.toMatchObject({ status: 404 })
    await refused({ from: addDays(today, 5) })
    await expect(refused({ from: addDays(today, 5) })).rejects.toMatchObject({ key: 'abroad.laterExists' })
  })

  it('lets two administrators take turns', async () => {
    const one = () => setPostageRate(wanted({ service: 'parcel' }))
    const said = await Promise.allSettled([one(), one()])
    expect(said.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await owner.postageRate.count({ where: { service: 'parcel', validTo: null } })).toBe(1)
  })
})

describe('postage inside the mainland', () => {
  it('begins by itself on its day; the rule of before ends there', async () => {
    const from = addDays(today, 1)
    await setInlandPostage({ actor, parcel: 1_200n, freeFrom: null, from })
    await expect(setInlandPostage({ actor, parcel: 1n, freeFrom: null, from })).rejects.toMatchObject({
      key: 'abroad.laterExists',
    })
    expect(await findPostageRule(prisma)).toMatchObject({ parcelFen: 1_000n })
    await passDays(1)
    expect(await findPostageRule(prisma)).toMatchObject({ parcelFen: 1_200n, freeFromFen: null })
  })
})

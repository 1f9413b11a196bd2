import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { findPlacesBelow } from '~/modules/returns/find-place.server'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { owner, passDays } from '../../../tests/fixtures/owner'
import {
  buildActor,
  buildGround,
  buildHousehold,
  buildPiece,
  buildSeller,
  regionId,
} from '../../../tests/fixtures/world'
import { addPlace } from './add-place.server'
import { endPlace } from './end-place.server'
import { findPlaces } from './find-places.server'
import { getPlace } from './get-place.server'
import { indexPlace } from './index-place.server'
import { movePlace } from './move-place.server'
import { renamePlace } from './rename-place.server'

let admin: Actor
let yuzhong: Actor
let yongdeng: Actor
const t = (key: string) => key
const town = '620123100'
const farTown = '620121100'

beforeAll(async () => {
  await buildGround()
  admin = await buildActor({ role: 'admin', region: '62' })
  yuzhong = await buildActor({ role: 'coordinator', region: '620123' })
  yongdeng = await buildActor({ role: 'coordinator', region: '620121' })
})

let village = ''
let moved = ''
let last = 300
beforeEach(async () => {
  last += 1
  village = `${town}${last}`
  moved = `${farTown}${last}`
  await addPlace({
    actor: admin,
    parentCode: town,
    code: village,
    nameZh: '上坪村',
    nameEn: '',
    reason: '文件一号',
  })
})

const move = (actor = admin, given: { to?: string; newCode?: string } = {}) =>
  movePlace({ actor, code: village, to: farTown, newCode: moved, reason: '区划调整文件', ...given })

/** What a coordinator sees of people, households and income in all that is hers. */
const sees = (actor: Actor, ids: { personId: string; householdId: string }) =>
  inScope(actor, async (tx) => ({
    people: await tx.person.count({ where: { id: ids.personId } }),
    households: await tx.household.count({ where: { id: ids.householdId } }),
  }))

describe('a village that moves to another county', () => {
  it('takes its people, household, seller and office along, and the wall goes with it', async () => {
    const seller = await buildSeller({ village })
    const { householdId } = await buildHousehold({ village })
    const office = await buildActor({ role: 'coordinator', region: village })
    const ids = { personId: seller.person.personId, householdId }
    expect(await sees(yuzhong, ids)).toEqual({ people: 1, households: 1 })
    expect(await sees(yongdeng, ids)).toEqual({ people: 0, households: 0 })
    const before = await getPlace({ actor: admin, code: village, move: { to: farTown, code: moved }, t })
    expect(before.plan).toMatchObject({ obstacle: null })
    expect(before.held).toMatchObject({ places: 1, households: 1, sellers: 1, roles: 1 })
    await move()
    expect(await sees(yuzhong, ids)).toEqual({ people: 0, households: 0 })
    expect(await sees(yongdeng, ids)).toEqual({ people: 1, households: 1 })
    const place = await regionId(moved)
    const row = await owner.seller.findUniqueOrThrow({ where: { id: seller.sellerId } })
    expect(row).toMatchObject({ regionId: place, countyId: await regionId('620121') })
    const roles = await owner.userRole.findMany({
      where: { userId: office.userId },
      orderBy: { validFrom: 'asc' },
    })
    expect(roles.map(({ regionId: at, endedById }) => [at, endedById])).toEqual([
      [await regionId(village), admin.userId],
      [place, null],
    ])
    expect(await findPlaces({ q: village, inside: null })).toMatchObject([{ became: { code: moved } }])
    expect(await owner.auditEvent.count({ where: { action: 'place.moved', subjectId: place } })).toBe(1)
  })

  it('leaves reported months where they were, and waits while one is on its way up', async () => {
    await buildHousehold({ village })
    const old = await regionId(village)
    const month = new Date('2026-01-01')
    const zero = { sales: 0, pieces: 0, goodsFen: 0n, earnings: 0, earners: 0, newEarners: 0, households: 0 }
    const rest = { incomeFen: 0n, payouts: 0, payoutsFen: 0n, onboarded: 0 }
    const figures = { ...zero, ...rest }
    const made = await owner.monthlyReturn.create({
      data: {
        month,
        regionId: old,
        version: 1,
        confirmedById: yuzhong.userId,
        ...figures,
        rows: { create: { regionId: old, ...figures } },
      },
    })
    await expect(move()).rejects.toMatchObject({ key: 'places.monthOpen', params: { month: '2026-01' } })
    await owner.monthlyReturn.update({
      where: { id: made.id },
      data: { lockedById: yuzhong.userId, lockedAt: new Date() },
    })
    await move()
    expect(await owner.monthlyReturn.findUniqueOrThrow({ where: { id: made.id } })).toMatchObject({
      regionId: old,
    })
    const above = { id: await regionId(town) }
    const listed = await inScope(yuzhong, (tx) =>
      findPlacesBelow(
        tx,
        { ...above, code: town, level: 'town', nameZh: '', nameEn: null, above: null },
        month,
      ),
    )
    expect(listed.map(({ code }) => code)).toContain(village)
  })

  it('is refused with what is in the way, and then nothing has changed', async () => {
    await buildHousehold({ village })
    const refusals = [
      [{ to: '620121' }, 'places.wrongLevel'],
      [{ to: town }, 'places.liesThere'],
      [{ newCode: `${farTown}2` }, 'places.codeForm'],
      [{ newCode: `${farTown}201` }, 'places.codeTaken'],
      [{ to: '999999999' }, 'errors.notFound'],
    ] as const
    for (const [given, key] of refusals) await expect(move(admin, given)).rejects.toMatchObject({ key })
    const narrow = await buildActor({ role: 'admin', region: '620123' })
    await expect(move(narrow)).rejects.toMatchObject({ key: 'places.notHers' })
    const seen = await Promise.all(
      ['620123', village, '620121', '6201'].map((code) => getPlace({ actor: narrow, code, move: null, t })),
    )
    expect(seen.map(({ isHers }) => isHers)).toEqual([true, true, false, false])
    await expect(
      owner.$queryRaw`SELECT move_region(${await regionId(village)}::uuid, ${await regionId(farTown)}::uuid, ${moved}, ${narrow.userId}::uuid)`,
    ).rejects.toThrow(/administrator of both sides/)
    expect(await findPlaces({ q: moved, inside: null })).toEqual([])
    expect(await findPlaces({ q: village, inside: null })).toMatchObject([{ until: null, became: null }])
  })

  it('is found by its new place once the job has run, its makers without a piece too', async () => {
    const [busy, idle] = [await buildSeller({ village }), await buildSeller({ village })]
    const { productId } = await buildPiece({ sellerId: busy.sellerId })
    const wordsOf = async (id: string) =>
      (
        await owner.$queryRaw<{ words: string }[]>`
          SELECT words::text FROM "SearchEntry" WHERE id = ${id}::uuid`
      )[0]?.words ?? ''
    const found = () => Promise.all([productId, busy.sellerId, idle.sellerId].map(wordsOf))
    await indexPlace({ regionId: await regionId(village) })
    expect((await found()).map((words) => words.includes('永登'))).toEqual([false, false, false])
    await move()
    const there = await regionId(moved)
    expect(
      await owner.$queryRaw`SELECT 1 AS one FROM pgboss.job WHERE name = 'place-search' AND data->>'regionId' = ${there}`,
    ).toHaveLength(1)
    await indexPlace({ regionId: there })
    await indexPlace({ regionId: there })
    const after = await found()
    expect(after.map((words) => [words.includes('永登'), words.includes('榆中')])).toEqual(
      Array.from({ length: 3 }, () => [true, false]),
    )
  })

  it('comes back under its old code as the place that it was, with its people, names and past', async () => {
    const seller = await buildSeller({ village })
    const { householdId } = await buildHousehold({ village })
    const ids = { personId: seller.person.personId, householdId }
    const before = await regionId(village)
    await move()
    await renamePlace({ actor: admin, code: moved, nameZh: '误划村', nameEn: '', reason: '文件' })
    const there = await regionId(moved)
    const back = { actor: admin, code: moved, to: town, newCode: village, reason: '划错了，划回来' }
    const look = await getPlace({ actor: admin, code: moved, move: { to: town, code: village }, t })
    expect(look.plan).toMatchObject({ obstacle: null })
    const both = await Promise.allSettled([movePlace(back), movePlace(back)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await sees(yuzhong, ids)).toEqual({ people: 1, households: 1 })
    expect(await sees(yongdeng, ids)).toEqual({ people: 0, households: 0 })
    expect(await owner.region.findUniqueOrThrow({ where: { id: before } })).toMatchObject({
      ...{ code: village, nameZh: '误划村', validTo: null, replacedById: null },
    })
    expect(await owner.seller.findUniqueOrThrow({ where: { id: seller.sellerId } })).toMatchObject({
      ...{ regionId: before, countyId: await regionId('620123') },
    })
    expect(await findPlaces({ q: moved, inside: null })).toMatchObject([{ became: { code: village } }])
    expect((await findPlaces({ q: village, inside: null }))[0]?.formerNames).toEqual(['上坪村'])
    await move()
    expect(await regionId(moved)).toBe(there)
    expect(await sees(yongdeng, ids)).toEqual({ people: 1, households: 1 })
  })

  it('comes back with every name that it had meanwhile, each until the day on which it ended', async () => {
    const { id } = await owner.region.findUniqueOrThrow({ where: { code: village } })
    const called = (code: string, nameZh: string) =>
      renamePlace({ actor: admin, code, nameZh, nameEn: '', reason: '文件' })
    const today = async () => toDateColumn(dayOf(await appNow()))
    await called(village, '中坪村')
    const first = await today()
    await passDays(1)
    await move()
    await passDays(1)
    await called(moved, '上坪村')
    const second = await today()
    await passDays(1)
    await called(moved, '新坪村')
    const third = await today()
    await passDays(1)
    await movePlace({ actor: admin, code: moved, to: town, newCode: village, reason: '划回来' })
    const names = await owner.regionName.findMany({ where: { regionId: id }, orderBy: { validTo: 'asc' } })
    expect(names.map(({ name, validTo }) => [name, validTo])).toEqual([
      ['上坪村', first],
      ['中坪村', second],
      ['上坪村', third],
    ])
    await passDays(1)
    await move()
    expect(await owner.regionName.count({ where: { region: { code: moved } } })).toBe(3)
  })

  it('takes no code that another place had', async () => {
    await move()
    const other = `${town}${last + 500}`
    await addPlace({
      ...{ actor: admin, parentCode: town, code: other, nameZh: '别的村', nameEn: '', reason: '文件' },
    })
    await movePlace({
      actor: admin,
      code: other,
      to: farTown,
      newCode: `${farTown}${last + 500}`,
      reason: '文件',
    })
    const wrong = {
      actor: admin,
      code: `${farTown}${last + 500}`,
      to: town,
      newCode: village,
      reason: '文件',
    }
    await expect(movePlace(wrong)).rejects.toMatchObject({ key: 'places.codeTaken' })
  })

  it('pressed twice at once goes once', async () => {
    await buildHousehold({ village })
    const results = await Promise.allSettled([move(), move()])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('names and ends', () => {
  it('a former name stays and finds the place', async () => {
    const nameZh = `新坪村${village.slice(-3)}`
    await renamePlace({ actor: admin, code: village, nameZh, nameEn: 'Xinping', reason: '文件二号' })
    expect(await findPlaces({ q: nameZh, inside: null })).toMatchObject([
      { code: village, formerNames: ['上坪村'] },
    ])
    const former = await findPlaces({ q: '上坪村', inside: null })
    expect(former.map(({ code }) => code)).toContain(village)
  })

  it('a place ends when nobody is left in it', async () => {
    await buildHousehold({ village })
    const end = () => endPlace({ actor: admin, code: village, reason: '文件三号' })
    await expect(end()).rejects.toMatchObject({ key: 'places.notEmpty' })
    await owner.household.updateMany({
      where: { region: { code: village } },
      data: { regionId: await regionId(`${town}201`) },
    })
    await owner.person.updateMany({
      where: { region: { code: village } },
      data: { regionId: await regionId(`${town}201`) },
    })
    await end()
    await expect(end()).rejects.toMatchObject({ key: 'places.hasEnded' })
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { dayOf } from '~/platform/calendar'
import { prisma } from '~/platform/db/prisma.server'
import { owner, passDays } from '../../../tests/fixtures/owner'
import {
  buildActor,
  buildGround,
  buildHousehold,
  buildPerson,
  buildSeller,
  regionId,
} from '../../../tests/fixtures/world'
import { auditPage, findAudit } from './find-audit.server'
import { findAuditPlaces } from './find-audit-places.server'
import { AuditSearch } from './schema'

let yuzhong: Actor
let yongdeng: Actor
let city: Actor
let admin: Actor
let here = ''
let there = ''

const open = (actor: Actor, householdId: string) =>
  prisma.$transaction((tx) =>
    recordAudit(tx, {
      actor,
      action: 'household.opened',
      subject: { type: 'Household', id: householdId },
      reason: '看收入',
    }),
  )
const find = async (actor: Actor, query: Record<string, string> = {}) =>
  (await findAudit({ actor, filter: AuditSearch.parse(query) })).rows
const what = (rows: Awaited<ReturnType<typeof find>>) => rows.map(({ subject }) => subject.id)

beforeAll(async () => {
  await buildGround()
  const named = async (name: string, region?: string) => {
    const person = await buildPerson({ village: null, name })
    return buildActor({ role: region ? 'coordinator' : 'admin', person, ...(region ? { region } : {}) })
  }
  yuzhong = await named('陈联络', '620123')
  yongdeng = await named('魏联络', '620121')
  city = await named('康联络', '6201')
  admin = await named('管理')
  here = (await buildHousehold()).householdId
  there = (await buildHousehold({ village: '620121100201' })).householdId
  await open(yuzhong, here)
  await open(yongdeng, there)
  await open(city, there)
})

describe('the record of access', () => {
  it('is read within walls: a county hers, whoever acted there, the city and the administration all', async () => {
    expect(what(await find(yuzhong))).toEqual([here])
    expect(what(await find(yongdeng))).toEqual([there, there])
    expect(what(await find(city))).toEqual([there, there, here])
    expect(what(await find(admin))).toEqual([there, there, here])
    const [byCity] = await find(yongdeng)
    expect(byCity).toMatchObject({
      who: '康联络',
      role: 'coordinator',
      action: 'household.opened',
      reason: '看收入',
      place: { zh: '永登县 · 城关镇 · 上村' },
    })
  })

  it('names the household to whoever may see it, and to nobody else', async () => {
    const { code } = await owner.household.findUniqueOrThrow({ where: { id: here } })
    expect((await find(yuzhong))[0]?.subject).toEqual({ type: 'Household', id: here, name: code })
    expect((await find(admin, { about: here }))[0]?.subject.name).toBe(here.slice(-8))
  })

  it('is searched by person, act, day and place', async () => {
    expect(what(await find(city, { who: '联络' }))).toHaveLength(3)
    expect(what(await find(city, { who: '陈' }))).toEqual([here])
    expect(what(await find(city, { who: '没有' }))).toEqual([])
    expect(what(await find(city, { act: 'households', about: there }))).toHaveLength(2)
    expect(what(await find(city, { act: 'payouts' }))).toEqual([])
    expect(what(await find(city, { place: await regionId('620123100') }))).toEqual([here])
    expect(what(await find(yuzhong, { place: await regionId('620121') }))).toEqual([])
    const today = dayOf(new Date())
    expect(what(await find(city, { from: today, to: today }))).toHaveLength(3)
    expect(what(await find(city, { to: '2026-01-01' }))).toEqual([])
    await passDays(40)
    await open(yuzhong, here)
    expect(what(await find(city, { to: today }))).toHaveLength(3)
    expect(what(await find(city, { from: dayOf(new Date(Date.now() + 86_400_000)) }))).toEqual([here])
  })

  it('says for whom somebody acted, and what the maker did herself stands in her county', async () => {
    const { actor, person, sellerId } = await buildSeller()
    const broker = await buildActor({
      role: 'broker',
      person: await buildPerson({ village: null, name: '经纪' }),
    })
    await prisma.$transaction((tx) =>
      recordAudit(tx, {
        actor: broker,
        onBehalfOfId: person.personId,
        action: 'seller.opened',
        subject: { type: 'Seller', id: sellerId },
      }),
    )
    await prisma.$transaction((tx) =>
      recordAudit(tx, { actor, action: 'card.closed', subject: { type: 'BankAccount', id: 'x' } }),
    )
    expect(await find(yuzhong, { act: 'sellers' })).toMatchObject([
      { role: 'artisan', who: '示例', onBehalfOf: null },
      { role: 'broker', who: '经纪', onBehalfOf: '示例' },
    ])
    expect(await find(yongdeng, { act: 'sellers' })).toEqual([])
    expect((await find(admin, { act: 'sellers' }))[1]).toMatchObject({ onBehalfOf: '' })
  })

  it('goes back page by page without losing or repeating one', async () => {
    for (let times = 0; times < auditPage + 5; times += 1) await open(yongdeng, there)
    const first = await findAudit({ actor: yongdeng, filter: AuditSearch.parse({}) })
    expect(first.rows).toHaveLength(auditPage)
    const second = await findAudit({ actor: yongdeng, filter: AuditSearch.parse({ before: first.next }) })
    expect(second.next).toBeNull()
    const ids = [...first.rows, ...second.rows].map(({ id }) => id)
    expect(new Set(ids).size).toBe(auditPage + 7)
  })

  it('is narrowed by the places directly below', async () => {
    expect((await findAuditPlaces({ actor: city })).map(({ zh }) => zh)).toEqual(['永登县', '榆中县'])
    expect((await findAuditPlaces({ actor: yuzhong })).map(({ zh }) => zh)).toEqual(['城关镇'])
    expect((await findAuditPlaces({ actor: admin })).map(({ zh }) => zh)).toEqual(['永登县', '榆中县'])
  })
})

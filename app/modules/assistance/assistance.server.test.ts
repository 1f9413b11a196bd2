import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, buildHousehold } from '../../../tests/fixtures/world'
import { crossOutAssistance } from './cross-out-assistance.server'
import { enterAssistance } from './enter-assistance.server'
import { findAssistance } from './find-assistance.server'
import { importAssistance } from './import-assistance.server'

let county: Actor
let other: Actor
let householdId: string
let code: string
let day: string

beforeAll(async () => {
  await buildGround()
  county = await buildActor({ role: 'coordinator', region: '620123' })
  other = await buildActor({ role: 'coordinator', region: '620121' })
  householdId = (await buildHousehold()).householdId
  code = (await owner.household.findUniqueOrThrow({ where: { id: householdId } })).code
  day = dayOf(await appNow())
})

const paper = (document: string) => ({
  kind: 'subsidy',
  amount: 60_000n,
  receivedOn: day,
  document,
})
const look = (actor = county) => findAssistance({ actor, householdId, locale: 'zh-CN' })
const list = (...rows: string[]) =>
  new TextEncoder().encode(['帮扶名单', '户编号,种类,金额（元）,日期,凭证号', ...rows].join('\r\n'))

it('is entered once from a paper, seen in her county alone, and crossed out once with a reason', async () => {
  await enterAssistance({ actor: county, householdId, ...paper('榆民字 1 号') })
  const twice = await Promise.allSettled(
    Array.from({ length: 5 }, () => enterAssistance({ actor: county, householdId, ...paper('榆民字 1 号') })),
  )
  expect(twice.every(({ status }) => status === 'rejected')).toBe(true)
  const [row] = (await look()).rows
  expect(row).toMatchObject({ kind: '补贴', amountFen: 60_000, document: '榆民字 1 号', crossedOutWhy: null })
  expect((await look(other)).rows).toEqual([])
  expect(await prisma.householdAssistance.count()).toBe(0)
  await expect(enterAssistance({ actor: other, householdId, ...paper('榆民字 2 号') })).rejects.toMatchObject(
    { status: 404 },
  )
  const crossing = { householdId, assistanceId: row?.id ?? '', why: '录错了户' }
  await expect(crossOutAssistance({ actor: other, ...crossing })).rejects.toMatchObject({ status: 404 })
  await crossOutAssistance({ actor: county, ...crossing })
  await expect(crossOutAssistance({ actor: county, ...crossing })).rejects.toMatchObject({ status: 409 })
  expect(await look()).toMatchObject({ totalFen: 0, rows: [{ crossedOutWhy: '录错了户' }] })
  await enterAssistance({ actor: county, householdId, ...paper('榆民字 1 号') })
})

it('is never of a day to come or of a kind that is none, not changed and not removed, by the database either', async () => {
  await expect(
    enterAssistance({ actor: county, householdId, ...paper('榆民字 3 号'), receivedOn: '2999-01-01' }),
  ).rejects.toMatchObject({ field: 'receivedOn' })
  await expect(
    enterAssistance({ actor: county, householdId, ...paper('榆民字 3 号'), kind: 'wages' }),
  ).rejects.toMatchObject({ field: 'kind' })
  const { id, termId } = await owner.householdAssistance.findFirstOrThrow({ where: { crossedOutAt: null } })
  await expect(
    inScope(county, (tx) => tx.householdAssistance.update({ where: { id }, data: { amountFen: 1n } })),
  ).rejects.toThrow(/stays as it was entered/)
  await expect(owner.householdAssistance.delete({ where: { id } })).rejects.toThrow(/history/)
  const data = { householdId, termId, amountFen: 1n, document: '未来', enteredById: county.userId }
  await expect(
    owner.householdAssistance.create({ data: { ...data, receivedOn: new Date('2999-01-01') } }),
  ).rejects.toThrow(/to come/)
  const status = await owner.codeTerm.findFirstOrThrow({ where: { list: { not: 'assistance_kind' } } })
  await expect(
    owner.householdAssistance.create({ data: { ...data, termId: status.id, receivedOn: new Date(day) } }),
  ).rejects.toThrow(/no kind/)
})

it('comes in as a list, whole or not at all, each fault with its row', async () => {
  const before = (await look()).rows.length
  const bad = list(
    `${code},补贴,600,${day},乡字 1`,
    `H-NONE,补贴,600,${day},乡字 2`,
    `${code},工资,600,${day},乡字 3`,
    `${code},补贴,-5,${day},乡字 4`,
    `${code},补贴,600,2999-01-01,乡字 5`,
    `${code},补贴,600,${day},乡字 1`,
  )
  const { count, faults } = await importAssistance({ actor: county, bytes: bad })
  expect(count).toBe(0)
  expect(faults.map(({ row, key }) => [row, key])).toEqual([
    [4, 'assistance.rowHousehold'],
    [5, 'assistance.rowKind'],
    [6, 'assistance.rowAmount'],
    [7, 'assistance.rowDay'],
    [8, 'assistance.rowTwice'],
  ])
  expect((await look()).rows).toHaveLength(before)
  const good = list(
    `${code},走访慰问物资,"1,200.50",${day.replaceAll('-', '/')},乡字 8`,
    `${code},贷款贴息,80,${day},乡字 9`,
  )
  expect(await importAssistance({ actor: county, bytes: good })).toEqual({ count: 2, faults: [] })
  await expect(importAssistance({ actor: county, bytes: good })).rejects.toMatchObject({
    key: 'assistance.listKnown',
  })
  expect((await look()).rows).toHaveLength(before + 2)
  expect((await importAssistance({ actor: other, bytes: good })).faults).toHaveLength(2)
  const endless = Array.from({ length: 50_000 }, (_, at) => `${code},补贴,1,${day},长字 ${at}`)
  await expect(importAssistance({ actor: county, bytes: list(...endless) })).rejects.toMatchObject({
    key: 'assistance.tooLong',
    field: 'file',
  })
  await expect(
    importAssistance({ actor: county, bytes: new TextEncoder().encode('a,b\n1,2') }),
  ).rejects.toMatchObject({ field: 'file' })
})

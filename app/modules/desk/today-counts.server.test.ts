import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { takeWork } from '~/modules/claims/claim-work.server'
import { type Listed, perPage } from '~/modules/claims/queue-page'
import { checkManyRenewals } from '~/modules/records/check-many-renewals.server'
import { findCorrections } from '~/modules/records/find-corrections.server'
import { findVerifications } from '~/modules/records/find-verifications.server'
import { addDays, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { order, pay } from '../../../tests/fixtures/shopping'
import {
  buildActor,
  buildCart,
  buildGround,
  buildPerson,
  buildPiece,
  buildSeller,
} from '../../../tests/fixtures/world'
import { findToday, type Today } from './find-today.server'

/** A month's end: more of a kind than its list shows. */
const parcels = 52
const mandates = 23
const others = 104

let chen: Actor

beforeAll(async () => {
  await buildGround()
  chen = await buildActor({ role: 'coordinator', region: '620123' })
  const { sellerId } = await buildSeller()
  const piece = await buildPiece({ sellerId, stock: parcels })
  for (let at = 0; at < parcels; at += 1) await pay((await order(await buildCart([piece]))).orderId)
  await passDays(40)
  const agent = await buildActor({ role: 'buyer' })
  const today = dayOf(await appNow())
  for (let at = 0; at < mandates; at += 1) {
    const maker = await buildSeller()
    await owner.mandate.create({
      data: {
        sellerId: maker.sellerId,
        agentPersonId: agent.personId,
        agentKind: 'family',
        scope: ['list'],
        capBps: 0,
        validFrom: new Date(today),
        validTo: new Date(addDays(today, 100)),
        signedByAgentAt: new Date(),
      },
    })
  }
  const { regionId, countyId } = await owner.seller.findUniqueOrThrow({ where: { id: sellerId } })
  const verifiedUntil = new Date(addDays(today, 5))
  await owner.seller.createMany({
    data: Array.from({ length: others }, (_, at) => ({
      ...{ kind: 'individual' as const, status: 'active' as const, regionId, countyId, verifiedUntil },
      ...{ slug: `due-${at}`, nameZh: `示例${at}`, nameEn: `Sample ${at}`, sealText: '示例' },
    })),
  })
  const { personId } = await buildPerson({ village: '620123100201', name: '马示例' })
  await owner.correctionRequest.createMany({
    data: Array.from({ length: others }, (_, at) => ({
      personId,
      field: 'other' as const,
      words: `改${at}`,
    })),
  })
}, 120_000)

it('today counts all that is late, due or waiting, however many are listed', async () => {
  const today = await findToday({ actors: [chen], locale: 'zh-CN' })
  expect(today?.region).toMatchObject({ lateCount: parcels, people: { consentCount: mandates } })
  expect(today?.region?.people).toMatchObject({ verificationCount: others, correctionCount: others })
  expect(today).toMatchObject({ page: 1, pages: 2, isCut: true })
  expect(late(today)).toHaveLength(perPage)
  expect(late(today)[0]?.where).toContain('榆中县')
  expect(today?.region?.people.consents).toHaveLength(mandates)
})

it('what has no place of its own goes on on the next page of today, and nothing else stands there', async () => {
  const [first, second, far] = await Promise.all(
    [1, 2, 9].map((page) => findToday({ actors: [chen], locale: 'zh-CN', page })),
  )
  expect(new Set([...late(first), ...late(second)].map(({ key }) => key)).size).toBe(parcels)
  expect(second).toMatchObject({ page: 2, pages: 2, region: { lateCount: parcels, reviews: [] } })
  expect(second?.rows).toHaveLength(parcels - perPage)
  expect(second?.region?.people).toMatchObject({ verifications: [], corrections: [], consents: [] })
  expect(far).toEqual(second)
})

it('a queue says how many it is of and goes on, page by page, to the last', async () => {
  const pages = (find: (page: number) => Promise<Listed<unknown>>) => Promise.all([1, 2, 3, 4].map(find))
  for (const find of [
    (page: number) => findVerifications({ actor: chen, page }),
    (page: number) => findCorrections({ actor: chen, page }),
  ]) {
    const found = await pages(find)
    expect(found.map(({ page, total, rows }) => [page, total, rows.length])).toEqual([
      [1, others, perPage],
      [2, others, perPage],
      [3, others, others - 2 * perPage],
      [3, others, others - 2 * perPage],
    ])
    expect(
      new Set(found.slice(0, 3).flatMap(({ rows }) => rows.map((row) => JSON.stringify(row)))).size,
    ).toBe(others)
  }
})

it('whoever has confirmed her record comes first, before a hundred whose day is nearer', async () => {
  const { userId } = await buildActor({ role: 'buyer' })
  const { id: sellerId } = await owner.seller.findFirstOrThrow({
    where: { slug: { startsWith: 'due-' } },
    orderBy: [{ verifiedUntil: 'desc' }, { id: 'desc' }],
  })
  await owner.sellerRenewal.create({ data: { sellerId, confirmedById: userId } })
  const { rows, total } = await findVerifications({ actor: chen })
  expect(rows[0]?.sellerId).toBe(sellerId)
  expect(total).toBe(others)
  expect((await findVerifications({ actor: chen, age: 'urgent' })).total).toBe(others - 1)
})

it('what owners have confirmed is checked together; what a colleague is on is told beside the others', async () => {
  const li = await buildActor({ role: 'coordinator', region: '620123' })
  const sellers = await owner.seller.findMany({ where: { slug: { in: ['due-1', 'due-2', 'due-3'] } } })
  const renewalIds: string[] = []
  for (const { id } of sellers) {
    const { userId } = await buildActor({ role: 'buyer' })
    const made = await owner.sellerRenewal.create({ data: { sellerId: id, confirmedById: userId } })
    renewalIds.push(made.id)
  }
  const [free, held, other] = renewalIds
  await takeWork({ actor: li, queue: 'renewal', subjectId: sellers[1]?.id ?? '' })
  const elsewhere = await buildActor({ role: 'coordinator', region: '620121' })
  expect(await checkManyRenewals({ actor: elsewhere, renewalIds, locale: 'zh-CN' })).toEqual([])
  const results = await checkManyRenewals({ actor: chen, renewalIds, locale: 'zh-CN' })
  expect(results.map(({ renewalId, shop, isDone }) => [renewalId, shop, isDone])).toEqual([
    [free, sellers[0]?.nameZh, true],
    [held, sellers[1]?.nameZh, false],
    [other, sellers[2]?.nameZh, true],
  ])
  expect(await owner.sellerRenewal.count({ where: { id: { in: renewalIds }, checkedAt: null } })).toBe(1)
})

function late(today: Today | null | undefined) {
  return (today?.rows ?? []).filter(({ hands }) => hands?.queue === 'parcel')
}

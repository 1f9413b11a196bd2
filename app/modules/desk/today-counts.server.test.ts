import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
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
import { findToday } from './find-today.server'

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
  expect(today?.rows.filter(({ hands }) => hands?.queue === 'parcel')).toHaveLength(50)
  expect(today?.region?.people.consents).toHaveLength(10)
})

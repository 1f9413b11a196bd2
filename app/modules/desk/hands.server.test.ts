import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { takeWork } from '~/modules/claims/claim-work.server'
import { perPage } from '~/modules/claims/queue-page'
import type { WorkFilter } from '~/modules/claims/work-filter'
import { confirmProof, refuseProof } from '~/modules/mandates/decide-proof.server'
import { handInProof } from '~/modules/mandates/hand-in-proof.server'
import { openProof } from '~/modules/mandates/open-proof.server'
import { proposeMandate } from '~/modules/mandates/propose-mandate.server'
import { shipSellerOrder } from '~/modules/orders/ship-seller-order.server'
import { approveBatch } from '~/modules/payouts/approve-batch.server'
import { answerCorrection } from '~/modules/records/answer-correction.server'
import { checkRenewal } from '~/modules/records/check-renewal.server'
import { confirmRecord } from '~/modules/records/confirm-record.server'
import { findCorrections } from '~/modules/records/find-corrections.server'
import { findVerifications } from '~/modules/records/find-verifications.server'
import { addDays, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { answerBatch, book, linesOf, preparedBatch } from '../../../tests/fixtures/payouts'
import { order, pay } from '../../../tests/fixtures/shopping'
import { webmBytes } from '../../../tests/fixtures/voices'
import {
  buildActor,
  buildBankAccount,
  buildCart,
  buildGround,
  buildPerson,
  buildPiece,
  buildSeller,
} from '../../../tests/fixtures/world'
import { findToday } from './find-today.server'

let chen: Actor
let li: Actor
let elsewhere: Actor
let ma: Actor
let bai: Actor

beforeAll(async () => {
  await buildGround()
  const sit = async (role: 'finance' | 'coordinator', name: string, region?: string) =>
    buildActor({ role, region, person: await buildPerson({ village: null, name }) })
  ma = await sit('finance', '马会计（示例）')
  bai = await sit('finance', '白出纳（示例）')
  chen = await sit('coordinator', '陈国芳（示例）', '620123')
  li = await sit('coordinator', '李玉琴（示例）', '620123')
  elsewhere = await sit('coordinator', '魏兰（示例）', '620121')
})

const held = (name: string) => ({ key: 'claims.held', status: 409, params: { name } })
const claimed = (subjectId: string) => owner.workClaim.count({ where: { subjectId } })
const rowOf = async (actor: Actor, key: string) =>
  (await findToday({ actors: [actor], locale: 'zh-CN' }))?.rows.find((row) => row.key === key)
const byChen = expect.objectContaining({ name: '陈国芳（示例）', isMine: false })

describe('who is on it', () => {
  it('is said of a late parcel, until its maker sends it', async () => {
    const { sellerId, actor } = await buildSeller()
    const { orderId } = await order(await buildCart([await buildPiece({ sellerId })]))
    await pay(orderId)
    const { id } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
    const work = { queue: 'parcel', subjectId: id } as const
    await expect(takeWork({ actor: chen, ...work })).rejects.toMatchObject({ key: 'claims.doneAlready' })
    await passDays(40)
    await expect(takeWork({ actor: elsewhere, ...work })).rejects.toMatchObject({ status: 404 })
    await expect(takeWork({ actor: ma, ...work })).rejects.toMatchObject({ status: 404 })
    await takeWork({ actor: chen, ...work })
    await expect(takeWork({ actor: li, ...work })).rejects.toMatchObject(held('陈国芳（示例）'))
    expect(await rowOf(li, id)).toMatchObject({
      matter: '超时未寄',
      claim: byChen,
      hands: { queue: 'parcel' },
    })
    expect((await rowOf(chen, id))?.hands?.colleagues).toContainEqual({
      userId: li.userId,
      name: '李玉琴（示例）',
    })
    await shipSellerOrder({ actor, sellerOrderId: id, carrier: 'ems', trackingNumber: 'EM00000001' })
    expect(await claimed(id)).toBe(0)
    await expect(takeWork({ actor: li, ...work })).rejects.toMatchObject({ key: 'claims.doneAlready' })
  })

  it('is said of a payment that came back, until the next one goes out', async () => {
    const { sellerId, person, actor } = await buildSeller()
    await buildBankAccount({ sellerId, key: person.key })
    await book({ sellerId }, 'payable', 40_000n)
    const { batchId } = await preparedBatch(ma)
    await approveBatch({ actor: bai, batchId })
    await answerBatch(bai, batchId, { 1: '账户已销户' })
    const [line] = await linesOf(batchId)
    const subjectId = line?.id ?? ''
    const work = { queue: 'payout', subjectId } as const
    for (const nobody of [chen, actor])
      await expect(takeWork({ actor: nobody, ...work })).rejects.toMatchObject({ status: 404 })
    await takeWork({ actor: ma, ...work })
    expect(await rowOf(bai, subjectId)).toMatchObject({
      matter: '退回的结算',
      claim: { name: '马会计（示例）', isMine: false },
      hands: { queue: 'payout' },
    })
    await expect(takeWork({ actor: bai, ...work })).rejects.toMatchObject(held('马会计（示例）'))
    await preparedBatch(bai)
    expect(await claimed(subjectId)).toBe(0)
    await expect(takeWork({ actor: bai, ...work })).rejects.toMatchObject({ key: 'claims.doneAlready' })
  })

  it('is said of a consent that waits to be confirmed: who is on it decides, and neither of the two takes it', async () => {
    const { slug, actor } = await buildSeller()
    const agent = await buildActor({ role: 'coordinator', region: '620123' })
    const today = dayOf(await appNow())
    const terms = { shop: slug, agentKind: 'coordinator' as const, scope: ['list' as const], capPercent: 0 }
    const mandateId = await proposeMandate({
      actor: agent,
      terms: { ...terms, firstDay: today, lastDay: addDays(today, 90) },
    })
    await handInProof({
      actor: agent,
      mandateId,
      proof: { means: 'voice', seconds: 20, bytes: webmBytes(1) },
    })
    const { id: proofId } = await owner.mandateProof.findFirstOrThrow({ where: { mandateId } })
    const work = { queue: 'proof', subjectId: proofId } as const
    const herself = await buildActor({ role: 'coordinator', region: '620123', person: actor })
    for (const nobody of [elsewhere, agent, herself])
      await expect(takeWork({ actor: nobody, ...work })).rejects.toMatchObject({ status: 404 })
    await takeWork({ actor: chen, ...work })
    expect(await rowOf(li, proofId)).toMatchObject({ claim: byChen })
    await openProof({ actor: li, proofId, reason: '核对她的同意' })
    await expect(confirmProof({ actor: li, proofId })).rejects.toMatchObject(held('陈国芳（示例）'))
    await expect(refuseProof({ actor: li, proofId, refusal: '听不清' })).rejects.toMatchObject(
      held('陈国芳（示例）'),
    )
    await expect(
      inScope(li, (tx) =>
        tx.mandateProof.update({
          where: { id: proofId },
          data: { decidedById: li.userId, decidedAt: new Date() },
          select: { id: true },
        }),
      ),
    ).rejects.toThrow(/somebody else is on it/)
    await openProof({ actor: chen, proofId, reason: '核对她的同意' })
    await confirmProof({ actor: chen, proofId })
    expect(await claimed(proofId)).toBe(0)
    await expect(takeWork({ actor: li, ...work })).rejects.toMatchObject({ key: 'claims.doneAlready' })
  })

  it('is said of a verification that ends soon: who is on it checks it', async () => {
    const { sellerId, actor } = await buildSeller()
    const work = { queue: 'renewal', subjectId: sellerId } as const
    await expect(takeWork({ actor: chen, ...work })).rejects.toMatchObject({ key: 'claims.doneAlready' })
    const verifiedUntil = new Date((await appNow()).getTime() + 5 * 24 * 60 * 60 * 1000)
    await owner.seller.update({ where: { id: sellerId }, data: { verifiedUntil } })
    const herself = await buildActor({ role: 'coordinator', region: '620123', person: actor })
    for (const nobody of [elsewhere, herself])
      await expect(takeWork({ actor: nobody, ...work })).rejects.toMatchObject({ status: 404 })
    await takeWork({ actor: chen, ...work })
    const today = await findToday({ actors: [li], locale: 'zh-CN' })
    expect(today?.region?.people.verifications).toContainEqual(
      expect.objectContaining({ sellerId, ageDays: 25, claim: byChen }),
    )
    await confirmRecord({ actor, sellerId })
    const { id: renewalId } = await owner.sellerRenewal.findFirstOrThrow({ where: { sellerId } })
    await expect(checkRenewal({ actor: li, renewalId })).rejects.toMatchObject(held('陈国芳（示例）'))
    const data = { checkedById: li.userId, checkedAt: new Date(), until: new Date('2036-01-01') }
    await expect(
      inScope(li, (tx) => tx.sellerRenewal.update({ where: { id: renewalId }, data, select: { id: true } })),
    ).rejects.toThrow(/somebody else is on it/)
    await checkRenewal({ actor: chen, renewalId })
    expect(await claimed(sellerId)).toBe(0)
    await expect(takeWork({ actor: li, ...work })).rejects.toMatchObject({ key: 'claims.doneAlready' })
  })

  it('is said of a request for correction: who is on it answers it, and nobody takes her own', async () => {
    const { person, actor } = await buildSeller()
    const { personId } = person
    const { id } = await owner.correctionRequest.create({
      data: { personId, field: 'other', words: '户籍写错了' },
    })
    const work = { queue: 'correction', subjectId: id } as const
    const herself = await buildActor({ role: 'coordinator', region: '620123', person: actor })
    for (const nobody of [elsewhere, herself, ma])
      await expect(takeWork({ actor: nobody, ...work })).rejects.toMatchObject({ status: 404 })
    const idsOf = async (actor: Actor, whose: WorkFilter['whose']) =>
      (await findCorrections({ actor, whose })).rows.map((one) => one.id)
    expect(await idsOf(chen, 'nobody')).toContain(id)
    await takeWork({ actor: chen, ...work })
    expect(await idsOf(chen, 'nobody')).not.toContain(id)
    expect(await idsOf(chen, 'mine')).toEqual([id])
    const today = await findToday({ actors: [li], locale: 'zh-CN' })
    expect(today?.region?.people.corrections).toContainEqual(expect.objectContaining({ id, claim: byChen }))
    const answer = (who: Actor) =>
      answerCorrection({ actor: who, requestId: id, isCorrected: true, answer: '看过户口簿，改好了。' })
    await expect(answer(li)).rejects.toMatchObject(held('陈国芳（示例）'))
    const data = { isCorrected: true, answer: '好', answeredById: li.userId, answeredAt: new Date() }
    await expect(
      inScope(li, (tx) => tx.correctionRequest.update({ where: { id }, data, select: { id: true } })),
    ).rejects.toThrow(/somebody else is on it/)
    await answer(chen)
    expect(await claimed(id)).toBe(0)
    await expect(takeWork({ actor: li, ...work })).rejects.toMatchObject({ key: 'claims.doneAlready' })
  })

  it('leads to her own work also where a hundred older pieces wait', async () => {
    const until = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)
    for (let at = 0; at < 100; at += 1) {
      const { sellerId } = await buildSeller()
      await owner.seller.update({ where: { id: sellerId }, data: { verifiedUntil: until(-400) } })
    }
    const { sellerId } = await buildSeller()
    const verifiedUntil = new Date((await appNow()).getTime() + 20 * 24 * 60 * 60 * 1000)
    await owner.seller.update({ where: { id: sellerId }, data: { verifiedUntil } })
    await takeWork({ actor: chen, queue: 'renewal', subjectId: sellerId })
    const idsOf = async (actor: Actor, whose: WorkFilter['whose']) =>
      (await findVerifications({ actor, whose })).rows.map((one) => one.sellerId)
    expect(await idsOf(chen, 'all')).not.toContain(sellerId)
    expect(await idsOf(chen, 'mine')).toEqual([sellerId])
    expect(await idsOf(li, 'mine')).toEqual([])
    const free = await idsOf(li, 'nobody')
    expect(free).toHaveLength(perPage)
    expect(free).not.toContain(sellerId)
  })
})

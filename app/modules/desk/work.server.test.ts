import { beforeAll, describe, expect, it } from 'vitest'
import { markSentByBank, resendByBank } from '~/modules/aftersales/refund-by-bank.server'
import { refundParcel } from '~/modules/aftersales/refund-parcel.server'
import type { Actor } from '~/modules/auth/actor'
import { giveWork, takeWork } from '~/modules/claims/claim-work.server'
import { findWork } from '~/modules/claims/find-work.server'
import { releaseClaim } from '~/modules/claims/release-claim.server'
import type { WorkFilter } from '~/modules/claims/work-filter'
import { keepTexts } from '~/modules/disputes/keep-evidence.server'
import { decideFlag } from '~/modules/flags/decide-flag.server'
import { leaveOutMany } from '~/modules/flags/leave-out-many.server'
import { endLink } from '~/modules/households/end-link.server'
import { linkHousehold } from '~/modules/households/link-household.server'
import { verifyLink } from '~/modules/households/verify-link.server'
import { answerReport, closeReport, takeReport } from '~/modules/reports/change-report.server'
import { createReport } from '~/modules/reports/create-report.server'
import { ReportForm } from '~/modules/reports/schema'
import { findDeskSellers } from '~/modules/sellers/find-desk-sellers.server'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { translator } from '~/platform/i18n/translate'
import { owner, passSeconds } from '../../../tests/fixtures/owner'
import { order, pay } from '../../../tests/fixtures/shopping'
import {
  buildActor,
  buildCart,
  buildGround,
  buildHousehold,
  buildPerson,
  buildPiece,
  buildSeller,
} from '../../../tests/fixtures/world'
import { findToday } from './find-today.server'

let ma: Actor
let bai: Actor
let chen: Actor
let li: Actor
let elsewhere: Actor

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

async function sold() {
  const { sellerId } = await buildSeller()
  const { orderId } = await order(await buildCart([await buildPiece({ sellerId })]))
  const paymentId = await pay(orderId)
  const { id: sellerOrderId } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
  return { sellerOrderId, paymentId }
}

/** Nine yuan of postage that go back by hand. */
async function buildRefund(): Promise<string> {
  const { sellerOrderId } = await sold()
  await refundParcel(ma, sellerOrderId, {
    lines: [],
    postage: 900n,
    bearer: 'seller',
    byBank: false,
    reason: '寄错了',
  })
  const { id } = await owner.refund.findFirstOrThrow({ where: { lines: { some: { sellerOrderId } } } })
  await owner.refund.update({ where: { id }, data: { route: 'bank' } })
  return id
}

async function buildFlag(): Promise<string> {
  const { sellerOrderId } = await sold()
  await owner.orderFlag.create({ data: { sellerOrderId, signs: ['address'] } })
  return sellerOrderId
}

let addresses = 0
async function buildReport(): Promise<string> {
  const { slug } = await buildPiece({ sellerId: (await buildSeller()).sellerId })
  const form = ReportForm.parse({
    kind: 'copied_design',
    product: slug,
    words: '照我的画的。',
    contact: 'lin@example.org',
    name: '林画师',
    ownWork: '2019 年的稿子。',
    declares: 'yes',
  })
  addresses += 1
  const { number } = await createReport({
    form,
    files: [],
    userId: null,
    locale: 'zh-CN',
    address: `10.7.0.${addresses}`,
  })
  return (await owner.report.findUniqueOrThrow({ where: { number } })).id
}

async function buildDispute(): Promise<string> {
  const { paymentId } = await sold()
  const { id } = await owner.dispute.create({
    data: {
      paymentId,
      providerRef: `dp_${paymentId}`,
      state: 'needs_response',
      reason: 'fraudulent',
      amountMinor: 100n,
      currency: 'CNY',
      openedAt: new Date(),
    },
  })
  return id
}

/** The owner of an active shop in Yuzhong whose sales count to no household yet. */
async function buildUnverified() {
  const { sellerId, person } = await buildSeller()
  return { sellerId, person, personId: person.personId }
}

describe('one person at a time is on a piece of work', () => {
  it('a refund: a colleague sees who, cannot send it meanwhile, and the claim ends with the money', async () => {
    const refundId = await buildRefund()
    await takeWork({ actor: ma, queue: 'refund', subjectId: refundId })
    const { claims, colleagues } = await findWork({ actor: bai, queue: 'refund', subjectIds: [refundId] })
    expect(claims[refundId]).toMatchObject({ name: '马会计（示例）', isMine: false, minutesLeft: 30 })
    expect(colleagues).toContainEqual({ userId: ma.userId, name: '马会计（示例）' })
    const sent = { refundId, bankRef: `B-${refundId}`, sentOn: dayOf(await appNow()) }
    for (const refused of [
      () => markSentByBank({ actor: bai, ...sent }),
      () => takeWork({ actor: bai, queue: 'refund', subjectId: refundId }),
      () => giveWork({ actor: bai, queue: 'refund', subjectId: refundId, toUserId: ma.userId }),
    ])
      await expect(refused()).rejects.toMatchObject(held('马会计（示例）'))
    const step = { refundId, state: 'succeeded', cause: 'finance', actorUserId: bai.userId } as const
    await expect(prisma.refundEvent.create({ data: step })).rejects.toThrow(/somebody else is on it/)
    await markSentByBank({ actor: ma, ...sent })
    expect(await owner.workClaim.count({ where: { subjectId: refundId } })).toBe(0)
    await expect(takeWork({ actor: bai, queue: 'refund', subjectId: refundId })).rejects.toMatchObject({
      key: 'claims.doneAlready',
    })
  })

  it('lapses after half an hour, is let go of, and is given for a day', async () => {
    const refundId = await buildRefund()
    const work = { queue: 'refund', subjectId: refundId } as const
    await takeWork({ actor: ma, ...work })
    await passSeconds(30 * 60)
    await takeWork({ actor: bai, ...work })
    await releaseClaim({ actor: bai, ...work })
    await giveWork({ actor: bai, ...work, toUserId: ma.userId })
    const { claims } = await findWork({ actor: ma, queue: 'refund', subjectIds: [refundId] })
    expect(claims[refundId]).toMatchObject({ isMine: true, minutesLeft: 24 * 60, givenBy: '白出纳（示例）' })
    expect(
      (await findWork({ actor: bai, queue: 'refund', subjectIds: [refundId] })).claims[refundId],
    ).toMatchObject({
      isMine: false,
      isFromMe: true,
    })
    await owner.refund.update({ where: { id: refundId }, data: { state: 'failed' } })
    await expect(resendByBank({ actor: bai, refundId })).rejects.toMatchObject({ key: 'claims.heldHours' })
    for (const toUserId of [chen.userId, bai.userId])
      await expect(giveWork({ actor: bai, ...work, toUserId })).rejects.toMatchObject({ status: 422 })
  })

  it('ten who take one up at one moment are one', async () => {
    const subjectId = await buildRefund()
    const presses = [ma, bai, ma, bai, bai, ma, ma, bai, ma, bai].map((actor) =>
      takeWork({ actor, queue: 'refund', subjectId }).then(() => actor.userId),
    )
    const done = (await Promise.allSettled(presses)).flatMap((one) =>
      one.status === 'fulfilled' ? [one.value] : [],
    )
    expect(new Set(done).size).toBe(1)
  })

  it('a dispute: nobody adds to the answer that another writes', async () => {
    const disputeId = await buildDispute()
    await takeWork({ actor: ma, queue: 'dispute', subjectId: disputeId })
    const texts = {
      product_description: '1 × Knot',
      shipping_carrier: '',
      shipping_tracking_number: '',
      shipping_date: '',
      uncategorized_text: '',
    }
    await expect(keepTexts({ actor: bai, disputeId, texts })).rejects.toMatchObject(held('马会计（示例）'))
    const row = { disputeId, kind: 'product_description', text: 'x', addedById: bai.userId }
    const add = inScope({ job: 'payout' }, (tx) => tx.disputeEvidence.create({ data: row }))
    await expect(add).rejects.toThrow(/somebody else is on it/)
    await owner.dispute.update({ where: { id: disputeId }, data: { state: 'lost', closedAt: new Date() } })
    expect(await owner.workClaim.count({ where: { subjectId: disputeId } })).toBe(0)
  })

  it('a report: answered and closed by who is on it', async () => {
    const reportId = await buildReport()
    await takeReport({ actor: chen, reportId })
    const closing = { reportId, outcome: 'dismissed', answer: '看过了。', reason: '不是一回事' } as const
    await expect(answerReport({ actor: li, reportId, answer: '在看。' })).rejects.toMatchObject(
      held('陈国芳（示例）'),
    )
    await expect(closeReport({ actor: li, ...closing })).rejects.toMatchObject(held('陈国芳（示例）'))
    await expect(
      inScope(li, (tx) => tx.report.update({ where: { id: reportId }, data: { takenById: li.userId } })),
    ).rejects.toThrow(/somebody else is on it/)
    await closeReport({ actor: chen, ...closing })
    expect(await owner.workClaim.count({ where: { subjectId: reportId } })).toBe(0)
  })

  it('a household link: entered, verified and ended by who is on it, and its end is nobody’s claim', async () => {
    const { personId, sellerId } = await buildUnverified()
    const work = { queue: 'link', subjectId: personId } as const
    await takeWork({ actor: chen, ...work })
    expect(
      (await findWork({ actor: li, queue: 'link', subjectIds: [personId] })).claims[personId],
    ).toMatchObject({
      name: '陈国芳（示例）',
      isMine: false,
    })
    const said = { personId, memberId: null, validFrom: '2026-03-01', evidence: '村里的证明' }
    await expect(linkHousehold({ actor: li, ...said })).rejects.toMatchObject(held('陈国芳（示例）'))
    const pending = await owner.householdLink.create({
      data: {
        personId,
        noReason: 'not_registered',
        validFrom: new Date('2026-02-01'),
        evidence: '她自己说的',
      },
    })
    const verifying = { linkId: pending.id, evidence: '户口簿' }
    await expect(verifyLink({ actor: li, ...verifying })).rejects.toMatchObject(held('陈国芳（示例）'))
    const ending = { linkId: pending.id, endedOn: '2026-02-02', reason: '说错了' }
    await expect(endLink({ actor: li, ...ending })).rejects.toMatchObject(held('陈国芳（示例）'))
    for (const data of [
      { verifiedById: li.userId, verifiedAt: new Date() },
      { validTo: new Date('2026-02-02'), endedById: li.userId, endReason: '说错了' },
    ])
      await expect(
        inScope(li, (tx) => tx.householdLink.update({ where: { id: pending.id }, data })),
      ).rejects.toThrow(/somebody else is on it/)
    await expect(takeWork({ actor: elsewhere, ...work })).rejects.toMatchObject({ status: 404 })
    await verifyLink({ actor: chen, ...verifying })
    expect(await owner.workClaim.count({ where: { subjectId: personId } })).toBe(0)
    await expect(takeWork({ actor: li, ...work })).rejects.toMatchObject({ key: 'claims.doneAlready' })
    await endLink({ actor: li, linkId: pending.id, endedOn: '2026-06-01', reason: '分户' })
    await takeWork({ actor: li, ...work })
    await owner.seller.update({ where: { id: sellerId }, data: { status: 'paused' } })
    await expect(takeWork({ actor: li, ...work })).rejects.toMatchObject({ key: 'claims.doneAlready' })
  })

  it('a household link is given to nobody for herself or her kin, and is found by whose it is and how long it waits', async () => {
    const [{ personId, sellerId, person }, other] = [await buildUnverified(), await buildUnverified()]
    const work = { queue: 'link', subjectId: personId } as const
    const herself = await buildActor({ role: 'coordinator', region: '620123', person })
    await expect(giveWork({ actor: chen, ...work, toUserId: herself.userId })).rejects.toMatchObject({
      key: 'claims.tooNear',
      status: 422,
      field: 'to',
    })
    const near = await buildActor({ role: 'coordinator', region: '620123' })
    const { householdId } = await buildHousehold()
    const register = { householdId, relation: 'self', validFrom: new Date('2019-01-01'), evidence: '登记簿' }
    await owner.householdMember.createMany({
      data: [personId, near.personId].map((one) => ({ ...register, personId: one })),
    })
    await expect(giveWork({ actor: chen, ...work, toUserId: near.userId })).rejects.toMatchObject({
      key: 'claims.tooNear',
    })
    await expect(takeWork({ actor: near, ...work })).rejects.toMatchObject({ status: 404 })
    await giveWork({ actor: chen, ...work, toUserId: li.userId })
    const found = async (actor: Actor, work: WorkFilter) =>
      (await findDeskSellers({ actor, q: '', onlyOpen: true, after: null, work })).rows
    expect(await found(chen, { whose: 'all', age: 'all' })).toContainEqual(
      expect.objectContaining({ id: sellerId, claim: expect.objectContaining({ name: '李玉琴（示例）' }) }),
    )
    const idsOf = async (actor: Actor, work: WorkFilter) => (await found(actor, work)).map(({ id }) => id)
    expect(await idsOf(li, { whose: 'mine', age: 'all' })).toEqual([sellerId])
    expect(await idsOf(chen, { whose: 'mine', age: 'all' })).toEqual([])
    const free = await idsOf(chen, { whose: 'nobody', age: 'all' })
    expect(free).toContain(other.sellerId)
    expect(free).not.toContain(sellerId)
    expect(await idsOf(chen, { whose: 'all', age: 'urgent' })).not.toContain(sellerId)
    await passSeconds(3 * 24 * 60 * 60)
    expect(await idsOf(chen, { whose: 'nobody', age: 'urgent' })).toEqual(
      expect.arrayContaining([sellerId, other.sellerId]),
    )
  })

  it('a flag: decided by who is on it; of several ticked, what another is on stays', async () => {
    const [first, second] = [await buildFlag(), await buildFlag()]
    await takeWork({ actor: chen, queue: 'flag', subjectId: first })
    const one = { sellerOrderId: first, decision: 'counted', reason: '替邻居代买' } as const
    await expect(decideFlag({ actor: li, ...one })).rejects.toMatchObject(held('陈国芳（示例）'))
    const picks = [first, second].map((sellerOrderId) => ({ sellerOrderId, orderNumber: '1' }))
    const results = await leaveOutMany({ actor: li, picks, reason: '自家人', t: translator('en') })
    expect(results.map(({ isDone }) => isDone)).toEqual([false, true])
    await expect(
      leaveOutMany({ actor: elsewhere, picks, reason: '自家人', t: translator('en') }),
    ).resolves.toEqual([])
    await expect(takeWork({ actor: elsewhere, queue: 'flag', subjectId: first })).rejects.toMatchObject({
      status: 404,
    })
    const near = await buildActor({
      ...{ role: 'coordinator', region: '620123', person: await buildPerson({ village: null, name: '近' }) },
    })
    const { sellerId } = await owner.sellerOrder.findUniqueOrThrow({ where: { id: first } })
    await owner.sellerPerson.create({
      data: { sellerId, personId: near.personId, role: 'helper', validFrom: new Date('2020-01-01') },
    })
    await expect(
      giveWork({ actor: chen, queue: 'flag', subjectId: first, toUserId: near.userId }),
    ).rejects.toMatchObject({ key: 'claims.tooNear', status: 422, field: 'to' })
    await decideFlag({ actor: chen, ...one })
    expect(await owner.workClaim.count({ where: { subjectId: first } })).toBe(0)
  })
})

describe('today', () => {
  const rowsOf = async (...actors: Actor[]) => (await findToday({ actors, locale: 'zh-CN' }))?.rows ?? []

  it('shows finance the money that waits, with its age and who is on it', async () => {
    const [refundId, disputeId] = [await buildRefund(), await buildDispute()]
    await takeWork({ actor: ma, queue: 'refund', subjectId: refundId })
    const rows = await rowsOf(bai)
    expect(rows).toContainEqual(
      expect.objectContaining({
        key: refundId,
        matter: '待退款',
        waitedHours: 0,
        claim: expect.objectContaining({ name: '马会计（示例）', isMine: false }),
      }),
    )
    expect(rows).toContainEqual(expect.objectContaining({ key: disputeId, matter: '拒付' }))
    expect(rows.every(({ matter }) => !['举报', '自购核对', '月统计'].includes(matter))).toBe(true)
  })

  it('shows a coordinator whose household is to be verified, and who is on it', async () => {
    const { personId } = await buildUnverified()
    await takeWork({ actor: chen, queue: 'link', subjectId: personId })
    const claim = expect.objectContaining({ name: '陈国芳（示例）', isMine: false })
    expect(await rowsOf(li)).toContainEqual(
      expect.objectContaining({ key: personId, matter: '待核实', claim }),
    )
  })

  it('shows a coordinator what waits in her region, and the return of the month that ended', async () => {
    const [flagId, reportId] = [await buildFlag(), await buildReport()]
    const rows = await rowsOf(chen)
    expect(rows.map(({ key }) => key)).toEqual(expect.arrayContaining([flagId, reportId]))
    expect(rows.filter(({ matter }) => matter === '月统计')).toHaveLength(1)
    expect((await rowsOf(elsewhere)).map(({ key }) => key)).not.toContain(flagId)
    expect(await findToday({ actors: [await buildActor({ role: 'admin' })], locale: 'en' })).toBeNull()
  })
})

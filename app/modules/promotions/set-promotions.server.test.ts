import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { addDays, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, buildSeller } from '../../../tests/fixtures/world'
import { addPromotion } from './add-promotion.server'
import { agreePromotion } from './agree-promotion.server'
import { declinePromotion, endPromotion } from './end-promotion.server'
import { findPromotion } from './find-promotion.server'
import { findOwnPromotions, unsafeFindPromotions } from './find-promotions.server'

let actor: Actor
let craftId: string

beforeAll(async () => {
  await buildGround()
  actor = await buildActor({ role: 'admin' })
  craftId = (await owner.craft.findFirstOrThrow()).id
})

let counted = 0
async function wanted(over: Partial<Parameters<typeof addPromotion>[0]> = {}) {
  const today = dayOf(await appNow())
  counted += 1
  return {
    actor,
    nameZh: '示例优惠',
    nameEn: 'Sample',
    code: `SET-${counted}`,
    percentBps: 1_000,
    offFen: null,
    minSpendFen: null,
    craftId: null,
    sellerId: null,
    bearer: 'platform' as const,
    sponsorName: '',
    mostUses: null,
    mostPerBuyer: null,
    from: today,
    until: addDays(today, 5),
    note: '测试',
    replacesId: null,
    ...over,
  }
}

const take = async (code: string | null, sellerId: string = crypto.randomUUID()) =>
  findPromotion(prisma, { goods: [{ sellerId, craftId, amountFen: 10_000n }], code })
const rowOf = async (id: string) => (await unsafeFindPromotions()).find((row) => row.id === id)

describe('a promotion that an administrator sets', () => {
  it('begins at once when it begins today, and ends after its last day', async () => {
    const form = await wanted({ until: dayOf(await appNow()) })
    const id = await addPromotion(form)
    expect(await take(form.code)).toMatchObject({ promotion: { id, discountFen: 1_000n }, codeProblem: null })
    expect(await rowOf(id)).toMatchObject({ state: 'now', from: form.from, until: form.until })
    await passDays(1)
    expect(await take(form.code)).toMatchObject({ promotion: null, codeProblem: { kind: 'unknown' } })
  })

  it('begins by itself on a later day', async () => {
    const { from } = await wanted()
    const form = await wanted({ from: addDays(from, 2) })
    const id = await addPromotion(form)
    expect(await take(form.code)).toMatchObject({ codeProblem: { kind: 'unknown' } })
    expect((await rowOf(id))?.state).toBe('later')
    await passDays(2)
    expect(await take(form.code)).toMatchObject({ promotion: { id } })
  })

  it('refuses a past day and a code that is in use on one of its days', async () => {
    const form = await wanted()
    await addPromotion(form)
    const again = { ...form, from: addDays(form.until, 0), until: addDays(form.until, 9) }
    await expect(addPromotion(again)).rejects.toMatchObject({ key: 'promotion.codeTaken', field: 'code' })
    await addPromotion({ ...again, from: addDays(form.until, 1) })
    await expect(addPromotion(await wanted({ from: addDays(form.from, -1) }))).rejects.toMatchObject({
      key: 'promotion.pastDay',
      field: 'from',
    })
  })

  it('is replaced by a version that begins when it ends, once', async () => {
    const form = await wanted()
    const replacesId = await addPromotion(form)
    const id = await addPromotion({ ...form, percentBps: 2_000, replacesId })
    expect(await take(form.code)).toMatchObject({ promotion: { id, discountFen: 2_000n } })
    expect(await rowOf(replacesId)).toMatchObject({ state: 'ended', isReplaced: true })
    await expect(addPromotion({ ...form, replacesId })).rejects.toMatchObject({
      key: 'promotion.alreadyReplaced',
    })
  })

  it('ends once, also before it begins', async () => {
    const form = await wanted({ from: addDays((await wanted()).from, 3) })
    const promotionId = await addPromotion(form)
    await endPromotion({ actor, promotionId })
    expect((await rowOf(promotionId))?.state).toBe('ended')
    await expect(endPromotion({ actor, promotionId })).rejects.toMatchObject({
      key: 'promotion.alreadyEnded',
    })
    const audit = await owner.auditEvent.findMany({
      where: { subjectId: promotionId },
      orderBy: { id: 'asc' },
    })
    expect(audit.map(({ action }) => action)).toEqual(['promotion.added', 'promotion.ended'])
  })

  it('of a sponsor names one organisation by its full name', async () => {
    const form = { bearer: 'sponsor', sponsorName: '示例妇联（测试）' } as const
    const first = await addPromotion(await wanted(form))
    await addPromotion(await wanted(form))
    expect(await owner.organisation.count({ where: { nameZh: form.sponsorName } })).toBe(1)
    expect(await rowOf(first)).toMatchObject({ bearer: 'sponsor', sponsor: form.sponsorName })
  })
})

describe('a promotion that a maker would bear', () => {
  it('waits for her, is agreed to by nobody else, and ends when she no longer agrees', async () => {
    const [seller, other] = [await buildSeller(), await buildSeller()]
    const form = await wanted({ bearer: 'seller', sellerId: seller.sellerId })
    const promotionId = await addPromotion(form)
    expect(await take(form.code, seller.sellerId)).toMatchObject({ promotion: null })
    expect(await findOwnPromotions(seller)).toMatchObject([{ id: promotionId, state: 'waiting' }])
    expect(await findOwnPromotions(other)).toEqual([])
    for (const deed of [agreePromotion, declinePromotion])
      await expect(deed({ actor: other.actor, promotionId })).rejects.toMatchObject({ status: 404 })
    await agreePromotion({ actor: seller.actor, promotionId })
    expect(await take(form.code, seller.sellerId)).toMatchObject({ promotion: { id: promotionId } })
    expect(await take(form.code, other.sellerId)).toMatchObject({ codeProblem: { kind: 'not_for_these' } })
    await expect(agreePromotion({ actor: seller.actor, promotionId })).rejects.toMatchObject({
      key: 'promotion.alreadyAgreed',
    })
    await declinePromotion({ actor: seller.actor, promotionId })
    expect(await take(form.code, seller.sellerId)).toMatchObject({ promotion: null })
  })
})

describe('of several promotions', () => {
  it('the one that takes most off counts; the code where they take the same', async () => {
    const small = await wanted({ percentBps: 300 })
    const same = await wanted({ percentBps: 500 })
    const large = await wanted({ percentBps: 700, minSpendFen: 20_000n })
    for (const form of [small, same, large]) await addPromotion(form)
    const automatic = await addPromotion(await wanted({ code: '', percentBps: 500 }))
    expect(await take(null)).toMatchObject({ promotion: { id: automatic }, codeProblem: null })
    expect(await take(small.code)).toMatchObject({
      promotion: { id: automatic },
      codeProblem: { kind: 'outdone' },
    })
    expect(await take(same.code)).toMatchObject({ promotion: { code: same.code }, codeProblem: null })
    expect(await take(large.code)).toMatchObject({
      promotion: { id: automatic },
      codeProblem: { kind: 'below', missingFen: 10_000n },
    })
    await endPromotion({ actor, promotionId: automatic })
  })
})

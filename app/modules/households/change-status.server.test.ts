import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, type Day, dayOf } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { owner } from '../../../tests/fixtures/owner'
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
import { changeStatus } from './change-status.server'
import { endMember } from './end-member.server'
import { findHouseholdOn } from './find-household-on.server'
import { getHousehold } from './get-household.server'

const today = dayOf(new Date())
const yuzhong = () => buildActor({ role: 'coordinator', region: '620123' })
const yongdeng = () => buildActor({ role: 'coordinator', region: '620121' })
let unstableId: string

beforeAll(async () => {
  await buildGround()
  const term = { list: 'household_status', code: 'unstable', nameZh: '脱贫不稳定户', nameEn: 'unstable' }
  unstableId = (await owner.codeTerm.create({ data: { ...term, validFrom: new Date('2020-03-01') } })).id
})

/** A seller of Yuzhong in a household that was lifted in 2019, verified. */
async function buildHome() {
  const actor = await yuzhong()
  const seller = await buildSeller()
  const { householdId, termId } = await buildHousehold()
  const { personId } = seller.person
  const { memberId, linkId } = await joinHousehold({ personId, householdId, verifiedById: actor.userId })
  return { actor, seller, personId, householdId, termId, memberId, linkId }
}

/** The status that her sale of one piece was counted under. */
async function soldAs({ seller }: Awaited<ReturnType<typeof buildHome>>) {
  const { variantId } = await buildPiece({ sellerId: seller.sellerId, stock: 9 })
  const { sellerOrderId } = await sell(seller.actor, [{ variantId }])
  const where = { ledgerEntry: { transaction: { sellerOrderId } } }
  return owner.incomeAttribution.findFirstOrThrow({ where, orderBy: { id: 'desc' } })
}

const changed = (changedOn: Day = addDays(today, -10)) => ({
  category: 'unstable',
  changedOn,
  source: '榆防返贫〔2026〕7 号',
})

describe('a household’s status', () => {
  it('changes on a day with its paper; what it was before stays, and income keeps the status of its day', async () => {
    const home = await buildHome()
    const { actor, householdId, termId } = home
    const before = await soldAs(home)
    expect(before).toMatchObject({ householdId, statusTermId: termId })
    await changeStatus({ actor, householdId, ...changed() })
    const { statuses, statusChoices } = await getHousehold({ actor, householdId, month: null })
    expect(statuses).toMatchObject([
      { nameZh: '脱贫不稳定户', from: addDays(today, -10), to: null, enteredBy: '示例' },
      { nameZh: '脱贫户', from: '2019-01-01', to: addDays(today, -10), enteredBy: null },
    ])
    expect(statuses[0]?.source).toBe('榆防返贫〔2026〕7 号')
    expect(statusChoices.map(({ code }) => code)).toEqual(expect.arrayContaining(['lifted', 'unstable']))
    expect(await owner.incomeAttribution.findUniqueOrThrow({ where: { id: before.id } })).toEqual(before)
    expect(await soldAs(home)).toMatchObject({ householdId, statusTermId: unstableId })
    expect(
      await owner.auditEvent.findMany({
        where: { subjectId: householdId, action: 'household_status.changed' },
      }),
    ).toMatchObject([{ actorUserId: actor.userId, detail: { category: 'unstable' } }])
  })

  it('is refused for another county, a day to come or before the last one, a status of another time and the same again', async () => {
    const { actor, householdId } = await buildHome()
    const change = (over: Partial<ReturnType<typeof changed>>, by = actor) =>
      changeStatus({ actor: by, householdId, ...changed(), ...over })
    await expect(change({}, await yongdeng())).rejects.toMatchObject({ status: 404 })
    const refused = [
      [{ changedOn: '2099-01-01' }, 'household.futureDay'],
      [{ changedOn: '2019-05-01' }, 'household.statusNotThen'],
      [{ changedOn: '2019-01-01', category: 'lifted' }, 'household.statusLater'],
    ] as const
    for (const [over, key] of refused) await expect(change(over)).rejects.toMatchObject({ key })
    await expect(change({ category: 'lifted' })).rejects.toMatchObject({ key: 'household.statusSame' })
    await expect(change({ category: 'subsidy' })).rejects.toMatchObject({ field: 'category' })
    expect(await owner.householdStatus.count({ where: { householdId } })).toBe(1)
    await change({}, await buildActor({ role: 'coordinator', region: '6201' }))
  })

  it('is changed once by ten who press', async () => {
    const { actor, householdId } = await buildHome()
    const presses = Array.from({ length: 10 }, () => changeStatus({ actor, householdId, ...changed() }))
    const done = (await Promise.allSettled(presses)).filter(({ status }) => status === 'fulfilled')
    expect(done).toHaveLength(1)
    expect(await owner.householdStatus.count({ where: { householdId } })).toBe(2)
  })

  it('is never said by whoever belongs to it, by the database either, and never rewritten', async () => {
    const { actor, householdId, seller } = await buildHome()
    const herself = await buildActor({ role: 'coordinator', region: '620123', person: seller.person })
    await expect(changeStatus({ actor: herself, householdId, ...changed() })).rejects.toMatchObject({
      key: 'household.ownKin',
      status: 403,
    })
    const data = { householdId, termId: unstableId, source: '自己写的', validFrom: new Date('2026-02-01') }
    await owner.householdStatus.updateMany({ where: { householdId }, data: { validTo: data.validFrom } })
    await expect(
      inScope(herself, (tx) => tx.householdStatus.create({ data: { ...data, enteredById: herself.userId } })),
    ).rejects.toThrow(/her own household/)
    await changeStatus({ actor, householdId, ...changed() })
    const where = { householdId, source: changed().source }
    for (const rewriting of [{ source: '另一份' }, { enteredById: herself.userId }])
      await expect(
        inScope(actor, (tx) => tx.householdStatus.updateMany({ where, data: rewriting })),
      ).rejects.toThrow(/never changes/)
  })
})

describe('somebody who leaves her household', () => {
  const left = (leftOn: Day = addDays(today, -5)) => ({ leftOn, reason: '外嫁到白银' })

  it('is a member until that day, and so long her income counts there', async () => {
    const home = await buildHome()
    const { actor, householdId, memberId, linkId, personId } = home
    const sold = await soldAs(home)
    await endMember({ actor, householdId, memberId, ...left() })
    const on = (day: Day) => inScope({ job: 'income' }, (tx) => findHouseholdOn(tx, personId, day))
    expect(await on(addDays(today, -6))).toMatchObject({ householdId })
    expect(await on(addDays(today, -5))).toMatchObject({ householdId: null, noHouseholdReason: 'unverified' })
    expect(await soldAs(home)).toMatchObject({ householdId: null, noHouseholdReason: 'unverified' })
    expect(await owner.householdLink.findUniqueOrThrow({ where: { id: linkId } })).toMatchObject({
      endedById: actor.userId,
      endReason: '外嫁到白银',
    })
    const month = sold.earnedOn.toISOString().slice(0, 7)
    const { members, income } = await getHousehold({ actor, householdId, month })
    expect(members).toMatchObject([{ id: memberId, to: addDays(today, -5) }])
    expect(income.count).toBe(1)
    await expect(endMember({ actor, householdId, memberId, ...left(today) })).rejects.toMatchObject({
      key: 'household.hasLeft',
      status: 409,
    })
  })

  it('takes a link with her that waits and would begin later', async () => {
    const { actor, householdId } = await buildHome()
    const child = await buildPerson()
    const data = { householdId, relation: 'daughter', validFrom: new Date('2019-01-01'), evidence: '登记簿' }
    const { id: memberId } = await owner.householdMember.create({
      data: { ...data, personId: child.personId },
    })
    const waits = { personId: child.personId, memberId, evidence: '她说的' }
    await owner.householdLink.create({ data: { ...waits, validFrom: new Date(addDays(today, -2)) } })
    await endMember({ actor, householdId, memberId, ...left() })
    expect(await owner.householdLink.count({ where: { memberId } })).toBe(0)
  })

  it('is entered by a coordinator over her region alone, who is not of her household, on a day that has come and after she joined', async () => {
    const { actor, seller, householdId, memberId } = await buildHome()
    const other = await buildHome()
    const end = (over: object, by = actor) =>
      endMember({ actor: by, householdId, memberId, ...left(), ...over })
    await expect(end({}, await yongdeng())).rejects.toMatchObject({ status: 404 })
    await expect(end({ householdId: other.householdId })).rejects.toMatchObject({ status: 404 })
    await expect(end({ leftOn: '2099-01-01' })).rejects.toMatchObject({ key: 'household.futureDay' })
    await expect(end({ leftOn: '2019-01-01' })).rejects.toMatchObject({ key: 'household.leftBeforeJoined' })
    const herself = await buildActor({ role: 'coordinator', region: '620123', person: seller.person })
    await expect(end({}, herself)).rejects.toMatchObject({ status: 403 })
    expect(await owner.householdMember.findUniqueOrThrow({ where: { id: memberId } })).toMatchObject({
      validTo: null,
    })
  })
})

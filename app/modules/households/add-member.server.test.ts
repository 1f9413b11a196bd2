import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf, fromDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
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
  regionId,
} from '../../../tests/fixtures/world'
import { addMember } from './add-member.server'
import { findHouseholdOn } from './find-household-on.server'
import { getHousehold } from './get-household.server'

beforeAll(buildGround)

const yuzhong = () => buildActor({ role: 'coordinator', region: '620123' })
const on = (personId: string, day: string) =>
  inScope({ job: 'income' }, (tx) => findHouseholdOn(tx, personId, day))
const joins = { relation: 'daughter_in_law', evidence: '结婚证', follow: true, moves: true } as const

/** A seller in a household of the upper village, and another household in the lower one. */
async function buildBride() {
  const actor = await yuzhong()
  const seller = await buildSeller()
  const { personId } = seller.person
  const old = await buildHousehold()
  await joinHousehold({ personId, householdId: old.householdId, verifiedById: actor.userId })
  const home = await buildHousehold({ village: '620123100202', statusCode: 'monitored' })
  const piece = await buildPiece({ sellerId: seller.sellerId, stock: 100 })
  return { actor, seller, personId, old, home, piece }
}

describe('marriage', () => {
  it('leaves what was earned before with the old household and takes what comes after to the new one', async () => {
    const { actor, seller, personId, old, home, piece } = await buildBride()
    await sell(seller.actor, [{ variantId: piece.variantId }])
    const weddingDay = addDays(dayOf(await appNow()), 0)
    await addMember({ actor, householdId: home.householdId, personId, validFrom: weddingDay, ...joins })
    await sell(seller.actor, [{ variantId: piece.variantId, quantity: 2 }])
    const incomes = await owner.incomeAttribution.findMany({
      where: { personId },
      orderBy: { earnedOn: 'asc' },
    })
    expect(
      incomes.map(({ householdId, statusTermId, amountFen }) => [householdId, statusTermId, amountFen]),
    ).toEqual([
      [old.householdId, old.termId, 6_460n],
      [home.householdId, home.termId, 12_920n],
    ])
    expect(incomes.map(({ regionId: region }) => region)).toEqual([
      await regionId('620123100201'),
      await regionId('620123100202'),
    ])
    expect(await on(personId, addDays(weddingDay, -1))).toMatchObject({ householdId: old.householdId })
    expect(await on(personId, weddingDay)).toMatchObject({ householdId: home.householdId })
    const links = await owner.householdLink.findMany({ where: { personId }, orderBy: { validFrom: 'asc' } })
    expect(links.map(({ validTo, endReason }) => [validTo && fromDateColumn(validTo), endReason])).toEqual([
      [weddingDay, '结婚证'],
      [null, null],
    ])
    const page = await getHousehold({ actor, householdId: old.householdId, month: weddingDay.slice(0, 7) })
    expect(page.members).toMatchObject([{ personId, to: weddingDay }])
  })

  it('moves where she lives only when it is said so', async () => {
    const { actor, personId, home } = await buildBride()
    const day = dayOf(await appNow())
    await addMember({
      actor,
      householdId: home.householdId,
      personId,
      validFrom: day,
      ...joins,
      moves: false,
    })
    const person = () => owner.person.findUniqueOrThrow({ where: { id: personId } })
    expect((await person()).regionId).toBe(await regionId('620123100201'))
    const second = await buildBride()
    await addMember({
      actor: second.actor,
      householdId: second.home.householdId,
      personId: second.personId,
      validFrom: day,
      ...joins,
    })
    expect((await owner.person.findUniqueOrThrow({ where: { id: second.personId } })).regionId).toBe(
      await regionId('620123100202'),
    )
  })

  it('without her income following leaves her without a verified link from that day', async () => {
    const { actor, personId, home, old } = await buildBride()
    const day = dayOf(await appNow())
    await addMember({
      actor,
      householdId: home.householdId,
      personId,
      validFrom: day,
      ...joins,
      follow: false,
    })
    expect(await on(personId, addDays(day, -1))).toMatchObject({ householdId: old.householdId })
    expect(await on(personId, day)).toMatchObject({ noHouseholdReason: 'unverified' })
  })
})

describe('joining a household', () => {
  it('is refused twice, before the older record, and in the future', async () => {
    const { actor, personId, home, old } = await buildBride()
    const add = (householdId: string, validFrom: string) =>
      addMember({ actor, householdId, personId, validFrom, ...joins })
    const day = dayOf(await appNow())
    await expect(add(old.householdId, day)).rejects.toMatchObject({ key: 'household.alreadyMember' })
    await expect(add(home.householdId, '2019-01-01')).rejects.toMatchObject({
      key: 'household.dayBeforeOlder',
    })
    await expect(add(home.householdId, addDays(day, 2))).rejects.toMatchObject({ key: 'household.futureDay' })
  })

  it('stays inside the region: across counties a coordinator above both does it', async () => {
    const { personId, old } = await buildBride()
    const far = await buildHousehold({ village: '620121100201' })
    const day = dayOf(await appNow())
    const add = (actor: Awaited<ReturnType<typeof yuzhong>>, householdId: string, person = personId) =>
      addMember({ actor, householdId, personId: person, validFrom: day, ...joins })
    const yongdeng = await buildActor({ role: 'coordinator', region: '620121' })
    await expect(add(yongdeng, far.householdId)).rejects.toMatchObject({ status: 404 })
    await expect(add(await yuzhong(), far.householdId)).rejects.toMatchObject({ status: 404 })
    const guest = await buildPerson({ village: '620121100201' })
    await owner.householdMember.create({
      data: {
        personId: guest.personId,
        householdId: old.householdId,
        relation: 'other',
        validFrom: new Date('2019-01-01'),
        evidence: '登记簿',
      },
    })
    await expect(add(yongdeng, far.householdId, guest.personId)).rejects.toMatchObject({
      key: 'household.memberElsewhere',
    })
    await add(await buildActor({ role: 'coordinator', region: '6201' }), far.householdId)
    expect(await on(personId, day)).toMatchObject({ householdId: far.householdId })
  })
})

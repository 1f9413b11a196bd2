import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { Prisma } from '~/platform/db/prisma.server'
import { owner } from '../../../tests/fixtures/owner'
import {
  buildActor,
  buildGround,
  buildHousehold,
  buildPerson,
  buildSeller,
  joinHousehold,
} from '../../../tests/fixtures/world'
import { addMember } from './add-member.server'
import { countUnverified } from './count-unverified.server'
import { endLink } from './end-link.server'
import { findHouseholdOn } from './find-household-on.server'
import { findUnverified } from './find-unverified.server'
import { linkHousehold } from './link-household.server'
import { verifyLink } from './verify-link.server'

beforeAll(buildGround)

const today = dayOf(new Date())
const on = (personId: string, day: string) =>
  inScope({ job: 'income' }, (tx) => findHouseholdOn(tx, personId, day))
const yuzhong = () => buildActor({ role: 'coordinator', region: '620123' })
const yongdeng = () => buildActor({ role: 'coordinator', region: '620121' })

/** A seller of Yuzhong who has been in a household since 2019 without a link. */
async function buildMember() {
  const seller = await buildSeller()
  const { householdId, termId } = await buildHousehold()
  const member = await owner.householdMember.create({
    data: {
      personId: seller.person.personId,
      householdId,
      relation: 'self',
      validFrom: new Date('2019-01-01'),
      evidence: '登记簿',
    },
  })
  return { ...seller, personId: seller.person.personId, householdId, termId, memberId: member.id }
}

describe('verifying a link', () => {
  it('begins on its day, with evidence and signature, and verifies the membership with it', async () => {
    const actor = await yuzhong()
    const { personId, memberId, householdId, termId } = await buildMember()
    const { linkId } = await linkHousehold({
      actor,
      personId,
      memberId,
      validFrom: '2026-05-01',
      evidence: '户口簿第三页',
    })
    expect(await on(personId, '2026-04-30')).toMatchObject({ noHouseholdReason: 'unverified' })
    expect(await on(personId, '2026-05-01')).toMatchObject({ householdId, statusTermId: termId })
    const link = await owner.householdLink.findUniqueOrThrow({
      where: { id: linkId },
      include: { member: true },
    })
    expect(link).toMatchObject({ verifiedById: actor.userId, evidence: '户口簿第三页' })
    expect(link.member).toMatchObject({ verifiedById: actor.userId })
    expect(
      await owner.auditEvent.findFirst({ where: { action: 'household_link.verified', subjectId: personId } }),
    ).toMatchObject({ actorUserId: actor.userId })
  })

  it('may say that she is not from a registered household', async () => {
    const actor = await yuzhong()
    const { personId } = await buildMember()
    await linkHousehold({ actor, personId, memberId: null, validFrom: today, evidence: '村里的证明' })
    expect(await on(personId, today)).toMatchObject({
      householdId: null,
      noHouseholdReason: 'not_registered',
    })
  })

  it('is refused on days outside the membership, in the future, and over another verified link', async () => {
    const actor = await yuzhong()
    const { personId, memberId } = await buildMember()
    const link = (validFrom: string) =>
      linkHousehold({ actor, personId, memberId, validFrom, evidence: '户口簿' })
    await expect(link('2018-12-31')).rejects.toMatchObject({ key: 'household.dayBeforeMembership' })
    await expect(link(addDays(today, 2))).rejects.toMatchObject({ key: 'household.futureDay' })
    await link('2026-01-01')
    await expect(link('2026-02-01')).rejects.toMatchObject({ key: 'household.linkOverlaps' })
    await expect(link('2025-02-01')).rejects.toMatchObject({ key: 'household.linkOverlaps' })
  })

  it('is only for people of her region, with memberships of their own, and never for herself', async () => {
    const { personId, memberId, linkOf } = { ...(await buildMember()), linkOf: linkHousehold }
    const other = await buildMember()
    const input = { personId, memberId, validFrom: today, evidence: '户口簿' }
    await expect(linkOf({ actor: await yongdeng(), ...input })).rejects.toMatchObject({ status: 404 })
    await expect(
      linkOf({ actor: await yuzhong(), ...input, memberId: other.memberId }),
    ).rejects.toMatchObject({ status: 404 })
    const herself = await buildActor({ role: 'coordinator', region: '620123', person: other.person })
    await expect(
      linkOf({ actor: herself, ...input, personId: other.personId, memberId: other.memberId }),
    ).rejects.toMatchObject({ key: 'household.ownRecord' })
    await linkOf({ actor: await buildActor({ role: 'coordinator', region: '6201' }), ...input })
  })

  it('happens once when two press at the same time', async () => {
    const { personId, memberId } = await buildMember()
    const actors = await Promise.all([yuzhong(), yuzhong(), yuzhong(), yuzhong()])
    const results = await Promise.allSettled(
      actors.map((actor) =>
        linkHousehold({ actor, personId, memberId, validFrom: today, evidence: '户口簿' }),
      ),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await owner.householdLink.count({ where: { personId } })).toBe(1)
  })
})

describe('a link that was entered and waits', () => {
  it('counts only once a coordinator of her region has verified it', async () => {
    const { personId, memberId, householdId, sellerId } = await buildMember()
    const link = await owner.householdLink.create({
      data: { personId, memberId, validFrom: new Date('2026-01-01'), evidence: '她自己说的' },
    })
    expect(await on(personId, today)).toMatchObject({ noHouseholdReason: 'unverified' })
    const actor = await yuzhong()
    expect((await findUnverified({ actor })).find((one) => one.sellerId === sellerId)).toMatchObject({
      isPending: true,
      place: { zh: '榆中县 · 城关镇 · 上村' },
    })
    await expect(
      verifyLink({ actor: await yongdeng(), linkId: link.id, evidence: '户口簿' }),
    ).rejects.toMatchObject({ status: 404 })
    await verifyLink({ actor, linkId: link.id, evidence: '户口簿第一页' })
    await verifyLink({ actor, linkId: link.id, evidence: '又按了一次' })
    expect(await on(personId, today)).toMatchObject({ householdId })
    expect(await owner.householdLink.findUniqueOrThrow({ where: { id: link.id } })).toMatchObject({
      evidence: '户口簿第一页',
    })
  })

  it('becomes the one that the coordinator verifies instead', async () => {
    const { personId, memberId } = await buildMember()
    await owner.householdLink.create({
      data: { personId, memberId, validFrom: new Date('2026-01-01'), evidence: '她自己说的' },
    })
    const actor = await yuzhong()
    await linkHousehold({ actor, personId, memberId: null, validFrom: '2026-02-01', evidence: '不在册' })
    expect(await owner.householdLink.findMany({ where: { personId } })).toMatchObject([
      { memberId: null, noReason: 'not_registered', evidence: '不在册' },
    ])
  })
})

describe('ending a link', () => {
  it('keeps what it said about the days before, and lets another begin', async () => {
    const actor = await yuzhong()
    const { personId, memberId, householdId } = await buildMember()
    const { linkId } = await linkHousehold({
      actor,
      personId,
      memberId,
      validFrom: '2026-01-01',
      evidence: '户口簿',
    })
    const end = (endedOn: string) => endLink({ actor, linkId, endedOn, reason: '分户' })
    await expect(end('2026-01-01')).rejects.toMatchObject({ key: 'household.endBeforeBegin' })
    await expect(end(addDays(today, 2))).rejects.toMatchObject({ key: 'household.futureDay' })
    await end('2026-06-01')
    await end('2026-06-01')
    await expect(end('2026-07-01')).rejects.toMatchObject({ key: 'household.linkEnded' })
    expect(await on(personId, '2026-05-31')).toMatchObject({ householdId })
    expect(await on(personId, '2026-06-01')).toMatchObject({ noHouseholdReason: 'unverified' })
    await linkHousehold({ actor, personId, memberId: null, validFrom: '2026-06-01', evidence: '分户证明' })
    expect(await on(personId, '2026-06-01')).toMatchObject({ noHouseholdReason: 'not_registered' })
    const rewritten = owner.$executeRaw`UPDATE "HouseholdLink" SET evidence = '改写' WHERE id = ${linkId}::uuid`
    await expect(rewritten).rejects.toThrow('never changes')
    const removed = owner.$executeRaw`DELETE FROM "HouseholdLink" WHERE id = ${linkId}::uuid`
    await expect(removed).rejects.toThrow('is history')
    const moved = owner.$executeRaw`UPDATE "HouseholdLink" SET "validTo" = '2026-05-01' WHERE id = ${linkId}::uuid`
    await expect(moved).rejects.toThrow('has ended')
    const status = owner.$executeRaw`DELETE FROM "HouseholdStatus" WHERE "householdId" = ${householdId}::uuid`
    await expect(status).rejects.toThrow('is history')
    const member = owner.$executeRaw`DELETE FROM "HouseholdMember" WHERE "personId" = ${personId}::uuid`
    await expect(member).rejects.toThrow(/is history|violates foreign key/)
    const rule = owner.$executeRaw`UPDATE "PostageRule" SET "parcelFen" = 1`
    await expect(rule).rejects.toThrow('never changes')
  })
})

describe('who waits for a coordinator', () => {
  it('is counted in her own region and opens into the same people', async () => {
    const actor = await yuzhong()
    const before = await countUnverified({ actor })
    const { personId, memberId } = await buildMember()
    expect(await countUnverified({ actor })).toBe(before + 1)
    expect(new Set((await findUnverified({ actor })).map((one) => one.personId)).size).toBe(before + 1)
    expect(await countUnverified({ actor: await yongdeng() })).toBe(0)
    await linkHousehold({ actor, personId, memberId, validFrom: today, evidence: '户口簿' })
    expect(await countUnverified({ actor })).toBe(before)
  })
})

describe('whoever is of her household', () => {
  /** A coordinator who shares a household with somebody who has a link that waits, and one that was verified by another. */
  async function buildKin() {
    const member = await buildMember()
    const { userId } = await yuzhong()
    const kin = await yuzhong()
    const { householdId } = member
    await joinHousehold({ personId: kin.personId, householdId, verifiedById: userId })
    const { personId, memberId } = member
    const link = await owner.householdLink.create({
      data: { personId, memberId, validFrom: new Date('2026-01-01'), evidence: '她自己说的' },
    })
    return { ...member, kin, linkId: link.id, other: await yuzhong() }
  }

  it('neither says, verifies nor ends to which one her income belongs: another coordinator does', async () => {
    const { personId, memberId, kin, other, linkId } = await buildKin()
    const refused = { key: 'household.ownKin', status: 403 }
    const said = { personId, memberId, validFrom: today, evidence: '户口簿' }
    await expect(linkHousehold({ actor: kin, ...said })).rejects.toMatchObject(refused)
    await expect(verifyLink({ actor: kin, linkId, evidence: '户口簿' })).rejects.toMatchObject(refused)
    await verifyLink({ actor: other, linkId, evidence: '户口簿' })
    const ending = { linkId, endedOn: '2026-06-01', reason: '分户' }
    await expect(endLink({ actor: kin, ...ending })).rejects.toMatchObject(refused)
    await endLink({ actor: other, ...ending })
  })

  it('is refused by the database too: for her kin, for herself and into her own household', async () => {
    const { personId, memberId, householdId, kin, other, linkId } = await buildKin()
    const { id: ownId } = await owner.householdMember.findFirstOrThrow({ where: { personId: kin.personId } })
    const run = (sql: Prisma.Sql) => inScope(kin, (tx) => tx.$executeRaw(sql))
    const say = (by: string, of: { personId: string; memberId: string }, from: string, to: string) =>
      run(Prisma.sql`INSERT INTO "HouseholdLink" (id, "personId", "memberId", "validFrom", "validTo", evidence, "verifiedById", "verifiedAt")
        VALUES (gen_random_uuid(), ${of.personId}::uuid, ${of.memberId}::uuid, ${from}::date, ${to}::date, '户口簿', ${by}::uuid, app_now())`)
    const verify = (by: string) =>
      run(
        Prisma.sql`UPDATE "HouseholdLink" SET "verifiedById" = ${by}::uuid, "verifiedAt" = app_now() WHERE id = ${linkId}::uuid`,
      )
    const end = (by: string) =>
      run(
        Prisma.sql`UPDATE "HouseholdLink" SET "validTo" = '2026-06-01', "endedById" = ${by}::uuid, "endReason" = '分户' WHERE id = ${linkId}::uuid`,
      )
    const confirm = (by: string) =>
      run(
        Prisma.sql`UPDATE "HouseholdMember" SET "verifiedById" = ${by}::uuid, "verifiedAt" = app_now() WHERE id = ${memberId}::uuid`,
      )
    const bring = (by: string, someone: string) =>
      run(Prisma.sql`INSERT INTO "HouseholdMember" (id, "personId", "householdId", relation, "validFrom", evidence, "verifiedById", "verifiedAt")
        VALUES (gen_random_uuid(), ${someone}::uuid, ${householdId}::uuid, 'spouse', '2026-01-01', '结婚证', ${by}::uuid, app_now())`)
    const [hers, own] = [
      { personId, memberId },
      { personId: kin.personId, memberId: ownId },
    ]
    const { personId: bride } = await buildPerson()

    for (const saying of [
      () => say(kin.userId, hers, '2019-01-01', '2019-02-01'),
      () => say(kin.userId, own, '2018-01-01', '2018-02-01'),
      () => verify(kin.userId),
      () => end(kin.userId),
    ])
      await expect(saying()).rejects.toThrow('where her own household')
    for (const telling of [() => confirm(kin.userId), () => bring(kin.userId, bride)])
      await expect(telling()).rejects.toThrow('who belongs to her own household')

    for (const done of [
      await say(other.userId, hers, '2019-01-01', '2019-02-01'),
      await verify(other.userId),
      await end(other.userId),
      await confirm(other.userId),
      await bring(other.userId, bride),
    ])
      expect(done).toBe(1)
    await expect(say(other.userId, hers, '2026-02-01', '2026-03-01')).rejects.toThrow(
      'HouseholdLink_one_at_a_time',
    )
  })

  it('brings nobody into it', async () => {
    const { householdId, kin, other } = await buildKin()
    const { personId } = await buildPerson()
    const bride = { householdId, personId, relation: 'spouse', validFrom: today, evidence: '结婚证' } as const
    const ways = { follow: true, moves: false }
    await expect(addMember({ actor: kin, ...bride, ...ways })).rejects.toMatchObject({
      key: 'household.ownKin',
    })
    expect(await owner.householdMember.count({ where: { personId } })).toBe(0)
    await addMember({ actor: other, ...bride, ...ways })
  })
})

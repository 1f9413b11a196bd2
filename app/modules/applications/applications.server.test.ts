import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { tellCard } from '~/modules/card-notices/tell-card.server'
import { giveWork, takeWork } from '~/modules/claims/claim-work.server'
import { releaseClaim } from '~/modules/claims/release-claim.server'
import { linkHousehold } from '~/modules/households/link-household.server'
import { verifyLink } from '~/modules/households/verify-link.server'
import { findOpenMatters } from '~/modules/own-data/find-open-matters.server'
import { secretIndex } from '~/modules/people/secret-index.server'
import { registerCard } from '~/modules/purses/register-card.server'
import { requestCardCode } from '~/modules/purses/request-card-code.server'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { env } from '~/platform/env.server'
import { seal } from '~/platform/secrets/envelope.server'
import { anyIdNumber, creditCode, fillApplication, handIn } from '../../../tests/fixtures/applications'
import { owner, passDays } from '../../../tests/fixtures/owner'
import {
  buildActor,
  buildGround,
  buildHousehold,
  buildPerson,
  joinHousehold,
  regionId,
} from '../../../tests/fixtures/world'
import { approveApplication } from './approve-application.server'
import { checksAsked } from './checks'
import { countApplications, findApplications } from './find-applications.server'
import { findApplyingShop } from './find-applying-shop.server'
import { findJoinPage } from './find-join-page.server'
import { getApplication } from './get-application.server'
import { recommendApplication } from './recommend-application.server'
import { saveStep } from './save-step.server'
import { applicantKinds, isPersonal } from './steps'
import { submitApplication } from './submit-application.server'
import { tellApplicants } from './tell-applicants.server'
import { turnDownApplication } from './turn-down-application.server'

const outbox = join(tmpdir(), `applicants-${process.pid}.txt`)
const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.key ?? String(error),
  )
const checks = checksAsked

let county: Actor
let city: Actor
let phones = 13_500_000_000

beforeAll(async () => {
  await buildGround()
  county = await buildActor({ role: 'coordinator', region: '620123' })
  city = await buildActor({ role: 'coordinator', region: '6201' })
  env.SMS_OUTBOX = outbox
})
afterAll(async () => {
  env.SMS_OUTBOX = undefined
  await rm(outbox, { force: true })
})

/** Somebody who has signed in and is nothing yet. */
async function buildApplicant() {
  const person = await buildPerson({ village: null, name: '马示例' })
  phones += 1
  const phone = String(phones)
  await owner.personSecret.create({
    data: {
      personId: person.personId,
      field: 'phone',
      keyId: person.key.keyId,
      cipher: seal(person.key, phone, { table: 'PersonSecret', column: 'phone', row: person.personId }),
      blindIndex: secretIndex('phone', phone),
    },
  })
  return { actor: await buildActor({ role: 'buyer', person }), phone }
}

/** The county verifies what she said of her household. */
async function verifyClaim(personId: string): Promise<void> {
  const { id } = await owner.householdLink.findFirstOrThrow({ where: { personId, verifiedAt: null } })
  await verifyLink({ actor: county, linkId: id, evidence: '入户走访' })
}

describe('an application', () => {
  it.each(applicantKinds)(
    'of %s is handed in when every screen of its kind is answered, once',
    async (kind) => {
      const { actor } = await buildApplicant()
      expect(await keyOf(submitApplication({ actor }))).toBe('joining.lacking')
      await fillApplication(actor, { kind })
      const page = await findJoinPage({ actor, locale: 'zh-CN' })
      expect(page).toMatchObject({ state: 'draft', kind, lacking: [], place: '榆中县 · 城关镇 · 上村' })
      expect(page.maskedNumber).toMatch(/^6201\*{10}.{4}$/)
      expect(page.licenceCode).toBe(isPersonal(kind) ? null : creditCode)
      await Promise.all([submitApplication({ actor }), submitApplication({ actor })])
      await submitApplication({ actor })
      const { personId } = actor
      const [row, ...more] = await owner.sellerApplication.findMany({
        where: { personId },
        include: { seller: true, events: true },
      })
      expect(more).toEqual([])
      expect(row).toMatchObject({
        state: 'submitted',
        seller: { status: 'applying', kind: isPersonal(kind) ? 'individual' : kind },
        events: [{ state: 'submitted' }],
      })
      expect(await owner.householdLink.count({ where: { personId, verifiedAt: null } })).toBe(
        isPersonal(kind) ? 1 : 0,
      )
      expect(await keyOf(saveStep({ actor, answer: { step: 'kind', kind } }))).toBe('joining.beingRead')
      expect(await owner.agreement.count({ where: { userId: actor.userId } })).toBe(isPersonal(kind) ? 2 : 1)
    },
  )

  it('refuses what cannot be, and keeps what was said before', async () => {
    const { actor } = await buildApplicant()
    await saveStep({ actor, answer: { step: 'kind', kind: 'company' } })
    const who = (idNumber: string | null) =>
      saveStep({ actor, answer: { step: 'who', realName: '马示例', idNumber } })
    expect(await keyOf(who(null))).toBe('errors.required')
    await who(anyIdNumber())
    expect(await keyOf(who(null))).toBe('done')
    const licence = {
      step: 'licence',
      licenceName: '坊',
      licenceCode: creditCode,
      licenceUntil: '2020-01-01',
    } as const
    expect(await keyOf(saveStep({ actor, answer: licence }))).toBe('joining.noLicencePhoto')
    expect(await keyOf(saveStep({ actor, answer: { step: 'agreement', textId: null } }))).toBe(
      'joining.tickFirst',
    )
    const strange = crypto.randomUUID()
    expect(await keyOf(saveStep({ actor, answer: { step: 'agreement', textId: strange } }))).toBe(
      'card.textChanged',
    )
    expect(await keyOf(saveStep({ actor, answer: { step: 'place', placeId: strange } }))).toBe(
      'errors.notFound',
    )
    expect((await findJoinPage({ actor, locale: 'zh-CN' })).lacking).not.toContain('who')
  })

  it('goes through county and city to an open shop, by two people, with her household verified first', async () => {
    const { actor, phone } = await buildApplicant()
    const idNumber = anyIdNumber()
    const { applicationId, sellerId } = await handIn(actor, {
      kind: 'household',
      given: ['public_name'],
      idNumber,
    })
    const which = { applicationId }
    const { rows } = await findApplications({ actor: county })
    expect(rows.map(({ id }) => id)).toContain(applicationId)
    expect(await keyOf(recommendApplication({ actor: city, ...which, checks }))).toBe('joining.countyFirst')
    expect(await keyOf(recommendApplication({ actor: county, ...which, checks: ['craft'] }))).toBe(
      'joining.checkFirst',
    )
    expect(await keyOf(recommendApplication({ actor: county, ...which, checks }))).toBe(
      'joining.householdFirst',
    )
    expect(await getApplication({ actor: county, ...which })).toMatchObject({
      household: 'waiting',
      cardTail: null,
      agreedVersion: 1,
      declaredVersion: 1,
    })
    await verifyClaim(actor.personId)
    expect(await keyOf(approveApplication({ actor: city, ...which }))).toBe('joining.notWaiting')
    await recommendApplication({ actor: county, ...which, checks })
    expect(await keyOf(approveApplication({ actor: county, ...which }))).toBe('joining.cityLast')
    const before = await countApplications({ actor: city })
    const both = await Promise.all(
      [city, city].map((one) => keyOf(approveApplication({ actor: one, ...which }))),
    )
    expect(both.toSorted()).toEqual(['done', 'joining.notWaiting'])
    expect(await countApplications({ actor: city })).toBe(before - 1)
    expect(await owner.seller.findUniqueOrThrow({ where: { id: sellerId } })).toMatchObject({
      status: 'active',
      makerName: '马示例',
    })
    expect(await owner.userRole.findMany({ where: { userId: actor.userId, role: 'artisan' } })).toMatchObject(
      [{ sellerId, grantedById: city.userId }],
    )
    const kept = await owner.personSecret.findMany({
      where: { personId: actor.personId, field: 'id_number' },
    })
    expect(kept.map(({ blindIndex }) => Buffer.from(blindIndex))).toEqual([
      Buffer.from(secretIndex('id_number', idNumber)),
    ])
    expect(await owner.searchEntry.findUniqueOrThrow({ where: { sellerId } })).toMatchObject({
      isShown: expect.any(Boolean),
    })
    await tellApplicants()
    await tellApplicants()
    const sent = (await readFile(outbox, 'utf8')).split('\n').filter((line) => line.includes(phone))
    expect(sent).toHaveLength(2)
    expect(sent[1]).toContain('开张')
  })

  it('takes her card once it is handed in: the desk reads its last digits, and nothing is paid to it before her shop is open', async () => {
    const { actor, phone } = await buildApplicant()
    const stranger = await buildApplicant()
    await fillApplication(actor, { kind: 'artisan' })
    expect(await findApplyingShop(actor)).toBeNull()
    await submitApplication({ actor })
    const sellerId = (await findApplyingShop(actor)) ?? ''
    const { id: applicationId } = await owner.sellerApplication.findFirstOrThrow({ where: { sellerId } })
    const codeOf = async (one: Actor) =>
      (await requestCardCode({ actor: one, address: '127.0.0.1' })).shownCode ?? ''
    const card = {
      ...{ purse: sellerId, bankName: '示例农村信用社', number: '4242424242424242', holder: '马示例' },
      ...{ relation: 'self' as const, textVersionId: null },
    }
    const theirs = { ...card, code: await codeOf(stranger.actor) }
    expect(await keyOf(registerCard({ actor: stranger.actor, card: theirs }))).toBe('errors.notFound')
    await registerCard({ actor, card: { ...card, code: await codeOf(actor) } })
    expect(await findJoinPage({ actor, locale: 'zh-CN' })).toMatchObject({
      card: { bankName: '示例农村信用社', last4: '4242' },
    })
    const desk = await getApplication({ actor: county, applicationId })
    expect(desk.cardTail).toBe('4242')
    expect(JSON.stringify(desk)).not.toContain('42424242')
    const { id: bankAccountId, partyId } = await owner.bankAccount.findFirstOrThrow({
      where: { party: { sellerId } },
    })
    await tellCard({ bankAccountId, about: 'registered' })
    const told = (await readFile(outbox, 'utf8')).split('\n').filter((line) => line.includes(phone))
    expect(told.at(-1)).toContain('/studio/join/card')
    await passDays(4)
    const pay = () =>
      owner.payoutBatch.create({
        data: {
          ...{ number: crypto.randomUUID(), lineCount: 1, totalFen: 1n, preparedById: city.userId },
          lines: { create: [{ seq: 1, partyId, bankAccountId, amountFen: 1n }] },
        },
      })
    await expect(pay()).rejects.toThrow(/not open yet/)
    await verifyClaim(actor.personId)
    await recommendApplication({ actor: county, applicationId, checks })
    await approveApplication({ actor: city, applicationId })
    expect(await findApplyingShop(actor)).toBeNull()
    expect((await pay()).totalFen).toBe(1n)
  })

  it('is sent back with a reason, mended and handed in again; refused it is over, and so is its shop', async () => {
    const { actor } = await buildApplicant()
    const { applicationId, sellerId } = await handIn(actor, { kind: 'workshop' })
    const turn = (to: 'returned' | 'refused') =>
      turnDownApplication({ actor: county, applicationId, to, reasonCode: 'photos', words: '再拍一张' })
    await turn('returned')
    expect(await keyOf(turn('returned'))).toBe('joining.notWaiting')
    const page = await findJoinPage({ actor, locale: 'zh-CN' })
    expect(page.events.at(-1)).toMatchObject({ state: 'returned', reason: 'photos', words: '再拍一张' })
    await saveStep({ actor, answer: { step: 'craft', craft: 'knots', years: 3, shopName: '改过的店' } })
    await submitApplication({ actor })
    expect(await owner.seller.findUniqueOrThrow({ where: { id: sellerId } })).toMatchObject({
      nameZh: '改过的店',
      slug: expect.stringMatching(/^gai-guo-de-dian/),
      status: 'applying',
    })
    await turn('refused')
    expect(await owner.seller.findUniqueOrThrow({ where: { id: sellerId } })).toMatchObject({
      status: 'closed',
    })
    expect((await findOpenMatters({ actor })).matters).toEqual([])
    await saveStep({ actor, answer: { step: 'kind', kind: 'artisan' } })
    expect(await owner.sellerApplication.count({ where: { personId: actor.personId } })).toBe(2)
  })

  it('goes where she applies anew, and what the register calls her stays until she is approved', async () => {
    const { actor } = await buildApplicant()
    const { applicationId } = await handIn(actor, { kind: 'artisan' })
    await owner.person.update({ where: { id: actor.personId }, data: { name: '登记的名字' } })
    await turnDownApplication({
      actor: county,
      applicationId,
      to: 'returned',
      reasonCode: 'place',
      words: '',
    })
    const village = await regionId('620121100201')
    await owner.sellerApplication.update({ where: { id: applicationId }, data: { regionId: village } })
    await submitApplication({ actor })
    expect(await owner.person.findUniqueOrThrow({ where: { id: actor.personId } })).toMatchObject({
      regionId: village,
      name: '登记的名字',
    })
    const yongdeng = await buildActor({ role: 'coordinator', region: '620121' })
    expect(
      await inScope(yongdeng, (tx) => tx.householdLink.count({ where: { personId: actor.personId } })),
    ).toBe(1)
  })

  it('goes over to the county where the register knows her: that county alone sees it from then on, and verifies her', async () => {
    const yongdeng = await regionId('620121')
    const there = await buildActor({ role: 'coordinator', region: '620121' })
    const { actor } = await buildApplicant()
    await owner.person.update({
      where: { id: actor.personId },
      data: { regionId: await regionId('620121100201') },
    })
    const { householdId } = await buildHousehold({ village: '620121100201' })
    await owner.householdMember.create({
      data: {
        ...{ personId: actor.personId, householdId, relation: 'self', evidence: '户口簿' },
        ...{ validFrom: new Date('2019-01-01'), verifiedById: city.userId, verifiedAt: new Date() },
      },
    })
    const { applicationId, sellerId } = await handIn(actor, { kind: 'household', claim: 'registered' })
    const which = { applicationId }
    expect((await getApplication({ actor: county, ...which })).household).toBe('nothing')
    const turn = (more: object, by = county) =>
      keyOf(
        turnDownApplication({
          ...{ actor: by, ...which, to: 'returned', reasonCode: 'place', words: '户口在永登' },
          ...more,
        }),
      )
    expect(await turn({ toCounty: yongdeng, reasonCode: 'photos' })).toBe('joining.moveNeedsPlace')
    expect(await turn({ toCounty: yongdeng, to: 'refused' })).toBe('joining.moveNeedsPlace')
    for (const code of ['620123', '620121100201'])
      expect(await turn({ toCounty: await regionId(code) })).toBe('joining.badCounty')
    expect(await turn({ toCounty: yongdeng }, there)).toBe('errors.notFound')
    const both = await Promise.all([turn({ toCounty: yongdeng }), turn({ toCounty: yongdeng })])
    expect(both.filter((one) => one === 'done')).toHaveLength(1)

    const looks = (who: Actor) =>
      inScope(who, async (tx) => [
        await tx.sellerApplication.count({ where: { id: applicationId } }),
        await tx.applicationPhoto.count({ where: which }),
        await tx.applicationEvent.count({ where: which }),
      ])
    expect([await looks(county), await looks(there)]).toEqual([
      [0, 0, 0],
      [1, 1, 2],
    ])
    expect(await keyOf(getApplication({ actor: county, ...which }))).toBe('errors.notFound')
    const { events, place } = await getApplication({ actor: there, ...which })
    expect(place.zh).toBe('永登县')
    expect(events.at(-1)).toMatchObject({ state: 'returned', reason: 'place', movedTo: { zh: '永登县' } })
    expect(await owner.seller.findUniqueOrThrow({ where: { id: sellerId } })).toMatchObject({
      countyId: yongdeng,
    })

    expect((await findJoinPage({ actor, locale: 'zh-CN' })).lacking).toEqual(['place'])
    await saveStep({ actor, answer: { step: 'place', placeId: await regionId('620121100201') } })
    await submitApplication({ actor })
    expect((await getApplication({ actor: there, ...which })).household).toBe('waiting')
    const { id: linkId } = await owner.householdLink.findFirstOrThrow({ where: { personId: actor.personId } })
    await verifyLink({ actor: there, linkId, evidence: '入户走访' })
    await recommendApplication({ actor: there, ...which, checks })
    expect(await looks(county)).toEqual([0, 0, 0])
  })

  it('is sent over by who sends it back alone: the database moves nothing else', async () => {
    const { actor } = await buildApplicant()
    const { applicationId } = await handIn(actor, { kind: 'workshop' })
    const yongdeng = await regionId('620121')
    const move = (who: Actor, to = yongdeng) =>
      keyOf(
        inScope(
          who,
          (tx) =>
            tx.$executeRaw`SELECT move_application(${applicationId}::uuid, ${to}::uuid, ${who.userId}::uuid)`,
        ),
      )
    expect(await move(county)).toContain('sent over by who sends it back')
    const back = { to: 'returned', reasonCode: 'place', words: '地方不对' } as const
    await turnDownApplication({ actor: county, applicationId, ...back, toCounty: yongdeng })
    for (const who of [county, city]) expect(await move(who)).toContain('sent over by')
    expect((await owner.person.findUniqueOrThrow({ where: { id: actor.personId } })).regionId).toBe(yongdeng)
  })

  it('is judged by nobody of her own household, nor by whoever recommended it', async () => {
    const { actor } = await buildApplicant()
    const { applicationId } = await handIn(actor, { kind: 'workshop' })
    const { householdId } = await buildHousehold()
    for (const { personId } of [actor, county])
      await joinHousehold({ personId, householdId, verifiedById: city.userId })
    expect(await keyOf(recommendApplication({ actor: county, applicationId, checks }))).toBe(
      'joining.notHerOwn',
    )
    const other = await buildActor({ role: 'coordinator', region: '620123' })
    await recommendApplication({ actor: other, applicationId, checks })
    const person = { personId: other.personId, userId: other.userId }
    const promoted = await buildActor({ role: 'coordinator', region: '6201', person })
    expect(await keyOf(approveApplication({ actor: promoted, applicationId }))).toBe('joining.twoPeople')
  })

  it('is judged by who is on it, and given to nobody who stands near', async () => {
    const { actor } = await buildApplicant()
    const { applicationId } = await handIn(actor, { kind: 'workshop' })
    const person = await buildPerson({ village: null, name: '李玉琴（示例）' })
    const li = await buildActor({ role: 'coordinator', region: '620123', person })
    const work = { queue: 'application', subjectId: applicationId } as const
    await takeWork({ actor: li, ...work })
    const turned = { applicationId, to: 'returned', reasonCode: 'photos', words: '再拍' } as const
    for (const held of [
      () => takeWork({ actor: county, ...work }),
      () => recommendApplication({ actor: county, applicationId, checks }),
      () => turnDownApplication({ actor: city, ...turned }),
    ])
      await expect(held()).rejects.toMatchObject({ key: 'claims.held', params: { name: '李玉琴（示例）' } })
    const row = (await findApplications({ actor: county })).rows.find(({ id }) => id === applicationId)
    expect(row?.claim).toMatchObject({ name: '李玉琴（示例）', isMine: false, minutesLeft: 30 })
    expect(
      await keyOf(
        owner.sellerApplication.update({
          where: { id: applicationId },
          data: { state: 'returned', decidedById: county.userId, decidedAt: await appNow() },
        }),
      ),
    ).toContain('somebody else is on it')
    await releaseClaim({ actor: li, ...work })

    const near = await buildActor({ role: 'coordinator', region: '620123', person: await buildPerson() })
    const { householdId } = await buildHousehold()
    for (const { personId } of [actor, near])
      await joinHousehold({ personId, householdId, verifiedById: city.userId })
    await expect(giveWork({ actor: county, ...work, toUserId: near.userId })).rejects.toMatchObject({
      ...{ key: 'claims.tooNear', status: 422, field: 'to' },
    })
    expect((await getApplication({ actor: near, applicationId })).isNear).toBe(true)
    await giveWork({ actor: county, ...work, toUserId: li.userId })
    await recommendApplication({ actor: li, applicationId, checks })
    expect(await owner.workClaim.count({ where: { subjectId: applicationId } })).toBe(0)
    await takeWork({ actor: city, ...work })
    expect(await keyOf(takeWork({ actor: li, ...work }))).toBe('errors.notFound')
  })

  it('is not seen by another county, nor before it is handed in', async () => {
    const yongdeng = await buildActor({ role: 'coordinator', region: '620121' })
    const { actor } = await buildApplicant()
    await fillApplication(actor, { kind: 'artisan' })
    const { id } = await owner.sellerApplication.findFirstOrThrow({ where: { personId: actor.personId } })
    const looks = (who: Actor) =>
      inScope(who, async (tx) => [
        await tx.sellerApplication.count({ where: { id } }),
        await tx.applicationPhoto.count({ where: { applicationId: id } }),
        await tx.applicationEvent.count({ where: { applicationId: id } }),
      ])
    expect(await looks(county)).toEqual([0, 0, 0])
    await submitApplication({ actor })
    expect(await looks(county)).toEqual([1, 1, 1])
    expect(await looks(yongdeng)).toEqual([0, 0, 0])
    expect(await keyOf(getApplication({ actor: yongdeng, applicationId: id }))).toBe('errors.notFound')
    expect(await keyOf(recommendApplication({ actor: yongdeng, applicationId: id, checks }))).toBe(
      'errors.notFound',
    )
  })
})

describe('the database', () => {
  it('lets nobody skip a step, judge beyond her place or change what is looked at', async () => {
    const { actor } = await buildApplicant()
    const { applicationId: id, sellerId } = await handIn(actor, { kind: 'artisan' })
    const at = await appNow()
    const by = (who: Actor) => ({ decidedById: who.userId, decidedAt: at })
    const recommended = { state: 'recommended', recommendedById: county.userId, recommendedAt: at } as const
    const change = (data: object) => keyOf(owner.sellerApplication.update({ where: { id }, data }))
    expect(await change({ state: 'approved', ...by(city) })).toContain(
      'does not go from submitted to approved',
    )
    expect(await change({ shopName: '别的' })).toContain('is being looked at')
    expect(await change({ ...recommended, recommendedById: city.userId })).toContain(
      'judged by those who sit over',
    )
    expect(await change({ state: 'returned', ...by(actor) })).toContain('judged by those who sit over')
    expect(await change(recommended)).toContain('household is not verified')
    await linkHousehold({
      actor: county,
      personId: actor.personId,
      memberId: null,
      validFrom: dayOf(at),
      evidence: '入户走访',
    })
    expect(await change(recommended)).toBe('done')
    expect(await change({ state: 'approved', ...by(county) })).toContain('judged by those who sit over')
    const open = () => keyOf(owner.seller.update({ where: { id: sellerId }, data: { status: 'active' } }))
    expect(await open()).toContain('is not approved')
    const role = { userId: actor.userId, role: 'artisan', sellerId, grantedById: city.userId } as const
    expect(await keyOf(owner.userRole.create({ data: role }))).toContain(
      'given and ended by an administrator',
    )
    expect(await change({ state: 'approved', ...by(city) })).toBe('done')
    expect(await open()).toBe('done')
    expect(await change({ state: 'returned', ...by(city) })).toContain('does not go')
    expect(await keyOf(owner.applicationEvent.deleteMany({ where: { applicationId: id } }))).toContain(
      'append-only',
    )
  })
})

import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { findListingBars } from '~/modules/catalog/find-listing-bars.server'
import { startListing } from '~/modules/catalog/start-listing.server'
import { submitListing } from '~/modules/catalog/submit-listing.server'
import { secretIndex } from '~/modules/people/secret-index.server'
import { appNow } from '~/platform/db/clock.server'
import { env } from '~/platform/env.server'
import { seal } from '~/platform/secrets/envelope.server'
import { openRevision, writeListing } from '../../../tests/fixtures/listings'
import { owner, passDays } from '../../../tests/fixtures/owner'
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
import { answerCorrection } from './answer-correction.server'
import { askCorrection } from './ask-correction.server'
import { checkRenewal } from './check-renewal.server'
import { confirmRecord } from './confirm-record.server'
import { findCorrections } from './find-corrections.server'
import { findDueRecord } from './find-due-record.server'
import { findOwnRecord } from './find-own-record.server'
import { countUnconfirmed, findUnconfirmed } from './find-unconfirmed.server'
import { findVerifications } from './find-verifications.server'
import { tellExpiring } from './tell-expiring.server'

const outbox = join(tmpdir(), `records-${process.pid}.txt`)
const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.key ?? String(error),
  )
const dayLength = 24 * 60 * 60 * 1000

let county: Actor
let phones = 13_400_000_000

beforeAll(async () => {
  await buildGround()
  county = await buildActor({ role: 'coordinator', region: '620123' })
  env.SMS_OUTBOX = outbox
})
afterAll(async () => {
  env.SMS_OUTBOX = undefined
  await rm(outbox, { force: true })
})

/** A shop whose verification ends in so many days, and its owner's phone. */
async function buildShop(days: number) {
  const seller = await buildSeller()
  const { personId, key } = seller.person
  phones += 1
  const phone = String(phones)
  await owner.personSecret.create({
    data: {
      personId,
      field: 'phone',
      keyId: key.keyId,
      cipher: seal(key, phone, { table: 'PersonSecret', column: 'phone', row: personId }),
      blindIndex: secretIndex('phone', phone),
    },
  })
  const verifiedUntil = new Date((await appNow()).getTime() + days * dayLength)
  await owner.seller.update({ where: { id: seller.sellerId }, data: { verifiedUntil } })
  return { ...seller, phone }
}

const sentTo = async (phone: string) =>
  (await readFile(outbox, 'utf8').catch(() => '')).split('\n').filter((line) => line.includes(phone))

const barsOf = (actor: Actor) =>
  findListingBars({ request: new Request('http://127.0.0.1/'), actor, sellerIds: actor.sellerIds })

describe('a verification', () => {
  it('lasts half a year for a new shop', async () => {
    const { sellerId } = await buildSeller()
    const { verifiedUntil } = await owner.seller.findUniqueOrThrow({ where: { id: sellerId } })
    expect(Math.round((verifiedUntil.getTime() - (await appNow()).getTime()) / dayLength)).toBe(180)
  })

  it('is reminded of at thirty days, at seven and when it is over, each once', async () => {
    const { phone, actor, sellerId } = await buildShop(31)
    expect(await findDueRecord({ actor })).toBeNull()
    await tellExpiring()
    expect(await sentTo(phone)).toHaveLength(0)
    for (const [days, said] of [
      [2, 1],
      [10, 1],
      [13, 2],
      [8, 3],
    ] as const) {
      await passDays(days)
      expect(await findDueRecord({ actor })).toBe(said === 3 ? 'over' : 'soon')
      await Promise.all([tellExpiring(), tellExpiring()])
      await tellExpiring()
      expect(await sentTo(phone), `${days} days on`).toHaveLength(said)
    }
    expect((await sentTo(phone)).at(-1)).toContain('到期了')
    const mine = (await findVerifications({ actor: county })).rows.find((one) => one.sellerId === sellerId)
    expect(mine).toMatchObject({ isOver: true, daysLeft: 0, renewalId: null })
    expect((await findOwnRecord({ actor })).shops).toMatchObject([{ isOver: true, isDue: true }])
  })

  it('when it is over nothing new is listed, until she confirms and her county has looked', async () => {
    const { actor, sellerId } = await buildShop(5)
    const productId = await writeListing(actor, {})
    const { version } = await openRevision(productId)
    await owner.seller.update({
      where: { id: sellerId },
      data: { verifiedUntil: new Date((await appNow()).getTime() - 1000) },
    })
    // what she writes is kept all the same, and she is told why it waits
    expect(await keyOf(startListing({ actor }))).toBe('done')
    expect(await barsOf(actor)).toEqual([{ shop: '示例结艺', next: 'confirm' }])
    expect(await barsOf(await buildActor({ role: 'broker', sellerIds: [sellerId] }))).toMatchObject([
      { next: 'owner' },
    ])
    expect(await keyOf(submitListing({ actor, productId, version }))).toBe('records.verificationOver')
    const directly = owner.listingRevision.updateMany({ where: { productId }, data: { state: 'submitted' } })
    expect(await keyOf(directly)).toContain('has to be looked at again')

    await Promise.all([confirmRecord({ actor, sellerId }), confirmRecord({ actor, sellerId })])
    expect(await owner.sellerRenewal.count({ where: { sellerId } })).toBe(1)
    expect(await findDueRecord({ actor })).toBeNull()
    expect(await barsOf(actor)).toMatchObject([{ next: 'county' }])
    const [first] = (await findVerifications({ actor: county })).rows
    expect(first?.renewalId).not.toBeNull()
    const { id: renewalId } = await owner.sellerRenewal.findFirstOrThrow({ where: { sellerId } })
    const yongdeng = await buildActor({ role: 'coordinator', region: '620121' })
    expect(await keyOf(checkRenewal({ actor: yongdeng, renewalId }))).toBe('errors.notFound')
    const { userId, personId } = actor
    const herself = await buildActor({ role: 'coordinator', region: '620123', person: { userId, personId } })
    expect(await keyOf(checkRenewal({ actor: herself, renewalId }))).toBe('records.notHerOwn')
    await Promise.all([
      checkRenewal({ actor: county, renewalId }),
      checkRenewal({ actor: county, renewalId }),
    ])
    const { verifiedUntil } = await owner.seller.findUniqueOrThrow({ where: { id: sellerId } })
    expect(Math.round((verifiedUntil.getTime() - (await appNow()).getTime()) / dayLength)).toBe(180)
    expect(await barsOf(actor)).toEqual([])
    await submitListing({ actor, productId, version })
  })

  it('is lengthened by nothing but a check', async () => {
    const { sellerId } = await buildShop(5)
    const later = new Date((await appNow()).getTime() + 99 * dayLength)
    const lengthen = owner.seller.update({ where: { id: sellerId }, data: { verifiedUntil: later } })
    expect(await keyOf(lengthen)).toContain('nobody has looked at it again')
    const stranger = await buildPerson({ name: '路人' })
    const renewal = await owner.sellerRenewal.create({ data: { sellerId, confirmedById: stranger.userId } })
    const check = (checkedById: string) =>
      keyOf(
        owner.sellerRenewal.update({
          where: { id: renewal.id },
          data: { checkedById, checkedAt: later, until: later },
        }),
      )
    expect(await check(county.userId)).toBe('done')
    expect(await check(county.userId)).toContain('stays as it is')
  })
})

describe('a request for correction', () => {
  it('is answered once, by her coordinator; a name changes with it', async () => {
    const { actor } = await buildShop(90)
    const ask = () => askCorrection({ actor, field: 'name', words: '改名之后' })
    await Promise.all([ask(), ask()])
    const { rows: waiting } = await findCorrections({ actor: county })
    const hers = waiting.filter(({ words }) => words === '改名之后')
    expect(hers).toHaveLength(1)
    const requestId = hers[0]?.id ?? ''
    const yongdeng = await buildActor({ role: 'coordinator', region: '620121' })
    const answer = (who: Actor) =>
      keyOf(answerCorrection({ actor: who, requestId, isCorrected: true, answer: '看过户口簿，改好了。' }))
    expect(await answer(yongdeng)).toBe('errors.notFound')
    const { userId, personId } = actor
    expect(
      await answer(await buildActor({ role: 'coordinator', region: '620123', person: { userId, personId } })),
    ).toBe('records.notHerOwn')
    expect(await answer(county)).toBe('done')
    expect(await answer(county)).toBe('records.answeredAlready')
    expect(await findOwnRecord({ actor })).toMatchObject({
      name: '改名之后',
      corrections: [{ isCorrected: true, answer: '看过户口簿，改好了。' }],
    })
  })
})

describe('consents that wait', () => {
  it('are mandates that nobody has agreed to, of her region', async () => {
    const { sellerId } = await buildShop(90)
    const agent = await buildPerson({ name: '帮手' })
    const day = (days: number) => new Date(Date.now() + days * dayLength)
    const mandate = await owner.mandate.create({
      data: {
        sellerId,
        agentPersonId: agent.personId,
        agentKind: 'family',
        scope: ['list'],
        capBps: 0,
        validFrom: day(0),
        validTo: day(150),
        signedByAgentAt: new Date(),
      },
    })
    const found = await findUnconfirmed({ actor: county })
    expect(await countUnconfirmed({ actor: county })).toBe(found.length)
    expect(found.filter(({ key }) => key === mandate.id)).toMatchObject([
      { sellerId, why: 'mandate', place: { zh: expect.stringContaining('榆中县') } },
    ])
    const yongdeng = await buildActor({ role: 'coordinator', region: '620121' })
    expect((await findUnconfirmed({ actor: yongdeng })).map(({ key }) => key)).not.toContain(mandate.id)
  })
})

describe('the record of her household', () => {
  it('tells a member where it is, what it was registered as and what of hers was counted in it', async () => {
    const { actor, sellerId, person } = await buildSeller()
    expect((await findOwnRecord({ actor })).household).toEqual({ kind: 'unverified' })
    const { householdId } = await buildHousehold({ village: '620123100202' })
    await joinHousehold({ personId: person.personId, householdId, verifiedById: county.userId })
    const piece = await buildPiece({ sellerId, priceFen: 20_000n })
    await sell(actor, [{ variantId: piece.variantId }])
    expect((await findOwnRecord({ actor })).household).toMatchObject({
      kind: 'household',
      place: { zh: expect.stringContaining('下村') },
      memberSince: '2019-01-01',
      statuses: [{ zh: '脱贫户', from: '2019-01-01', to: null }],
      countedFen: 19_000,
    })
    const another = await buildSeller()
    expect((await findOwnRecord(another)).household).toEqual({ kind: 'unverified' })
  })

  it('says that there is none once that has been looked into, and nothing of a household she has left', async () => {
    const { actor, person } = await buildSeller()
    const { personId } = person
    const { householdId } = await buildHousehold()
    const { memberId } = await joinHousehold({ personId, householdId, verifiedById: county.userId })
    await owner.householdMember.update({ where: { id: memberId }, data: { validTo: new Date('2020-01-01') } })
    expect((await findOwnRecord({ actor })).household).toEqual({ kind: 'unverified' })
    await owner.householdLink.updateMany({ where: { personId }, data: { validTo: new Date('2020-01-01') } })
    await owner.householdLink.create({
      data: {
        personId,
        noReason: 'not_registered',
        validFrom: new Date('2020-01-01'),
        evidence: '示例',
        verifiedById: county.userId,
        verifiedAt: new Date(),
      },
    })
    expect((await findOwnRecord({ actor })).household).toEqual({ kind: 'none' })
  })
})

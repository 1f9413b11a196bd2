import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { giveConsent } from '~/modules/consents/give-consent.server'
import type { PublicConsent } from '~/modules/consents/public-consents'
import { withdrawConsent } from '~/modules/consents/withdraw-consent.server'
import { findPayables } from '~/modules/payouts/find-payables.server'
import { findAccountRef } from '~/modules/purses/find-onboarding-link.server'
import { getText } from '~/modules/settings/find-text.server'
import { hearVoice } from '~/modules/voices/hear-voice.server'
import { keepVoice } from '~/modules/voices/keep-voice.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { agree, askCode, buildBase as baseIn, handOver, openOf } from '../../../tests/fixtures/handovers'
import { owner } from '../../../tests/fixtures/owner'
import { book } from '../../../tests/fixtures/payouts'
import { webmBytes } from '../../../tests/fixtures/voices'
import {
  buildActor,
  buildBankAccount,
  buildConnectAccount,
  buildConsent,
  buildGround,
  buildMedia,
  buildPerson,
  buildPiece,
} from '../../../tests/fixtures/world'
import { agreeHandover } from './answer-handover.server'

let county: Actor

beforeAll(async () => {
  await buildGround()
  county = await buildActor({ role: 'coordinator', region: '620123' })
})

const buildBase = () => baseIn(county)

describe('the purse of a base that changes hands', () => {
  it('pays nobody who kept it before: her account abroad is over, and so is what nobody has looked at', async () => {
    const { actor, to, sellerId, person, propose } = await buildBase()
    const account = await buildConnectAccount({ sellerId, person })
    await book({ sellerId }, 'payable', 50_000n)
    const payable = async () =>
      (await inScope({ job: 'payout' }, (tx) => findPayables(tx, 'stripe', [sellerId])))[0]
    expect(await payable()).toMatchObject({ outcome: 'ready', connectAccountId: account.id })
    await owner.sellerRenewal.create({ data: { sellerId, confirmedById: actor.userId } })
    await propose()
    const { id } = await openOf(sellerId)
    await agree(actor, id)
    expect(await agree(to, id)).toBe('taken')
    expect(await payable()).toMatchObject({ outcome: 'by_bank', connectAccountId: null })
    expect(await findAccountRef({ actor: to, purse: sellerId })).toBeNull()
    expect(await owner.sellerRenewal.count({ where: { sellerId } })).toBe(0)
    const consentId = await buildConsent(to.personId, 'payout_abroad')
    await expect(
      owner.connectAccount.update({ where: { id: account.id }, data: { consentId } }),
    ).rejects.toThrow(/is over/)
    const hers = await buildConnectAccount({ sellerId, person: to })
    expect(await payable()).toMatchObject({ outcome: 'ready', connectAccountId: hers.id })
  })

  it('takes no card of hers after it, not even one sent in the same moment', async () => {
    const { actor, to, heir, sellerId, person, propose } = await buildBase()
    await propose()
    const { id } = await openOf(sellerId)
    await agree(actor, id)
    const code = await askCode(to, id)
    const card = () => buildBankAccount({ sellerId, key: person.key }).catch((error: unknown) => error)
    const [, raced] = await Promise.all([agreeHandover({ actor: to, handoverId: id, code }), card()])
    const open = await owner.bankAccount.findMany({ where: { party: { sellerId }, closedAt: null } })
    expect(open, String(raced)).toEqual([])
    expect(String(await card())).toMatch(/is another's now/)
    expect(await buildBankAccount({ sellerId, key: heir.key })).toEqual(expect.any(String))
  })
})

async function give(actor: Actor, purpose: PublicConsent, words = ''): Promise<void> {
  const { id } = await getText(purpose, 'zh-CN')
  await giveConsent({ actor, purpose, textId: id, words })
}

/** A picture of somebody at work, handed in with a piece by whoever is named; by nobody known where she is not. */
async function buildAtWork(sellerId: string, by: Actor | null): Promise<string> {
  const mediaId = await buildMedia()
  const { productId } = await buildPiece({ sellerId })
  const content = { photos: [{ mediaId, shot: 'making' }] }
  const revision = await owner.listingRevision.create({ data: { productId, number: 7, content } })
  if (by)
    await owner.listingEvent.create({
      data: { revisionId: revision.id, state: 'submitted', actorUserId: by.userId, content },
    })
  await owner.media.update({ where: { id: mediaId }, data: { sellerId, shot: 'making' } })
  return mediaId
}

const isShown = async (id: string) =>
  (await owner.media.findUniqueOrThrow({ where: { id } })).state === 'ready'
const saysOf = (id: string) =>
  owner.seller.findUniqueOrThrow({ where: { id }, select: { makerName: true, wordsZh: true } })

/** A base of two, and the second's actor. */
async function buildShared() {
  const base = await buildBase()
  const { sellerId } = base
  const person = await buildPerson({ name: '留下的人' })
  const share = { personId: person.personId, role: 'owner', validFrom: new Date('2026-01-01') } as const
  await owner.sellerPerson.create({ data: { sellerId, ...share } })
  return { ...base, stays: await buildActor({ role: 'artisan', person, sellerIds: [sellerId] }) }
}

describe('what a shop of two shows', () => {
  it('goes with her whose it is when one hands her part over, and the other’s stays', async () => {
    const base = await buildShared()
    const { actor, stays, sellerId } = base
    for (const one of [actor, stays]) await give(one, 'public_photo')
    const [hers, others, unknown] = [
      await buildAtWork(sellerId, actor),
      await buildAtWork(sellerId, stays),
      await buildAtWork(sellerId, null),
    ]
    for (const one of [actor, stays]) await give(one, 'public_name')
    await give(stays, 'public_story', '两个人的灯下')
    await give(actor, 'public_story', '我一个人的话')
    await owner.userRole.create({
      data: { userId: actor.userId, role: 'artisan', validFrom: new Date('2026-01-01') },
    })
    await handOver(base)
    // without a shop she has no place in the studio either
    expect(
      await owner.userRole.count({ where: { userId: actor.userId, role: 'artisan', validTo: null } }),
    ).toBe(0)
    expect(await saysOf(sellerId)).toEqual({ makerName: '留下的人', wordsZh: null })
    expect([await isShown(hers), await isShown(others), await isShown(unknown)]).toEqual([false, true, false])
    // what was hers does not come back by the consent of whoever stays or comes
    for (const one of [stays, base.to]) {
      await withdrawConsent({ actor: one, purpose: 'public_photo' })
      await give(one, 'public_photo')
    }
    expect([await isShown(hers), await isShown(others), await isShown(unknown)]).toEqual([false, true, false])
  })

  it('is taken back by her alone whose it is', async () => {
    const { actor, stays, sellerId } = await buildShared()
    for (const one of [actor, stays]) await give(one, 'public_photo')
    const [hers, others] = [await buildAtWork(sellerId, actor), await buildAtWork(sellerId, stays)]
    for (const purpose of ['public_name', 'public_story'] as const) {
      await give(actor, purpose, '先说的')
      await give(stays, purpose, '后说的')
    }
    for (const purpose of ['public_name', 'public_story', 'public_photo'] as const)
      await withdrawConsent({ actor, purpose })
    expect(await saysOf(sellerId)).toEqual({ makerName: '留下的人', wordsZh: '后说的' })
    expect([await isShown(hers), await isShown(others)]).toEqual([false, true])
    // hers waits for her own consent, though the other one agrees to being shown
    expect(await isShown(await buildAtWork(sellerId, actor))).toBe(false)
  })

  it('is heard of her no more once she has handed over, though she agrees to being heard', async () => {
    const base = await buildShared()
    const { actor, stays, sellerId } = base
    await give(actor, 'public_voice')
    await give(stays, 'public_voice')
    const [hers, others] = [await buildVoice(sellerId, actor), await buildVoice(sellerId, stays)]
    await hearVoice({ voiceId: hers })
    await handOver(base)
    await expect(hearVoice({ voiceId: hers })).rejects.toMatchObject({ status: 404 })
    await hearVoice({ voiceId: others })
  })
})

/** What she says of a piece, read and let through. */
async function buildVoice(sellerId: string, { personId, userId }: Actor): Promise<string> {
  const { productId } = await buildPiece({ sellerId })
  const said = { productId, speakerId: personId, recordedById: userId, bytes: webmBytes(1), seconds: 5 }
  const { id } = await inScope({ person: personId }, (tx) => keepVoice(tx, said))
  await owner.voiceNote.update({ where: { id }, data: { approvedAt: await appNow() } })
  return id
}

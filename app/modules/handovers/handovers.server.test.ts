import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { startSession } from '~/modules/auth/start-session.server'
import { closeAccount } from '~/modules/own-data/close-account.server'
import { findMatters } from '~/modules/own-data/find-open-matters.server'
import { findPayables } from '~/modules/payouts/find-payables.server'
import { secretIndex } from '~/modules/people/secret-index.server'
import { findAccountRef } from '~/modules/purses/find-onboarding-link.server'
import { inScope } from '~/platform/db/in-scope.server'
import { env } from '~/platform/env.server'
import { seal } from '~/platform/secrets/envelope.server'
import { owner, passSeconds } from '../../../tests/fixtures/owner'
import { book, buildFinance, preparedBatch } from '../../../tests/fixtures/payouts'
import {
  buildActor,
  buildBankAccount,
  buildConnectAccount,
  buildConsent,
  buildGround,
  buildPerson,
  buildPiece,
  buildSeller,
} from '../../../tests/fixtures/world'
import { agreeHandover, endHandover, requestHandoverCode } from './answer-handover.server'
import { findDeskHandover, findOwnHandovers } from './find-handovers.server'
import { proposeHandover } from './propose-handover.server'
import { tellHandovers } from './tell-handovers.server'

const outbox = join(tmpdir(), `handovers-${process.pid}.txt`)
let phones = 13_500_000_000
let county: Actor

beforeAll(async () => {
  await buildGround()
  env.SMS_OUTBOX = outbox
  county = await buildActor({ role: 'coordinator', region: '620123' })
})
afterAll(async () => {
  env.SMS_OUTBOX = undefined
  await rm(outbox, { force: true })
})

async function givePhone({ personId, key }: Awaited<ReturnType<typeof buildPerson>>): Promise<string> {
  phones += 1
  const phone = String(phones)
  const place = { table: 'PersonSecret', column: 'phone', row: personId }
  await owner.personSecret.create({
    data: {
      ...{ personId, field: 'phone', keyId: key.keyId, cipher: seal(key, phone, place) },
      blindIndex: secretIndex('phone', phone),
    },
  })
  return phone
}

/** A base with its only owner, and somebody who is to take it over. */
async function buildBase() {
  const base = await buildSeller({ kind: 'workshop' })
  await owner.seller.update({ where: { id: base.sellerId }, data: { kind: 'base' } })
  const fromPhone = await givePhone(base.person)
  const heir = await buildPerson({ village: null, name: '接手的人' })
  const heirPhone = await givePhone(heir)
  const to = await buildActor({ role: 'buyer', person: heir })
  const propose = (actor = county) =>
    proposeHandover({
      actor,
      sellerId: base.sellerId,
      fromPersonId: base.actor.personId,
      heirName: '接手的人',
      heirPhone,
      note: '看过任命书和身份证',
    })
  return { ...base, to, heir, fromPhone, heirPhone, propose }
}

const openOf = (sellerId: string) =>
  owner.shopHandover.findFirstOrThrow({ where: { sellerId, doneAt: null, endedAt: null } })

async function agree(actor: Actor, handoverId: string) {
  await passSeconds(61)
  const { shownCode } = await requestHandoverCode({ actor, handoverId, address: '127.0.0.1' })
  return agreeHandover({ actor, handoverId, code: shownCode ?? '' })
}

async function toldTo(phone: string): Promise<string[]> {
  const lines = (await readFile(outbox, 'utf8').catch(() => '')).split('\n')
  return lines
    .filter((line) => line.startsWith('{'))
    .flatMap((line) => {
      const sent: { phone: string; text: string } = JSON.parse(line)
      return sent.phone === phone ? [sent.text] : []
    })
}

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
    expect(await agree(to, id)).toBe('handed')
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
    await passSeconds(61)
    const { shownCode } = await requestHandoverCode({ actor: to, handoverId: id, address: '127.0.0.1' })
    const card = () => buildBankAccount({ sellerId, key: person.key }).catch((error: unknown) => error)
    const [, raced] = await Promise.all([
      agreeHandover({ actor: to, handoverId: id, code: shownCode ?? '' }),
      card(),
    ])
    const open = await owner.bankAccount.findMany({ where: { party: { sellerId }, closedAt: null } })
    expect(open, String(raced)).toEqual([])
    expect(String(await card())).toMatch(/is another's now/)
    expect(await buildBankAccount({ sellerId, key: heir.key })).toEqual(expect.any(String))
  })
})

describe('a base that changes hands', () => {
  it('is the new owner’s with the second word; the former one can then close her account, and the base stays', async () => {
    const { actor, to, sellerId, person, propose, fromPhone, heirPhone } = await buildBase()
    const cardId = await buildBankAccount({ sellerId, key: person.key })
    await book({ sellerId }, 'payable', 5_000n)
    const { productId } = await buildPiece({ sellerId })
    const mattersOf = (one: Actor) => inScope({ person: one.personId }, (tx) => findMatters(tx, one))
    expect(await mattersOf(actor)).toContain('base')
    await propose()
    const { id } = await openOf(sellerId)
    expect(await findOwnHandovers({ actor: to })).toMatchObject([
      { side: 'to', hasAgreed: false, balanceFen: 5000 },
    ])
    expect(await agree(actor, id)).toBe('agreed')
    expect(await agreeHandover({ actor, handoverId: id, code: '000000' })).toBe('agreed')
    expect(await owner.sellerPerson.count({ where: { sellerId, validTo: { not: null } } })).toBe(0)
    expect(await agree(to, id)).toBe('handed')
    const people = await owner.sellerPerson.findMany({ where: { sellerId }, orderBy: { validFrom: 'asc' } })
    expect(people).toMatchObject([
      { personId: actor.personId, validTo: expect.any(Date) },
      { personId: to.personId, role: 'owner', validTo: null },
    ])
    expect(await owner.userRole.findMany({ where: { sellerId, validTo: null } })).toMatchObject([
      { userId: to.userId, role: 'artisan', grantedById: county.userId },
    ])
    expect(await owner.bankAccount.findUnique({ where: { id: cardId } })).toMatchObject({
      closedAt: expect.any(Date),
    })
    const shop = await owner.seller.findUniqueOrThrow({ where: { id: sellerId } })
    expect(shop.verifiedUntil.getTime()).toBeLessThan(Date.now() + 86_400_000 * 30)
    expect(await findDeskHandover({ actor: county, sellerId })).toMatchObject({
      open: null,
      last: { toName: '接手的人' },
    })
    await tellHandovers()
    await tellHandovers()
    expect(await toldTo(fromPhone)).toMatchObject([expect.stringContaining('不再由您管')])
    expect(await toldTo(heirPhone)).toMatchObject([expect.stringContaining('现在由您管')])
    expect(await mattersOf(actor)).toEqual([])
    await owner.personSecret.deleteMany({ where: { personId: actor.personId, field: 'phone' } })
    const { token } = await inScope({ job: 'sign_in' }, (tx) =>
      startSession(tx, { userId: actor.userId, oldToken: null, device: null }),
    )
    await closeAccount({ actor, code: null, token })
    expect(await owner.seller.findUnique({ where: { id: sellerId } })).toMatchObject({ status: 'active' })
    expect(await owner.product.findUnique({ where: { id: productId } })).toMatchObject({ status: 'on_sale' })
  })

  it('is proposed by whoever sits over it, of two at one moment once, never among her own, and never a maker’s own shop', async () => {
    const { sellerId, propose, person } = await buildBase()
    const elsewhere = await buildActor({ role: 'coordinator', region: '620121' })
    await expect(propose(elsewhere)).rejects.toMatchObject({ status: 404 })
    const hers = await buildActor({ role: 'coordinator', region: '620123', person })
    await expect(propose(hers)).rejects.toMatchObject({ key: 'handover.notHerOwn' })
    const both = await Promise.allSettled([propose(), propose()])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(propose()).rejects.toMatchObject({ key: 'handover.waitsAlready' })
    const { id } = await openOf(sellerId)
    await endHandover({ actor: county, handoverId: id, by: 'desk' })
    await owner.seller.update({ where: { id: sellerId }, data: { kind: 'individual' } })
    await expect(propose()).rejects.toMatchObject({ key: 'handover.notThisShop' })
  })

  it('comes to nothing when one of the two closes her account first', async () => {
    const { actor, to, sellerId, propose } = await buildBase()
    await propose()
    const { id } = await openOf(sellerId)
    await agree(actor, id)
    await owner.personSecret.deleteMany({ where: { personId: to.personId, field: 'phone' } })
    const { token } = await inScope({ job: 'sign_in' }, (tx) =>
      startSession(tx, { userId: to.userId, oldToken: null, device: null }),
    )
    await closeAccount({ actor: to, code: null, token })
    expect(await owner.shopHandover.findUnique({ where: { id } })).toMatchObject({
      doneAt: null,
      endedAt: expect.any(Date),
    })
    await propose()
  })

  it('waits for a payout on its way; nobody agrees for another, and what was given up stays', async () => {
    const { actor, to, sellerId, person, propose } = await buildBase()
    await buildBankAccount({ sellerId, key: person.key })
    await book({ sellerId }, 'payable', 5_000n)
    await propose()
    const { id } = await openOf(sellerId)
    await expect(
      inScope({ person: to.personId }, (tx) =>
        tx.shopHandover.update({ where: { id }, data: { fromAgreedAt: new Date() } }),
      ),
    ).rejects.toThrow(/agrees for herself/)
    const stranger = await buildActor({ role: 'buyer' })
    await expect(agreeHandover({ actor: stranger, handoverId: id, code: '000000' })).rejects.toMatchObject({
      status: 404,
    })
    const { preparer } = await buildFinance()
    await preparedBatch(preparer)
    await agree(actor, id)
    await expect(agree(to, id)).rejects.toMatchObject({ key: 'handover.paidOut' })
    await expect(
      inScope({ person: to.personId }, (tx) =>
        tx.shopHandover.update({ where: { id }, data: { toAgreedAt: new Date() } }),
      ),
    ).rejects.toThrow(/on its way/)
    await endHandover({ actor: to, handoverId: id, by: 'herself' })
    await endHandover({ actor: to, handoverId: id, by: 'herself' })
    await expect(agree(to, id)).rejects.toMatchObject({ key: 'handover.over' })
    expect(await owner.sellerPerson.count({ where: { sellerId, validTo: { not: null } } })).toBe(0)
  })
})

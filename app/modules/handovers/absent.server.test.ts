import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { startSession } from '~/modules/auth/start-session.server'
import { findBalance } from '~/modules/ledger/find-balance.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { agree, givePhone, keepMessages, toldTo } from '../../../tests/fixtures/handovers'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { book, ledgerTotals, owedTo } from '../../../tests/fixtures/payouts'
import {
  buildActor,
  buildBankAccount,
  buildGround,
  buildPerson,
  buildSeller,
} from '../../../tests/fixtures/world'
import { endHandover, requestHandoverCode } from './answer-handover.server'
import { approveAbsent } from './approve-absent.server'
import { findAbsence, findAbsencesToApprove, findOwnAbsences, openAbsencePaper } from './find-absence.server'
import { findOwnHandovers } from './find-handovers.server'
import { finishAbsent } from './finish-absent.server'
import { proposeAbsent } from './propose-absent.server'
import { tellAbsences } from './tell-absences.server'
import { tellHandovers } from './tell-handovers.server'

let county: Actor
let city: Actor
let paper: Buffer

beforeAll(async () => {
  await buildGround()
  county = await buildActor({ role: 'coordinator', region: '620123' })
  city = await buildActor({ role: 'coordinator', region: '6201' })
  paper = await sharp(randomBytes(64 * 64 * 3), { raw: { width: 64, height: 64, channels: 3 } })
    .png()
    .toBuffer()
})
afterAll(keepMessages())

/** A workshop that is owed ¥50 and owes ¥12, its only owner, and somebody who is to take it over. */
async function buildShop() {
  const shop = await buildSeller({ kind: 'workshop' })
  const fromPhone = await givePhone(shop.person)
  const heir = await buildPerson({ village: null, name: '接手的人' })
  const heirPhone = await givePhone(heir)
  const to = await buildActor({ role: 'buyer', person: heir })
  await book({ sellerId: shop.sellerId }, 'payable', 5_000n)
  const propose = (actor = county, change: { evidence?: Uint8Array } = {}) =>
    proposeAbsent({
      actor,
      sellerId: shop.sellerId,
      fromPersonId: shop.actor.personId,
      kind: 'unreachable',
      heirName: '接手的人',
      heirPhone,
      note: '村委会的说明，家里人陪着来的',
      evidence: new Uint8Array(paper),
      ...change,
    })
  return { ...shop, to, fromPhone, heirPhone, propose }
}

const latest = (sellerId: string) =>
  owner.shopHandover.findFirstOrThrow({ where: { sellerId }, orderBy: { proposedAt: 'desc' } })

const signIn = (actor: Actor) =>
  inScope({ job: 'sign_in' }, (tx) =>
    startSession(tx, { userId: actor.userId, oldToken: null, device: null }),
  )

describe('a shop whose owner cannot give her word', () => {
  it('goes over once the city approved it, her days are over and the other agreed; what it was owed stays hers', async () => {
    const { actor, to, sellerId, person, fromPhone, heirPhone, propose } = await buildShop()
    const cardId = await buildBankAccount({ sellerId, key: person.key })
    await book({ sellerId }, 'seller_debt', 1_200n)
    await propose()
    const { id } = await latest(sellerId)
    expect(await findAbsence({ actor: city, sellerId })).toMatchObject({
      absence: {
        kind: 'unreachable',
        mayApprove: true,
        objectUntil: null,
        fromPhone: expect.stringContaining('****'),
      },
    })
    expect(await findAbsencesToApprove({ actor: city })).toMatchObject([{ handoverId: id, sellerId }])
    expect(await findAbsencesToApprove({ actor: county })).toEqual([])
    expect((await openAbsencePaper({ actor: city, handoverId: id })).bytes.equals(paper)).toBe(true)
    await tellHandovers()
    await tellAbsences()
    expect(await toldTo(fromPhone)).toEqual([expect.stringContaining('联络员说找不到您')])
    expect(await toldTo(heirPhone)).toEqual([expect.stringContaining('等您点头')])
    expect(await agree(to, id)).toBe('agreed')
    await passDays(2)
    await finishAbsent()
    expect(await latest(sellerId)).toMatchObject({ doneAt: null, endedAt: null })
    await approveAbsent({ actor: city, handoverId: id })
    await approveAbsent({ actor: city, handoverId: id })
    expect(await findAbsencesToApprove({ actor: city })).toEqual([])
    expect(await findOwnAbsences({ actor: to })).toMatchObject({ [id]: { objectUntil: expect.any(String) } })
    await tellAbsences()
    await tellAbsences()
    expect((await toldTo(fromPhone)).slice(1)).toEqual([expect.stringContaining('因为联络员找不到您')])
    expect((await toldTo(heirPhone)).slice(1)).toEqual([expect.stringContaining('市里批了')])
    await passDays(14)
    await finishAbsent()
    expect(await latest(sellerId)).toMatchObject({ doneAt: null, endedAt: null })
    await passDays(2)
    await Promise.all([finishAbsent(), finishAbsent()])
    expect(await latest(sellerId)).toMatchObject({ doneAt: expect.any(Date), fromAgreedAt: null })
    expect(await owner.sellerPerson.findMany({ where: { sellerId, validTo: null } })).toMatchObject([
      { personId: to.personId, role: 'owner' },
    ])
    expect(await owner.bankAccount.findUnique({ where: { id: cardId } })).toMatchObject({
      closedAt: expect.any(Date),
    })
    // what was owed less what it owed is hers; the debt is covered by what is left
    expect(await owedTo(sellerId)).toBe(1_200n)
    expect(-(await findBalance(prisma, { personId: actor.personId, kind: 'payable' }))).toBe(3_800n)
    expect(await ledgerTotals()).toEqual([0n])
    await tellAbsences()
    expect((await toldTo(fromPhone)).at(-1)).toContain('¥38.00')
    const acts = await owner.auditEvent.findMany({ where: { subjectId: sellerId }, orderBy: { at: 'asc' } })
    expect(acts.map(({ action }) => action)).toEqual([
      ...[
        'handover.proposed',
        'handover.absent',
        'handover.agreed',
        'handover.absent_approved',
        'handover.done',
      ],
    ])
  })

  it('stays hers when she signs in, or says no; her own word is asked for in the ordinary way alone', async () => {
    const { actor, to, sellerId, propose } = await buildShop()
    await propose()
    const first = await latest(sellerId)
    await expect(
      requestHandoverCode({ actor, handoverId: first.id, address: '127.0.0.1' }),
    ).rejects.toMatchObject({
      key: 'absence.onlyObject',
    })
    expect(await findOwnHandovers({ actor })).toMatchObject([{ side: 'from' }])
    await endHandover({ actor, handoverId: first.id, by: 'herself' })
    await propose()
    const { id } = await latest(sellerId)
    await agree(to, id)
    await approveAbsent({ actor: city, handoverId: id })
    await passDays(3)
    await signIn(actor)
    await finishAbsent()
    expect(await latest(sellerId)).toMatchObject({ id, doneAt: null, endedAt: expect.any(Date) })
    expect(await owedTo(sellerId)).toBe(5_000n)
    expect(await owner.auditEvent.count({ where: { action: 'handover.seen', subjectId: sellerId } })).toBe(1)
  })

  it('is proposed by the county with a paper, approved by the city in time, and by nobody else', async () => {
    const { actor, to, person, sellerId, propose } = await buildShop()
    await expect(propose(city)).rejects.toMatchObject({ key: 'absence.countyFirst' })
    const elsewhere = await buildActor({ role: 'coordinator', region: '620121' })
    await expect(propose(elsewhere)).rejects.toMatchObject({ status: 404 })
    await expect(propose(county, { evidence: new TextEncoder().encode('不是证明') })).rejects.toMatchObject({
      key: 'attachment.badType',
      field: 'evidence',
    })
    expect(await owner.shopHandover.count({ where: { sellerId } })).toBe(0)
    await propose()
    const { id } = await latest(sellerId)
    await expect(approveAbsent({ actor: county, handoverId: id })).rejects.toMatchObject({
      key: 'absence.cityLast',
    })
    await expect(openAbsencePaper({ actor: elsewhere, handoverId: id })).rejects.toMatchObject({
      status: 404,
    })
    const hers = await buildActor({ role: 'coordinator', region: '6201', person })
    await expect(approveAbsent({ actor: hers, handoverId: id })).rejects.toMatchObject({
      key: 'handover.notHerOwn',
    })
    await agree(to, id)
    await passDays(15)
    await expect(approveAbsent({ actor: city, handoverId: id })).rejects.toMatchObject({
      key: 'absence.tooOld',
    })
    expect(await owner.handoverAbsence.findUnique({ where: { handoverId: id } })).toMatchObject({
      approvedAt: null,
    })
    expect(actor.personId).not.toBe(to.personId)
  })

  it('is held by the database too: no city, no days, no word of hers, and her money first', async () => {
    const { actor, to, sellerId, propose } = await buildShop()
    await propose()
    const { id } = await latest(sellerId)
    const doIt = () => owner.shopHandover.update({ where: { id }, data: { doneAt: new Date() } })
    await expect(doIt()).rejects.toThrow(/ShopHandover_done|waits for its owner/)
    await agree(to, id)
    await expect(doIt()).rejects.toThrow(/waits for its owner/)
    const approve = (approvedById: string, days: number) =>
      owner.$executeRaw`UPDATE "HandoverAbsence" SET "approvedById" = ${approvedById}::uuid, "approvedAt" = app_now(),
        "objectUntil" = app_now() + make_interval(days => ${days}::int) WHERE "handoverId" = ${id}::uuid`
    await expect(approve(county.userId, 15)).rejects.toThrow(/the city approves/)
    await expect(approve(city.userId, 3)).rejects.toThrow(/HandoverAbsence_approved/)
    await expect(approve(city.userId, 30)).rejects.toThrow(/before she could object/)
    await approve(city.userId, 15)
    await expect(approve(city.userId, 10)).rejects.toThrow(/stays/)
    await expect(doIt()).rejects.toThrow(/waits for its owner/)
    await passDays(16)
    await expect(doIt()).rejects.toThrow(/stays with its owner/)
    await expect(
      inScope({ person: actor.personId }, (tx) =>
        tx.shopHandover.update({ where: { id }, data: { fromAgreedAt: new Date() } }),
      ),
    ).rejects.toThrow(/ordinary way/)
    await signIn(actor)
    await expect(doIt()).rejects.toThrow(/there to be asked/)
  })
})

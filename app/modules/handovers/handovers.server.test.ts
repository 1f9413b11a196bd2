import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { startSession } from '~/modules/auth/start-session.server'
import { sweepInvited } from '~/modules/mandates/sweep-invited.server'
import { closeAccount } from '~/modules/own-data/close-account.server'
import { findMatters } from '~/modules/own-data/find-open-matters.server'
import { findPersonByPhone } from '~/modules/people/find-person-by-phone.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import {
  agree,
  buildBase as baseIn,
  givePhone,
  keepMessages,
  newPhone,
  openOf,
  toldTo,
} from '../../../tests/fixtures/handovers'
import { owner, passDays, passSeconds } from '../../../tests/fixtures/owner'
import { book, buildFinance, preparedBatch } from '../../../tests/fixtures/payouts'
import { order, pay } from '../../../tests/fixtures/shopping'
import {
  buildActor,
  buildBankAccount,
  buildCart,
  buildGround,
  buildPerson,
  buildPiece,
} from '../../../tests/fixtures/world'
import { agreeHandover, endHandover, requestHandoverCode } from './answer-handover.server'
import { findDeskHandover, findOwnHandovers } from './find-handovers.server'
import { tellHandovers } from './tell-handovers.server'

let county: Actor
const endKeeping = keepMessages()

beforeAll(async () => {
  await buildGround()
  county = await buildActor({ role: 'coordinator', region: '620123' })
})
afterAll(endKeeping)

const buildBase = () => baseIn(county)

describe('a base that changes hands', () => {
  it('is the new owner’s with the second word; the former one can then close her account, and the base stays', async () => {
    const { actor, to, sellerId, person, propose, fromPhone, heirPhone } = await buildBase()
    const cardId = await buildBankAccount({ sellerId, key: person.key })
    await book({ sellerId }, 'payable', 5_000n)
    const { productId } = await buildPiece({ sellerId })
    const mattersOf = async (one: Actor) =>
      (await inScope({ person: one.personId }, (tx) => findMatters(tx, one))).map(({ matter }) => matter)
    expect(await mattersOf(actor)).toContain('base')
    await propose()
    const { id } = await openOf(sellerId)
    expect(await findOwnHandovers({ actor: to })).toMatchObject([
      { side: 'to', hasAgreed: false, balanceFen: 5000 },
    ])
    expect(await agree(actor, id)).toBe('agreed')
    expect(await agreeHandover({ actor, handoverId: id, code: '000000' })).toBe('agreed')
    // who has agreed needs no code, and none is sent
    await passSeconds(61)
    expect(await requestHandoverCode({ actor, handoverId: id, address: '127.0.0.1' })).toEqual({
      said: 'agreed',
    })
    expect(await owner.sellerPerson.count({ where: { sellerId, validTo: { not: null } } })).toBe(0)
    expect(await agree(to, id)).toBe('taken')
    // whoever did not hear the answer and asks again hears it
    expect(await agreeHandover({ actor: to, handoverId: id, code: '000000' })).toBe('taken')
    expect(await agreeHandover({ actor, handoverId: id, code: '000000' })).toBe('given')
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
    for (const one of [actor, to])
      await expect(agreeHandover({ actor: one, handoverId: id, code: '000000' })).rejects.toMatchObject({
        key: 'handover.over',
      })
    expect(await owner.sellerPerson.count({ where: { sellerId, validTo: { not: null } } })).toBe(0)
  })

  it('is not given up in the moment in which it is done', async () => {
    const { actor, to, sellerId, propose } = await buildBase()
    await propose()
    const { id } = await openOf(sellerId)
    await agree(actor, id)
    const now = await appNow()
    const ending = await owner.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.person', ${to.personId}, true)`
      await tx.shopHandover.update({ where: { id }, data: { toAgreedAt: now } })
      const answer = endHandover({ actor, handoverId: id, by: 'herself' }).then(
        () => null,
        (error: unknown) => error,
      )
      for (let blocked = 0n; blocked === 0n; )
        [{ blocked }] = await tx.$queryRaw<[{ blocked: bigint }]>`
          SELECT count(*) AS blocked FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))`
      return { answer }
    })
    expect(await ending.answer).toMatchObject({ key: 'handover.over' })
  })

  it('calls whoever takes it over by the name that the desk wrote, as long as she has none of her own', async () => {
    const { actor, to, sellerId, propose } = await buildBase()
    await owner.person.update({ where: { id: to.personId }, data: { name: null } })
    await propose()
    const { id } = await openOf(sellerId)
    expect(await findOwnHandovers({ actor })).toMatchObject([{ toName: '接手的人' }])
    expect(await findDeskHandover({ actor: county, sellerId })).toMatchObject({
      open: { toName: '接手的人' },
    })
    await agree(actor, id)
    await agree(to, id)
    expect(await findDeskHandover({ actor: county, sellerId })).toMatchObject({
      last: { toName: '接手的人' },
    })
    // the name is hers from then on, and goes with her account
    expect(await owner.person.findUnique({ where: { id: to.personId } })).toMatchObject({ name: '接手的人' })
    expect(await owner.shopHandover.findUnique({ where: { id } })).toMatchObject({ heirName: null })
  })

  it('keeps of somebody who never came neither number nor name once every handover to her has ended', async () => {
    const [one, other] = [await buildBase(), await buildBase()]
    const phone = newPhone()
    const isKnown = async () =>
      (await inScope({ job: 'sign_in' }, (tx) => findPersonByPhone(tx, phone))) !== null
    const giveUp = async (sellerId: string) => {
      const { id, toPersonId } = await openOf(sellerId)
      expect(await owner.person.findUnique({ where: { id: toPersonId } })).toMatchObject({ name: null })
      await endHandover({ actor: county, handoverId: id, by: 'desk' })
      expect(await owner.shopHandover.findUnique({ where: { id } })).toMatchObject({ heirName: null })
      await sweepInvited({ batch: 100 })
    }
    await one.propose(county, phone)
    await other.propose(county, phone)
    await giveUp(one.sellerId)
    expect(await isKnown()).toBe(true)
    await giveUp(other.sellerId)
    expect(await isKnown()).toBe(false)
    await one.propose(county, phone)
    expect(await isKnown()).toBe(true)
  })

  it('shows what is sold and may still come back, which goes with the shop as well', async () => {
    const { to, sellerId, propose } = await buildBase()
    const { variantId } = await buildPiece({ sellerId, priceFen: 6800n, stock: 5 })
    const { orderId } = await order(await buildCart([{ variantId }]))
    await pay(orderId)
    const { postageFen } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
    const { commissionFen } = await owner.orderLine.findFirstOrThrow({ where: { sellerOrder: { orderId } } })
    await propose()
    expect(await findOwnHandovers({ actor: to })).toMatchObject([
      { balanceFen: 0, heldFen: Number(6800n - commissionFen + postageFen) },
    ])
  })

  it('tells the other owners that it is proposed and that it is done, each once', async () => {
    const { actor, to, sellerId, propose } = await buildBase()
    const [stays, left] = [await buildPerson(), await buildPerson()]
    const [hers, leftPhone] = [await givePhone(stays), await givePhone(left)]
    const owned = { sellerId, role: 'owner', validFrom: new Date('2020-01-01') } as const
    await owner.sellerPerson.create({ data: { ...owned, personId: stays.personId } })
    await owner.sellerPerson.create({
      data: { ...owned, personId: left.personId, validTo: new Date('2021-01-01') },
    })
    await propose()
    await tellHandovers()
    await tellHandovers()
    expect(await toldTo(hers)).toMatchObject([expect.stringContaining('您那一份不变')])
    const { id } = await openOf(sellerId)
    await agree(actor, id)
    await agree(to, id)
    await tellHandovers()
    await tellHandovers()
    expect(await toldTo(hers)).toMatchObject([
      expect.stringContaining('您那一份不变'),
      expect.stringContaining('换了一位店主'),
    ])
    expect(await toldTo(leftPhone)).toEqual([])
  })

  it('ends by itself thirty days after it was proposed, takes no word from then on, and tells both', async () => {
    const { actor, to, sellerId, propose, fromPhone, heirPhone } = await buildBase()
    await propose()
    const { id, proposedAt } = await openOf(sellerId)
    const endsAt = new Date(proposedAt.getTime() + 30 * 86_400_000).toISOString()
    expect(await findOwnHandovers({ actor: to })).toMatchObject([{ endsAt }])
    expect(await findDeskHandover({ actor: county, sellerId })).toMatchObject({ open: { endsAt } })
    await agree(actor, id)
    await passDays(29)
    await tellHandovers()
    expect(await openOf(sellerId)).toMatchObject({ id })
    await passDays(1)
    await expect(agree(to, id)).rejects.toMatchObject({ key: 'handover.over' })
    await expect(
      inScope({ person: to.personId }, (tx) =>
        tx.shopHandover.update({ where: { id }, data: { toAgreedAt: new Date() } }),
      ),
    ).rejects.toThrow(/takes no word/)
    await Promise.all([tellHandovers(), tellHandovers()])
    expect(await owner.shopHandover.findUnique({ where: { id } })).toMatchObject({
      doneAt: null,
      endedAt: expect.any(Date),
    })
    for (const phone of [fromPhone, heirPhone])
      expect((await toldTo(phone)).filter((text) => text.includes('三十天'))).toHaveLength(1)
    await propose()
  })
})

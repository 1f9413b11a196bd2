import { beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '~/platform/db/prisma.server'
import { blindIndex, seal } from '~/platform/secrets/envelope.server'
import { keyedHash } from '~/platform/secrets/token.server'
import { owner } from '../../../tests/fixtures/owner'
import { endSale, pay, placeForm, sell, totalOf } from '../../../tests/fixtures/shopping'
import {
  buildActor,
  buildCart,
  buildGround,
  buildHousehold,
  buildPerson,
  buildPiece,
  buildSeller,
  joinHousehold,
} from '../../../tests/fixtures/world'
import { decideFlag } from './decide-flag.server'
import { countFlags, findFlags } from './find-flags.server'

beforeAll(buildGround)

let phones = 13900005000
function nextPhone(): string {
  phones += 1
  return String(phones)
}

async function givePhone({ personId, key }: Awaited<ReturnType<typeof buildPerson>>, phone: string) {
  await owner.personSecret.create({
    data: {
      personId,
      field: 'phone',
      keyId: key.keyId,
      cipher: seal(key, phone, { table: 'PersonSecret', column: 'phone', row: personId }),
      blindIndex: blindIndex('phone', phone),
    },
  })
}

/** A guest buys one piece with this phone, or to this door. */
async function buy(sellerId: string, typed: { phone?: string; line?: string } = {}): Promise<string> {
  const { variantId } = await buildPiece({ sellerId, stock: 9 })
  const cartId = await buildCart([{ variantId }])
  const { orderId } = await placeForm(cartId, {
    seenTotalFen: await totalOf(cartId),
    phone: nextPhone(),
    ...typed,
  })
  return orderId
}

async function signsOf(orderId: string): Promise<string[]> {
  await pay(orderId)
  const flag = await owner.orderFlag.findFirst({ where: { sellerOrder: { orderId } } })
  return flag?.signs ?? []
}

/** A sale to her own phone, and the coordinator of her county. */
async function buildFlagged() {
  const seller = await buildSeller()
  const phone = nextPhone()
  await givePhone(seller.person, phone)
  const orderId = await buy(seller.sellerId, { phone })
  const signs = await signsOf(orderId)
  const { id: sellerOrderId } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
  const coordinator = await buildActor({ role: 'coordinator', region: '620123' })
  return { ...seller, phone, orderId, sellerOrderId, signs, coordinator }
}

const isCounted = async (sellerOrderId: string) =>
  (
    await prisma.$queryRaw<
      unknown[]
    >`SELECT 1 FROM "CountedSale" WHERE "sellerOrderId" = ${sellerOrderId}::uuid`
  ).length === 1

describe('a sale is flagged when it is paid', () => {
  it('never between strangers', async () => {
    const { sellerId, person } = await buildSeller()
    await givePhone(person, nextPhone())
    expect(await signsOf(await buy(sellerId))).toEqual([])
  })

  it('to the seller’s own phone, however the parcel is split', async () => {
    const { signs } = await buildFlagged()
    expect(signs).toEqual(['phone'])
  })

  it('to the phone of somebody of her household, as long as they share one', async () => {
    const { sellerId, person } = await buildSeller()
    const sister = await buildPerson()
    const phone = nextPhone()
    await givePhone(sister, phone)
    const { householdId } = await buildHousehold()
    const verifiedById = (await buildPerson()).userId
    await joinHousehold({ personId: person.personId, householdId, verifiedById })
    const { memberId } = await joinHousehold({ personId: sister.personId, householdId, verifiedById })
    expect(await signsOf(await buy(sellerId, { phone }))).toEqual(['household'])
    await owner.householdLink.updateMany({
      where: { personId: sister.personId },
      data: { validTo: new Date('2024-01-01'), endedById: verifiedById, endReason: '出嫁' },
    })
    await owner.householdMember.update({ where: { id: memberId }, data: { validTo: new Date('2024-01-01') } })
    expect(await signsOf(await buy(sellerId, { phone }))).toEqual([])
  })

  it('to the door to which she had something sent herself, however it is written', async () => {
    const { sellerId, person } = await buildSeller()
    const own = await buy((await buildSeller()).sellerId, { line: '城关镇 兴隆路 12 号' })
    const party = await owner.party.create({ data: { kind: 'person', personId: person.personId } })
    await owner.order.update({ where: { id: own }, data: { buyerPartyId: party.id } })
    expect(await signsOf(await buy(sellerId, { line: '城关镇兴隆路１２号。' }))).toEqual(['address'])
    expect(await signsOf(await buy(sellerId, { line: '城关镇兴隆路 13 号' }))).toEqual([])
  })

  it('from the phone or computer in which she, or staff of her region, has signed in, and from no other', async () => {
    const { sellerId, person } = await buildSeller()
    const mark = (name: string) => keyedHash('device', name)
    const signIn = (userId: string, name: string) =>
      owner.session.create({
        data: { userId, tokenHash: mark(`${name} session`), deviceHash: mark(name), expiresAt: new Date() },
      })
    await signIn(person.userId, 'her phone')
    const coordinator = await buildActor({ role: 'coordinator', region: '620123' })
    await signIn(coordinator.userId, 'the office')
    await signIn((await buildPerson()).userId, 'a stranger’s phone')
    for (const [name, signs] of [
      ['her phone', ['device']],
      ['the office', ['device']],
      ['a stranger’s phone', []],
    ] as const) {
      const orderId = await buy(sellerId)
      await owner.order.update({ where: { id: orderId }, data: { deviceHash: mark(name) } })
      expect(await signsOf(orderId), name).toEqual(signs)
    }
  })

  it('to staff whose region she lies in, not to those of another county', async () => {
    const { sellerId } = await buildSeller()
    for (const [region, signs] of [
      ['620123', ['staff']],
      ['620121', []],
    ] as const) {
      const person = await buildPerson()
      await buildActor({ role: 'coordinator', region, person })
      const phone = nextPhone()
      await givePhone(person, phone)
      expect(await signsOf(await buy(sellerId, { phone }))).toEqual(signs)
    }
  })
})

describe('a flagged sale', () => {
  it('is paid out as any other and not counted until somebody has looked', async () => {
    const seller = await buildSeller()
    const phone = nextPhone()
    await givePhone(seller.person, phone)
    const { sellerOrderId } = await endSale(seller.actor, await buy(seller.sellerId, { phone }))
    expect(await owner.ledgerTransaction.count({ where: { sellerOrderId, kind: 'earned' } })).toBe(1)
    expect(await isCounted(sellerOrderId)).toBe(false)
    const actor = await buildActor({ role: 'coordinator', region: '620123' })
    await decideFlag({ actor, sellerOrderId, decision: 'counted', reason: '替邻居代买' })
    expect(await isCounted(sellerOrderId)).toBe(true)
    const { variantId } = await buildPiece({ sellerId: seller.sellerId, stock: 9 })
    expect(await isCounted((await sell(seller.actor, [{ variantId }])).sellerOrderId)).toBe(true)
  })

  it('stands in her county’s list without the buyer, and in no other', async () => {
    const { sellerOrderId, coordinator } = await buildFlagged()
    const {
      waiting: { rows: waiting },
    } = await findFlags({ actor: coordinator, locale: 'zh-CN' })
    const row = waiting.find((one) => one.sellerOrderId === sellerOrderId)
    expect(row).toMatchObject({ seller: '示例结艺', signs: ['phone'], decision: null })
    expect(JSON.stringify(row)).not.toContain('林若溪')
    const other = await buildActor({ role: 'coordinator', region: '620121' })
    expect((await findFlags({ actor: other, locale: 'zh-CN' })).waiting.rows).toEqual([])
    expect(await countFlags({ actor: other })).toBe(0)
    await expect(
      decideFlag({ actor: other, sellerOrderId, decision: 'counted', reason: '看过了' }),
    ).rejects.toMatchObject({ status: 404 })
  })

  it('is decided once, by one of ten who press', async () => {
    const { sellerOrderId, coordinator } = await buildFlagged()
    const presses = await Promise.allSettled(
      Array.from({ length: 10 }, (_, at) =>
        decideFlag({
          actor: coordinator,
          sellerOrderId,
          decision: at % 2 ? 'counted' : 'left_out',
          reason: `第 ${at} 次`,
        }),
      ),
    )
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { decided } = await findFlags({ actor: coordinator, locale: 'en' })
    expect(decided.find((one) => one.sellerOrderId === sellerOrderId)?.reason).toMatch(/^第 \d 次$/)
    expect(
      await owner.auditEvent.count({ where: { subjectId: sellerOrderId, action: { startsWith: 'flag.' } } }),
    ).toBe(1)
    await expect(
      owner.orderFlag.update({ where: { sellerOrderId }, data: { reason: '改一改' } }),
    ).rejects.toThrow(/stays as it is/)
  })

  it('is never decided by the buyer or the seller, not by the database either', async () => {
    const { sellerOrderId, person } = await buildFlagged()
    const herself = await buildActor({ role: 'coordinator', region: '620123', person })
    await expect(
      decideFlag({ actor: herself, sellerOrderId, decision: 'counted', reason: '是我' }),
    ).rejects.toMatchObject({ key: 'flags.ownSale', status: 403 })
    await expect(
      owner.orderFlag.update({
        where: { sellerOrderId },
        data: { decision: 'counted', decidedById: person.userId, decidedAt: new Date(), reason: '是我' },
      }),
    ).rejects.toThrow(/of her own/)
  })

  it('is seen by nobody without a scope', async () => {
    await buildFlagged()
    expect(await prisma.orderFlag.count()).toBe(0)
  })

  it('is looked at again when it is earned: who joined her household meanwhile is seen', async () => {
    const seller = await buildSeller()
    const cousin = await buildPerson()
    const phone = nextPhone()
    await givePhone(cousin, phone)
    const orderId = await buy(seller.sellerId, { phone })
    const { householdId } = await buildHousehold()
    const verifiedById = (await buildPerson()).userId
    for (const personId of [seller.person.personId, cousin.personId])
      await joinHousehold({ personId, householdId, verifiedById })
    const { sellerOrderId } = await endSale(seller.actor, orderId)
    expect((await owner.orderFlag.findUnique({ where: { sellerOrderId } }))?.signs).toEqual(['household'])
  })
})

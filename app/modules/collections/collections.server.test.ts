import { beforeAll, describe, expect, it } from 'vitest'
import { cancelByBuyer } from '~/modules/aftersales/cancel-by-buyer.server'
import type { Actor } from '~/modules/auth/actor'
import { getCart } from '~/modules/cart/get-cart.server'
import { findOrCreateParty } from '~/modules/ledger/find-or-create-account.server'
import { shipSellerOrder } from '~/modules/orders/ship-seller-order.server'
import { inScope } from '~/platform/db/in-scope.server'
import { owner } from '../../../tests/fixtures/owner'
import { pay, placeForm, totalOf } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { giveBack, takeBack } from './end-collection.server'
import { findCollections, unsafeFindHandOver } from './find-collections.server'
import { handToBase } from './hand-to-base.server'
import { receiveCollected } from './receive-collected.server'
import { sendCollected } from './send-collected.server'

beforeAll(buildGround)

async function buildBase() {
  const base = await buildSeller()
  const { sellerId } = base
  await owner.seller.update({ where: { id: sellerId }, data: { kind: 'base' } })
  await owner.baseProfile.create({
    data: {
      sellerId,
      hostZh: '合作社',
      hostEn: 'Cooperative',
      supportZh: '线先垫',
      supportEn: 'Cord on loan',
      sinceYear: 2019,
    },
  })
  return base
}

/** A paid part of a maker who works with the base. */
async function buildPart(baseId: string, line = '示例胡同 8 号') {
  const maker = await buildSeller()
  const { sellerId } = maker
  await owner.baseMember.create({ data: { baseId, sellerId, validFrom: new Date('2026-01-01') } })
  const { variantId } = await buildPiece({ sellerId })
  const cartId = await buildCart([{ variantId, quantity: 2 }])
  const { orderId } = await placeForm(cartId, { seenTotalFen: await totalOf(cartId), line })
  await pay(orderId)
  const { id: sellerOrderId } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
  return { ...maker, orderId, sellerOrderId }
}

const parcel = { carrier: 'ems', trackingNumber: 'EM123456785CN' } as const
const send = (actor: Actor, ...sellerOrderIds: string[]) =>
  sendCollected({ actor, sellerOrderIds, ...parcel })
const statusOf = async (id: string) => (await owner.sellerOrder.findUniqueOrThrow({ where: { id } })).status
const seesAddress = async ({ personId }: Actor, orderId: string) =>
  (await inScope({ person: personId }, (tx) => tx.orderContact.count({ where: { orderId } }))) === 1

describe('parts of one order that a base sends together', () => {
  it('cost one postage, of which each maker earns her share, as the basket said; the base alone changes nothing', async () => {
    const base = await buildBase()
    const makers = await Promise.all(
      [2_000n, 1_000n].map(async (priceFen) => {
        const { sellerId, actor } = await buildSeller()
        await owner.baseMember.create({
          data: { baseId: base.sellerId, sellerId, validFrom: new Date('2026-01-01') },
        })
        return { sellerId, actor, piece: await buildPiece({ sellerId, priceFen }) }
      }),
    )
    const other = await buildPiece({ sellerId: (await buildSeller()).sellerId, priceFen: 4_000n })
    const cartId = await buildCart([...makers.map(({ piece }) => piece), other])
    const basket = () => getCart({ cartIds: [cartId], locale: 'zh-CN' })
    expect((await basket()).postageFen).toBe(3_000)
    await owner.baseProfile.update({ where: { sellerId: base.sellerId }, data: { sendsTogether: true } })
    const { parcels, totalFen } = await basket()
    expect(parcels.map(({ postageFen, together }) => [postageFen, together])).toEqual(
      expect.arrayContaining([
        [667, '示例结艺'],
        [333, '示例结艺'],
        [1_000, null],
      ]),
    )
    const { orderId } = await placeForm(cartId, { seenTotalFen: BigInt(totalFen) })
    await pay(orderId)
    const parts = await owner.sellerOrder.findMany({ where: { orderId }, orderBy: { postageFen: 'asc' } })
    expect(parts.map(({ postageFen, togetherId }) => [postageFen, togetherId])).toEqual([
      [333n, base.sellerId],
      [667n, base.sellerId],
      [1_000n, null],
    ])
    const [first, second] = parts
    if (!first || !second) throw new Error('the order has its parts')
    expect(await unsafeFindHandOver(first.id, 'zh-CN')).toMatchObject({ state: 'here', isTogether: true })
    for (const { id, sellerId } of [first, second]) {
      const maker = makers.find((one) => one.sellerId === sellerId)
      if (!maker) throw new Error('a part has its maker')
      await handToBase({ actor: maker.actor, sellerOrderId: id })
      await receiveCollected({ actor: base.actor, sellerOrderIds: [id] })
    }
    await send(base.actor, first.id, second.id)
    expect(await statusOf(first.id)).toBe('shipped')
    await expect(
      owner.sellerOrder.update({ where: { id: first.id }, data: { postageRuleId: null } }),
    ).rejects.toThrow('SellerOrder_together')
  })
})

describe('a part that a base sends', () => {
  it('is handed over, counted in and sent, several under one number, each once', async () => {
    const base = await buildBase()
    const [one, two] = [await buildPart(base.sellerId), await buildPart(base.sellerId)]
    for (const part of [one, two]) await Promise.all([handToBase(part), handToBase(part)])
    const lists = () => findCollections({ actor: base.actor, locale: 'zh-CN' })
    expect((await lists()).toReceive.map(({ sellerOrderId }) => sellerOrderId).sort()).toEqual(
      [one.sellerOrderId, two.sellerOrderId].sort(),
    )
    expect(await seesAddress(base.actor, one.orderId)).toBe(false)
    await expect(send(base.actor, one.sellerOrderId)).rejects.toMatchObject({ key: 'collection.notReceived' })
    await receiveCollected({ actor: base.actor, sellerOrderIds: [one.sellerOrderId, two.sellerOrderId] })
    await receiveCollected({ actor: base.actor, sellerOrderIds: [one.sellerOrderId] })
    expect(await seesAddress(base.actor, one.orderId)).toBe(true)
    expect((await lists()).toSend).toHaveLength(2)
    const sent = await Promise.allSettled(
      [1, 2, 3].map(() => send(base.actor, one.sellerOrderId, two.sellerOrderId)),
    )
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const part of [one, two]) {
      const shipments = await owner.shipment.findMany({
        where: { sellerOrderId: part.sellerOrderId },
        include: { lines: true },
      })
      expect(shipments).toMatchObject([
        { ...parcel, fromPartyId: await findOrCreateParty(owner, { sellerId: base.sellerId }) },
      ])
      expect(shipments[0]?.lines.map(({ quantity }) => quantity)).toEqual([2])
      expect(await statusOf(part.sellerOrderId)).toBe('shipped')
      expect(await unsafeFindHandOver(part.sellerOrderId, 'zh-CN')).toMatchObject({ state: 'sent' })
    }
    expect(await lists()).toMatchObject({ toReceive: [], toSend: [], toGiveBack: [] })
    expect(await seesAddress(base.actor, one.orderId)).toBe(false)
  })

  it('goes with what the same hands get at the same door, and with nothing else', async () => {
    const base = await buildBase()
    const parts = await Promise.all(
      ['示例胡同 8 号', '别的胡同 1 号', '示例胡同８号'].map((line) => buildPart(base.sellerId, line)),
    )
    for (const part of parts) await handToBase(part)
    const [one, elsewhere, same] = parts.map(({ sellerOrderId }) => sellerOrderId)
    if (!one || !elsewhere || !same) throw new Error('three parts')
    await receiveCollected({ actor: base.actor, sellerOrderIds: [one, elsewhere, same] })
    const { toSend } = await findCollections({ actor: base.actor, locale: 'zh-CN' })
    const placeOf = (id: string) => toSend.find(({ sellerOrderId }) => sellerOrderId === id)?.place
    expect(toSend.map(({ place }) => place).toSorted()).toEqual(toSend.map(({ place }) => place))
    expect(placeOf(one)).toBe(placeOf(same))
    expect(placeOf(elsewhere)).not.toBe(placeOf(one))
    await expect(send(base.actor, one, elsewhere)).rejects.toMatchObject({ key: 'collection.places' })
    expect(await statusOf(one)).toBe('to_ship')
    await send(base.actor, one, same)
    await send(base.actor, elsewhere)
    expect(await statusOf(same)).toBe('shipped')
  })

  it('is the maker’s to take back until it is counted in, then the base’s to give back', async () => {
    const base = await buildBase()
    const part = await buildPart(base.sellerId)
    await handToBase(part)
    await expect(
      shipSellerOrder({ actor: part.actor, sellerOrderId: part.sellerOrderId, ...parcel }),
    ).rejects.toMatchObject({ key: 'collection.atBase' })
    await takeBack(part)
    await takeBack(part)
    await expect(
      receiveCollected({ actor: base.actor, sellerOrderIds: [part.sellerOrderId] }),
    ).rejects.toMatchObject({ key: 'collection.gone' })
    await handToBase(part)
    await receiveCollected({ actor: base.actor, sellerOrderIds: [part.sellerOrderId] })
    await expect(takeBack(part)).rejects.toMatchObject({ key: 'collection.isReceived' })
    await giveBack({ actor: base.actor, sellerOrderId: part.sellerOrderId })
    await shipSellerOrder({ actor: part.actor, sellerOrderId: part.sellerOrderId, ...parcel })
    expect(await statusOf(part.sellerOrderId)).toBe('shipped')
  })

  it('that its buyer gives up goes back to the maker, and hinders the others until it is left out', async () => {
    const base = await buildBase()
    const [gone, stays] = [await buildPart(base.sellerId), await buildPart(base.sellerId)]
    for (const part of [gone, stays]) await handToBase(part)
    const both = [gone.sellerOrderId, stays.sellerOrderId]
    await receiveCollected({ actor: base.actor, sellerOrderIds: both })
    await cancelByBuyer({
      orderId: gone.orderId,
      sellerOrderId: gone.sellerOrderId,
      userId: null,
      note: '买重了',
    })
    await expect(send(base.actor, ...both)).rejects.toMatchObject({ key: 'collection.gone' })
    expect(await statusOf(stays.sellerOrderId)).toBe('to_ship')
    const lists = () => findCollections({ actor: base.actor, locale: 'zh-CN' })
    expect((await lists()).toGiveBack).toHaveLength(1)
    await giveBack({ actor: base.actor, sellerOrderId: gone.sellerOrderId })
    expect((await lists()).toGiveBack).toEqual([])
    await send(base.actor, stays.sellerOrderId)
  })

  it('is nobody else’s: no other base, no other maker, no shop without a base', async () => {
    const [base, other] = [await buildBase(), await buildBase()]
    const part = await buildPart(base.sellerId)
    const { sellerOrderId } = part
    await expect(handToBase({ actor: other.actor, sellerOrderId })).rejects.toMatchObject({ status: 404 })
    await handToBase(part)
    const sellerOrderIds = [sellerOrderId]
    await expect(receiveCollected({ actor: other.actor, sellerOrderIds })).rejects.toMatchObject({
      status: 404,
    })
    await expect(giveBack({ actor: other.actor, sellerOrderId })).rejects.toMatchObject({ status: 404 })
    await expect(takeBack({ actor: other.actor, sellerOrderId })).rejects.toMatchObject({ status: 404 })
    await expect(findCollections({ actor: part.actor, locale: 'zh-CN' })).rejects.toMatchObject({
      status: 404,
    })
    const alone = await buildPart(base.sellerId)
    await owner.baseMember.updateMany({
      where: { sellerId: alone.sellerId },
      data: { validTo: new Date('2026-01-01') },
    })
    await expect(handToBase(alone)).rejects.toMatchObject({ key: 'collection.noBase' })
  })

  it('is sent by whom it may and once: the database sees to it', async () => {
    const base = await buildBase()
    const part = await buildPart(base.sellerId)
    await handToBase(part)
    const line = await owner.orderLine.findFirstOrThrow({ where: { sellerOrderId: part.sellerOrderId } })
    const ship = async (sellerId: string) =>
      owner.shipment.create({
        data: {
          sellerOrderId: part.sellerOrderId,
          fromPartyId: await findOrCreateParty(owner, { sellerId }),
          ...parcel,
          lines: { create: [{ orderLineId: line.id, quantity: 2 }] },
        },
      })
    for (const sellerId of [part.sellerId, base.sellerId])
      await expect(ship(sellerId)).rejects.toThrow(/by the base that has received it/)
    await receiveCollected({ actor: base.actor, sellerOrderIds: [part.sellerOrderId] })
    await expect(ship(part.sellerId)).rejects.toThrow(/by the base that has received it/)
    await send(base.actor, part.sellerOrderId)
    await expect(ship(base.sellerId)).rejects.toThrow(/more shipped than ordered/)
    const { id } = await owner.collection.findFirstOrThrow({
      where: { sellerOrderId: part.sellerOrderId },
    })
    await expect(
      owner.collection.update({
        where: { id },
        data: { endedAt: new Date(), endedById: base.actor.userId },
      }),
    ).rejects.toThrow(/before it is sent/)
    await expect(owner.collection.delete({ where: { id } })).rejects.toThrow(/stays written/)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { startMaking } from '~/modules/aftersales/start-making.server'
import type { Actor } from '~/modules/auth/actor'
import { editLiveListing } from '~/modules/catalog/edit-live-listing.server'
import { pauseListing } from '~/modules/catalog/pause-listing.server'
import { saveListingPrice } from '~/modules/catalog/save-listing-price.server'
import { setStock } from '~/modules/catalog/set-stock.server'
import { submitListing } from '~/modules/catalog/submit-listing.server'
import { takeBackListing } from '~/modules/catalog/take-back-listing.server'
import { takeBack } from '~/modules/collections/end-collection.server'
import { handToBase } from '~/modules/collections/hand-to-base.server'
import { revokeMandate } from '~/modules/mandates/revoke-mandate.server'
import { addProductionPhoto } from '~/modules/production/add-production-photo.server'
import { setShopOpen } from '~/modules/sellers/set-shop-open.server'
import { openRevision, photoBytes, price, writeListing } from '../../../tests/fixtures/listings'
import { mandateDays } from '../../../tests/fixtures/mandates'
import { owner } from '../../../tests/fixtures/owner'
import { order, pay } from '../../../tests/fixtures/shopping'
import {
  buildActor,
  buildCart,
  buildGround,
  buildPerson,
  buildPiece,
  buildSeller,
} from '../../../tests/fixtures/world'
import { findDoneActs, findOwnActs } from './find-acts.server'
import { undoAct } from './undo-act.server'

const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.key ?? String(error),
  )

async function buildActing(scope = ['list']) {
  const seller = await buildSeller()
  const person = await buildPerson({ name: '帮手（示例）' })
  const agent = await buildActor({ role: 'broker', sellerIds: [seller.sellerId], person })
  const mandate = await owner.mandate.create({
    data: {
      sellerId: seller.sellerId,
      agentPersonId: person.personId,
      scope,
      capBps: 0,
      ...mandateDays(),
      signedByPrincipalAt: new Date(),
      signedByAgentAt: new Date(),
    },
  })
  return { ...seller, agent, mandateId: mandate.id }
}

const newest = (actor: Actor) => findOwnActs({ actor, locale: 'zh-CN' })

describe('what an agent does for a maker', () => {
  beforeAll(buildGround)

  it('is written with before and after, told in one notice, and put back by the maker alone', async () => {
    const { actor, agent, sellerId } = await buildActing()
    const productId = await writeListing(agent)
    const { version } = await openRevision(productId)
    await saveListingPrice({ actor: agent, productId, version, price: { ...price, price: 12300 } })
    const [act] = await newest(actor)
    expect(act).toMatchObject({
      kind: 'listing.saved',
      who: '帮手（示例）',
      fields: ['price'],
      prices: { beforeFen: price.price, afterFen: 12300 },
      isOpen: true,
    })
    if (!act) throw new Error('nothing was written down')
    expect(await owner.phoneNotice.count({ where: { sellerId, kind: 'acts' } })).toBe(1)
    const { actor: stranger } = await buildSeller()
    expect(await keyOf(undoAct({ actor: stranger, actId: act.id }))).toBe('errors.notFound')
    await Promise.all([undoAct({ actor, actId: act.id }), undoAct({ actor, actId: act.id })])
    expect((await openRevision(productId)).content).toMatchObject({ priceFen: price.price })
    expect(await owner.actUndo.count({ where: { actId: act.id } })).toBe(1)
    expect(await owner.phoneNotice.findFirst({ where: { sellerId, kind: 'undone' } })).toMatchObject({
      personId: agent.personId,
      sentAt: null,
    })
    const [after] = await newest(actor)
    expect(after).toMatchObject({ isUndone: true, isOpen: false })
  })

  it('stays when somebody has changed it since, or when it is read by the coordinator', async () => {
    const { actor, agent } = await buildActing()
    const productId = await writeListing(agent)
    const { version } = await openRevision(productId)
    await saveListingPrice({ actor: agent, productId, version, price: { ...price, price: 12300 } })
    const [act] = await newest(actor)
    if (!act) throw new Error('nothing was written down')
    await submitListing({ actor: agent, productId, version: version + 1 })
    expect(await keyOf(undoAct({ actor, actId: act.id }))).toBe('studio.beingRead')
    const [handedOver] = await newest(actor)
    if (!handedOver) throw new Error('nothing was written down')
    await undoAct({ actor, actId: handedOver.id })
    await saveListingPrice({
      actor,
      productId,
      version: (await openRevision(productId)).version,
      price: { ...price, price: 15000 },
    })
    expect(await keyOf(undoAct({ actor, actId: act.id }))).toBe('mandate.movedOn')
    await expect(owner.act.update({ where: { id: act.id }, data: { at: new Date(0) } })).rejects.toThrow(
      /append-only/,
    )
  })

  it('puts a paused piece back on the shelf, and leaves no act for what she does herself', async () => {
    const { actor, agent, sellerId } = await buildActing()
    const { productId } = await buildPiece({ sellerId })
    await pauseListing({ actor: agent, productId, to: 'paused' })
    const [act] = await newest(actor)
    if (!act) throw new Error('nothing was written down')
    await undoAct({ actor, actId: act.id })
    expect(await owner.product.findUnique({ where: { id: productId } })).toMatchObject({ status: 'on_sale' })
    await pauseListing({ actor, productId, to: 'paused' })
    expect(await newest(actor)).toHaveLength(1)
  })

  it('also of what she makes and hands to the base: a picture goes again, a part comes back', async () => {
    const { actor, agent, sellerId } = await buildActing(['list', 'orders'])
    const base = await buildSeller()
    await owner.seller.update({ where: { id: base.sellerId }, data: { kind: 'base' } })
    const words = { hostZh: '合作社', hostEn: 'Cooperative', supportZh: '线', supportEn: 'Cord' }
    await owner.baseProfile.create({ data: { sellerId: base.sellerId, sinceYear: 2019, ...words } })
    const validFrom = new Date('2026-01-01')
    await owner.baseMember.create({ data: { baseId: base.sellerId, sellerId, validFrom } })
    const { variantId } = await buildPiece({ sellerId, makeMode: 'made_to_order' })
    const { orderId, number } = await order(await buildCart([{ variantId }]))
    await pay(orderId)
    const { id: sellerOrderId } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
    await startMaking({ actor, sellerOrderId })
    const picture = { bytes: await photoBytes(81), phrase: 'halfway', words: '' } as const
    await addProductionPhoto({ actor: agent, sellerOrderId, ...picture })
    await handToBase({ actor: agent, sellerOrderId })
    const [handed, shown] = await newest(actor)
    expect([handed?.kind, shown?.kind]).toEqual(['collection.handed', 'making.shown'])
    const done = await findDoneActs({ actor: agent, locale: 'zh-CN' })
    for (const acts of [[handed, shown], done])
      expect(acts.map((act) => act?.order)).toEqual([number, number])
    for (const act of [handed, shown]) await undoAct({ actor, actId: act?.id ?? '' })
    expect(await owner.collection.count({ where: { sellerOrderId, endedAt: null } })).toBe(0)
    expect(await owner.productionPhoto.count({ where: { sellerOrderId, removedAt: null } })).toBe(0)
    await handToBase({ actor: agent, sellerOrderId })
    await takeBack({ actor, sellerOrderId })
    const [again] = await newest(actor)
    await handToBase({ actor, sellerOrderId })
    expect(await keyOf(undoAct({ actor, actId: again?.id ?? '' }))).toBe('mandate.movedOn')
  })

  it('stays when she has gone the same way again: shelf, sign, count, words, what was handed in', async () => {
    const { actor, agent, sellerId } = await buildActing()
    const { productId, variantId } = await buildPiece({ sellerId, stock: 5 })
    const undoNewest = async () => {
      const [act] = await newest(actor)
      return () => keyOf(undoAct({ actor, actId: act?.id ?? '' }))
    }
    await pauseListing({ actor: agent, productId, to: 'paused' })
    const unpause = await undoNewest()
    await pauseListing({ actor, productId, to: 'on_sale' })
    await pauseListing({ actor, productId, to: 'paused' })
    expect(await unpause()).toBe('mandate.movedOn')
    expect(await owner.product.findUnique({ where: { id: productId } })).toMatchObject({ status: 'paused' })

    await setShopOpen({ actor: agent, sellerId, isOpen: false })
    const reopen = await undoNewest()
    for (const isOpen of [true, false]) await setShopOpen({ actor, sellerId, isOpen })
    expect(await reopen()).toBe('mandate.movedOn')
    expect(await owner.seller.findUnique({ where: { id: sellerId } })).toMatchObject({ status: 'paused' })
    await setShopOpen({ actor: agent, sellerId, isOpen: true })
    const close = await undoNewest()
    expect(await close()).toBe('done')
    expect(await owner.seller.findUnique({ where: { id: sellerId } })).toMatchObject({ status: 'paused' })

    await setStock({ actor: agent, productId, variantId, count: 9, seen: 5 })
    const uncount = await undoNewest()
    await setStock({ actor, productId, variantId, count: 2, seen: 9 })
    await setStock({ actor, productId, variantId, count: 9, seen: 2 })
    expect(await uncount()).toBe('mandate.movedOn')

    const draftId = await writeListing(agent)
    const priced = async (by: Actor, fen: number) => {
      const { version } = await openRevision(draftId)
      await saveListingPrice({ actor: by, productId: draftId, version, price: { ...price, price: fen } })
    }
    await priced(agent, 12300)
    const unprice = await undoNewest()
    await priced(actor, 15000)
    await priced(actor, 12300)
    expect(await unprice()).toBe('mandate.movedOn')

    const handIn = async (by: Actor) =>
      submitListing({
        actor: by,
        productId: draftId,
        version: (await openRevision(draftId)).version,
      })
    await handIn(agent)
    const unsubmit = await undoNewest()
    await takeBackListing({ actor, productId: draftId })
    await handIn(actor)
    expect(await unsubmit()).toBe('mandate.movedOn')
  })

  it('ends with the mandate, at once', async () => {
    const { actor, agent, mandateId, sellerId } = await buildActing()
    const { productId } = await buildPiece({ sellerId })
    await editLiveListing({ actor: agent, productId })
    await revokeMandate({ actor, mandateId })
    expect(await keyOf(pauseListing({ actor: agent, productId, to: 'paused' }))).toBe('errors.notFound')
    const act = { mandateId, sellerId, agentUserId: agent.userId, kind: 'listing.paused' }
    const { noticeId } = await owner.act.findFirstOrThrow({ where: { mandateId } })
    const subject = { subjectType: 'Product', subjectId: productId, noticeId }
    await expect(owner.act.create({ data: { ...act, ...subject } })).rejects.toThrow(/no mandate in force/)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { editLiveListing } from '~/modules/catalog/edit-live-listing.server'
import { pauseListing } from '~/modules/catalog/pause-listing.server'
import { saveListingPrice } from '~/modules/catalog/save-listing-price.server'
import { submitListing } from '~/modules/catalog/submit-listing.server'
import { revokeMandate } from '~/modules/mandates/revoke-mandate.server'
import { openRevision, price, writeListing } from '../../../tests/fixtures/listings'
import { mandateDays } from '../../../tests/fixtures/mandates'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, buildPerson, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { findOwnActs } from './find-acts.server'
import { undoAct } from './undo-act.server'

const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.key ?? String(error),
  )

async function buildActing() {
  const seller = await buildSeller()
  const person = await buildPerson({ name: '帮手（示例）' })
  const agent = await buildActor({ role: 'broker', sellerIds: [seller.sellerId], person })
  const mandate = await owner.mandate.create({
    data: {
      sellerId: seller.sellerId,
      agentPersonId: person.personId,
      scope: ['list'],
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

import { beforeAll, describe, expect, it } from 'vitest'
import { findMakers } from '~/modules/sellers/find-makers.server'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, buildMedia, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { findBase } from './find-base.server'
import { findDeskBase } from './find-desk-base.server'
import { joinBase } from './join-base.server'
import { leaveBase } from './leave-base.server'
import { saveBase } from './save-base.server'

beforeAll(buildGround)

const village = '620123100201'
const words = {
  hostZh: '结艺合作社',
  hostEn: 'Knot Cooperative',
  supportZh: '线先垫，每周两次课',
  supportEn: 'Cord on loan, two lessons a week',
  sinceYear: 2019,
  sendsTogether: false,
}

async function buildBase() {
  const base = await buildSeller({ village })
  await owner.seller.update({ where: { id: base.sellerId }, data: { kind: 'base' } })
  return base
}

async function buildShop() {
  const shop = await buildSeller({ village })
  const piece = await buildPiece({ sellerId: shop.sellerId })
  await owner.productMedia.create({
    data: { productId: piece.productId, mediaId: await buildMedia(), position: 0 },
  })
  return shop
}

describe('a base', () => {
  it('shows who works with it today, once each, however often she is registered', async () => {
    const actor = await buildActor({ role: 'coordinator', region: '620123' })
    const [base, shop] = [await buildBase(), await buildShop()]
    await expect(joinBase({ actor, sellerId: base.sellerId, shop: shop.slug })).rejects.toMatchObject({
      key: 'base.describeFirst',
    })
    await saveBase({ actor, sellerId: base.sellerId, ...words })
    const join = () => joinBase({ actor, sellerId: base.sellerId, shop: `/makers/${shop.slug}` })
    await Promise.all([join(), join(), join()])
    expect(await findBase(base.slug, 'en')).toEqual({
      host: words.hostEn,
      support: words.supportEn,
      sinceYear: 2019,
      memberCount: 1,
    })
    // its own shop rests: what it is and who works with it stays true
    await owner.seller.update({ where: { id: base.sellerId }, data: { status: 'paused' } })
    expect(await findBase(base.slug, 'en')).toMatchObject({ memberCount: 1 })
    await owner.seller.update({ where: { id: base.sellerId }, data: { status: 'active' } })
    const query = { craft: null, turn: null, base: base.slug }
    expect((await findMakers(query, 'en')).makers.map(({ slug }) => slug)).toEqual([shop.slug])

    const { members } = await findDeskBase({ actor, sellerId: base.sellerId })
    const memberId = members[0]?.id ?? ''
    await leaveBase({ actor, sellerId: base.sellerId, memberId })
    await leaveBase({ actor, sellerId: base.sellerId, memberId })
    expect((await findMakers(query, 'en')).makers).toEqual([])
    await join()
    expect(await findBase(base.slug, 'zh-CN')).toMatchObject({ memberCount: 1, host: words.hostZh })
  })

  it('takes no shop that works with another base, no base, no unknown shop, and none of another county', async () => {
    const actor = await buildActor({ role: 'coordinator', region: '620123' })
    const elsewhere = await buildActor({ role: 'coordinator', region: '620121' })
    const [one, other, shop] = [await buildBase(), await buildBase(), await buildShop()]
    for (const { sellerId } of [one, other]) await saveBase({ actor, sellerId, ...words })
    await joinBase({ actor, sellerId: one.sellerId, shop: shop.slug })
    const join = (name: string, who = actor) => joinBase({ actor: who, sellerId: other.sellerId, shop: name })
    await expect(join(shop.slug)).rejects.toMatchObject({ key: 'base.elsewhere' })
    await expect(join(one.slug)).rejects.toMatchObject({ key: 'base.isBase' })
    await expect(join('没有这一家')).rejects.toMatchObject({ key: 'base.noShop' })
    await expect(join(shop.slug, elsewhere)).rejects.toMatchObject({ status: 404 })
    await expect(
      saveBase({ actor, sellerId: one.sellerId, ...words, sinceYear: 2099 }),
    ).rejects.toMatchObject({ key: 'base.futureYear', field: 'sinceYear' })
    await expect(saveBase({ actor, sellerId: shop.sellerId, ...words })).rejects.toMatchObject({
      status: 404,
    })
  })

  it('is kept right by the database: one base at a time, only bases have members, the past stays', async () => {
    const actor = await buildActor({ role: 'coordinator', region: '620123' })
    const [one, other, shop] = [await buildBase(), await buildBase(), await buildShop()]
    for (const { sellerId } of [one, other]) await saveBase({ actor, sellerId, ...words })
    const validFrom = new Date('2026-01-01')
    const member = await owner.baseMember.create({
      data: { baseId: one.sellerId, sellerId: shop.sellerId, validFrom },
    })
    const second = { baseId: other.sellerId, sellerId: shop.sellerId, validFrom: new Date('2026-02-01') }
    await expect(owner.baseMember.create({ data: second })).rejects.toThrow(/BaseMember_no_overlap/)
    await expect(owner.baseProfile.create({ data: { sellerId: shop.sellerId, ...words } })).rejects.toThrow(
      /kind base/,
    )
    await expect(owner.baseMember.delete({ where: { id: member.id } })).rejects.toThrow(/ends once/)
    await expect(
      owner.baseMember.update({ where: { id: member.id }, data: { validFrom: new Date('2025-01-01') } }),
    ).rejects.toThrow(/ends once/)
  })
})

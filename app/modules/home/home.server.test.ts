import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { findSpeakingMakers } from '~/modules/sellers/find-speaking-makers.server'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, buildMedia, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { findHomeContent } from './find-home-content.server'
import { getHomeItem } from './find-home-items.server'
import { publishHomeItem } from './publish-home-item.server'
import { saveHomeItem } from './save-home-item.server'
import { takeDownHomeItem } from './take-down-home-item.server'

let admin: Actor
let other: Actor

beforeAll(async () => {
  await buildGround()
  admin = await buildActor({ role: 'admin', region: '62' })
  other = await buildActor({ role: 'admin', region: '62' })
})

beforeEach(async () => {
  await owner.homeItem.updateMany({ data: { publishedNumber: null } })
})

const hour = 60 * 60 * 1000
const ago = (hours: number) => new Date(Date.now() - hours * hour)
const words = {
  titleZh: '端午',
  titleEn: 'Dragon Boat',
  textZh: '香包都在这里',
  textEn: 'All the sachets',
  link: '/search?occasion=dragon-boat',
}
const occasion = (from: Date, to: Date, given: Partial<typeof words> = {}) =>
  saveHomeItem({
    actor: admin,
    itemId: null,
    seen: 0,
    from,
    to,
    position: 1,
    saying: { kind: 'occasion', ...words, ...given },
  })

async function buildSpeaker() {
  const seller = await buildSeller()
  const { productId } = await buildPiece(seller)
  await owner.productMedia.create({ data: { productId, mediaId: await buildMedia(), position: 1 } })
  const text = await owner.textVersion.create({
    data: { kind: 'public_story', version: Date.now() % 1e9, locale: 'zh-CN', title: '公开', body: '同意' },
  })
  const consent = await owner.consent.create({
    data: {
      personId: seller.person.personId,
      purpose: 'public_story',
      textVersionId: text.id,
      means: 'code',
    },
  })
  await owner.seller.update({ where: { id: seller.sellerId }, data: { wordsZh: '一根绳，越编越静。' } })
  return { ...seller, consentId: consent.id }
}

describe('an occasion', () => {
  it('is shown from its beginning to its end once it is published, and in both languages', async () => {
    const { itemId } = await occasion(ago(1), ago(-1))
    expect((await findHomeContent('zh-CN')).occasions).toEqual([])
    expect((await findHomeContent('zh-CN', { at: null })).occasions).toMatchObject([{ id: itemId }])
    await publishHomeItem({ actor: admin, itemId, seen: 1 })
    expect((await findHomeContent('zh-CN')).occasions).toEqual([
      { id: itemId, title: '端午', text: '香包都在这里', link: words.link },
    ])
    expect((await findHomeContent('en')).occasions).toMatchObject([{ title: 'Dragon Boat' }])
  })

  it('that is still to come is seen beforehand only', async () => {
    const { itemId } = await occasion(ago(-5), ago(-6))
    await publishHomeItem({ actor: admin, itemId, seen: 1 })
    expect((await findHomeContent('zh-CN')).occasions).toEqual([])
    const then = await findHomeContent('zh-CN', { at: ago(-5.5) })
    expect(then.occasions).toMatchObject([{ id: itemId }])
    expect((await findHomeContent('zh-CN', { at: ago(-7) })).occasions.map(({ id }) => id)).not.toContain(
      itemId,
    )
  })

  it('goes on as it was published while a newer version waits, and can be taken down', async () => {
    const { itemId } = await occasion(ago(1), ago(-1))
    await publishHomeItem({ actor: admin, itemId, seen: 1 })
    await saveHomeItem({
      actor: admin,
      itemId,
      seen: 1,
      from: ago(1),
      to: ago(-1),
      position: 1,
      saying: { kind: 'occasion', ...words, titleZh: '五月五' },
    })
    expect((await findHomeContent('zh-CN')).occasions).toMatchObject([{ title: '端午' }])
    await publishHomeItem({ actor: admin, itemId, seen: 2 })
    expect((await findHomeContent('zh-CN')).occasions).toMatchObject([{ title: '五月五' }])
    await takeDownHomeItem({ actor: admin, itemId, seen: 2 })
    expect((await findHomeContent('zh-CN')).occasions).toEqual([])
    const acts = await owner.auditEvent.findMany({ where: { subjectId: itemId }, orderBy: { id: 'asc' } })
    expect(acts.map(({ action }) => action)).toEqual([
      'home.saved',
      'home.published',
      'home.saved',
      'home.published',
      'home.taken_down',
    ])
  })

  it('refuses an end before its beginning, and to be published when it is over', async () => {
    await expect(occasion(ago(1), ago(2))).rejects.toMatchObject({ key: 'home.endsFirst', field: 'to' })
    const { itemId } = await occasion(ago(3), ago(2))
    await expect(publishHomeItem({ actor: admin, itemId, seen: 1 })).rejects.toMatchObject({
      key: 'home.isOver',
    })
  })
})

describe('two administrators at once', () => {
  it('one is told that the other has saved, whatever she is about to do', async () => {
    const { itemId } = await occasion(ago(1), ago(-1))
    const again = (actor: Actor, titleZh: string) =>
      saveHomeItem({
        actor,
        itemId,
        seen: 1,
        from: ago(1),
        to: ago(-1),
        position: 1,
        saying: { kind: 'occasion', ...words, titleZh },
      })
    const results = await Promise.allSettled([again(admin, '甲写的'), again(other, '乙写的')])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { key: 'home.changedMeanwhile', status: 409, params: { name: '示例' } },
    })
    for (const act of [publishHomeItem, takeDownHomeItem])
      await expect(act({ actor: other, itemId, seen: 1 })).rejects.toMatchObject({
        key: 'home.changedMeanwhile',
      })
    expect((await getHomeItem(itemId, 'zh-CN')).versions.map(({ number, by }) => [number, by])).toEqual([
      [2, '示例'],
      [1, '示例'],
    ])
  })
})

describe('a maker of the week', () => {
  const week = (sellerId: string) =>
    saveHomeItem({
      actor: admin,
      itemId: null,
      seen: 0,
      from: ago(1),
      to: ago(-1),
      position: 1,
      saying: { kind: 'maker', sellerId },
    })
  const shown = async () => {
    const { sellerIds } = await findHomeContent('zh-CN')
    const found = await findSpeakingMakers({ locale: 'zh-CN', turn: 'x', exceptProductSlug: '', sellerIds })
    return found.map(({ slug }) => slug)
  }

  it('stands in her place while she agrees, and is gone when she takes it back', async () => {
    const first = await buildSpeaker()
    const second = await buildSpeaker()
    for (const { sellerId } of [second, first]) {
      const { itemId } = await week(sellerId)
      await publishHomeItem({ actor: admin, itemId, seen: 1 })
    }
    expect(await shown()).toEqual([second.slug, first.slug])
    await owner.consent.update({ where: { id: second.consentId }, data: { withdrawnAt: new Date() } })
    expect(await shown()).toEqual([first.slug])
    await owner.consent.update({ where: { id: first.consentId }, data: { withdrawnAt: new Date() } })
    // what she said is gone from her shop with her consent, so that the season does not choose her either
    const left = await shown()
    expect(left).not.toContain(first.slug)
    expect(left).not.toContain(second.slug)
  })

  it('is refused when she has not agreed', async () => {
    const { sellerId } = await buildSeller()
    await expect(week(sellerId)).rejects.toMatchObject({ key: 'home.speaksNot', field: 'sellerId' })
  })
})

it('the database keeps versions as they were, and a banner with its picture', async () => {
  const { itemId } = await saveHomeItem({
    actor: admin,
    itemId: null,
    seen: 0,
    from: ago(1),
    to: ago(-1),
    position: 1,
    saying: { kind: 'banner', ...words, mediaId: await buildMedia() },
  })
  await publishHomeItem({ actor: admin, itemId, seen: 1 })
  expect((await findHomeContent('zh-CN')).banners).toMatchObject([{ id: itemId, picture: { width: 640 } }])
  await expect(owner.homeVersion.updateMany({ where: { itemId }, data: { titleZh: '改' } })).rejects.toThrow()
  await expect(
    saveHomeItem({
      actor: admin,
      itemId,
      seen: 1,
      from: ago(1),
      to: ago(-1),
      position: 1,
      saying: { kind: 'occasion', ...words },
    }),
  ).rejects.toMatchObject({ status: 404 })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import {
  openRevision,
  photoBytes,
  price,
  saveWords,
  submit,
  writeListing,
} from '../../../tests/fixtures/listings'
import { mandateDays } from '../../../tests/fixtures/mandates'
import { owner, passSeconds } from '../../../tests/fixtures/owner'
import {
  buildActor,
  buildGround,
  buildMedia,
  buildPerson,
  buildPiece,
  buildSeller,
} from '../../../tests/fixtures/world'
import { addListingPhoto } from './add-listing-photo.server'
import { approveListing } from './approve-listing.server'
import { countMyListings } from './count-my-listings.server'
import { countReviews } from './count-reviews.server'
import { editLiveListing } from './edit-live-listing.server'
import { findMyListings } from './find-my-listings.server'
import { findReviewQueue } from './find-review-queue.server'
import { getListing } from './get-listing.server'
import { getReview } from './get-review.server'
import { requestChanges } from './request-changes.server'
import { saveListingPrice } from './save-listing-price.server'
import { takeBackListing } from './take-back-listing.server'

const locale = 'zh-CN'

describe('the coordinator reads', () => {
  let artisan: Actor
  let coordinator: Actor
  let elsewhere: Actor
  beforeAll(async () => {
    await buildGround()
    artisan = (await buildSeller()).actor
    const person = await buildPerson({ village: null, name: '陈国芳（示例）' })
    coordinator = await buildActor({ role: 'coordinator', region: '620123', person })
    elsewhere = await buildActor({ role: 'coordinator', region: '620121' })
  })
  const review = (revisionId: string, actor = coordinator) => getReview({ actor, revisionId, locale })

  it('a new piece whole, with nothing to compare it with', async () => {
    const productId = await writeListing(artisan)
    const { revisionId } = await submit(artisan, productId)
    const shown = await review(revisionId)
    expect(shown).toMatchObject({
      state: 'submitted',
      sellerName: '示例结艺',
      place: '城关镇',
      live: null,
      before: null,
      changed: [],
      isTypedForHer: false,
      isHerOwn: false,
      hasUnreadEnglish: false,
      now: { content: { titleZh: '八道盘长中堂挂结' } },
    })
    expect(shown.now.photos.map(({ shot }) => shot)).toEqual(['whole', 'detail', 'back'])
    expect(shown.history).toMatchObject([{ state: 'submitted', by: '示例' }])
    expect(JSON.stringify(shown)).toContain('八道盘长中堂挂结，整件')
  })

  it('the difference after a change, field by field and photo by photo, but not what is still being written', async () => {
    const productId = await writeListing(artisan)
    const first = await submit(artisan, productId)
    await requestChanges({
      actor: coordinator,
      ...first,
      reasonCode: 'photos_missing',
      reasonText: '加一张量尺寸的。',
    })
    await addListingPhoto({ actor: artisan, productId, bytes: await photoBytes(5), shot: 'scale' })
    await saveWords(artisan, productId, { storyZh: '二十六米五号线，中间不接头。挂三天再剪穗，两边一样长。' })
    expect((await review(first.revisionId)).now.photos).toHaveLength(3)

    await submit(artisan, productId)
    const shown = await review(first.revisionId)
    expect(shown.changed).toEqual(['photos', 'storyZh'])
    expect(shown.before).toMatchObject({
      of: 'answer',
      content: { storyZh: expect.stringContaining('再剪穗。') },
    })
    expect([shown.before?.photos.length, shown.now.photos.length]).toEqual([3, 4])
    expect(shown.history.map(({ state }) => state)).toEqual(['submitted', 'changes_requested', 'submitted'])
    expect(shown.history[1]).toMatchObject({
      by: '陈国芳（示例）',
      reason: { code: 'photos_missing', text: '加一张量尺寸的。' },
    })
  })

  it('a change of a piece on sale beside what stands in the shop, also one that came without a listing', async () => {
    const { productId } = await buildPiece({
      sellerId: artisan.sellerIds[0] ?? '',
      makeMode: 'made_to_order',
    })
    for (const position of [0, 1, 2])
      await owner.productMedia.create({ data: { productId, mediaId: await buildMedia(), position } })
    await editLiveListing({ actor: artisan, productId })
    const { version } = await openRevision(productId)
    const change = {
      ...price,
      makeMode: 'made_to_order',
      makeDays: 7,
      stock: null,
      weightGrams: null,
      price: 7200,
    } as const
    await saveListingPrice({ actor: artisan, productId, version, price: change })
    const { content } = await openRevision(productId)
    expect(content).toMatchObject({ storyZh: '一根线从头走到尾。', makingHours: 2 })
    await owner.listingRevision.updateMany({
      where: { productId },
      data: { content: { ...Object(content), storyZh: '一根线从头走到尾，不接。' } },
    })
    const { revisionId } = await submit(artisan, productId)
    const shown = await review(revisionId)
    expect(shown.before?.of).toBe('shop')
    expect(shown.changed).toEqual(['storyZh', 'priceFen'])
    expect(shown.live).not.toBeNull()
  })

  it('who typed it for the maker', async () => {
    const seller = await buildSeller()
    const person = await buildPerson({ village: '620121100201', name: '李秀梅（示例）' })
    await owner.mandate.create({
      data: {
        sellerId: seller.sellerId,
        agentPersonId: person.personId,
        scope: ['list'],
        capBps: 500,
        ...mandateDays(),
        signedByPrincipalAt: new Date(),
        signedByAgentAt: new Date(),
      },
    })
    const agent = await buildActor({ role: 'broker', sellerIds: [seller.sellerId], person })
    const { revisionId } = await submit(agent, await writeListing(agent))
    expect(await review(revisionId)).toMatchObject({ isTypedForHer: true, typedBy: '李秀梅（示例）' })
  })

  it('nothing of another county, nothing that was never submitted, nothing unknown', async () => {
    const productId = await writeListing(artisan)
    const { id } = await openRevision(productId)
    const missing = { status: 404 }
    await expect(review(id)).rejects.toMatchObject(missing)
    const { revisionId } = await submit(artisan, productId)
    await expect(review(revisionId, elsewhere)).rejects.toMatchObject(missing)
    await expect(review(revisionId, artisan)).rejects.toMatchObject(missing)
    await expect(review(crypto.randomUUID())).rejects.toMatchObject(missing)
    expect((await review(revisionId)).state).toBe('submitted')
  })

  it('a queue of her region alone: oldest first, with what changed, and a count that agrees', async () => {
    const fresh = await buildSeller({ village: '620123100202' })
    const town = await buildActor({ role: 'coordinator', region: '620123100' })
    const before = await findReviewQueue({ actor: town, locale })
    const productId = await writeListing(fresh.actor)
    const first = await submit(fresh.actor, productId)
    await passSeconds(5 * 3600)
    await requestChanges({ actor: town, ...first, reasonCode: 'title', reasonText: '名字短一点。' })
    expect(await countReviews({ actor: town })).toBe(before.listings.length)
    await saveWords(fresh.actor, productId, { titleZh: '盘长挂结' })
    await submit(fresh.actor, productId)
    await passSeconds(2 * 3600)

    const { listings } = await findReviewQueue({ actor: town, locale })
    expect(await countReviews({ actor: town })).toBe(listings.length)
    expect(listings.at(-1)).toMatchObject({
      revisionId: first.revisionId,
      title: '盘长挂结',
      place: '城关镇',
      waitedHours: 2,
      isNew: true,
      changed: ['titleZh'],
    })
    const waited = listings.map(({ waitedHours }) => waitedHours)
    expect(waited).toEqual([...waited].sort((a, b) => b - a))
    expect((await findReviewQueue({ actor: elsewhere, locale })).listings).toEqual([])
    expect(await countReviews({ actor: elsewhere })).toBe(0)
    expect(await countReviews({ actor: artisan })).toBe(0)
    const answered = await findReviewQueue({ actor: town, locale, state: 'changes_requested' })
    expect(answered.listings.map(({ revisionId }) => revisionId)).not.toContain(first.revisionId)
  })
})

describe('she reads', () => {
  let artisan: Actor
  let coordinator: Actor
  beforeAll(async () => {
    await buildGround()
    artisan = (await buildSeller()).actor
    const person = await buildPerson({ village: null, name: '陈国芳（示例）' })
    coordinator = await buildActor({ role: 'coordinator', region: '620123', person })
  })

  it('her pieces by where they stand, and true numbers of them', async () => {
    const draft = await writeListing(artisan, { words: { titleZh: '' } })
    const reading = await writeListing(artisan)
    await submit(artisan, reading)
    const asked = await writeListing(artisan)
    const review = await submit(artisan, asked)
    await requestChanges({ actor: coordinator, ...review, reasonCode: 'price', reasonText: '价钱写错了吧？' })
    const onSale = await writeListing(artisan)
    await approveListing({ actor: coordinator, ...(await submit(artisan, onSale)), isEnglishReviewed: false })
    const { productId: paused } = await buildPiece({ sellerId: artisan.sellerIds[0] ?? '', stock: 4 })
    await owner.product.update({ where: { id: paused }, data: { status: 'paused' } })

    const { open, settled, hasMore } = await findMyListings({ actor: artisan, locale })
    const standing = new Map([...open, ...settled].map((listing) => [listing.productId, listing]))
    expect(standing.get(draft)).toMatchObject({ standing: 'draft', title: '', left: null, priceFen: 36800 })
    expect(standing.get(reading)).toMatchObject({ standing: 'reading' })
    expect(standing.get(asked)).toMatchObject({
      standing: 'changes',
      reason: { code: 'price', text: '价钱写错了吧？' },
    })
    expect(standing.get(onSale)).toMatchObject({ standing: 'on_sale', left: 3, isChanging: false })
    expect(standing.get(paused)).toMatchObject({ standing: 'paused', left: 4 })
    expect(standing.get(asked)?.photo?.jpeg).toHaveLength(4)
    expect(hasMore).toBe(false)
    expect(await countMyListings({ actor: artisan })).toEqual({
      drafts: 1,
      changes: 1,
      reading: 1,
      onSale: 1,
    })
    const nobody = { ...artisan, sellerIds: [] }
    expect(await countMyListings({ actor: nobody })).toEqual({ drafts: 0, changes: 0, reading: 0, onSale: 0 })
    expect((await findMyListings({ actor: nobody, locale })).open).toEqual([])
  })

  it('one piece: what it lacks step by step, what the coordinator said and who, her shelf', async () => {
    const productId = await writeListing(artisan, { words: { storyZh: '短' }, price: { stock: null } })
    const draft = await getListing({ actor: artisan, productId, locale })
    expect(draft.open?.faults).toMatchObject([
      { step: 'words', field: 'storyZh', text: '至少 10 个字，现在是 1 个。' },
      { step: 'price', field: 'stock', text: '这一项要填。' },
    ])
    await saveWords(artisan, productId)
    const { version } = await openRevision(productId)
    await saveListingPrice({ actor: artisan, productId, version, price })
    const review = await submit(artisan, productId)
    await requestChanges({ actor: coordinator, ...review, reasonCode: 'size', reasonText: '尺寸带上穗子。' })
    const asked = await getListing({ actor: artisan, productId, locale })
    expect(asked.open).toMatchObject({
      state: 'changes_requested',
      faults: [],
      reason: { code: 'size', text: '尺寸带上穗子。', by: '陈国芳（示例）' },
    })
    await approveListing({
      actor: coordinator,
      ...(await submit(artisan, productId)),
      isEnglishReviewed: false,
    })
    const live = await getListing({ actor: artisan, productId, locale })
    expect(live).toMatchObject({ status: 'on_sale', open: null, content: { sizeZh: '28 × 96 厘米' } })
    expect(live.shelves).toMatchObject([{ makeMode: 'stock', onHand: 3, reserved: 0 }])
    await takeBackListing({ actor: artisan, productId }).then(
      () => expect.unreachable(),
      (error) => expect(error.key).toBe('studio.nothingOpen'),
    )
    const stranger = (await buildSeller()).actor
    await expect(getListing({ actor: stranger, productId, locale })).rejects.toMatchObject({ status: 404 })
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { openRevision, saveWords, submit, writeListing } from '../../../tests/fixtures/listings'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, buildPerson, buildSeller } from '../../../tests/fixtures/world'
import { approveListing } from './approve-listing.server'
import { editLiveListing } from './edit-live-listing.server'
import { requestChanges } from './request-changes.server'
import { setStock } from './set-stock.server'

const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.key ?? String(error),
  )
const live = (productId: string) =>
  owner.product.findUniqueOrThrow({
    where: { id: productId },
    include: {
      texts: { orderBy: { locale: 'desc' } },
      variants: { include: { prices: true, stock: { include: { movements: true } } } },
      pictures: { orderBy: { position: 'asc' }, include: { media: true } },
      revisions: { orderBy: { number: 'asc' }, include: { events: { orderBy: { id: 'asc' } } } },
    },
  })

describe('approveListing', () => {
  let artisan: Actor
  let coordinator: Actor
  beforeAll(async () => {
    await buildGround()
    artisan = (await buildSeller()).actor
    const person = await buildPerson({ village: null, name: '陈国芳（示例）' })
    coordinator = await buildActor({ role: 'coordinator', region: '620123', person })
  })

  const approve = (review: { revisionId: string; version: number }, over: object = {}) =>
    approveListing({ actor: coordinator, ...review, isEnglishReviewed: false, ...over })

  it('brings a submitted piece into the shop: words, price, stock, pictures, serial, address, search', async () => {
    const productId = await writeListing(artisan)
    await approve(await submit(artisan, productId))

    const product = await live(productId)
    expect(product).toMatchObject({ status: 'on_sale', makingMinutes: 870, fromPriceFen: 36800n })
    expect(product.publishedAt).toBeInstanceOf(Date)
    expect(product.serial).toMatch(/^ZGJ-\d{4,6}$/)
    expect(product.slug).toBe(`ba-dao-pan-chang-zhong-tang-gua-jie-${product.serial.toLowerCase()}`)
    expect(product.texts).toMatchObject([
      { locale: 'zh-CN', title: '八道盘长中堂挂结', size: '28 × 96 厘米', care: null },
    ])
    expect(product.variants).toMatchObject([
      {
        makeMode: 'stock',
        makeDays: null,
        weightGrams: 420,
        prices: [{ channel: 'retail', minQuantity: 1, unitPriceFen: 36800n }],
        stock: { onHand: 3, reserved: 0, movements: [{ kind: 'count', quantity: 3 }] },
      },
    ])
    expect(product.pictures.map(({ media }) => media.shot)).toEqual(['whole', 'detail', 'back'])
    const found = await owner.$queryRaw<{ id: string }[]>`
      SELECT id FROM "SearchEntry" WHERE id = ${productId}::uuid AND "isShown" AND words @@ to_tsquery('simple', '盘长 & 音zgj')`
    expect(found).toHaveLength(1)
  })

  it('numbers two pieces of a craft one after the other, also when they are approved at once', async () => {
    const one = await writeListing(artisan)
    const first = await submit(artisan, one)
    const other = await writeListing(artisan)
    await Promise.all([approve(first), approve(await submit(artisan, other))])
    const serials = [(await live(one)).serial, (await live(other)).serial]
    expect(new Set(serials).size).toBe(2)
  })

  it('keeps a one-of-a-kind piece once, and gives none to a piece made to order', async () => {
    const unique = await writeListing(artisan, { price: { makeMode: 'one_of_a_kind', stock: 5 } })
    await approve(await submit(artisan, unique))
    expect((await live(unique)).variants).toMatchObject([{ makeMode: 'one_of_a_kind', stock: { onHand: 1 } }])
    const made = await writeListing(artisan, {
      price: { makeMode: 'made_to_order', makeDays: 9, weeklyCapacity: 5 },
    })
    await approve(await submit(artisan, made))
    expect((await live(made)).variants).toMatchObject([{ makeDays: 9, weeklyCapacity: 5, stock: null }])
  })

  it('shows English only when the coordinator has read it', async () => {
    const english = { titleEn: 'Endless knot', storyEn: 'Twenty-six metres, no join.', materialsEn: 'Cord' }
    const unread = await writeListing(artisan, { words: english })
    await approve(await submit(artisan, unread))
    expect((await live(unread)).texts).toMatchObject([
      { locale: 'zh-CN' },
      { locale: 'en', reviewedAt: null },
    ])
    const read = await writeListing(artisan, { words: english })
    await approve(await submit(artisan, read), { isEnglishReviewed: true })
    expect((await live(read)).texts[1]).toMatchObject({
      title: 'Endless knot',
      reviewedById: coordinator.userId,
    })
  })

  it('lets one of two coordinators decide; the other hears who has', async () => {
    const other = await buildActor({ role: 'coordinator', region: '6201' })
    const productId = await writeListing(artisan)
    const review = await submit(artisan, productId)
    const outcomes = await Promise.all([
      keyOf(approve(review)),
      keyOf(approve(review, { actor: other })),
      keyOf(requestChanges({ actor: other, ...review, reasonCode: 'story', reasonText: '多写两句。' })),
    ])
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    for (const outcome of outcomes) expect(outcome).toMatch(/^(done|desk\.already)/)
    const { revisions } = await live(productId)
    expect(revisions.flatMap(({ events }) => events.map(({ state }) => state))).toHaveLength(2)

    const later = await writeListing(artisan)
    const second = await submit(artisan, later)
    await approve(second)
    await expect(approve(second, { actor: other })).rejects.toMatchObject({
      key: 'desk.alreadyApproved',
      status: 409,
      params: { name: '陈国芳（示例）' },
    })
  })

  it('is not found by a coordinator of another county, nor by one of a town beside', async () => {
    const productId = await writeListing(artisan)
    const review = await submit(artisan, productId)
    const elsewhere = await buildActor({ role: 'coordinator', region: '620121' })
    for (const actor of [elsewhere, { ...coordinator, regionId: null }]) {
      await expect(approve(review, { actor })).rejects.toMatchObject({ status: 404 })
      const change = { actor, ...review, reasonCode: 'other', reasonText: '改' } as const
      await expect(requestChanges(change)).rejects.toMatchObject({ status: 404 })
    }
    const town = await buildActor({ role: 'coordinator', region: '620123100' })
    await approve(review, { actor: town })
  })

  it('refuses what she submitted herself, and what she sells herself', async () => {
    const both = { ...coordinator, sellerIds: artisan.sellerIds }
    const productId = await writeListing(artisan)
    const review = await submit(artisan, productId)
    expect(await keyOf(approve(review, { actor: both }))).toBe('desk.notYourOwn')
    await owner.listingRevision.update({
      where: { id: review.revisionId },
      data: { submittedById: coordinator.userId },
    })
    expect(await keyOf(approve(review))).toBe('desk.notYourOwn')
  })

  it('refuses a version other than the one she read', async () => {
    const productId = await writeListing(artisan)
    const { revisionId, version } = await submit(artisan, productId)
    expect(await keyOf(approve({ revisionId, version: version - 1 }))).toBe('errors.stale')
  })

  it('of a piece on sale writes only what changed, and never its stock or its name', async () => {
    const productId = await writeListing(artisan)
    await approve(await submit(artisan, productId))
    const before = await live(productId)
    const [variant] = before.variants
    await setStock({ actor: artisan, productId, variantId: variant?.id ?? '', seen: 3, count: 2 })

    await editLiveListing({ actor: artisan, productId })
    await editLiveListing({ actor: artisan, productId })
    await saveWords(artisan, productId, { titleZh: '九道盘长挂结', makingHours: 15 })
    expect((await live(productId)).texts[0]?.title).toBe('八道盘长中堂挂结')
    await approve(await submit(artisan, productId))

    const after = await live(productId)
    expect(after).toMatchObject({
      slug: before.slug,
      serial: before.serial,
      publishedAt: before.publishedAt,
      makingMinutes: 900,
    })
    expect(after.texts[0]?.title).toBe('九道盘长挂结')
    expect(after.pictures.map(({ mediaId }) => mediaId)).toEqual(
      before.pictures.map(({ mediaId }) => mediaId),
    )
    expect(after.variants).toMatchObject([{ id: variant?.id, stock: { onHand: 2 }, prices: variant?.prices }])
    expect(after.revisions.map(({ number, state }) => [number, state])).toEqual([
      [1, 'approved'],
      [2, 'approved'],
    ])
  })

  it('asks for a change; she hears why, changes it, and what stood at each step is kept', async () => {
    const productId = await writeListing(artisan)
    const review = await submit(artisan, productId)
    await requestChanges({ actor: coordinator, ...review, reasonCode: 'story', reasonText: '写写这根线。' })
    expect(await openRevision(productId)).toMatchObject({
      state: 'changes_requested',
      reasonCode: 'story',
      reasonText: '写写这根线。',
    })
    await saveWords(artisan, productId, { storyZh: '二十六米五号线，从头到尾一根，中间不接。' })
    await approve(await submit(artisan, productId))
    const [revision] = (await live(productId)).revisions
    const steps = revision?.events.map(({ state, content }) => [state, Object(content).storyZh.slice(-6)])
    expect(steps).toEqual([
      ['submitted', '天，再剪穗。'],
      ['changes_requested', '天，再剪穗。'],
      ['submitted', '根，中间不接。'.slice(-6)],
      ['approved', '根，中间不接。'.slice(-6)],
    ])
    expect(revision).toMatchObject({ reasonCode: null, reasonText: null })
    const audits = await inScope(coordinator, (tx) =>
      tx.auditEvent.findMany({
        where: { subjectId: productId },
        orderBy: { id: 'asc' },
        select: { action: true },
      }),
    )
    expect(audits.map(({ action }) => action)).toEqual([
      'listing.started',
      'listing.submitted',
      'listing.changes_requested',
      'listing.submitted',
      'listing.approved',
    ])
  })
})

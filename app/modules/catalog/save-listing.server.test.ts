import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import {
  openRevision,
  photoBytes,
  price,
  submit,
  words,
  writeListing,
} from '../../../tests/fixtures/listings'
import { mandateDays } from '../../../tests/fixtures/mandates'
import { owner } from '../../../tests/fixtures/owner'
import { webmBytes } from '../../../tests/fixtures/voices'
import { buildActor, buildGround, buildPerson, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { addListingPhoto } from './add-listing-photo.server'
import { discardListing } from './discard-listing.server'
import { editLiveListing } from './edit-live-listing.server'
import { moveListingPhoto } from './move-listing-photo.server'
import { pauseListing } from './pause-listing.server'
import { recordVoice } from './record-voice.server'
import { removeListingPhoto } from './remove-listing-photo.server'
import { saveListingPrice } from './save-listing-price.server'
import { saveListingWords } from './save-listing-words.server'
import { ListingDraft } from './schema'
import { setStock } from './set-stock.server'
import { startListing } from './start-listing.server'
import { submitListing } from './submit-listing.server'
import { takeBackListing } from './take-back-listing.server'

const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.key ?? String(error),
  )
const contentOf = async (productId: string) => ListingDraft.parse((await openRevision(productId)).content)

describe('writing a listing', () => {
  let artisan: Actor
  beforeAll(async () => {
    await buildGround()
    artisan = (await buildSeller()).actor
  })

  it('begins one piece, also on two taps at once, and knows her usual craft', async () => {
    const { actor } = await buildSeller()
    const ids = await Promise.all([startListing({ actor }), startListing({ actor })])
    expect(new Set(ids).size).toBe(1)
    expect((await contentOf(ids[0])).craftCode).toBeNull()
    await addListingPhoto({ actor, productId: ids[0], bytes: await photoBytes(1) })
    const next = await startListing({ actor })
    expect(ids).not.toContain(next)
    expect((await contentOf(next)).craftCode).toBe('knots')
  })

  it('begins another beside one of which she has only spoken', async () => {
    const { actor } = await buildSeller()
    const spoken = await startListing({ actor })
    await recordVoice({ actor, productId: spoken, bytes: webmBytes(31), seconds: 4 })
    const next = await startListing({ actor })
    expect(next).not.toBe(spoken)
    expect(await startListing({ actor })).toBe(next)
  })

  it('saves her words beside photos that arrive meanwhile, and never over another page’s words', async () => {
    const { actor } = await buildSeller()
    const productId = await startListing({ actor })
    const opened = await openRevision(productId)
    await addListingPhoto({ actor, productId, bytes: await photoBytes(21) })
    await addListingPhoto({ actor, productId, bytes: await photoBytes(22) })
    const save = (version: number, titleZh: string) =>
      keyOf(saveListingWords({ actor, productId, version, words: { ...words, titleZh } }))
    expect(await save(opened.version, '一号页写的')).toBe('done')
    expect(await contentOf(productId)).toMatchObject({ titleZh: '一号页写的', photos: [{}, {}] })
    expect(await save(opened.version, '二号页写的')).toBe('errors.stale')
    const now = await openRevision(productId)
    expect([now.version, now.written]).toEqual([opened.version + 3, opened.version + 3])
    await addListingPhoto({ actor, productId, bytes: await photoBytes(23) })
    expect(await save(now.written, '二号页写的')).toBe('done')
    // what she hands in is what she looked at, photos too
    expect(await keyOf(submitListing({ actor, productId, version: now.version }))).not.toBe('done')
  })

  it('asks which seller when she writes for several, and keeps her from anybody else', async () => {
    const other = await buildSeller()
    const broker = { ...artisan, sellerIds: [...artisan.sellerIds, other.sellerId] }
    expect(await keyOf(startListing({ actor: broker }))).toBe('studio.chooseSeller')
    expect(await keyOf(startListing({ actor: broker, sellerId: other.sellerId }))).toBe('errors.notFound')
    expect(await keyOf(startListing({ actor: artisan, sellerId: other.sellerId }))).toBe('errors.notFound')
  })

  it('lets an agent write under a live mandate to list, and says so; not under another or an ended one', async () => {
    const { sellerId, person: maker } = await buildSeller()
    const person = await buildPerson()
    const agent = await buildActor({ role: 'broker', sellerIds: [sellerId], person })
    const terms = {
      sellerId,
      agentPersonId: person.personId,
      capBps: 500,
      ...mandateDays(),
      signedByPrincipalAt: new Date(),
      signedByAgentAt: new Date(),
    }
    const former = await owner.mandate.create({ data: { ...terms, scope: ['orders'] } })
    expect(await keyOf(startListing({ actor: agent }))).toBe('errors.notFound')
    await owner.mandate.update({ where: { id: former.id }, data: { revokedAt: new Date() } })
    const mandate = await owner.mandate.create({ data: { ...terms, scope: ['list', 'orders'] } })
    const productId = await startListing({ actor: agent })
    await saveListingWords({ actor: agent, productId, version: 1, words })
    const audits = await owner.auditEvent.findMany({
      where: { subjectId: productId },
      orderBy: { id: 'asc' },
    })
    expect(
      audits.map(({ action, onBehalfOfId, actorUserId }) => [action, onBehalfOfId, actorUserId]),
    ).toEqual([
      ['listing.started', maker.personId, agent.userId],
      ['listing.saved', maker.personId, agent.userId],
    ])
    await owner.mandate.update({ where: { id: mandate.id }, data: { revokedAt: new Date() } })
    expect(await keyOf(saveListingWords({ actor: agent, productId, version: 2, words }))).toBe(
      'errors.notFound',
    )
  })

  it("does not find another's piece, whatever the verb", async () => {
    const productId = await writeListing(artisan)
    const { actor: stranger } = await buildSeller()
    const { version } = await openRevision(productId)
    const bytes = await photoBytes(9)
    const [photo] = (await contentOf(productId)).photos
    const mediaId = photo?.mediaId ?? ''
    const variantId = crypto.randomUUID()
    const tries = [
      saveListingWords({ actor: stranger, productId, version, words }),
      saveListingPrice({ actor: stranger, productId, version, price }),
      addListingPhoto({ actor: stranger, productId, bytes }),
      removeListingPhoto({ actor: stranger, productId, mediaId }),
      moveListingPhoto({ actor: stranger, productId, mediaId, to: 'making' }),
      submitListing({ actor: stranger, productId, version }),
      takeBackListing({ actor: stranger, productId }),
      editLiveListing({ actor: stranger, productId }),
      pauseListing({ actor: stranger, productId, to: 'paused' }),
      discardListing({ actor: stranger, productId }),
      setStock({ actor: stranger, productId, variantId, seen: 1, count: 2 }),
      saveListingWords({ actor: artisan, productId: variantId, version, words }),
    ]
    expect(new Set(await Promise.all(tries.map(keyOf)))).toEqual(new Set(['errors.notFound']))
  })

  it('keeps photos in the order of their views; a fourth takes the next free one, a retake its own', async () => {
    const productId = await writeListing(artisan)
    const [whole, detail] = (await contentOf(productId)).photos
    const mediaId = whole?.mediaId ?? ''
    await removeListingPhoto({ actor: artisan, productId, mediaId: detail?.mediaId ?? '' })
    await removeListingPhoto({ actor: artisan, productId, mediaId: detail?.mediaId ?? '' })
    expect(await addListingPhoto({ actor: artisan, productId, bytes: await photoBytes(4) })).toMatchObject({
      shot: 'detail',
    })
    await addListingPhoto({ actor: artisan, productId, bytes: await photoBytes(5), shot: 'making' })
    await moveListingPhoto({ actor: artisan, productId, mediaId, to: 'back' })
    const { photos } = await contentOf(productId)
    expect(photos.map(({ shot }) => shot)).toEqual(['whole', 'detail', 'back', 'making'])
    expect(photos[2]?.mediaId).toBe(mediaId)
  })

  it('refuses the same photo twice and a seventh', async () => {
    const productId = await writeListing(artisan)
    const bytes = await photoBytes(1)
    expect(await keyOf(addListingPhoto({ actor: artisan, productId, bytes }))).toBe('studio.photoTwice')
    for (const number of [4, 5, 6])
      await addListingPhoto({ actor: artisan, productId, bytes: await photoBytes(number) })
    expect(await keyOf(addListingPhoto({ actor: artisan, productId, bytes: await photoBytes(7) }))).toBe(
      'studio.photosFull',
    )
  })

  it('asks for the AVIF sizes of a new photo once', async () => {
    const productId = await writeListing(artisan)
    const [photo] = (await contentOf(productId)).photos
    const jobs = await owner.$queryRaw<unknown[]>`
      SELECT 1 FROM pgboss.job WHERE name = 'picture-avif' AND data ->> 'mediaId' = ${photo?.mediaId}`
    expect(jobs).toHaveLength(1)
  })

  it('never lets one tab overwrite another silently; saving the same again is no conflict', async () => {
    const productId = await writeListing(artisan)
    const { version } = await openRevision(productId)
    await saveListingWords({ actor: artisan, productId, version, words: { ...words, titleZh: '第一页写的' } })
    await saveListingWords({ actor: artisan, productId, version, words: { ...words, titleZh: '第一页写的' } })
    const late = saveListingWords({
      actor: artisan,
      productId,
      version,
      words: { ...words, titleZh: '第二页写的' },
    })
    await expect(late).rejects.toMatchObject({ key: 'errors.stale', status: 409 })
    const latePrice = saveListingPrice({
      actor: artisan,
      productId,
      version,
      price: { ...price, price: 100 },
    })
    expect(await keyOf(latePrice)).toBe('errors.stale')
    expect((await contentOf(productId)).titleZh).toBe('第一页写的')
  })

  it('saves from two pages at once one after the other', async () => {
    const productId = await writeListing(artisan)
    const { version } = await openRevision(productId)
    const save = (titleZh: string) =>
      saveListingWords({ actor: artisan, productId, version, words: { ...words, titleZh } })
    const outcomes = await Promise.all([keyOf(save('甲页')), keyOf(save('乙页')), keyOf(save('丙页'))])
    expect(outcomes.sort()).toEqual(['done', 'errors.stale', 'errors.stale'])
  })

  it('refuses a craft that does not exist and prices of variants that are not its own', async () => {
    const productId = await writeListing(artisan)
    const { version } = await openRevision(productId)
    const strange = saveListingWords({
      actor: artisan,
      productId,
      version,
      words: { ...words, craftCode: 'robots' },
    })
    expect(await keyOf(strange)).toBe('errors.badChoice')
    const options = [
      { variantId: crypto.randomUUID(), nameZh: '红', nameEn: '', price: 1, stock: null, makeDays: null },
    ]
    await saveListingPrice({ actor: artisan, productId, version, price: { ...price, price: 40000, options } })
    expect(await contentOf(productId)).toMatchObject({ priceFen: 40000, options: [] })
  })

  it('is submitted only whole, once, and as she saw it', async () => {
    const productId = await writeListing(artisan, { words: { storyZh: '短' } })
    const { version } = await openRevision(productId)
    expect(await keyOf(submitListing({ actor: artisan, productId, version }))).toBe('studio.notComplete')
    await saveListingWords({ actor: artisan, productId, version, words })
    expect(await keyOf(submitListing({ actor: artisan, productId, version }))).toBe('errors.stale')
    await submit(artisan, productId)
    await submit(artisan, productId)
    const { id } = await openRevision(productId)
    expect(await owner.listingEvent.count({ where: { revisionId: id } })).toBe(1)
  })

  it('stays as it is while it is read, until she takes it back', async () => {
    const productId = await writeListing(artisan)
    await submit(artisan, productId)
    const { version } = await openRevision(productId)
    const late = { ...words, titleZh: '又改' }
    expect(await keyOf(saveListingWords({ actor: artisan, productId, version, words: late }))).toBe(
      'studio.beingRead',
    )
    expect(await keyOf(addListingPhoto({ actor: artisan, productId, bytes: await photoBytes(8) }))).toBe(
      'studio.beingRead',
    )
    await takeBackListing({ actor: artisan, productId })
    await takeBackListing({ actor: artisan, productId })
    await saveListingWords({ actor: artisan, productId, version, words: late })
    expect(await openRevision(productId)).toMatchObject({ state: 'draft', content: { titleZh: '又改' } })
  })

  it('may be put away before it was ever on sale', async () => {
    const productId = await writeListing(artisan)
    await discardListing({ actor: artisan, productId })
    expect(await keyOf(submitListing({ actor: artisan, productId, version: 1 }))).toBe('errors.notFound')
    const onSale = await buildPiece({ sellerId: artisan.sellerIds[0] ?? '' })
    await editLiveListing({ actor: artisan, productId: onSale.productId })
    expect(await keyOf(discardListing({ actor: artisan, productId: onSale.productId }))).toBe(
      'studio.hasBeenOnSale',
    )
  })
})

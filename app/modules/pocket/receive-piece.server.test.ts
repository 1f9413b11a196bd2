import { createHash, randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { ListingDraft } from '~/modules/catalog/schema'
import { submitListing } from '~/modules/catalog/submit-listing.server'
import { openRevision, photoBytes, writeListing } from '../../../tests/fixtures/listings'
import { owner } from '../../../tests/fixtures/owner'
import { buildGround, buildSeller } from '../../../tests/fixtures/world'
import { dropUpload } from './drop-upload.server'
import { receiveDraft } from './receive-draft.server'
import { type Photograph, receivePiece } from './receive-piece.server'
import { sweepUploads } from './sweep-uploads.server'

const pieceBytes = 700
const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.key ?? String(error),
  )

describe('receivePiece', () => {
  let actor: Actor
  let sellerId: string
  let productId: string
  beforeAll(async () => {
    await buildGround()
    ;({ actor, sellerId } = await buildSeller())
    productId = crypto.randomUUID()
    await receiveDraft({ actor, locale: 'zh-CN', draftId: productId, sellerId, base: {}, typed: {} })
  })

  const describePhoto = (whole: Buffer, shot: Photograph['shot']): Photograph => ({
    uploadId: crypto.randomUUID(),
    productId,
    shot,
    sha256: createHash('sha256').update(whole).digest('hex'),
    bytes: whole.length,
  })
  const bring = (photograph: Photograph, whole: Buffer, start: number) =>
    receivePiece({ actor, photograph, start, body: whole.subarray(start, start + pieceBytes) })
  const bringAll = async (photograph: Photograph, whole: Buffer) => {
    for (let start = 0; ; ) {
      const progress = await bring(photograph, whole, start)
      if (progress.isDone) return progress
      start = progress.received
    }
  }
  const photosOf = async () => ListingDraft.parse((await openRevision(productId)).content).photos

  it('makes one photo of its pieces, and forgets them', async () => {
    const whole = await photoBytes(1)
    const photograph = describePhoto(whole, 'whole')
    expect(whole.length).toBeGreaterThan(3 * pieceBytes)
    expect(await bringAll(photograph, whole)).toMatchObject({ received: whole.length, isDone: true })
    expect((await photosOf()).map(({ shot }) => shot)).toEqual(['whole'])
    expect(await owner.uploadPiece.count({ where: { uploadId: photograph.uploadId } })).toBe(0)
    expect(await bring(photograph, whole, 0)).toMatchObject({ isDone: true })
    expect(await owner.media.count({ where: { sellerId } })).toBe(1)
  })

  it('takes a piece once, and none out of turn: the answer says from where to go on', async () => {
    const whole = await photoBytes(2)
    const photograph = describePhoto(whole, 'detail')
    expect(await bring(photograph, whole, 0)).toMatchObject({ received: pieceBytes, isDone: false })
    expect(await bring(photograph, whole, 0)).toMatchObject({ received: pieceBytes })
    expect(await bring(photograph, whole, 2 * pieceBytes)).toMatchObject({ received: pieceBytes })
    const answers = await Promise.all([1, 2, 3].map(() => bring(photograph, whole, pieceBytes)))
    expect(answers.map(({ received }) => received)).toEqual([2, 2, 2].map((times) => times * pieceBytes))
    await bringAll(photograph, whole)
    expect((await photosOf()).map(({ shot }) => shot)).toEqual(['whole', 'detail'])
  })

  it('is one photo when two pages send the last piece at once', async () => {
    const whole = await photoBytes(3)
    const photograph = describePhoto(whole, 'back')
    const last = Math.floor((whole.length - 1) / pieceBytes) * pieceBytes
    for (let start = 0; start < last; start += pieceBytes) await bring(photograph, whole, start)
    const answers = await Promise.all([1, 2, 3].map(() => bring(photograph, whole, last)))
    expect(answers.every(({ isDone }) => isDone)).toBe(true)
    expect((await photosOf()).filter(({ shot }) => shot === 'back')).toHaveLength(1)
  })

  it('begins anew when the whole does not fit its hash', async () => {
    const whole = await photoBytes(4)
    const photograph = { ...describePhoto(whole, 'scale'), sha256: randomBytes(32).toString('hex') }
    expect(await keyOf(bringAll(photograph, whole))).toBe('pocket.damaged')
    expect(await owner.photoUpload.count({ where: { id: photograph.uploadId } })).toBe(0)
    expect((await photosOf()).some(({ shot }) => shot === 'scale')).toBe(false)
  })

  it('keeps nothing of what is no photo, and says why', async () => {
    const whole = randomBytes(2 * pieceBytes)
    const photograph = describePhoto(whole, 'scale')
    expect(await keyOf(bringAll(photograph, whole))).toMatch(/^studio\.picture/)
    expect(await owner.photoUpload.count({ where: { id: photograph.uploadId } })).toBe(0)
  })

  it('is for her own pieces, and for the photograph it was begun for', async () => {
    const whole = await photoBytes(5)
    const photograph = describePhoto(whole, 'hanging')
    await bring(photograph, whole, 0)
    const other = await buildSeller()
    const foreign = {
      actor: other.actor,
      photograph,
      start: pieceBytes,
      body: whole.subarray(pieceBytes, 2 * pieceBytes),
    }
    expect(await keyOf(receivePiece(foreign))).toBe('errors.notFound')
    expect(await keyOf(bring({ ...photograph, bytes: whole.length - 1 }, whole, pieceBytes))).toBe(
      'errors.notFound',
    )
    expect((await owner.photoUpload.findUniqueOrThrow({ where: { id: photograph.uploadId } })).received).toBe(
      pieceBytes,
    )
  })

  it('is held to its order by the database itself', async () => {
    const whole = await photoBytes(6)
    const photograph = describePhoto(whole, 'making')
    const { uploadId } = photograph
    await bring(photograph, whole, 0)
    const put = (start: number, body: Buffer) =>
      owner.uploadPiece.create({ data: { uploadId, start, body: new Uint8Array(body) } })
    await expect(put(pieceBytes + 1, whole.subarray(0, 10))).rejects.toThrow('does not follow')
    await expect(put(pieceBytes, Buffer.alloc(whole.length))).rejects.toThrow()
    await expect(put(pieceBytes, Buffer.alloc(0))).rejects.toThrow()
  })

  it('holds back the handing in until it is all there, unless she does without it', async () => {
    const piece = await writeListing(actor)
    const other = await writeListing(actor)
    const wholes = [await photoBytes(8), await photoBytes(9), await photoBytes(10)] as const
    const onPiece = (whole: Buffer, shot: Photograph['shot']) => ({
      ...describePhoto(whole, shot),
      productId: piece,
    })
    const [first, instead, third] = [
      onPiece(wholes[0], 'scale'),
      onPiece(wholes[1], 'scale'),
      onPiece(wholes[2], 'making'),
    ]
    const handIn = async (productId: string, without?: boolean) => {
      const { version } = await openRevision(productId)
      return keyOf(submitListing({ actor, productId, version, ...(without ? { without } : {}) }))
    }
    // it was told of, and nothing of it has arrived
    const told = await receivePiece({ actor, photograph: first, start: 0, body: Buffer.alloc(0) })
    expect(told).toMatchObject({ received: 0, isDone: false })
    await expect(
      submitListing({ actor, productId: piece, version: (await openRevision(piece)).version }),
    ).rejects.toMatchObject({
      key: 'studio.photosOnTheWay',
      status: 409,
      params: { count: 1 },
      field: 'without',
    })
    expect((await openRevision(piece)).state).toBe('draft')
    expect(await handIn(other)).toBe('done')
    await bring(first, wholes[0], 0)
    expect(await handIn(piece)).toBe('studio.photosOnTheWay')
    // one that she has taken away is waited for no longer, and nobody else says so; one that is in the draft stays there
    const [away, foreign] = [onPiece(wholes[2], 'hanging'), await buildSeller()]
    await bring(away, wholes[2], 0)
    expect(await dropUpload({ actor: foreign.actor, uploadId: away.uploadId })).toBe(false)
    expect(await dropUpload({ actor, uploadId: away.uploadId })).toBe(true)
    expect(await owner.uploadPiece.count({ where: { uploadId: away.uploadId } })).toBe(0)
    // another photo in its place makes the first one nobody's
    await bringAll(instead, wholes[1])
    expect(await dropUpload({ actor, uploadId: instead.uploadId })).toBe(false)
    await bring(third, wholes[2], 0)
    expect(await handIn(piece)).toBe('studio.photosOnTheWay')
    expect(await handIn(piece, true)).toBe('done')
    expect((await openRevision(piece)).state).toBe('submitted')
    expect(await owner.photoUpload.count({ where: { productId: piece, doneAt: null } })).toBe(0)
    expect(await keyOf(bring(third, wholes[2], pieceBytes))).toBe('studio.beingRead')
  })

  it('forgets what never came whole, after two weeks', async () => {
    const whole = await photoBytes(7)
    const [old, young] = [describePhoto(whole, 'making'), describePhoto(whole, 'making')]
    await bring(old, whole, 0)
    await bring(young, whole, 0)
    await owner.$executeRaw`UPDATE "PhotoUpload" SET "createdAt" = app_now() - interval '15 days' WHERE id = ${old.uploadId}::uuid`
    expect(await sweepUploads({ batch: 100 })).toBe(1)
    expect(await owner.uploadPiece.count({ where: { uploadId: old.uploadId } })).toBe(0)
    expect(await owner.uploadPiece.count({ where: { uploadId: young.uploadId } })).toBe(1)
  })
})

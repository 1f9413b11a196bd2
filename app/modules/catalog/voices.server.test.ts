import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { takeWork } from '~/modules/claims/claim-work.server'
import { secretIndex } from '~/modules/people/secret-index.server'
import { giveVoiceConsent } from '~/modules/voices/give-voice-consent.server'
import { hearVoice } from '~/modules/voices/hear-voice.server'
import { findVoiceConsent } from '~/modules/voices/voice-consent.server'
import { voiceResponse } from '~/modules/voices/voice-response.server'
import { withdrawVoiceConsent } from '~/modules/voices/withdraw-voice-consent.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { env } from '~/platform/env.server'
import { seal } from '~/platform/secrets/envelope.server'
import { openRevision, saveWords, submit, words, writeListing } from '../../../tests/fixtures/listings'
import { owner } from '../../../tests/fixtures/owner'
import { webmBytes } from '../../../tests/fixtures/voices'
import { buildActor, buildGround, buildPerson, buildSeller } from '../../../tests/fixtures/world'
import { approveListing } from './approve-listing.server'
import { changeVoice } from './change-voice.server'
import { confirmDictation } from './confirm-dictation.server'
import { countMyListings } from './count-my-listings.server'
import { deleteVoice } from './delete-voice.server'
import { discardListing } from './discard-listing.server'
import { editLiveListing } from './edit-live-listing.server'
import { countDictations, findDictations } from './find-dictations.server'
import { findMyListings } from './find-my-listings.server'
import { findProductPage } from './find-product-page.server'
import { findNextTypedUp, findTypedUp } from './find-typed-up.server'
import { findArrivedVoices, findVoices, openOwnVoice } from './find-voice.server'
import { getDictation, openDictation } from './get-dictation.server'
import { getListing } from './get-listing.server'
import { recordVoice } from './record-voice.server'
import { submitListing } from './submit-listing.server'
import { tellDictation } from './tell-dictation.server'
import { typeUpDictation } from './type-up-dictation.server'

const locale = 'zh-CN'
const outbox = join(tmpdir(), `voices-${process.pid}.txt`)
const spoken = { titleZh: '', storyZh: '', materialsZh: '' }
const typed = { titleZh: '八道盘长挂结', storyZh: words.storyZh, materialsZh: words.materialsZh }

const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.key ?? String(error),
  )

describe('what she says', () => {
  let actor: Actor
  let personId: string
  let coordinator: Actor
  let elsewhere: Actor
  beforeAll(async () => {
    await buildGround()
    env.SMS_OUTBOX = outbox
    const seller = await buildSeller()
    actor = seller.actor
    personId = seller.person.personId
    const phone = '13700009001'
    await owner.personSecret.create({
      data: {
        personId,
        field: 'phone',
        keyId: seller.person.key.keyId,
        cipher: seal(seller.person.key, phone, { table: 'PersonSecret', column: 'phone', row: personId }),
        blindIndex: secretIndex('phone', phone),
      },
    })
    const person = await buildPerson({ village: null, name: '陈国芳（示例）' })
    coordinator = await buildActor({ role: 'coordinator', region: '620123', person })
    elsewhere = await buildActor({ role: 'coordinator', region: '620121' })
  })
  afterAll(async () => {
    env.SMS_OUTBOX = undefined
    await rm(outbox, { force: true })
  })

  /** A whole listing but for the words, and her voice. */
  async function speak(number: number): Promise<string> {
    const productId = await writeListing(actor, { words: spoken })
    await recordVoice({ actor, productId, bytes: webmBytes(number), seconds: 23 })
    return productId
  }
  const handIn = async (productId: string) => {
    const { id, version } = await openRevision(productId)
    return { revisionId: id, done: await submitListing({ actor, productId, version }) }
  }
  const voiceIdOf = async (productId: string) =>
    (await owner.voiceNote.findFirstOrThrow({ where: { productId } })).id
  const typeUp = async (productId: string, revisionId: string, by = coordinator) =>
    typeUpDictation({ actor: by, revisionId, voiceId: await voiceIdOf(productId), words: typed })

  it('stands for words: typed up in her region, told her once, confirmed by her, and only then reviewed', async () => {
    const productId = await speak(1)
    const { open } = await getListing({ actor, productId, locale })
    expect(open?.faults).toEqual([])
    const { revisionId, done } = await handIn(productId)
    expect([done, await handIn(productId)]).toEqual(['spoken', { revisionId, done: 'spoken' }])
    expect((await openRevision(productId)).state).toBe('draft')
    const standing = async () => {
      const { drafts, reading } = await countMyListings({ actor })
      const { open: pieces } = await findMyListings({ actor, locale })
      return [pieces.find((one) => one.productId === productId)?.standing, drafts, reading]
    }
    expect(await standing()).toEqual(['typing', 0, 1])

    expect(
      (await findDictations({ actor: coordinator, locale })).rows.map((one) => one.revisionId),
    ).toContain(revisionId)
    expect((await findDictations({ actor: elsewhere, locale })).rows).toEqual([])
    expect(await countDictations({ actor: elsewhere })).toBe(0)
    const view = await getDictation({ actor: coordinator, revisionId, locale })
    expect(view).toMatchObject({ sellerName: '示例结艺', craftCode: 'knots', written: spoken })
    const heard = await openDictation({ actor: coordinator, revisionId })
    expect(heard.bytes.equals(webmBytes(1))).toBe(true)
    for (const work of [
      () => getDictation({ actor: elsewhere, revisionId, locale }),
      () => openDictation({ actor: elsewhere, revisionId }),
      () => typeUp(productId, revisionId, elsewhere),
    ])
      expect(await keyOf(work())).toBe('errors.notFound')

    const both = await Promise.all([
      keyOf(typeUp(productId, revisionId)),
      keyOf(typeUp(productId, revisionId)),
    ])
    expect(both.toSorted()).toEqual(['done', 'voice.typedAlready'])
    await Promise.all([tellDictation({ revisionId }), tellDictation({ revisionId })])
    const told = (await readFile(outbox, 'utf8')).split('\n').filter((line) => line.includes('13700009001'))
    expect(told).toHaveLength(1)
    expect(told[0]).toContain(`/studio/products/${productId}/voice`)
    expect(told[0]).not.toContain('盘长')

    // nothing of it is in the listing before she says so
    const draft = await openRevision(productId)
    expect(draft.content).toMatchObject(spoken)
    expect(await findNextTypedUp({ actor })).toEqual({ productId, count: 1 })
    expect(await standing()).toEqual(['typed', 0, 0])
    expect(await findTypedUp({ actor, productId })).toEqual(typed)
    const mended = { ...typed, titleZh: '八道盘长大挂结' }
    const ask = { actor, productId, words: mended }
    expect(await keyOf(confirmDictation({ ...ask, version: draft.version - 1 }))).toBe('errors.stale')
    const version = await confirmDictation({ ...ask, version: draft.version })
    expect(await keyOf(confirmDictation({ ...ask, version }))).toBe('voice.nothingTyped')
    expect(await submitListing({ actor, productId, version })).toBe('submitted')
    expect(await openRevision(productId)).toMatchObject({ state: 'submitted', content: mended })
    expect(await findNextTypedUp({ actor })).toBeNull()
    expect(await standing()).toEqual(['reading', 0, 1])
  })

  it('is typed up by who listens to it; the claim ends with the words, or with the recording', async () => {
    const [first, second] = [await speak(21), await speak(22)]
    const [one, two] = [(await handIn(first)).revisionId, (await handIn(second)).revisionId]
    const li = await buildActor({ role: 'coordinator', region: '620123' })
    const take = (actor: Actor, subjectId: string) =>
      keyOf(takeWork({ actor, queue: 'dictation', subjectId }))
    expect(await take(elsewhere, one)).toBe('errors.notFound')
    expect([await take(coordinator, one), await take(coordinator, two)]).toEqual(['done', 'done'])
    expect([await take(li, one), await keyOf(typeUp(first, one, li))]).toEqual(['claims.held', 'claims.held'])
    expect(
      await keyOf(
        owner.dictation.update({
          where: { revisionId: one },
          data: { ...typed, typedAt: new Date(), typedById: li.userId },
        }),
      ),
    ).toContain('somebody else is on it')
    await typeUp(first, one)
    await deleteVoice({ actor, productId: second, voiceId: await voiceIdOf(second) })
    expect(await owner.workClaim.count({ where: { queue: 'dictation' } })).toBe(0)
    expect(await take(li, one)).toBe('claims.doneAlready')
  })

  it('is heard by buyers only after its approval and while she agrees', async () => {
    const productId = await speak(2)
    await saveWords(actor, productId)
    const { revisionId, version } = await submit(actor, productId)
    const voiceId = await voiceIdOf(productId)
    const agree = async () => {
      const { text } = await findVoiceConsent({ actor, locale })
      await giveVoiceConsent({ actor, textId: text?.id ?? null })
    }
    const isHeard = () => keyOf(hearVoice({ voiceId }))
    await agree()
    await agree()
    expect(await owner.consent.count({ where: { personId, purpose: 'public_voice' } })).toBe(1)
    expect(await isHeard()).toBe('errors.notFound')
    await approveListing({ actor: coordinator, revisionId, version, isEnglishReviewed: false })
    expect(await isHeard()).toBe('done')
    const { slug } = await owner.product.findUniqueOrThrow({ where: { id: productId } })
    expect((await findProductPage(slug, locale))?.voice).toEqual({ id: voiceId, seconds: 23 })

    await withdrawVoiceConsent({ actor })
    await withdrawVoiceConsent({ actor })
    expect(await isHeard()).toBe('errors.notFound')
    expect((await findProductPage(slug, locale))?.voice).toBeNull()
    expect((await openOwnVoice({ actor, productId, voiceId: null })).bytes.equals(webmBytes(2))).toBe(true)
    expect(await keyOf(giveVoiceConsent({ actor, textId: null }))).toBe('voice.agreeFirst')
    expect(await keyOf(giveVoiceConsent({ actor, textId: crypto.randomUUID() }))).toBe('voice.textChanged')
    await agree()
    expect(await isHeard()).toBe('done')
    await owner.product.update({ where: { id: productId }, data: { status: 'withdrawn' } })
    expect(await isHeard()).toBe('errors.notFound')
  })

  it('is destroyed with its key when she deletes it, records anew or discards the piece', async () => {
    const productId = await speak(3)
    const { revisionId } = await handIn(productId)
    const first = await owner.voiceNote.findFirstOrThrow({ where: { productId } })
    await recordVoice({ actor, productId, bytes: webmBytes(4), seconds: 60 })
    const wrapped = (id: string) => owner.dataKey.findUniqueOrThrow({ where: { id } })
    expect((await wrapped(first.keyId)).wrapped).toBeNull()
    const stale = { actor: coordinator, revisionId, voiceId: first.id, words: typed }
    expect(await keyOf(typeUpDictation(stale))).toBe('voice.recordedAnew')
    const second = await owner.voiceNote.findFirstOrThrow({ where: { productId } })
    expect((await openOwnVoice({ actor, productId, voiceId: null })).bytes.equals(webmBytes(4))).toBe(true)

    await deleteVoice({ actor, productId, voiceId: second.id })
    await deleteVoice({ actor, productId, voiceId: second.id })
    expect((await wrapped(second.keyId)).wrapped).toBeNull()
    expect(await owner.voiceNote.count({ where: { productId } })).toBe(0)
    expect(await findVoices({ actor, productId, locale })).toEqual([])
    expect(await keyOf(getDictation({ actor: coordinator, revisionId, locale }))).toBe('errors.notFound')
    expect(await keyOf(handIn(productId))).toBe('studio.notComplete')

    await recordVoice({ actor, productId, bytes: webmBytes(5), seconds: 1 })
    await discardListing({ actor, productId })
    expect(await owner.voiceNote.count({ where: { productId } })).toBe(0)
  })

  it('stays in the shop until another one is approved in its place, and then goes with its key', async () => {
    const productId = await speak(8)
    await saveWords(actor, productId)
    const first = await submit(actor, productId)
    await approveListing({ actor: coordinator, ...first, isEnglishReviewed: false })
    const former = await owner.voiceNote.findFirstOrThrow({ where: { productId } })
    const { text } = await findVoiceConsent({ actor, locale })
    await giveVoiceConsent({ actor, textId: text?.id ?? null })
    const isHeard = (voiceId: string) => keyOf(hearVoice({ voiceId }))
    expect(await isHeard(former.id)).toBe('done')

    await editLiveListing({ actor, productId })
    await recordVoice({ actor, productId, bytes: webmBytes(9), seconds: 9 })
    await recordVoice({ actor, productId, bytes: webmBytes(10), seconds: 10 })
    const [newer, shown] = await findVoices({ actor, productId, locale })
    expect([newer?.isInShop, shown?.isInShop, shown?.id]).toEqual([false, true, former.id])
    expect((await openOwnVoice({ actor, productId, voiceId: null })).bytes.equals(webmBytes(10))).toBe(true)
    expect([await isHeard(former.id), await isHeard(newer?.id ?? '')]).toEqual(['done', 'errors.notFound'])

    const second = await submit(actor, productId)
    expect(await isHeard(former.id)).toBe('done')
    await approveListing({ actor: coordinator, ...second, isEnglishReviewed: false })
    expect([await isHeard(former.id), await isHeard(newer?.id ?? '')]).toEqual(['errors.notFound', 'done'])
    expect((await owner.dataKey.findUniqueOrThrow({ where: { id: former.keyId } })).wrapped).toBeNull()
    expect(await findVoices({ actor, productId, locale })).toHaveLength(1)
  })

  it('comes from a device once, and never over one that the device did not know', async () => {
    const productId = await writeListing(actor, { words: spoken })
    const bring = (id: string, over: string | null, number: number) =>
      keyOf(recordVoice({ actor, productId, bytes: webmBytes(number), seconds: 5, brought: { id, over } }))
    const id = crypto.randomUUID()
    expect(await Promise.all([bring(id, null, 11), bring(id, null, 11), bring(id, null, 11)])).toEqual([
      'done',
      'done',
      'done',
    ])
    const kept = await voiceIdOf(productId)
    const other = crypto.randomUUID()
    expect(await bring(other, null, 12)).toBe('voice.anotherThere')
    expect(await bring(other, kept, 12)).toBe('done')
    const now = await voiceIdOf(productId)
    expect(now).not.toBe(kept)
    // what was heard of once comes back by no lost answer, not even when she has deleted it
    await deleteVoice({ actor, productId, voiceId: now })
    expect(await bring(other, kept, 12)).toBe('done')
    expect(await owner.voiceNote.count({ where: { productId } })).toBe(0)
  })

  it('comes from a page once, over whatever lay there, also when its answer was lost and it is sent again', async () => {
    const productId = await writeListing(actor, { words: spoken })
    const send = (id: string, number: number) =>
      keyOf(
        recordVoice({ actor, productId, bytes: webmBytes(number), seconds: 5, brought: { id, over: 'any' } }),
      )
    const id = crypto.randomUUID()
    expect(await Promise.all([send(id, 21), send(id, 21)])).toEqual(['done', 'done'])
    const first = await voiceIdOf(productId)
    const newer = crypto.randomUUID()
    expect(await send(newer, 22)).toBe('done')
    const second = await voiceIdOf(productId)
    expect(second).not.toBe(first)
    // the older one comes late: it takes the place of nothing
    expect(await send(id, 21)).toBe('done')
    expect(await voiceIdOf(productId)).toBe(second)
    expect(await owner.voiceNote.count({ where: { productId } })).toBe(1)
    expect(await findArrivedVoices({ actor, productId })).toEqual([newer, id])
    const stranger = await buildSeller()
    expect(await findArrivedVoices({ actor: stranger.actor, productId })).toEqual([])
  })

  it('comes from the plain form once, though it is pressed twice', async () => {
    const productId = await writeListing(actor, { words: spoken })
    const recordingId = crypto.randomUUID()
    const post = async () => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ intent: 'keep', recordingId })) form.set(name, value)
      form.set('voice', new File([Uint8Array.from(webmBytes(31))], 'voice.webm'))
      const request = new Request(`http://127.0.0.1/studio/products/${productId}/voice`, { method: 'POST' })
      const { status, headers } = await changeVoice({ request, form, actor, productId })
      return [status, headers.get('Location')]
    }
    const shown = [303, `/studio/products/${productId}/voice?done=kept`]
    expect(await post()).toEqual(shown)
    const first = await voiceIdOf(productId)
    expect(await post()).toEqual(shown)
    expect(await voiceIdOf(productId)).toBe(first)
  })

  it('is refused when it is none, a film, too large, somebody else’s, or while it is being read', async () => {
    const productId = await speak(6)
    const record = (bytes: Uint8Array, who = actor) =>
      keyOf(recordVoice({ actor: who, productId, bytes, seconds: 10 }))
    expect(await record(new Uint8Array())).toBe('voice.none')
    expect(await record(new Uint8Array(Buffer.from('hello')))).toBe('voice.badType')
    expect(await record(webmBytes(1, { film: true }))).toBe('voice.badType')
    expect(await record(new Uint8Array(3 * 1024 ** 2 + 1))).toBe('voice.tooLarge')
    const { actor: other } = await buildSeller()
    expect(await record(webmBytes(1), other)).toBe('errors.notFound')
    expect(await keyOf(openOwnVoice({ actor: other, productId, voiceId: null }))).toBe('errors.notFound')
    expect(await keyOf(deleteVoice({ actor: other, productId, voiceId: await voiceIdOf(productId) }))).toBe(
      'errors.notFound',
    )
    await saveWords(actor, productId)
    await submit(actor, productId)
    expect(await record(webmBytes(1))).toBe('studio.beingRead')
    // what she wrote herself waits for nobody
    expect(await owner.dictation.count({ where: { revision: { productId } } })).toBe(0)
  })

  it('stands behind the wall, and is never changed', async () => {
    const productId = await speak(7)
    const count = (scope: Parameters<typeof inScope>[0]) =>
      inScope(scope, (tx) => tx.voiceNote.count({ where: { productId } }))
    const stranger = await buildPerson()
    expect(await prisma.voiceNote.count({ where: { productId } })).toBe(0)
    expect(await count({ person: stranger.personId })).toBe(0)
    expect(await count(elsewhere)).toBe(0)
    expect(await count({ person: personId })).toBe(1)
    expect(await count(coordinator)).toBe(1)
    const change = owner.voiceNote.updateMany({ where: { productId }, data: { seconds: 9 } })
    await expect(change).rejects.toThrow(/stays as it was recorded/)
  })

  it('is answered whole or in the part that a browser asks for', async () => {
    const voice = { bytes: Buffer.from('0123456789'), contentType: 'audio/webm' }
    const ask = async (range?: string) => {
      const request = new Request('http://127.0.0.1/', { headers: range ? { Range: range } : {} })
      const answer = voiceResponse(request, voice, 'shop')
      return [answer.status, answer.headers.get('Content-Range'), await answer.text()]
    }
    expect(await ask()).toEqual([200, null, '0123456789'])
    expect(await ask('bytes=0-')).toEqual([206, 'bytes 0-9/10', '0123456789'])
    expect(await ask('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234'])
    expect(await ask('bytes=-3')).toEqual([206, 'bytes 7-9/10', '789'])
    expect(await ask('bytes=10-')).toEqual([416, 'bytes */10', ''])
    expect(await ask('bytes=1-2,4-5')).toEqual([200, null, '0123456789'])
    const kept = voiceResponse(new Request('http://127.0.0.1/'), voice, 'shop')
    expect(kept.headers.get('Cache-Control')).toBe('private, max-age=30')
  })
})

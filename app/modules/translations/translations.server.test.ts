import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildConsent, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { claimTranslation, releaseTranslation } from './claim-translation.server'
import { findShown, findShownText } from './find-shown.server'
import { findTranslations } from './find-translations.server'
import { getTranslation } from './get-translation.server'
import { reopenTranslation } from './reopen-translation.server'
import { reviewTranslation } from './review-translation.server'
import { TypeProductForm } from './schema'
import { typeTranslation } from './type-translation.server'

let typist: Actor
let reader: Actor

beforeAll(async () => {
  await buildGround()
  typist = await buildActor({ role: 'coordinator', region: '620123' })
  reader = await buildActor({ role: 'coordinator', region: '620121' })
})

const english = {
  title: 'Endless knot',
  story: 'Tied of one cord, without a join.',
  materials: 'Nylon cord',
  size: '',
  care: '',
}
const all = { state: null, craft: null, whose: null, page: 1 } as const

async function buildText() {
  const seller = await buildSeller()
  const { productId } = await buildPiece(seller)
  await owner.productText.deleteMany({ where: { productId, locale: 'en' } })
  return productId
}

const look = (subjectId: string, actor = typist) => getTranslation({ actor, kind: 'product', subjectId })
const seenOf = async (subjectId: string) => {
  const { seen, source } = await look(subjectId)
  return { kind: 'product', subjectId, seen, source } as const
}
const shownEnglish = (productId: string) =>
  owner.productText.findFirst({ where: { productId, locale: 'en', reviewedAt: { not: null } } })
const rowsOf = async (state: 'missing' | 'older' | 'typed', actor = typist) =>
  (await findTranslations({ actor, locale: 'en' }, { ...all, state })).rows.map(({ subjectId }) => subjectId)

describe('a text', () => {
  it('is typed by one, read by another, and only then shown', async () => {
    const productId = await buildText()
    expect(await rowsOf('missing')).toContain(productId)
    await typeTranslation({ actor: typist, ...(await seenOf(productId)), words: english })
    expect(await shownEnglish(productId)).toBeNull()
    expect(await rowsOf('typed')).toContain(productId)
    await expect(
      reviewTranslation({ actor: typist, ...(await seenOf(productId)), back: null }),
    ).rejects.toMatchObject({ key: 'translation.ownTyping', status: 403 })
    await reviewTranslation({ actor: reader, ...(await seenOf(productId)), back: null })
    expect(await shownEnglish(productId)).toMatchObject({
      title: english.title,
      size: null,
      source: 'translated',
      reviewedById: reader.userId,
    })
    await expect(look(productId)).rejects.toMatchObject({ status: 404 })
    const acts = await owner.auditEvent.findMany({ where: { subjectId: productId }, orderBy: { id: 'asc' } })
    expect(acts.map(({ action }) => action)).toEqual(['translation.typed', 'translation.reviewed'])
  })

  it('comes back when its Chinese changes, and its English counts as older', async () => {
    const productId = await buildText()
    await typeTranslation({ actor: typist, ...(await seenOf(productId)), words: english })
    await reviewTranslation({ actor: reader, ...(await seenOf(productId)), back: null })
    await owner.productText.updateMany({
      where: { productId, locale: 'zh-CN' },
      data: { story: '改成两根绳编的，接头藏在里面。' },
    })
    expect(await rowsOf('older')).toContain(productId)
    const text = await look(productId)
    expect(text).toMatchObject({ hasOld: true, typedBy: null })
    expect(text.parts.find(({ part }) => part === 'title')?.en).toBe(english.title)
    const again = { ...english, story: 'Tied of two cords, the join hidden within.' }
    await typeTranslation({ actor: typist, ...(await seenOf(productId)), words: again })
    await reviewTranslation({ actor: reader, ...(await seenOf(productId)), back: null })
    expect(await shownEnglish(productId)).toMatchObject({ story: again.story })
    expect(await rowsOf('older')).not.toContain(productId)
  })

  it('whose Chinese changes while somebody types or reads is not shown by the old words', async () => {
    const productId = await buildText()
    const before = await seenOf(productId)
    await owner.productText.updateMany({ where: { productId, locale: 'zh-CN' }, data: { title: '新的名称' } })
    await expect(typeTranslation({ actor: typist, ...before, words: english })).rejects.toMatchObject({
      key: 'translation.sourceChanged',
    })
    await typeTranslation({ actor: typist, ...(await seenOf(productId)), words: english })
    const typed = await seenOf(productId)
    await owner.productText.updateMany({ where: { productId, locale: 'zh-CN' }, data: { title: '又改了' } })
    expect(await rowsOf('typed')).not.toContain(productId)
    await expect(reviewTranslation({ actor: reader, ...typed, back: null })).rejects.toMatchObject({
      key: 'translation.sourceChanged',
    })
    expect(await shownEnglish(productId)).toBeNull()
  })

  it('goes back with a reason', async () => {
    const productId = await buildText()
    await typeTranslation({ actor: typist, ...(await seenOf(productId)), words: english })
    await reviewTranslation({ actor: reader, ...(await seenOf(productId)), back: '结的名字不对' })
    expect(await look(productId)).toMatchObject({ state: 'missing', note: '结的名字不对', typedBy: null })
    expect((await look(productId)).parts[0]?.en).toBe(english.title)
    const { rows } = await findTranslations({ actor: typist, locale: 'en' }, { ...all, state: 'missing' })
    expect(rows.filter(({ cameBack }) => cameBack).map(({ subjectId }) => subjectId)).toEqual([productId])
  })

  it('with a mistake is taken up again, and stays as it was until it is typed and read anew', async () => {
    const productId = await buildText()
    const which = { kind: 'product', subjectId: productId } as const
    const reopen = (actor = reader) => reopenTranslation({ actor, ...which, note: '“Endles” 少了一个字母' })
    await expect(reopen()).rejects.toMatchObject({ status: 404 })
    const wrong = { ...english, title: 'Endles knot' }
    await typeTranslation({ actor: typist, ...(await seenOf(productId)), words: wrong })
    await reviewTranslation({ actor: reader, ...(await seenOf(productId)), back: null })
    const found = async () =>
      (await findShown({ actor: typist, find: 'endles KNOT' })).map((one) => one.subjectId)
    expect(await found()).toEqual([productId])
    expect((await findShownText({ actor: typist, ...which }))?.parts[0]?.en).toBe(wrong.title)

    await reopen()
    await reopen(typist)
    expect(
      await owner.auditEvent.count({ where: { subjectId: productId, action: 'translation.reopened' } }),
    ).toBe(1)
    expect([await found(), await findShownText({ actor: typist, ...which })]).toEqual([[], null])
    const { rows } = await findTranslations({ actor: typist, locale: 'en' }, { ...all, state: 'older' })
    expect(rows.find(({ subjectId }) => subjectId === productId)).toMatchObject({ days: 0, cameBack: true })
    const text = await look(productId)
    expect(text).toMatchObject({ hasOld: false, isReopened: true, note: expect.stringContaining('Endles') })
    expect(text.parts[0]?.en).toBe(wrong.title)
    await typeTranslation({ actor: reader, ...(await seenOf(productId)), words: english })
    expect(await shownEnglish(productId)).toMatchObject({ title: wrong.title })
    await reviewTranslation({ actor: typist, ...(await seenOf(productId)), back: null })
    expect(await shownEnglish(productId)).toMatchObject({ title: english.title })
    await expect(look(productId)).rejects.toMatchObject({ status: 404 })
    expect(await findShownText({ actor: reader, ...which })).not.toBeNull()
  })

  it('is not taken when Chinese stands where English belongs', () => {
    const sent = { seen: '0', source: '0'.repeat(32), ...english }
    expect(TypeProductForm.safeParse(sent).success).toBe(true)
    expect(TypeProductForm.safeParse({ ...sent, title: '绿色绣花鞋垫' }).error?.issues).toMatchObject([
      { path: ['title'] },
    ])
  })
})

describe('two people at one text', () => {
  it('one takes it, the other is told who has it, until it is let go', async () => {
    const productId = await buildText()
    const work = { kind: 'product', subjectId: productId } as const
    const results = await Promise.allSettled([
      claimTranslation({ actor: typist, ...work }),
      claimTranslation({ actor: reader, ...work }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const holder = results[0]?.status === 'fulfilled' ? typist : reader
    const other = holder === typist ? reader : typist
    await expect(
      typeTranslation({ actor: other, ...(await seenOf(productId)), words: english }),
    ).rejects.toMatchObject({ key: 'translation.held', status: 409, params: { name: '示例' } })
    await releaseTranslation({ actor: holder, ...work })
    await typeTranslation({ actor: other, ...(await seenOf(productId)), words: english })
  })

  it('who typed over what she has not seen is refused', async () => {
    const productId = await buildText()
    const before = await seenOf(productId)
    await typeTranslation({ actor: typist, ...before, words: english })
    await expect(typeTranslation({ actor: reader, ...before, words: english })).rejects.toMatchObject({
      key: 'translation.typedMeanwhile',
    })
  })
})

it('a maker’s words go the same way, and come back when she says something else', async () => {
  const { sellerId, person } = await buildSeller()
  await buildConsent(person.personId, 'public_story')
  await owner.seller.update({ where: { id: sellerId }, data: { wordsZh: '一根绳，越编越静。' } })
  const seen = async () => {
    const text = await getTranslation({ actor: typist, kind: 'maker', subjectId: sellerId })
    return { kind: 'maker', subjectId: sellerId, seen: text.seen, source: text.source } as const
  }
  for (const [zh, en] of [
    ['一根绳，越编越静。', 'One cord; the longer, the quieter.'],
    ['手闲不住。', 'My hands cannot rest.'],
  ] as const) {
    await owner.seller.update({ where: { id: sellerId }, data: { wordsZh: zh } })
    await typeTranslation({ actor: typist, ...(await seen()), words: { words: en } })
    await reviewTranslation({ actor: reader, ...(await seen()), back: null })
    expect(await owner.seller.findUnique({ where: { id: sellerId }, select: { wordsEn: true } })).toEqual({
      wordsEn: en,
    })
    await expect(seen()).rejects.toMatchObject({ status: 404 })
  }
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { discardListing } from '~/modules/catalog/discard-listing.server'
import { wordsForm } from '~/modules/catalog/listing-forms'
import { recordVoice } from '~/modules/catalog/record-voice.server'
import { saveListingWords } from '~/modules/catalog/save-listing-words.server'

import { prisma } from '~/platform/db/prisma.server'
import { openRevision, submit, writeListing } from '../../../tests/fixtures/listings'
import { owner } from '../../../tests/fixtures/owner'
import { webmBytes } from '../../../tests/fixtures/voices'
import { buildGround, buildSeller } from '../../../tests/fixtures/world'
import { findPocket } from './find-pocket.server'
import type { PocketValues } from './pocket-fields'
import { receiveDraft } from './receive-draft.server'

const locale = 'zh-CN'
const written: PocketValues = {
  titleZh: '没网时编的手绳',
  craftCode: 'knots',
  storyZh: '八股线平编，收口不用胶。',
  materialsZh: '五号线',
  makingHours: '2.5',
  makeMode: 'stock',
  price: '68',
  stock: '4',
}
const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.key ?? String(error),
  )

describe('receiveDraft', () => {
  let actor: Actor
  let sellerId: string
  beforeAll(async () => {
    await buildGround()
    ;({ actor, sellerId } = await buildSeller())
  })
  const bring = (draftId: string, typed: PocketValues, base: PocketValues = {}) =>
    receiveDraft({ actor, locale, draftId, sellerId, base, typed })

  it('makes a piece of what a phone brings, once, however often it is brought, also at once', async () => {
    const id = crypto.randomUUID()
    const answers = await Promise.all([bring(id, written), bring(id, written), bring(id, written)])
    for (const answer of answers)
      expect(answer).toMatchObject({ id, sellerId, values: written, errors: {}, clashes: [], isLive: false })
    expect(await prisma.product.count({ where: { id } })).toBe(1)
    const { version } = await openRevision(id)
    await bring(id, written, answers[0]?.values)
    expect((await openRevision(id)).version).toBe(version)
  })

  it('is never begun in by another, though nothing was written yet', async () => {
    const [one, other] = [crypto.randomUUID(), crypto.randomUUID()]
    await bring(one, {})
    await bring(other, {})
    expect(await prisma.product.count({ where: { id: { in: [one, other] } } })).toBe(2)
  })

  it('keeps the rest when one field is wrong, and says what is', async () => {
    const id = crypto.randomUUID()
    const answer = await bring(id, { ...written, makingHours: '很久', price: '一百' })
    expect(answer.values).toMatchObject({ titleZh: written.titleZh, makingHours: '', price: '', stock: '4' })
    expect(answer.errors).toEqual({
      makingHours: expect.stringContaining('小时'),
      price: expect.any(String),
    })
    const again = await bring(id, { ...written, makingHours: '3', price: '100' }, answer.values)
    expect(again).toMatchObject({ errors: {}, values: { makingHours: '3', price: '100' } })
  })

  it('joins two phones field by field, and names what both changed', async () => {
    const id = crypto.randomUUID()
    const { values } = await bring(id, written)
    const one = await bring(id, { ...values, titleZh: '大手绳', materialsZh: '真丝线' }, values)
    expect(one.clashes).toEqual([])
    const other = await bring(id, { ...values, titleZh: '小手绳', makingHours: '6' }, values)
    expect(other.clashes).toEqual(['titleZh'])
    expect(other.values).toMatchObject({ titleZh: '大手绳', materialsZh: '真丝线', makingHours: '6' })
    const chosen = await bring(
      id,
      { ...other.values, titleZh: '小手绳' },
      { ...other.values, titleZh: '大手绳' },
    )
    expect(chosen).toMatchObject({ clashes: [], values: { titleZh: '小手绳', materialsZh: '真丝线' } })
  })

  it('leaves alone what the studio has and the pocket does not ask', async () => {
    const id = crypto.randomUUID()
    await bring(id, written)
    const { version } = await openRevision(id)
    const words = wordsForm([]).parse({
      version,
      titleZh: written.titleZh,
      craftCode: 'knots',
      storyZh: written.storyZh,
      materialsZh: written.materialsZh,
      makingHours: '2.5',
      careZh: '阴干',
    })
    await saveListingWords({ actor, productId: id, version, words })
    const before = await bring(id, written, written)
    await bring(id, { ...before.values, price: '70' }, before.values)
    expect((await openRevision(id)).content).toMatchObject({ careZh: '阴干', priceFen: 7000 })
  })

  it('keeps what the craft asks, joins it tick by tick, and leaves another craft’s answers out', async () => {
    const craft = await owner.craft.create({
      data: {
        code: 'beads',
        nameZh: '串珠',
        nameEn: 'Beads',
        sentenceZh: '一颗',
        sentenceEn: 'One',
        position: 9,
      },
    })
    const asked = { craftId: craft.id, nameZh: '问', nameEn: 'Asked' }
    const count = {
      ...asked,
      code: 'bead-count',
      position: 0,
      kind: 'number',
      least: 1,
      most: 999,
      unitZh: '颗',
      unitEn: 'beads',
    } as const
    await owner.craftField.create({ data: count })
    const options = ['glass', 'wood'].map((code, position) => ({
      code,
      position,
      nameZh: code,
      nameEn: code,
    }))
    const kind = { ...asked, code: 'bead-kind', position: 1, kind: 'choices' } as const
    await owner.craftField.create({ data: { ...kind, options: { create: options } } })

    const id = crypto.randomUUID()
    const beads = { ...written, craftCode: 'beads' }
    const first = await bring(id, { ...beads, 'attribute.bead-count': '很多' })
    expect(first.errors['attribute.bead-count']).toBeDefined()
    expect(first.values['attribute.bead-count']).toBeUndefined()
    const { values } = await bring(id, { ...first.values, 'attribute.bead-count': '42' }, first.values)
    expect(values['attribute.bead-count']).toBe('42')
    await bring(id, { ...values, 'attribute.bead-kind.glass': 'on' }, values)
    const both = await bring(id, { ...values, 'attribute.bead-kind.wood': 'on' }, values)
    expect(both.clashes).toEqual([])
    const contentNow = async () => (await openRevision(id)).content
    expect(await contentNow()).toMatchObject({
      attributes: { 'bead-kind': ['glass', 'wood'], 'bead-count': 42 },
    })
    // a phone that knows nothing of these questions leaves them alone
    await bring(id, { ...beads, titleZh: '新名字' }, beads)
    expect(await contentNow()).toMatchObject({ titleZh: '新名字', attributes: { 'bead-count': 42 } })
    const knots = await bring(id, { ...both.values, craftCode: 'knots' }, both.values)
    expect(knots).toMatchObject({ errors: {}, clashes: [] })
    expect(await contentNow()).toMatchObject({ craftCode: 'knots', attributes: {} })
  })

  it('tells a phone which recording lies with the shop', async () => {
    const id = crypto.randomUUID()
    expect((await bring(id, written)).said).toBeNull()
    const brought = { id: crypto.randomUUID(), over: null }
    await recordVoice({ actor, productId: id, bytes: webmBytes(1), seconds: 9, brought })
    const { said } = await bring(id, written)
    expect(said?.seconds).toBe(9)
    expect((await findPocket({ actor, locale })).drafts.find((one) => one.id === id)?.said).toEqual(said)
  })

  it('refuses what is being read, put away or somebody else’s', async () => {
    const productId = await writeListing(actor)
    await submit(actor, productId)
    expect(await keyOf(bring(productId, written))).toBe('studio.beingRead')
    const id = crypto.randomUUID()
    await bring(id, written)
    const other = await buildSeller()
    expect(
      await keyOf(
        receiveDraft({
          actor: other.actor,
          locale,
          draftId: id,
          sellerId: other.sellerId,
          base: {},
          typed: {},
        }),
      ),
    ).toBe('errors.notFound')
    expect(
      await keyOf(receiveDraft({ actor: other.actor, locale, draftId: id, sellerId, base: {}, typed: {} })),
    ).toBe('errors.notFound')
    await discardListing({ actor, productId: id })
    expect(await keyOf(bring(id, written))).toBe('errors.notFound')
  })

  it('shows a phone what lies open, hers alone', async () => {
    const id = crypto.randomUUID()
    await bring(id, written)
    const mine = await findPocket({ actor, locale })
    expect(mine.sellers.map((one) => one.id)).toEqual([sellerId])
    expect(mine.drafts.find((draft) => draft.id === id)).toMatchObject({ values: written, photos: [] })
    const other = await buildSeller()
    expect((await findPocket({ actor: other.actor, locale })).drafts).toEqual([])
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { saveWords, submit, writeListing } from '../../../tests/fixtures/listings'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, buildPerson, buildSeller } from '../../../tests/fixtures/world'
import { approveListing } from './approve-listing.server'
import { editLiveListing } from './edit-live-listing.server'
import { findProductPage } from './find-product-page.server'
import { getListing } from './get-listing.server'
import { productData } from './product-data'

describe('what a craft asks', () => {
  let actor: Actor
  let coordinator: Actor
  beforeAll(async () => {
    await buildGround()
    actor = (await buildSeller()).actor
    const person = await buildPerson({ village: null })
    coordinator = await buildActor({ role: 'coordinator', region: '620123', person })
    const { id: craftId } = await owner.craft.findUniqueOrThrow({ where: { code: 'knots' } })
    const cord = { craftId, code: 'knot-cord', position: 0, kind: 'choice' as const }
    await owner.craftField.create({
      data: {
        ...cord,
        nameZh: '用几号线',
        nameEn: 'Cord',
        isRequired: true,
        options: { create: [{ code: 'five', position: 0, nameZh: '5 号线', nameEn: 'no. 5 cord' }] },
      },
    })
  })

  it('is asked for before the first approval alone, and stands on the page and in its data', async () => {
    const productId = await writeListing(actor)
    const lacking = await getListing({ actor, productId, locale: 'zh-CN' })
    expect(lacking.open?.faults.map(({ field, text }) => [field, text])).toEqual([
      ['attributes', '上架以前要说：用几号线。'],
    ])
    await expect(submit(actor, productId)).rejects.toThrow('studio.notComplete')
    await saveWords(actor, productId, { attributes: { 'knot-cord': 'five' } })
    const { revisionId, version } = await submit(actor, productId)
    await approveListing({ actor: coordinator, revisionId, version, isEnglishReviewed: false })

    const { slug } = await owner.product.findUniqueOrThrow({ where: { id: productId } })
    const product = await findProductPage(slug, 'en')
    expect(product?.facts).toEqual([{ code: 'knot-cord', term: 'Cord', detail: 'no. 5 cord', lang: null }])
    if (!product) throw new Error('the approved piece has no page')
    const data = productData({ product, address: '', image: '' })
    expect(data.additionalProperty).toEqual([{ '@type': 'PropertyValue', name: 'Cord', value: 'no. 5 cord' }])

    await owner.product.update({ where: { id: productId }, data: { attributes: {} } })
    await editLiveListing({ actor, productId })
    expect((await getListing({ actor, productId, locale: 'zh-CN' })).open?.faults).toEqual([])
  })
})

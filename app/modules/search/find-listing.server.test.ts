import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeSearch } from '~/modules/catalog/write-search.server'
import { type HungPiece, hangPiece, listOf, slugsOf } from '../../../tests/fixtures/hung-pieces'
import { owner } from '../../../tests/fixtures/owner'
import { buildGround, buildSeller } from '../../../tests/fixtures/world'
import { findListing } from './find-listing.server'
import { readProductQuery } from './product-query'

let sellerId = ''
const hang = (...piece: HungPiece) => hangPiece(sellerId, ...piece)
beforeAll(async () => {
  await buildGround()
  sellerId = (await buildSeller()).sellerId
})

describe('findListing', () => {
  it('finds by name, by a single character, by craft and by pinyin', async () => {
    const { slug } = await hang('酢浆草耳坠', '2026-02-01')
    await hang('团锦胸针', '2026-02-02')
    expect(await slugsOf('q=耳坠')).toEqual([slug])
    expect(await slugsOf('q=坠')).toEqual([slug])
    expect(await slugsOf('q=erzhui')).toEqual([slug])
    expect(await slugsOf('q=酢浆草 五号线')).toEqual([slug])
    expect(await slugsOf('q=zhongguojie')).toContain(slug)
    expect(await slugsOf('q=恐龙')).toEqual([])
  })

  it('finds a colour on what has it, and not in the name of a place or a shop', async () => {
    const red = await hang('盘长坠', '2026-02-06')
    const fromThere = await hang('红古来的坠', '2026-02-07')
    await owner.product.update({ where: { id: red.productId }, data: { colourCodes: ['red'] } })
    await owner.$transaction(async (tx) => {
      for (const { productId } of [red, fromThere]) await writeSearch(tx, productId)
    })
    expect(await slugsOf('q=红色坠')).toEqual([red.slug])
    expect(await slugsOf('q=红 坠')).toEqual(expect.arrayContaining([red.slug, fromThere.slug]))
  })

  it('shows what has some of the words where nothing has all, and nothing else was asked for', async () => {
    const { slug } = await hang('琥珀珠项链', '2026-02-05')
    const found = await listOf('q=琥珀恐龙项链')
    expect(found).toMatchObject({ pieces: [], likely: { likeness: 'words' } })
    expect(found.likely?.pieces[0]?.slug).toBe(slug)
    expect((await listOf('q=琥珀恐龙项链&max=1')).likely).toBeNull()
    expect((await listOf('q=项链')).likely).toBeNull()
  })

  it('finds a piece by its number', async () => {
    const piece = await hang('编号找得到', '2026-02-03')
    await owner.product.update({ where: { id: piece.productId }, data: { serial: 'ZGJ-900001' } })
    expect(await slugsOf('q=zgj-900001')).toEqual([piece.slug])
  })

  it.each(["'", '!&|()', ':*', '\\', '%', 'a & !b', '<->', "'; drop table x"])(
    'takes %s for words',
    async (q) => {
      await expect(slugsOf(`q=${encodeURIComponent(q)}`)).resolves.toBeDefined()
    },
  )

  it('never shows drafts, paused or withdrawn pieces, or those of a closed shop', async () => {
    const shut = await buildSeller()
    for (const status of ['draft', 'paused', 'withdrawn'] as const) {
      const { productId } = await hang('藏起来的流苏', '2026-03-01')
      await owner.product.update({ where: { id: productId }, data: { status } })
    }
    await hang('藏起来的流苏', '2026-03-01', { sellerId: shut.sellerId })
    await owner.seller.update({ where: { id: shut.sellerId }, data: { status: 'paused' } })
    expect(await slugsOf('q=藏起来')).toEqual([])
  })

  it('sees the last piece go and the first come back in the same moment', async () => {
    const piece = await hang('卖光了的', '2026-04-06', { stock: 1 })
    const find = () => slugsOf('q=卖光了的&made=ready')
    expect(await find()).toEqual([piece.slug])
    const where = { variantId: piece.variantId }
    await owner.stockItem.update({ where, data: { reserved: 1 } })
    expect(await find()).toEqual([])
    await owner.stockItem.update({ where, data: { reserved: 0 } })
    expect(await find()).toEqual([piece.slug])
  })

  it('answers anything that can be typed', async () => {
    const signs = fc.constantFrom(..."结扎染中国 a':*&|!()<>%_\u0000\ud800😀")
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: signs, maxLength: 80 }),
        fc.string({ maxLength: 60 }),
        async (q, after) => {
          const search = new URLSearchParams({ q, after, place: '620123', sort: 'new' })
          await findListing(readProductQuery(search), { locale: 'en' })
        },
      ),
      { numRuns: 60 },
    )
  })

  it('shows no piece without a price, in whichever order', async () => {
    const { slug, productId } = await hang('无价结', '2026-05-02')
    await owner.product.update({ where: { id: productId }, data: { fromPriceFen: null } })
    expect(await owner.searchEntry.findUniqueOrThrow({ where: { productId } })).toMatchObject({
      isShown: false,
      fromPriceFen: null,
    })
    for (const sort of ['best', 'new', 'hours', 'price', 'price-down'])
      expect(await slugsOf(`q=无价结&sort=${sort}`)).not.toContain(slug)
  })

  it('shows reviewed English only, and marks what is Chinese', async () => {
    const piece = await hang('双语结', '2026-07-01')
    const english = {
      productId: piece.productId,
      locale: 'en',
      title: 'Double knot',
      story: '',
      materials: '',
    }
    const { id } = await owner.productText.create({ data: english })
    const titleOf = async () =>
      (await findListing(readProductQuery(new URLSearchParams('q=双语')), { locale: 'en' })).pieces.map(
        ({ title, titleLang }) => [title, titleLang],
      )
    expect(await titleOf()).toEqual([['双语结', 'zh-CN']])
    await owner.productText.update({ where: { id }, data: { reviewedAt: new Date() } })
    expect(await titleOf()).toEqual([['Double knot', null]])
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { owner } from '../../../tests/fixtures/owner'
import { buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { findFacets } from './find-facets.server'
import { findProducts } from './find-products.server'
import { readProductQuery } from './product-query'
import { tokensOf } from './search-tokens.server'

const query = (text: string) => readProductQuery(new URLSearchParams(text))
const slugsOf = async (text: string) =>
  (await findProducts(query(text), 'zh-CN')).pieces.map((piece) => piece.slug)

let sellerId = ''
beforeAll(async () => {
  await buildGround()
  sellerId = (await buildSeller()).sellerId
})

/** A piece that can be found by its words, published at an instant. */
async function hang(
  titleZh: string,
  publishedAt: string,
  over: Partial<Parameters<typeof buildPiece>[0]> = {},
) {
  const piece = await buildPiece({ sellerId, titleZh, ...over })
  const { words } = tokensOf({ names: [titleZh, '中国结', 'Knots', '示例结艺'], others: ['五号线'] })
  await owner.$executeRaw`UPDATE "Product" SET search = to_tsvector('simple', ${words}), "publishedAt" = ${new Date(publishedAt)} WHERE id = ${piece.productId}::uuid`
  return piece
}

describe('findProducts', () => {
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

  it('filters by county, by how it can be had, and by price', async () => {
    const away = await buildSeller({ village: '620121100201' })
    const ready = await hang('筛选甲', '2026-04-01', { priceFen: 5_000n, stock: 2 })
    const sold = await hang('筛选乙', '2026-04-02', { priceFen: 5_000n, stock: 0 })
    const made = await hang('筛选丙', '2026-04-03', {
      priceFen: 9_000n,
      makeMode: 'made_to_order',
      sellerId: away.sellerId,
    })
    const all = 'q=筛选'
    expect(await slugsOf(all)).toEqual([made.slug, sold.slug, ready.slug])
    expect(await slugsOf(`${all}&made=stock`)).toEqual([ready.slug])
    expect(await slugsOf(`${all}&made=stock&made=made_to_order`)).toEqual([made.slug, ready.slug])
    expect(await slugsOf(`${all}&county=620121`)).toEqual([made.slug])
    expect(await slugsOf(`${all}&min=50&max=50`)).toEqual([sold.slug, ready.slug])
    expect(await slugsOf(`${all}&craft=gourds`)).toEqual([])
    expect(await slugsOf(`${all}&sort=price&min=60`)).toEqual([made.slug])
    const facets = await findFacets(query(`${all}&made=stock`), 'zh-CN')
    expect(facets.total).toBe(1)
    expect(facets.modes).toMatchObject([{ count: 1, isChosen: true }, { count: 1 }, { count: 0 }])
    expect(facets.counties.find((one) => one.value === '620121')).toMatchObject({ count: 0 })
  })

  it('pages on without gap or repeat while new pieces are hung', async () => {
    const made: string[] = []
    for (let index = 0; index < 30; index += 1) {
      // pairs share an instant: the id decides between them
      const day = String(1 + Math.floor(index / 2)).padStart(2, '0')
      made.push(
        (
          await hang(`翻页 ${index}`, `2026-05-${day}T08:00:00Z`, {
            priceFen: BigInt(1_000 * (index % 5) + 1_000),
          })
        ).slug,
      )
    }
    for (const sort of ['new', 'hours', 'price']) {
      const first = await findProducts(query(`q=翻页&sort=${sort}`), 'zh-CN')
      expect(first.pieces).toHaveLength(24)
      const late = await hang('翻页 后来', '2026-06-01', { priceFen: 500n })
      await owner.product.update({ where: { id: late.productId }, data: { makingMinutes: 9_999 } })
      const second = await findProducts(query(first.next?.slice(1) ?? ''), 'zh-CN')
      expect(second.next).toBeNull()
      const seen = [...first.pieces, ...second.pieces].map((piece) => piece.slug)
      expect(new Set(seen).size).toBe(30)
      expect(seen.toSorted()).toEqual(made.toSorted())
      await owner.product.update({ where: { id: late.productId }, data: { status: 'withdrawn' } })
    }
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
      (await findProducts(query('q=双语'), 'en')).pieces.map(({ title, titleLang }) => [title, titleLang])
    expect(await titleOf()).toEqual([['双语结', 'zh-CN']])
    await owner.productText.update({ where: { id }, data: { reviewedAt: new Date() } })
    expect(await titleOf()).toEqual([['Double knot', null]])
  })
})

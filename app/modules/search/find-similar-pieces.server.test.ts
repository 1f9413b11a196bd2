import { beforeAll, describe, expect, it } from 'vitest'
import { owner } from '../../../tests/fixtures/owner'
import { buildGround, buildMedia, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { findInstead } from './find-instead.server'
import { findSimilarPieces } from './find-similar-pieces.server'
import { writeSearchWords } from './write-search-words.server'

beforeAll(buildGround)

type Look = { priceFen?: bigint; materials?: string[]; colours?: string[]; media?: string; sellerId?: string }

/** A piece of a maker of its own, unless another is named. */
async function hang({
  priceFen = 6_800n,
  materials = ['cotton'],
  colours = ['red'],
  media,
  sellerId,
}: Look = {}) {
  const piece = await buildPiece({ sellerId: sellerId ?? (await buildSeller()).sellerId, priceFen })
  await owner.productMedia.create({
    data: { productId: piece.productId, mediaId: media ?? (await buildMedia()), position: 0 },
  })
  await owner.product.update({
    where: { id: piece.productId },
    data: { materialCodes: materials, colourCodes: colours },
  })
  return piece
}

const similarTo = async (
  piece: { slug: string; priceFen: bigint },
  { take = 4, beside = [] }: { take?: number; beside?: string[] } = {},
) =>
  (
    await findSimilarPieces({
      slug: piece.slug,
      beside,
      craftCode: 'knots',
      priceFen: Number(piece.priceFen),
      locale: 'zh-CN',
      take,
    })
  ).map(({ slug }) => slug)

describe('findSimilarPieces', () => {
  it('takes other makers’ pieces of the craft, the nearest first, and never the same picture twice', async () => {
    await owner.product.updateMany({ data: { status: 'paused' } })
    const media = await buildMedia()
    const { sellerId } = await buildSeller()
    const self = await hang({ media, sellerId })
    const near = await hang({ priceFen: 7_000n, colours: ['blue'] })
    const other = await hang({ priceFen: 7_000n, materials: ['glass'], colours: ['green'] })
    const far = await hang({ priceFen: 98_000n, colours: ['white'] })
    await hang({ media, colours: ['pink'] })
    const [own, otherLook] = [await buildMedia(), await buildMedia()]
    const beside = await hang({ sellerId, media: own, colours: ['black'] })
    await hang({ media: own, colours: ['brown'] })
    await hang({ sellerId, media: otherLook, colours: ['black'] })
    const shared = await buildMedia()
    const twins = [
      await hang({ media: shared, colours: ['teal'] }),
      await hang({ media: shared, colours: ['teal'] }),
    ]
    const found = await similarTo(self, { take: 8, beside: [beside.slug] })
    expect(found.filter((slug) => twins.some((twin) => twin.slug === slug))).toHaveLength(1)
    expect(found.filter((slug) => twins.every((twin) => twin.slug !== slug))).toEqual([
      near.slug,
      other.slug,
      far.slug,
    ])
  })

  it('lets pieces of other colours take turns', async () => {
    await owner.product.updateMany({ data: { status: 'paused' } })
    const self = await hang()
    const reds = [await hang(), await hang(), await hang()].map(({ slug }) => slug)
    const blue = await hang({ priceFen: 20_000n, colours: ['blue'] })
    const [first = '', second, ...rest] = await similarTo(self)
    expect(reds).toContain(first)
    expect(second).toBe(blue.slug)
    expect(rest).toHaveLength(2)
  })
})

describe('findInstead', () => {
  it('says that a piece was taken away, and shows the maker’s others', async () => {
    const { sellerId, slug: shop } = await buildSeller()
    const [gone, stays] = [await buildPiece({ sellerId, titleZh: '旧门结' }), await buildPiece({ sellerId })]
    await owner.product.update({ where: { id: gone.productId }, data: { status: 'withdrawn' } })
    expect(await findInstead({ slug: gone.slug, locale: 'zh-CN' })).toMatchObject({
      gone: { title: '旧门结', sellerSlug: shop },
      likeness: 'maker',
      pieces: [{ slug: stays.slug }],
    })
  })

  it('shows whole rows of the maker’s others: none stands in a row alone', async () => {
    const { sellerId } = await buildSeller()
    const gone = await buildPiece({ sellerId })
    await owner.product.update({ where: { id: gone.productId }, data: { status: 'withdrawn' } })
    for (let made = 0; made < 5; made += 1) await buildPiece({ sellerId })
    expect((await findInstead({ slug: gone.slug, locale: 'zh-CN' })).pieces).toHaveLength(4)
  })

  it('says nothing of a shop that has closed', async () => {
    const { sellerId } = await buildSeller()
    const { productId, slug } = await buildPiece({ sellerId, titleZh: '关门的结' })
    await owner.product.update({ where: { id: productId }, data: { status: 'withdrawn' } })
    await owner.seller.update({ where: { id: sellerId }, data: { status: 'closed' } })
    expect((await findInstead({ slug, locale: 'zh-CN' })).gone).toBeNull()
  })

  it('knows nothing of a draft, and shows what is new where no word of the address is known', async () => {
    const { sellerId } = await buildSeller()
    const draft = await buildPiece({ sellerId })
    await buildPiece({ sellerId })
    await owner.product.update({
      where: { id: draft.productId },
      data: { status: 'draft', publishedAt: null },
    })
    const { gone, likeness, pieces } = await findInstead({ slug: 'qwxz-vvkk', locale: 'zh-CN' })
    expect({ gone, likeness }).toEqual({ gone: null, likeness: 'new' })
    expect(pieces.length).toBeGreaterThan(0)
    expect((await findInstead({ slug: draft.slug, locale: 'zh-CN' })).gone).toBeNull()
  })

  it.each([
    ['its words among others', 'osprey-clasp-of-nobody'],
    ['pinyin', 'yuying-kou-buzhidao'],
    ['a typing error', 'zzyyx-opsrey'],
    ['Chinese letters', '您好-鱼鹰'],
  ])('shows pieces by what the address says: %s', async (_, slug) => {
    const common = await name('红绳鸟扣', 'Red cord clasp', 'Nobody made it before.')
    const meant = await name('红绳鱼鹰扣', 'Red osprey clasp')
    const { likeness, pieces } = await findInstead({ slug, locale: 'zh-CN' })
    expect({ likeness, first: pieces[0]?.slug }).toEqual({ likeness: 'words', first: meant })
    const at = pieces.findIndex((piece) => piece.slug === common)
    expect(at === -1 || at > 0).toBe(true)
    await owner.product.updateMany({ where: { slug: { in: [common, meant] } }, data: { status: 'paused' } })
  })

  it('asks by the words of a piece that was taken away when its maker has no other', async () => {
    const { sellerId } = await buildSeller()
    const gone = await buildPiece({ sellerId, titleZh: '白鹭坠' })
    await owner.product.update({
      where: { id: gone.productId },
      data: { status: 'withdrawn', slug: 'egret-pendant-old' },
    })
    const like = await name('白鹭耳坠', 'Egret earrings')
    expect(await findInstead({ slug: 'egret-pendant-old', locale: 'zh-CN' })).toMatchObject({
      gone: { title: '白鹭坠' },
      likeness: 'words',
      pieces: [{ slug: like }],
    })
  })

  it.each(['\0', "'", '!&|()', ':*', '%', '-', '', 'a'.repeat(9_000), '结'.repeat(3_000)])(
    'takes %j for an address of nothing',
    async (slug) => {
      await expect(findInstead({ slug, locale: 'en' })).resolves.toMatchObject({ gone: null })
    },
  )
})

/** A piece that is found by its names; its slug. */
async function name(titleZh: string, titleEn: string, story = ''): Promise<string> {
  const { productId, slug } = await buildPiece({ sellerId: (await buildSeller()).sellerId, titleZh })
  await owner.$transaction((tx) =>
    writeSearchWords(tx, { kind: 'product', id: productId }, { names: [titleZh, titleEn], others: [story] }),
  )
  return slug
}

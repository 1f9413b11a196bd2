import { beforeAll, describe, expect, it } from 'vitest'
import { findSellerPieces } from '~/modules/search/find-seller-pieces.server'
import { getMakerPage } from '~/modules/sellers/get-maker-page.server'
import { owner } from '../../../tests/fixtures/owner'
import { buildGround, buildMedia, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { findProductPage } from './find-product-page.server'
import { getVerifiedPiece } from './get-verified-piece.server'

beforeAll(buildGround)

const village = '620123100201'
const forbidden =
  /household|phone|idnumber|bank|income|person|region|village|town|address|birth|cipher|party|userid/i

/** Every key and every text in a page's data. */
function walk(value: unknown, found: { keys: string[]; texts: string[] } = { keys: [], texts: [] }) {
  if (Array.isArray(value)) for (const one of value) walk(one, found)
  else if (value && typeof value === 'object') {
    for (const [key, one] of Object.entries(value)) {
      found.keys.push(key)
      walk(one, found)
    }
  } else found.texts.push(String(value))
  return found
}

async function buildMaker() {
  const seller = await buildSeller({ village })
  await owner.seller.update({
    where: { id: seller.sellerId },
    data: {
      steps: [{ titleZh: '定线', textZh: '量二十六米。', titleEn: 'Measure', textEn: 'Twenty-six metres.' }],
    },
  })
  const piece = await buildPiece({ sellerId: seller.sellerId, makeMode: 'made_to_order', titleZh: '门头结' })
  await owner.productMedia.create({
    data: { productId: piece.productId, mediaId: await buildMedia(), position: 0 },
  })
  await owner.seller.update({ where: { id: seller.sellerId }, data: { weeklyCapacity: 4 } })
  return { ...seller, piece }
}

describe('public pages', () => {
  it('carry nothing of a household, of a person, or of the place below the county', async () => {
    const { slug, piece } = await buildMaker()
    const places = await owner.region.findMany({ where: { level: { in: ['town', 'village'] } } })
    for (const locale of ['zh-CN', 'en'] as const) {
      const { serial } = await owner.product.findUniqueOrThrow({ where: { id: piece.productId } })
      const pages = [
        await findProductPage(piece.slug, locale),
        await getMakerPage(slug, locale),
        await findSellerPieces({ sellerSlug: slug, locale, take: 4 }),
        await getVerifiedPiece(serial, locale),
      ]
      const { keys, texts } = walk(pages)
      expect(keys.filter((key) => forbidden.test(key))).toEqual([])
      for (const { id, code, nameZh } of places) {
        expect(texts.filter((text) => text === nameZh || text.includes(code) || text.includes(id))).toEqual(
          [],
        )
      }
    }
  })

  it('are whole without her words, her name and her years', async () => {
    const { slug, piece } = await buildMaker()
    expect(await getMakerPage(slug, 'zh-CN')).toMatchObject({
      words: null,
      makerName: null,
      yearsAtCraft: null,
      county: '榆中县',
      crafts: [{ name: '中国结' }],
      steps: [{ title: '定线', photo: null }],
      weeks: [{ of: 4, taken: 0 }, {}, {}, {}],
    })
    expect((await findProductPage(piece.slug, 'zh-CN'))?.seller).toMatchObject({
      words: null,
      makerName: null,
    })
  })

  it('say below a question what its maker advises, in English where she says it in English', async () => {
    const { piece } = await buildMaker()
    const wish = { productId: piece.productId, hintZh: '两到四个字。', maxLength: 4 }
    await owner.wish.createMany({
      data: [
        {
          ...wish,
          position: 0,
          labelZh: '刻什么字',
          labelEn: 'Words to carve',
          hintEn: 'Two to four signs.',
        },
        { ...wish, position: 1, labelZh: '绣什么字', labelEn: 'Words to stitch' },
        { ...wish, position: 2, labelZh: '写什么字' },
      ],
    })
    const hints = async (locale: 'zh-CN' | 'en') =>
      (await findProductPage(piece.slug, locale))?.wishes.map(({ lang, hint }) => [lang, hint])
    expect(await hints('en')).toEqual([
      [null, 'Two to four signs.'],
      [null, null],
      ['zh-CN', '两到四个字。'],
    ])
    expect(await hints('zh-CN')).toEqual(Array.from({ length: 3 }, () => [null, '两到四个字。']))
  })

  it('show pieces on sale, say so when one is paused, and know no drafts', async () => {
    const { piece } = await buildMaker()
    const read = () => findProductPage(piece.slug, 'zh-CN')
    const set = (status: 'on_sale' | 'paused' | 'withdrawn' | 'draft') =>
      owner.product.update({ where: { id: piece.productId }, data: { status } })
    expect(await read()).toMatchObject({ isOnSale: true, title: '门头结', textLang: null })
    await set('paused')
    expect(await read()).toMatchObject({ isOnSale: false })
    for (const status of ['withdrawn', 'draft'] as const) {
      await set(status)
      expect(await read()).toBeNull()
    }
    expect(await findProductPage('no-such-piece', 'zh-CN')).toBeNull()
  })

  it('close with the shop', async () => {
    const { slug, sellerId, piece } = await buildMaker()
    await owner.seller.update({ where: { id: sellerId }, data: { status: 'closed' } })
    await expect(getMakerPage(slug, 'zh-CN')).rejects.toMatchObject({ status: 404 })
    expect(await findProductPage(piece.slug, 'en')).toMatchObject({ isOnSale: false, textLang: 'zh-CN' })
  })

  it('verify a number that was approved once, and no other', async () => {
    const { piece } = await buildMaker()
    const { serial } = await owner.product.update({
      where: { id: piece.productId },
      data: { status: 'withdrawn' },
      select: { serial: true },
    })
    expect(await getVerifiedPiece(serial, 'zh-CN')).toMatchObject({
      title: '门头结',
      slug: null,
      seller: { county: '榆中县' },
    })
    await expect(getVerifiedPiece('ZGJ-999999999', 'zh-CN')).rejects.toMatchObject({
      key: 'shop.verifyNone',
      status: 404,
    })
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { writeSearch } from '~/modules/catalog/write-search.server'
import { giveConsent } from '~/modules/consents/give-consent.server'
import { withdrawConsent } from '~/modules/consents/withdraw-consent.server'
import { getText } from '~/modules/settings/find-text.server'
import { owner } from '../../../tests/fixtures/owner'
import { buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { findListing } from './find-listing.server'
import { readProductQuery } from './product-query'
import { synonymWords } from './synonyms'
import { addToVocabulary } from './write-search-words.server'

const list = (q: string) => findListing(readProductQuery(new URLSearchParams({ q })), { locale: 'zh-CN' })
const titlesOf = async (q: string) => (await list(q)).pieces.map(({ title }) => title).toSorted()

let sellerId = ''
beforeAll(async () => {
  await buildGround()
  sellerId = (await buildSeller()).sellerId
  // the name of its workshop sounds like the beginning of an English word
  await owner.seller.update({ where: { id: sellerId }, data: { nameZh: '灯下坊', nameEn: 'Lamplight' } })
  await owner.region.updateMany({ where: { code: '62' }, data: { nameEn: 'Gansu' } })
  await owner.$transaction((tx) => addToVocabulary(tx, synonymWords))
  await hang('双面团扇', 'Round silk fan')
  await hang('提花毛线帽', 'Patterned wool hat')
  await hang('姜黄厚帽，双层边', 'Thick hat in mustard')
  await hang('红色鞋垫', 'Insoles in red, embroidered', { colourCodes: ['red'] })
  await hang('朱红小挂', 'Small charm in cinnabar', { colourCodes: ['red'] })
  await hang('月白挂轴', 'Scroll on pale jade')
  await hang('豆绿小兔', 'Sage rabbit')
  await hang('珠须耳坠', 'Earrings with a fringe')
  await hang('牡丹葫芦', 'Peony gourd')
  await hang('细麻绳卷', 'Cord of hemp')
  await hang('六瓣香包，公司礼品', 'Lobed sachets as company gifts')
  await hang('寿桃香包', 'Peach sachet', { occasionCodes: ['birthday'] })
})

/** A piece that is found as all are. */
async function hang(
  titleZh: string,
  titleEn: string,
  data: { colourCodes?: string[]; occasionCodes?: string[] } = {},
  of = sellerId,
) {
  const { productId } = await buildPiece({ sellerId: of, titleZh })
  await owner.product.update({ where: { id: productId }, data })
  const english = {
    productId,
    locale: 'en',
    title: titleEn,
    story: '',
    materials: '',
    reviewedAt: new Date(),
  }
  await owner.productText.create({ data: english })
  await owner.$transaction((tx) => writeSearch(tx, productId))
}

describe('words', () => {
  it.each([
    // no word of English is the beginning of a sound, nor a short one of another word
    ['fan', ['双面团扇']],
    ['fans', ['双面团扇']],
    ['shoes', ['红色鞋垫']],
    ['embroidered shoes', ['红色鞋垫']],
    // everyday words, in either language
    ['帽子', ['姜黄厚帽，双层边', '提花毛线帽']],
    ['beanie', ['姜黄厚帽，双层边', '提花毛线帽']],
    ['小兔子', ['豆绿小兔']],
    ['红鞋垫', ['红色鞋垫']],
    ['挂画', ['月白挂轴']],
    ['墙上挂的', ['月白挂轴']],
    ['wall hanging', ['月白挂轴']],
    ['wallhanging', ['月白挂轴']],
    ['钥匙扣', ['朱红小挂']],
    ['key chain', ['朱红小挂']],
    // typed as one
    ['woolhat', ['提花毛线帽']],
  ])('%s finds %j', async (q, titles) => {
    expect(await list(q)).toMatchObject({ instead: null })
    expect(await titlesOf(q)).toEqual(titles)
  })

  it('find what comes from the province', async () => {
    expect((await list('甘肃 团扇')).pieces).toHaveLength(1)
    expect((await list('Gansu fan')).pieces).toHaveLength(1)
  })

  it('still find by sounds what no English word is called', async () => {
    expect(await titlesOf('tuanshan')).toEqual(['双面团扇'])
    expect(await titlesOf('dengxiaf')).toHaveLength(12)
  })

  it.each([
    ['香报', '香包'],
    ['手琏', '手链'],
    ['红色香报', '红色香包'],
    ['earings', 'earrings'],
    ['gord', 'gourd'],
  ])('%s is looked for as %s', async (q, instead) => {
    await hang('红色手链香包', 'Bracelet sachet', { colourCodes: ['red'] })
    expect(await list(q)).toMatchObject({ instead })
  })
})

describe('a present', () => {
  it.each([
    ['送老人', '寿桃香包'],
    ['gift for my grandmother', '寿桃香包'],
    ['送客户', '六瓣香包，公司礼品'],
    ['corporate gifts', '六瓣香包，公司礼品'],
    ["Mother's day", '寿桃香包'],
  ])('%s leads to %s', async (q, title) => {
    const { pieces, unused, facets } = await list(q)
    expect(pieces.map((piece) => piece.title)).toContain(title)
    expect(facets.total).toBeLessThan(4)
    expect(unused).toEqual([])
  })

  it('says which words were not used to choose', async () => {
    expect(await list('礼物')).toMatchObject({ unused: ['礼物'] })
    expect(await list('a present for her')).toMatchObject({ unused: ['present', 'her'] })
    expect(await list('送给老人的团扇')).toMatchObject({ unused: ['老人'], pieces: [{ title: '双面团扇' }] })
    expect((await list('送给老人的香包')).unused).toEqual([])
    expect((await list('礼物')).pieces.length).toBeGreaterThan(10)
  })
})

describe('a maker’s own name', () => {
  it('finds her and her pieces while she lets it be shown, and nothing before and after', async () => {
    const her = await buildSeller()
    await owner.seller.update({ where: { id: her.sellerId }, data: { nameZh: '一针结坊' } })
    await owner.person.update({ where: { id: her.person.personId }, data: { name: '蓝示范' } })
    await hang('双耳门结', 'Door knot', {}, her.sellerId)
    expect(await titlesOf('蓝示范')).toEqual([])
    const { id } = await getText('public_name', 'zh-CN')
    await giveConsent({ actor: her.actor, purpose: 'public_name', textId: id, words: '' })
    const found = await list('蓝示范')
    expect(found).toMatchObject({ instead: null, pieces: [{ title: '双耳门结' }] })
    expect(found.facets.makers).toMatchObject([{ name: '一针结坊' }])
    expect(await titlesOf('蓝示范的门结')).toEqual(['双耳门结'])
    expect(await titlesOf('蓝示范 团扇')).toEqual([])
    await withdrawConsent({ actor: her.actor, purpose: 'public_name' })
    expect(await titlesOf('蓝示范')).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { findPriceFinding, findWordFindings } from './pre-checks'
import { ListingDraft } from './schema'
import { findSuperlatives } from './superlatives'

describe('superlatives', () => {
  it.each([
    ['这是全国第一的挂结', ['全国第一']],
    ['最 佳 礼物，极品！', ['最佳', '极品']],
    ['国家级大师', ['国家级']],
    ['最顶级的料', ['最顶级']],
    ['The best knot, world’s finest', ['the best', "world's finest"]],
  ])('are found: %s', (text, words) => expect(findSuperlatives(text)).toEqual(words))

  it.each([
    '国家级非物质文化遗产，奶奶教的',
    '最好挂在背阴处，最长的穗子一尺二',
    '学徒第一结，第一步先量线',
    '百分之百棉的布',
    'One of the bestowed patterns',
    '',
  ])('are not seen where there are none: %s', (text) => expect(findSuperlatives(text)).toEqual([]))
})

describe('the words of a listing', () => {
  it('are looked through field by field: names of kinds and questions too, her reason to the coordinator not', () => {
    const content = ListingDraft.parse({
      titleZh: '最佳挂结',
      storyZh: '要订的加我微信，幺三八零零零零零幺零幺',
      careEn: 'www.example.com',
      lowWageReason: '打 13800000101 问我',
      options: [{ variantId: '01900000-0000-7000-8000-000000000000', nameZh: '红 一三八〇〇〇〇〇一〇一' }],
      wishes: [{ labelZh: '绣什么字', hintZh: 'QQ 12345', maxLength: 4, isRequired: false }],
    })
    expect(findWordFindings(content)).toEqual([
      { kind: 'superlative', field: 'titleZh', words: ['最佳'] },
      { kind: 'contact', field: 'storyZh', what: 'account' },
      { kind: 'contact', field: 'wishes', what: 'account' },
      { kind: 'contact', field: 'options', what: 'number' },
      { kind: 'contact', field: 'careEn', what: 'link' },
    ])
    expect(findWordFindings(ListingDraft.parse({ titleZh: '盘长结', sizeZh: '28 × 96 厘米' }))).toEqual([])
  })
})

describe('the price of a listing', () => {
  const usual = { medianFen: 10_000, pieces: 5 }
  it('is far off beyond four times or below a quarter of the usual one', () => {
    expect([2499, 2500, 10_000, 40_000, 40_001].map((fen) => findPriceFinding(fen, usual)?.isAbove)).toEqual([
      false,
      undefined,
      undefined,
      undefined,
      true,
    ])
    expect(findPriceFinding(100, usual)).toEqual({
      kind: 'price',
      isAbove: false,
      priceFen: 100,
      usualFen: 10_000,
      pieces: 5,
    })
  })

  it('is not compared without a price, or with fewer than five pieces', () => {
    expect(findPriceFinding(null, usual)).toBeNull()
    expect(findPriceFinding(1, null)).toBeNull()
    expect(findPriceFinding(1, { ...usual, pieces: 4 })).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { productTokens } from './product-tokens.server'

describe('productTokens', () => {
  const tokens = productTokens({
    titleZh: '盘长结挂饰 大号',
    titleEn: 'Endless Knot Hanging',
    storyZh: '二十六米五号线，中间不接头。',
    craftNameZh: '中国结',
    craftNameEn: 'Chinese knotting',
    sellerNameZh: '灯下结艺',
    materialsZh: '五号线',
  }).split(' ')

  it.each([
    '盘长',
    '结',
    'endless',
    'knotting',
    '不接',
    '灯下',
    'zhongguojie',
    'guojie',
    'zgj',
    'panchangjieguashi',
    'dahao',
  ])('holds %s', (token) => expect(tokens).toContain(token))
})

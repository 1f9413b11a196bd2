import { describe, expect, it } from 'vitest'
import { tokensOf } from './search-tokens.server'

describe('tokensOf', () => {
  const { names, words } = tokensOf({
    names: ['盘长结挂饰 大号', 'Endless Knot Hanging', '中国结', 'Chinese knotting', '灯下结艺', null],
    others: ['二十六米五号线，中间不接头。', '扎染布', '榆中县'],
  })
  const inNames = names.split(' ')
  const inWords = words.split(' ')

  it.each(['盘长', '结', 'endless', 'knotting', '灯下'])('names hold %s', (token) => {
    expect(inNames).toContain(token)
    expect(inWords).toContain(token)
  })

  it.each(['音zhongguojie', '音guojie', '音zgj', '音gj', '音panchangjieguashi', '音dahao', '音daihao'])(
    'names can be typed as %s',
    (token) => expect(inNames).toContain(token),
  )

  it.each(['音panchangjieguashi', '音panzhangjieguashi', '音pzjgs', '音pcjgs'])(
    'every reading of a character counts: %s',
    (token) => expect(inNames).toContain(token),
  )

  it('finds the rest by its words alone', () => {
    expect(inWords).toContain('不接')
    expect(inNames).not.toContain('不接')
    expect(inWords).not.toContain('音yuzhongxian')
  })
})

it('stores traditional writing as simplified', () => {
  const { names } = tokensOf({ names: ['中國結'], others: [] })
  expect(names.split(' ')).toEqual(expect.arrayContaining(['中国', '国结', '音zhongguojie', '音zgj']))
})

it('a long name stays small however many readings its characters have', () => {
  const { names } = tokensOf({ names: ['重'.repeat(60)], others: [] })
  expect(names.length).toBeLessThan(60_000)
})

import { describe, expect, it } from 'vitest'
import { languageOf } from './language-of'

describe('languageOf', () => {
  it.each([
    ['能做大一点吗', 'zh-CN'],
    ['Is it in stock?', 'en'],
    ['a 盘长 in red, please', 'zh-CN'],
    ['12 × 5', 'en'],
  ])('%s is written in %s', (words, locale) => {
    expect(languageOf(words)).toBe(locale)
  })
})

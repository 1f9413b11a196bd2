import { describe, expect, it } from 'vitest'
import { isOfALanguage, languageOf } from './language-of'

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

describe('isOfALanguage', () => {
  it.each([
    ['12 × 5 cm', true],
    ['好', true],
    ['138-0000-0231', false],
    ['👍 2', false],
  ])('%s: %s', (words, isOne) => {
    expect(isOfALanguage(words)).toBe(isOne)
  })
})

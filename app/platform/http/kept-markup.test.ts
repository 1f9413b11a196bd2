import { createElement, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { forgetAnswers, keepAnswers, trustAnswers } from '~/platform/db/kept-answers'
import { LanguageContext, useTranslator } from '~/platform/i18n/use-translator'
import { createMarkupStore, createPageStore } from './keep-markup.server'
import { type KeepMarkup, Kept, KeptList, KeptMarkupContext } from './kept-markup'

let drawn = 0

function Word({ word }: { word: string }) {
  drawn += 1
  return createElement('b', { title: word }, useTranslator().t('common.home'), word)
}

const list = (words: readonly string[]) =>
  createElement(KeptList, {
    className: 'words',
    name: 'word',
    parts: words.map((word) => ({ of: word, draw: () => createElement(Word, { word }) })),
  })

function page(element: ReactNode, keep: KeepMarkup | null, locale: 'zh-CN' | 'en' = 'zh-CN'): string {
  const inLanguage = createElement(
    LanguageContext.Provider,
    { value: locale },
    element,
    createElement(Word, { word: 'after' }),
  )
  return renderToString(createElement(KeptMarkupContext.Provider, { value: keep }, inLanguage))
}

const plain = (element: ReactNode, locale?: 'zh-CN' | 'en') =>
  page(element, null, locale).replaceAll('<!-- -->', '')

describe('kept markup', () => {
  it('reads as it would be drawn, hostile words too, in each language', () => {
    const words = ['盘长结', '<script>alert(1)</script>', '"&\'', '盘长结']
    const keep = createMarkupStore(10_000)
    for (const locale of ['zh-CN', 'en', 'zh-CN'] as const)
      expect(page(list(words), keep, locale).replaceAll('<!-- -->', '')).toBe(plain(list(words), locale))
  })

  it('is held from the second time on, and drawn again when it has not been asked for in a while', () => {
    const [one] = [page(list(['a']), createMarkupStore(10_000))]
    const keep = createMarkupStore(2 * ('word zh-CN "a"'.length + '<b title="a">首页a</b>'.length))
    expect(one).toContain('<b title="a">首页a</b>')
    const count = (words: readonly string[]) => {
      drawn = 0
      page(list(words), keep)
      return drawn - 1
    }
    expect(count(['a', 'b'])).toBe(2)
    expect(count(['a', 'b'])).toBe(2)
    expect(count(['b', 'a'])).toBe(0)
    expect(count(['a', 'c'])).toBe(1)
    expect(count(['b'])).toBe(0)
    expect(count(['c', 'b'])).toBe(1)
    expect(count(['b', 'c'])).toBe(0)
    expect(count(['a'])).toBe(1)
  })

  it('is found by the name of an answer that the shop keeps, and drawn anew from the next one', async () => {
    const keep = createMarkupStore(10_000)
    const words = keepAnswers<{ word: string }>(5)
    const draw = async () => {
      drawn = 0
      const of = await words('all', async () => ({ word: 'a' }))
      const part = { name: 'one', of: [of, 1], draw: () => createElement(Word, of) }
      expect(page(createElement(Kept, part), keep)).toContain('<b title="a">首页a</b>')
      return drawn - 1
    }
    trustAnswers(true)
    expect([await draw(), await draw(), await draw()]).toEqual([1, 1, 0])
    forgetAnswers()
    expect([await draw(), await draw(), await draw()]).toEqual([1, 1, 0])
    trustAnswers(false)
    expect([await draw(), await draw(), await draw()]).toEqual([1, 1, 0])
  })

  it('is not taken for what is made of the same pieces in another order or depth', () => {
    const keep = createMarkupStore(10_000)
    const made = (of: unknown, word: string) => {
      const draw = () => createElement(Word, { word })
      return page(createElement(Kept, { name: 'one', of, draw }), keep)
    }
    const alike = [
      ['a', 'b'],
      [['a'], 'b'],
      ['a', ['b']],
      [['a', 'b']],
      'a,b',
      ['a,b'],
      `'a`,
      `"a"`,
      'a',
      [null],
      [undefined],
    ]
    for (const [at, of] of [...alike.entries(), ...alike.entries(), ...alike.entries()])
      expect(made(of, `${at}`)).toContain(`<b title="${at}">`)
  })
})

describe('kept pages', () => {
  const asked = (keep: ReturnType<typeof createPageStore>) => (address: string, found: string) => {
    let times = 0
    const page = keep(address, found, () => {
      times += 1
      return `${address} of ${found}`
    })
    expect(page).toBe(`${address} of ${found}`)
    return times
  }

  it('are held from the second time on, for as long as the same is found', () => {
    const ask = asked(createPageStore(1_000))
    expect([ask('/a', '1'), ask('/a', '1'), ask('/a', '1')]).toEqual([1, 1, 0])
    expect([ask('/a', '2'), ask('/a', '2'), ask('/a', '1')]).toEqual([1, 0, 1])
    expect([ask('/b', '1'), ask('/a', '1')]).toEqual([1, 0])
  })

  it('are held up to their size, those that were asked for last', () => {
    const ask = asked(createPageStore(2 * '/a1/a of 1'.length))
    for (const address of ['/a', '/b', '/a', '/b']) ask(address, '1')
    expect([ask('/b', '1'), ask('/a', '1')]).toEqual([0, 0])
    expect([ask('/c', '1'), ask('/c', '1')]).toEqual([1, 1])
    expect([ask('/a', '1'), ask('/c', '1'), ask('/b', '1')]).toEqual([0, 0, 1])
  })
})

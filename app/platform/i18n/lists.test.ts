import { describe, expect, it } from 'vitest'
import { translator } from './translate'

const sources = import.meta.glob<string>(
  ['../../**/*.{ts,tsx}', '!../../generated/**', '!../../**/*.test.*'],
  {
    eager: true,
    query: '?raw',
    import: 'default',
  },
)
const catalogues = import.meta.glob<Record<string, Record<string, unknown>>>('./catalogue/**/*.ts', {
  eager: true,
})

describe('several things in one sentence', () => {
  it('are listed as each language does it', () => {
    const said = (locale: 'zh-CN' | 'en', places: string[]) =>
      translator(locale)('order.countySeveral', { places })
    expect(said('zh-CN', ['永登县', '榆中县'])).toContain('永登县、榆中县')
    expect(said('en', ['Yongdeng', 'Yuzhong'])).toContain('Yongdeng, Yuzhong')
    expect(said('en', ['Yongdeng'])).toContain(': Yongdeng.')
  })

  it('have no Chinese comma between them in any English message', () => {
    const english = Object.values(catalogues).flatMap((part) =>
      Object.entries(part).flatMap(([name, texts]) => (name.endsWith('En') ? Object.values(texts) : [])),
    )
    expect(english.length).toBeGreaterThan(1_000)
    expect(english.filter((text) => String(text).includes('、'))).toEqual([])
  })

  it('are put together by nobody but the translator, except names that stay Chinese', () => {
    const joining = Object.keys(sources).filter((path) => /join\('、'\)/.test(sources[path] ?? ''))
    expect(joining).toEqual(['../../modules/households/components/household-list.tsx'])
  })
})

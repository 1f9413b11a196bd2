import { expect, it } from 'vitest'
import { translator } from './translate'

const catalogues = import.meta.glob<Record<string, Record<string, unknown>>>('./catalogue/**/*.ts', {
  eager: true,
})

it('names the shop in English as its frame does: only the classes that it comes from have a longer name', () => {
  const english = Object.values(catalogues).flatMap((part) =>
    Object.entries(part).flatMap(([name, texts]) => (name.endsWith('En') ? Object.values(texts) : [])),
  )
  const t = translator('en')
  expect(english).toContain(t('common.brand'))
  const longer = english.filter((text) => /longyuan/i.test(String(text)))
  expect([...new Set(longer)]).toEqual([t('shop.aboutOrigin')])
})

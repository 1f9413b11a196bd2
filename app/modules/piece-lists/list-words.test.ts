import { expect, it } from 'vitest'
import {
  colours,
  colourTitle,
  materials,
  materialTitle,
  occasions,
  occasionTitle,
} from '~/modules/search/attributes'
import { translator } from '~/platform/i18n/translate'
import { readCodes } from './list-words'

const choices = [
  ['materialCodes', materials.map((code) => [code, materialTitle[code]] as const)],
  ['colourCodes', colours.map((code) => [code, colourTitle[code]] as const)],
  ['occasionCodes', occasions.map((code) => [code, occasionTitle[code]] as const)],
] as const

it.each(choices)(
  '%s: each word that the template offers is read as what it names, and so are all of them in one cell',
  (column, all) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const t = translator(locale)
      for (const [code, title] of all)
        expect(readCodes(column, t(title))).toEqual({ codes: [code], unknown: [] })
      const cell = all.map(([, title]) => t(title)).join(t('pieces.between'))
      expect(readCodes(column, cell)).toEqual({ codes: all.map(([code]) => code), unknown: [] })
    }
  },
)

it('says which words name nothing, and takes one half of a name that has two', () => {
  expect(readCodes('occasionCodes', '生日，搬砖')).toEqual({ codes: ['birthday'], unknown: ['搬砖'] })
})

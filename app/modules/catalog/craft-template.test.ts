import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, it } from 'vitest'
import { attributeValues, type CraftField, describeAttributes, lackingAttributes } from './craft-template'
import { wordsForm } from './listing-forms'

const blank = {
  hintZh: null,
  unitZh: null,
  unitEn: null,
  least: null,
  most: null,
  isRequired: false,
  options: [],
}
const glass = { code: 'glass', nameZh: '玻璃', nameEn: 'glass' }
const wood = { code: 'wood', nameZh: '木头', nameEn: 'wood' }
const fields: CraftField[] = [
  {
    ...blank,
    code: 'bead-material',
    kind: 'choices',
    nameZh: '珠子',
    nameEn: 'Beads',
    isRequired: true,
    options: [glass, wood],
  },
  {
    ...blank,
    code: 'bead-count',
    kind: 'number',
    nameZh: '颗数',
    nameEn: 'Count',
    unitZh: '颗',
    unitEn: 'beads',
    least: 1,
    most: 500,
  },
  { ...blank, code: 'bead-form', kind: 'choice', nameZh: '样子', nameEn: 'Form', options: [wood] },
  { ...blank, code: 'bead-note', kind: 'words', nameZh: '寓意', nameEn: 'Meaning', most: 6 },
]

function read(typed: Record<string, string>) {
  const form = new FormData()
  form.set('version', '1')
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  const submission = parseWithZod(form, { schema: wordsForm(fields) })
  return submission.status === 'success' ? submission.value.attributes : submission.error
}

describe('what a craft asks', () => {
  it('is read by its kind, may be left empty, and comes back as it was typed', () => {
    const typed = {
      'attribute.bead-material.wood': 'on',
      'attribute.bead-material.glass': 'on',
      'attribute.bead-count': '１０８',
      'attribute.bead-form': 'wood',
      'attribute.bead-note': ' 长久 ',
      'attribute.dye-plant': 'indigo',
    }
    const answers = {
      'bead-material': ['glass', 'wood'],
      'bead-count': 108,
      'bead-form': 'wood',
      'bead-note': '长久',
    }
    expect(read(typed)).toEqual(answers)
    expect(read({})).toEqual({})
    expect(read({ 'attribute.bead-count': '', 'attribute.bead-form': '' })).toEqual({})
    expect(read(attributeValues(answers))).toEqual(answers)
  })

  it.each([
    ['attribute.bead-count', '很多', 'errors.numberRange'],
    ['attribute.bead-count', '501', 'errors.numberRange'],
    ['attribute.bead-count', '-1', 'errors.numberRange'],
    ['attribute.bead-form', 'gold', 'errors.badChoice'],
    ['attribute.bead-note', '一二三四五六七', 'errors.tooLong'],
  ])('%s = %s is refused beside its field', (name, text, key) => {
    const error = read({ [name]: text })
    expect(Object.keys(error ?? {})).toEqual([name])
    expect(JSON.stringify(error)).toContain(key)
  })

  it('is told with its unit and in the language of the page, and asked for where it must be there', () => {
    const answers = { 'bead-count': 108, 'bead-material': ['glass'], 'bead-note': '长久' }
    expect(
      describeAttributes(fields, answers, 'zh-CN').map(({ term, detail }) => `${term} ${detail}`),
    ).toEqual(['珠子 玻璃', '颗数 108 颗', '寓意 长久'])
    expect(describeAttributes(fields, answers, 'en').map(({ detail, lang }) => [detail, lang])).toEqual([
      ['glass', null],
      ['108 beads', null],
      ['长久', 'zh-CN'],
    ])
    expect(lackingAttributes(fields, {}, 'zh-CN')).toEqual(['珠子'])
    expect(lackingAttributes(fields, answers, 'zh-CN')).toEqual([])
  })
})

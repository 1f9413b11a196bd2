import { expect, it } from 'vitest'
import { translator } from '~/platform/i18n/translate'
import { fieldFaults } from './field-faults'

const textsOf = (...given: Parameters<typeof fieldFaults>) => fieldFaults(...given).map(({ text }) => text)

it('names the field of each fault, so that no two links say the same', () => {
  const zh = translator('zh-CN')
  const empty = zh('errors.required')
  expect(textsOf({ name: empty, line: empty }, { name: '收件人', line: '街道和门牌' }, zh)).toEqual([
    '收件人：这一项要填。',
    '街道和门牌：这一项要填。',
  ])
  const en = translator('en')
  expect(textsOf({ city: en('errors.required') }, { city: 'City' }, en)).toEqual([
    'City: Please fill this in.',
  ])
})

it('stand in the order of the page, whatever was sent of the form', () => {
  const t = translator('en')
  const errors = { another: 'c.', words: 'b.', kind: 'a.' }
  const fields = fieldFaults(errors, { kind: undefined, words: undefined, contact: undefined }, t)
  expect(fields.map(({ fieldId }) => fieldId)).toEqual(['kind', 'words', 'another'])
})

it('puts no colon behind a question', () => {
  const t = translator('en')
  expect(textsOf({ kind: t('errors.badChoice') }, { kind: 'What is it?' }, t)).toEqual([
    'What is it? Please choose one of those listed.',
  ])
})

it('does not name it twice, and leaves what has no name', () => {
  const t = translator('zh-CN')
  const errors = { phone: '手机号是 11 位，现在是 7 位。', abroadTextId: '请勾上同意。' }
  expect(textsOf(errors, { phone: '手机号' }, t)).toEqual(Object.values(errors))
})

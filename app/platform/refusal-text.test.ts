import { expect, it } from 'vitest'
import { translator } from './i18n/translate'
import { refusalText } from './refusal-text'

const t = translator('zh-CN')
const rest = { values: {}, intent: null }
const refused = { ...rest, errors: {}, formError: '这一批已经批过了。' }
const beside = { ...rest, errors: { endedOn: '这一天还没有到。' }, formError: null }
const mistyped = { ...rest, errors: { trackingNumber: '这一项要填。' }, formError: '有 1 处要改。' }

it('says nothing when nothing was refused', () => {
  expect(refusalText(t, null)).toBeNull()
  expect(refusalText(t, undefined, false)).toBeNull()
})

it('says a refusal whether its form is there or not', () => {
  expect(refusalText(t, refused)).toBe(refused.formError)
  expect(refusalText(t, refused, false)).toBe(refused.formError)
})

it('leaves to a field what stands beside it, and says it when the field is gone', () => {
  expect(refusalText(t, beside)).toBeNull()
  expect(refusalText(t, beside, false)).toBe('这一天还没有到。')
})

it('counts the faults of fields that are there, and never those of fields that are gone', () => {
  expect(refusalText(t, mistyped)).toBe('有 1 处要改。')
  expect(refusalText(t, mistyped, false)).toBe(t('errors.formGone'))
})

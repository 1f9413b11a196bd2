import { expect, it } from 'vitest'
import { translator } from '~/platform/i18n/translate'
import { changedFields, describeField } from './describe-field'
import { ListingDraft } from './schema'

it('what is ticked is no change in another order, what is written is', () => {
  const before = ListingDraft.parse({ titleZh: '盘长结', occasionCodes: ['baby', 'new-home'] })
  const after = { ...before, occasionCodes: before.occasionCodes.toReversed() }
  expect(before.occasionCodes).toHaveLength(2)
  expect(changedFields(before, after)).toEqual([])
  expect(changedFields(before, { ...after, titleZh: '双线盘长结' })).toEqual(['titleZh'])
  expect(changedFields(before, { ...after, occasionCodes: [] })).toEqual(['occasionCodes'])
})

it('a question to the buyer is told in both languages, with what is said below it', () => {
  const content = ListingDraft.parse({
    wishes: [
      {
        labelZh: '绣谁的名字',
        labelEn: 'Whose name',
        hintZh: '一个字。',
        hintEn: 'One sign.',
        maxLength: 4,
        isRequired: true,
      },
      { labelZh: '哪一天', maxLength: 12, isRequired: false },
    ],
  })
  const tell = (locale: 'zh-CN' | 'en') =>
    describeField(content, 'wishes', { t: translator(locale), locale, craftNames: {}, templates: {} })
  expect(tell('zh-CN')).toBe(
    '绣谁的名字 · 一个字。 · Whose name · One sign. · 最多 4 个字 · 一定要答\n哪一天 · 最多 12 个字',
  )
  expect(tell('en')).toBe(
    '绣谁的名字 · 一个字。 · Whose name · One sign. · 4 characters at most · needed\n哪一天 · 12 characters at most',
  )
})

import { expect, it } from 'vitest'
import { changedFields } from './describe-field'
import { ListingDraft } from './schema'

it('what is ticked is no change in another order, what is written is', () => {
  const before = ListingDraft.parse({ titleZh: '盘长结', occasionCodes: ['baby', 'new-home'] })
  const after = { ...before, occasionCodes: before.occasionCodes.toReversed() }
  expect(before.occasionCodes).toHaveLength(2)
  expect(changedFields(before, after)).toEqual([])
  expect(changedFields(before, { ...after, titleZh: '双线盘长结' })).toEqual(['titleZh'])
  expect(changedFields(before, { ...after, occasionCodes: [] })).toEqual(['occasionCodes'])
})

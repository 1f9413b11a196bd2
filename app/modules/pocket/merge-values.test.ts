import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeValues } from './merge-values'
import { fieldsIn } from './pocket-fields'

const merged = (base: string, typed: string, stored: string) =>
  mergeValues({ base: { titleZh: base }, typed: { titleZh: typed }, stored: { titleZh: stored } })

/** also what a craft asks */
const fields = fieldsIn({ 'attribute.count': '', 'attribute.bead.glass': '' })

describe('mergeValues', () => {
  it('takes the side that changed', () => {
    expect(merged('', '手绳', '').values.titleZh).toBe('手绳')
    expect(merged('手绳', '手绳', '红手绳').values.titleZh).toBe('红手绳')
    expect(merged('手绳', '', '手绳').values.titleZh).toBe('')
  })

  it('is settled when both changed alike', () => {
    expect(merged('', '手绳', '手绳')).toMatchObject({ values: { titleZh: '手绳' }, clashes: [] })
  })

  it('names a field that both changed differently and leaves what is stored', () => {
    expect(merged('手绳', '蓝手绳', '红手绳')).toMatchObject({
      values: { titleZh: '红手绳' },
      clashes: ['titleZh'],
    })
  })

  it('never loses a writing: each field is one of the two sides, and hers unless it is named or she left it alone', () => {
    const value = fc.constantFrom('', 'a', 'b', 'c')
    const record = fc.record(Object.fromEntries(fields.map((field) => [field, value])))
    fc.assert(
      fc.property(record, record, record, (base, typed, stored) => {
        const { values, clashes } = mergeValues({ base, typed, stored })
        for (const field of fields) {
          if (clashes.includes(field)) expect(values[field]).toBe(stored[field])
          else if (typed[field] !== base[field]) expect(values[field]).toBe(typed[field])
          else expect(values[field]).toBe(stored[field])
        }
      }),
    )
  })

  it('comes to rest: what was merged without a clash merges into itself', () => {
    const value = fc.constantFrom('', 'a', 'b')
    const record = fc.record(Object.fromEntries(fields.map((field) => [field, value])))
    fc.assert(
      fc.property(record, record, record, (base, typed, stored) => {
        const { values } = mergeValues({ base, typed, stored })
        expect(mergeValues({ base: values, typed: values, stored: values })).toEqual({ values, clashes: [] })
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { countedOn, isValidOn, type Term, termNamed, wordsOn } from './terms'

const term = (code: string, more: Partial<Term> = {}): Term => ({
  ...{ id: code, code, nameZh: code, nameEn: code, validFrom: '2016-01-01', validTo: null },
  ...{ mergedIntoId: null, mergedOn: null, names: [] },
  ...more,
})

describe('a term', () => {
  it('is in use from its first day up to its last', () => {
    const ended = term('a', { validTo: '2021-03-01' })
    expect(
      ['2015-12-31', '2016-01-01', '2021-02-28', '2021-03-01'].map((day) => isValidOn(ended, day)),
    ).toEqual([false, true, true, false])
  })

  it('has the words of the day, however often and in whichever order it was renamed', () => {
    const renamed = term('a', {
      nameZh: '三',
      names: [
        { nameZh: '一', nameEn: 'one', until: '2020-01-01' },
        { nameZh: '二', nameEn: 'two', until: '2022-01-01' },
        // renamed twice on one day: the second of them never stood a whole day
        { nameZh: '错', nameEn: 'wrong', until: '2022-01-01' },
      ],
    })
    const days = ['2019-12-31', '2020-01-01', '2021-12-31', '2022-01-01']
    expect(days.map((day) => wordsOn(renamed, day).nameZh)).toEqual(['一', '二', '二', '三'])
  })

  it('counts as what it was merged into from that day on, however long the way', () => {
    const merged = { validTo: '2020-01-01', mergedOn: '2020-01-01' }
    const terms = [term('a', { ...merged, mergedIntoId: 'b' }), term('b'), term('c')]
    const [a, , c] = terms
    if (!a || !c) throw new Error('they are there')
    expect(['2019-12-31', '2020-01-01'].map((day) => countedOn(terms, a, day).code)).toEqual(['a', 'b'])
    const further = [a, term('b', { validTo: '2022-01-01', mergedOn: '2022-01-01', mergedIntoId: 'c' }), c]
    expect(['2021-12-31', '2022-01-01'].map((day) => countedOn(further, a, day).code)).toEqual(['b', 'c'])
    expect(termNamed(further, ['a'], '2023-05-01')?.code).toBe('c')
    expect(termNamed(further, ['a'], '2015-05-01')).toBeNull()
  })

  it('is found by the words of today and of before, one that is in use first', () => {
    const terms = [
      term('old', { nameZh: '贫困户', validTo: '2021-03-01' }),
      term('new', { nameZh: '监测户', names: [{ nameZh: '贫困户', nameEn: 'poor', until: '2020-01-01' }] }),
    ]
    expect(termNamed(terms, ['贫困户'], '2019-01-01')?.code).toBe('old')
    expect(termNamed(terms, ['贫困户'], '2023-01-01')?.code).toBe('new')
    expect(termNamed(terms, ['别的'], '2023-01-01')).toBeNull()
    const later = [...terms, term('later', { nameZh: '贫困户' })]
    expect(termNamed(later, ['贫困户'], '2023-01-01')?.code).toBe('later')
  })
})

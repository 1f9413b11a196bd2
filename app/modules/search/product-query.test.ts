import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { facetGroups, nothingChosen, readProductQuery, writeProductQuery } from './product-query'

const read = (text: string) => readProductQuery(new URLSearchParams(text))

/** any UTF-16 units at all: control characters, half surrogates */
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units))

describe('readProductQuery', () => {
  it('reads every part', () => {
    expect(
      read(
        'q=%E6%89%8E%E6%9F%93&craft=tie-dye&craft=knots&place=620123&made=ready&one=yes&colour=red&min=50&max=128.50&sort=price&after=6800_01900000-0000-7000-8000-000000000001',
      ),
    ).toEqual({
      q: '扎染',
      chosen: {
        ...nothingChosen,
        craft: ['tie-dye', 'knots'],
        made: ['ready'],
        one: ['yes'],
        place: ['620123'],
        colour: ['red'],
      },
      minFen: 5_000n,
      maxFen: 12_850n,
      sort: 'price',
      after: { key: 6_800n, id: '01900000-0000-7000-8000-000000000001' },
    })
  })

  it('leaves out what makes no sense', () => {
    expect(
      read(
        'q=%00&craft=../x&craft=knots&place=62&made=gold&one=no&colour=plaid&min=-1&max=1e9&sort=cheap&after=0_x',
      ),
    ).toEqual({
      q: '',
      chosen: { ...nothingChosen, craft: ['knots'] },
      minFen: null,
      maxFen: null,
      sort: 'best',
      after: null,
    })
  })

  it('turns a price range round that was typed the wrong way', () => {
    expect(read('min=200&max=１００')).toMatchObject({ minFen: 10_000n, maxFen: 20_000n })
  })

  it('takes anything', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...facetGroups, 'q', 'min', 'max', 'sort', 'after'), anyText)),
        (parts) => {
          const search = new URLSearchParams()
          for (const [name, value] of parts) search.append(name, value)
          expect(() => readProductQuery(search)).not.toThrow()
        },
      ),
    )
  })
})

describe('writeProductQuery', () => {
  it('writes what it read, and begins at the start when something changes', () => {
    const text =
      'q=knot&craft=knots&made=ready&min=50&sort=hours&after=90_01900000-0000-7000-8000-000000000001'
    const query = read(text)
    expect(writeProductQuery(query, { after: query.after })).toBe(`?${text}`)
    expect(writeProductQuery(query, { chosen: { ...query.chosen, craft: [] } })).toBe(
      '?q=knot&made=ready&min=50&sort=hours',
    )
    expect(writeProductQuery(read(''))).toBe('')
  })
})

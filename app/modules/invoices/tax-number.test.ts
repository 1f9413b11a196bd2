import { describe, expect, it } from 'vitest'
import { isTaxNumber, normaliseTaxNumber } from './tax-number'

const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** The example of GB 32100-2015. */
const known = '91350100M000100Y43'

describe('a tax number', () => {
  it.each([known, '91110000600037341L', '911100001000044477'])('%s is one', (code) =>
    expect(isTaxNumber(code)).toBe(true),
  )

  it('is read as people copy it', () =>
    expect(normaliseTaxNumber(' ９１３５０１００ m000-100y43 ')).toBe(known))

  it('is none with any other character in any place', () => {
    for (let place = 0; place < known.length; place += 1)
      for (const character of characters) {
        const other = known.slice(0, place) + character + known.slice(place + 1)
        expect([other, isTaxNumber(other)]).toEqual([other, other === known])
      }
  })

  it('is none with two neighbours the other way round', () => {
    for (let place = 0; place < known.length - 1; place += 1) {
      const [a = '', b = ''] = known.slice(place, place + 2)
      const other = known.slice(0, place) + b + a + known.slice(place + 2)
      expect([other, isTaxNumber(other)]).toEqual([other, a === b])
    }
  })

  it.each([
    '',
    known.slice(1),
    `${known}0`,
    known.toLowerCase(),
    '91350100I000100Y43',
    '９１３５０１００M000100Y43',
    '000000000000000000 ',
  ])('%j is none', (code) => expect(isTaxNumber(code)).toBe(false))
})

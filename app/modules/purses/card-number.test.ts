import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CardForm } from './card-form'
import { cardNumberFault, normaliseCardNumber } from './card-number'

const valid = '4242424242424242'

describe('the number of a card', () => {
  it('is read in groups and in full width', () => {
    expect(normaliseCardNumber(' ４２４２ 4242-4242 4242 ')).toBe(valid)
  })

  it('is asked for with all else that is missing', () => {
    const { error } = CardForm.safeParse({ purse: 'me', relation: 'self' })
    const missing = error?.issues.map(({ path }) => path[0]).toSorted()
    expect(missing).toEqual(['bankName', 'code', 'holder', 'number'])
  })

  it('has 16 to 19 digits and the check digit', () => {
    expect(cardNumberFault(valid, false)).toBeNull()
    expect(cardNumberFault('4242424242424243', false)).toBe('check')
    expect(cardNumberFault('424242424242', false)).toBe('length')
    expect(cardNumberFault('42424242424242424242', false)).toBe('length')
    expect(cardNumberFault('4242 4242', false)).toBe('digits')
    expect(cardNumberFault('', false)).toBe('digits')
  })

  it('of a firm is any 8 to 32 digits', () => {
    expect(cardNumberFault('10200001', true)).toBeNull()
    expect(cardNumberFault('1020000', true)).toBe('length')
  })

  it('does not pass with one digit wrong or two neighbours exchanged', () => {
    const place = fc.integer({ min: 0, max: 15 })
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digits = [...valid].map(Number)
        digits[at] = ((digits[at] ?? 0) + by) % 10
        expect(cardNumberFault(digits.join(''), false)).toBe('check')
      }),
    )
    const swapped = '4224424242424242'
    expect(cardNumberFault(swapped, false)).toBe('check')
  })
})

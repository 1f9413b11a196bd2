import { describe, expect, it } from 'vitest'
import { readIdNumber } from './id-number'

describe('an identity number', () => {
  it.each([
    ['as it is', '990000198001010012'],
    ['with spaces and an apostrophe', "'990000 19800101 0012"],
    ['in full-width digits', '９９００００１９８００１０１００１２'],
    ['in its 15 digits', '990000800101001'],
  ])('is read %s', (_, text) => {
    expect(readIdNumber(text)).toEqual({ value: '990000198001010012', birthYear: 1980 })
  })

  it('ends in X, however it was typed', () => {
    const value = '99000019800101008X'
    expect(readIdNumber('99000019800101008x')).toEqual({ value, birthYear: 1980 })
    expect(readIdNumber('99000019800101008Ｘ')).toEqual({ value, birthYear: 1980 })
  })

  it.each([
    ['99000019800101', 'register.idLength'],
    ['9900001980010100121', 'register.idLength'],
    ['99000019800A010012', 'register.idForm'],
    ['99000080010100X', 'register.idForm'],
    ['990000198001010013', 'register.idCheck'],
    ['990000801301001', 'register.idBirthday'],
  ] as const)('%s is refused: %s', (text, fault) => {
    expect(readIdNumber(text)).toBe(fault)
  })
})

import { describe, expect, it } from 'vitest'
import { hanDay, hanNumber } from './han-number'

describe('hanNumber', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [24, '二十四'],
    [99, '九十九'],
  ])('%i is %s', (number, han) => expect(hanNumber(number)).toBe(han))

  it.each([0, 100, 1.5, Number.NaN])('refuses %d', (number) =>
    expect(() => hanNumber(number)).toThrow(RangeError),
  )
})

it('writes a day', () => expect(hanDay('2026-12-06')).toBe('十二月六日'))

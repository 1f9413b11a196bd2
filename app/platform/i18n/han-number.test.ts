import { describe, expect, it } from 'vitest'
import { hanDay, hanNumber, hanYuan } from './han-number'

describe('hanNumber', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [24, '二十四'],
    [99, '九十九'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [368, '三百六十八'],
    [1005, '一千零五'],
    [1280, '一千二百八十'],
    [10_000, '一万'],
    [10_010, '一万零一十'],
    [20_300, '二万零三百'],
    [120_000, '十二万'],
    [99_999_999, '九千九百九十九万九千九百九十九'],
  ])('%i is %s', (number, han) => expect(hanNumber(number)).toBe(han))

  it.each([0, -1, 1.5, Number.NaN, 100_000_000])('refuses %d', (number) =>
    expect(() => hanNumber(number)).toThrow(RangeError),
  )
})

it('writes a day', () => expect(hanDay('2026-12-06')).toBe('十二月六日'))

it.each([
  [36_800, '三百六十八元'],
  [6_850, '六十八元五角'],
  [6_805, '六十八元零五分'],
  [6_855, '六十八元五角五分'],
  [90, '九角'],
  [5, '五分'],
])('says %i fen as %s', (fen, han) => expect(hanYuan(fen)).toBe(han))

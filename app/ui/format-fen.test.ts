import { describe, expect, it } from 'vitest'
import { formatFen } from './format-fen'

describe('a sum in fen', () => {
  it.each([
    [36800, 'shop', 'zh-CN', '¥368'],
    [36850, 'shop', 'zh-CN', '¥368.50'],
    [36800, 'exact', 'zh-CN', '¥368.00'],
    [128000, 'shop', 'zh-CN', '¥1,280'],
    [31061200, 'exact', 'zh-CN', '¥310,612.00'],
    [36800, 'shop', 'en', 'CN¥368'],
    [5, 'shop', 'zh-CN', '¥0.05'],
    [0, 'shop', 'zh-CN', '¥0'],
    [-1840, 'exact', 'zh-CN', '−¥18.40'],
    [100000000000, 'exact', 'en', 'CN¥1,000,000,000.00'],
  ] as const)('%i (%s, %s) is written %s', (fen, style, locale, written) => {
    expect(formatFen(fen, style, locale)).toBe(written)
  })

  it('refuses parts of a fen', () => {
    expect(() => formatFen(1.5, 'exact', 'zh-CN')).toThrow(RangeError)
    expect(() => formatFen(Number.NaN, 'exact', 'zh-CN')).toThrow(RangeError)
  })
})

import { describe, expect, it, vi } from 'vitest'
import { estimateOf } from './estimate'

const day = '2026-11-27'

describe('an estimate', () => {
  it('makes no formatter for each sum', () => {
    const rate = { currency: 'GBP', cnyPer100: 930, day } as const
    estimateOf(1_000, rate)
    const made = vi.spyOn(Intl, 'NumberFormat')
    for (let fen = 1_000; fen < 100_000; fen += 1_000) estimateOf(fen, rate)
    expect(made).not.toHaveBeenCalled()
    made.mockRestore()
  })

  it('is no finer than a rate of some day allows', () => {
    const usd = { currency: 'USD', cnyPer100: 706.4, day } as const
    expect(estimateOf(36_800, usd)).toBe('US$52')
    expect(estimateOf(7_800, usd)).toBe('US$11')
    expect(estimateOf(870_000, usd)).toBe('US$1,230')
    expect(estimateOf(6_800, { currency: 'EUR', cnyPer100: 822.5, day })).toBe('€8.50')
    expect(estimateOf(6_600, { currency: 'EUR', cnyPer100: 822.5, day })).toBe('€8')
    expect(estimateOf(128_000, { currency: 'JPY', cnyPer100: 4.56, day })).toBe('JP¥28,100')
    expect(estimateOf(12_800, { currency: 'SGD', cnyPer100: 545, day })).toBe('S$23')
    expect(estimateOf(12_800, { currency: 'CHF', cnyPer100: 880, day })).toBe('CHF 15')
  })

  it('makes a trifle no nothing, and of nothing nothing', () => {
    expect(estimateOf(50, { currency: 'USD', cnyPer100: 706.4, day })).toBe('US$0.50')
    expect(estimateOf(1, { currency: 'JPY', cnyPer100: 4.56, day })).toBe('JP¥1')
    expect(estimateOf(0, { currency: 'KRW', cnyPer100: 0.483, day })).toBe('₩0')
  })
})

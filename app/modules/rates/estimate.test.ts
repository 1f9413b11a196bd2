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

  it('is whole above twenty units, and as fine as the currency below', () => {
    expect(estimateOf(36_800, { currency: 'USD', cnyPer100: 706.4, day })).toBe('USD 52')
    expect(estimateOf(6_800, { currency: 'EUR', cnyPer100: 822.5, day })).toBe('EUR 8.27')
    expect(estimateOf(128_000, { currency: 'JPY', cnyPer100: 4.56, day })).toBe('JPY 28,070')
    expect(estimateOf(50, { currency: 'JPY', cnyPer100: 4.56, day })).toBe('JPY 11')
    expect(estimateOf(0, { currency: 'KRW', cnyPer100: 0.483, day })).toBe('KRW 0')
  })
})

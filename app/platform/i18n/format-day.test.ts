import { describe, expect, it } from 'vitest'
import { formatBeijingTime, formatCount, formatDay, formatInstant, formatMonth } from './format'

describe('a day as a person reads it', () => {
  it.each([
    ['zh-CN', undefined, '11 月 5 日'],
    ['en', undefined, '5 November'],
    ['zh-CN', '2026', '11 月 5 日'],
    ['en', '2026', '5 November'],
    ['zh-CN', '2027', '2026 年 11 月 5 日'],
    ['en', '2027', '5 November 2026'],
  ] as const)('%s in %s: %s', (locale, thisYear, written) => {
    expect(formatDay(locale, '2026-11-05', thisYear)).toBe(written)
  })

  it('names an instant by the day and the clock of Lanzhou', () => {
    const lateInLondon = new Date('2026-11-04T17:05:00Z')
    expect(formatInstant('zh-CN', lateInLondon)).toBe('11 月 5 日 01:05')
    expect(formatInstant('en', lateInLondon)).toBe('5 November, 01:05')
    expect(formatBeijingTime('zh-CN', lateInLondon)).toBe('11 月 5 日 01:05')
    expect(formatBeijingTime('en', lateInLondon)).toBe('5 November, 01:05 Beijing\u00a0time')
  })

  it('names a month by any day in it', () => {
    expect(formatMonth('zh-CN', '2026-03-31')).toBe('2026 年 3 月')
    expect(formatMonth('en', '2026-03-31')).toBe('March 2026')
  })
})

it('a count has its thousands apart', () => {
  expect(formatCount(1_234_567)).toBe('1,234,567')
})

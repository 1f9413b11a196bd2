import { describe, expect, it } from 'vitest'
import { addDays, dayOf, monthStart, nextMonthStart, startOf, weekdayOf } from './calendar'

describe('days in Lanzhou', () => {
  it('begin at 16:00 UTC of the day before', () => {
    expect(dayOf(new Date('2026-11-22T15:59:59Z'))).toBe('2026-11-22')
    expect(dayOf(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23')
    expect(startOf('2026-11-23').toISOString()).toBe('2026-11-22T16:00:00.000Z')
  })

  it('are counted over months and leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(monthStart('2026-11-23')).toBe('2026-11-01')
    expect(nextMonthStart('2026-12-09')).toBe('2027-01-01')
  })
})

describe('the day of the week', () => {
  it('counts from Monday', () => {
    expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-27'), weekdayOf('2026-11-29')]).toEqual([1, 5, 7])
  })
})

import { describe, expect, it } from 'vitest'
import { addDays } from '~/platform/calendar'
import { solarTermOn } from './solar-term'

describe('solarTermOn', () => {
  it.each([
    ['2026-11-23', 20, '2026-11-22', '2026-12-06'],
    ['2026-12-31', 22, '2026-12-22', '2027-01-04'],
    ['2027-01-01', 22, '2026-12-22', '2027-01-04'],
    ['2027-01-05', 23, '2027-01-05', '2027-01-19'],
    ['2026-02-18', 2, '2026-02-18', '2026-03-04'],
    ['2026-02-17', 1, '2026-02-04', '2026-02-17'],
    ['2025-04-04', 5, '2025-04-04', '2025-04-19'],
    ['2024-02-29', 2, '2024-02-19', '2024-03-04'],
    ['2021-12-21', 22, '2021-12-21', '2022-01-04'],
    ['2028-06-21', 10, '2028-06-21', '2028-07-05'],
  ])('%s lies in term %i, %s to %s', (day, number, from, to) => {
    expect(solarTermOn(day)).toEqual({ number, from, to })
  })

  it('gives every day of thirty years one term, each after the one before, 14 to 16 days long', () => {
    let day = '2025-01-01'
    let before = solarTermOn(day)
    while (day < '2055-01-01') {
      const term = solarTermOn(day)
      expect(term.from <= day && day <= term.to).toBe(true)
      if (term.from !== before.from) {
        expect(term.number).toBe((before.number % 24) + 1)
        expect(addDays(before.to, 1)).toBe(term.from)
        const length = (Date.parse(before.to) - Date.parse(before.from)) / 86_400_000 + 1
        expect(length).toBeGreaterThanOrEqual(14)
        expect(length).toBeLessThanOrEqual(16)
        before = term
      }
      day = addDays(day, 1)
    }
  })
})

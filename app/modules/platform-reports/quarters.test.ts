import { describe, expect, it } from 'vitest'
import { quarterAfter, quarterBefore, quarterIn, quarterName, quarterStart } from './quarters'

describe('a quarter', () => {
  it.each([
    ['2026-01-01', '2026-Q1'],
    ['2026-03-31', '2026-Q1'],
    ['2026-04-01', '2026-Q2'],
    ['2024-02-29', '2024-Q1'],
    ['2026-09-30', '2026-Q3'],
    ['2026-12-31', '2026-Q4'],
  ])('of %s is %s', (day, name) => {
    const first = quarterStart(day)
    expect(quarterName(first)).toBe(name)
    expect(quarterIn(name)).toBe(first)
    expect(quarterBefore(quarterAfter(first))).toBe(first)
    expect(quarterAfter(quarterBefore(first))).toBe(first)
  })

  it.each(['2026-Q5', '2026-Q0', '1999-Q1', '2026-4', ''])('is not %s', (name) => {
    expect(quarterIn(name)).toBeNull()
  })
})

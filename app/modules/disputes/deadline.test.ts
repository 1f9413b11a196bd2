import { describe, expect, it } from 'vitest'
import { daysLeft } from './deadline'

const now = new Date('2026-11-27T10:00:00Z')
const inHours = (hours: number) => new Date(now.getTime() + hours * 60 * 60 * 1000)

describe('the deadline of evidence', () => {
  it.each([
    [inHours(14 * 24), 14],
    [inHours(3 * 24), 3],
    [inHours(3 * 24 - 1), 2],
    [inHours(1), 0],
    [inHours(0), null],
    [inHours(-1), null],
  ])('%s leaves %s whole days', (dueBy, days) => {
    expect(daysLeft(dueBy, now)).toBe(days)
  })
})

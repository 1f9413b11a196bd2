import { expect, it } from 'vitest'
import { clockText, minuteText } from './schema'

it('writes a minute of Lanzhou for a field and for people, who read its day in one line however narrow the column', () => {
  const instant = new Date('2026-11-27T12:05:00Z')
  expect(minuteText(instant)).toBe('2026-11-27T20:05')
  const [day, time] = clockText(instant).split(' ')
  expect([day?.replaceAll('-\u2060', ''), time]).toEqual(['20261127', '20:05'])
})

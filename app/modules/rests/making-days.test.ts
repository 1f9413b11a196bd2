import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '~/platform/calendar'
import { makingDays } from './making-days'
import { afterWorkingDays, isResting, type Rest } from './working-days'

/** A knot that takes nine days, three of them a week. */
const of = (change: object = {}) => ({ makeDays: 9, weeklyCapacity: 3, queued: 0, ...change })

const today = '2026-06-01'
const promisedOn = (making: ReturnType<typeof of>, rests: readonly Rest[] = [], wanted = 1): Day | null => {
  const days = makingDays(making, wanted)
  return days === null ? null : afterWorkingDays(today, days, rests)
}

describe('weekly capacity', () => {
  it.each([
    ['none is promised yet', of(), 1, 9],
    ['the last place of this week', of({ queued: 2 }), 1, 9],
    ['this week is full', of({ queued: 3 }), 1, 16],
    ['the last place of the second week', of({ queued: 5 }), 1, 16],
    ['two weeks are full', of({ queued: 6 }), 1, 23],
    ['a whole week at once', of(), 3, 9],
    ['one more than a week at once', of(), 4, 16],
    ['two of which only one finds room', of({ queued: 2 }), 2, 16],
    ['two whole weeks at once', of(), 6, 16],
    ['one more than two weeks at once', of(), 7, 23],
    ['an empty wish is asked as one piece', of({ queued: 3 }), 0, 16],
    ['she makes one a week', of({ weeklyCapacity: 1, queued: 1 }), 1, 16],
    ['she did not say how many', of({ weeklyCapacity: null, queued: 40 }), 5, 9],
    ['it is not made to order', of({ makeDays: null }), 1, null],
  ])('%s', (_, making, wanted, expected) => expect(makingDays(making, wanted)).toBe(expected))

  it('that is lowered after orders were taken puts the next one behind all of them, and raised brings it nearer', () => {
    expect(makingDays(of({ queued: 5 }))).toBe(16)
    expect(makingDays(of({ queued: 5, weeklyCapacity: 1 }))).toBe(44)
    expect(makingDays(of({ queued: 5, weeklyCapacity: 6 }))).toBe(9)
  })

  it('ends where no longer promise may be made', () => {
    expect(makingDays(of({ makeDays: 180 }))).toBe(180)
    expect(makingDays(of({ makeDays: 180, queued: 3 }))).toBeNull()
    expect(makingDays(of({ queued: 73 }))).toBe(177)
    expect(makingDays(of({ queued: 75 }))).toBeNull()
  })
})

describe('the promised date by weekly capacity', () => {
  const harvest = { from: '2026-06-12', until: '2026-06-22' }

  it('moves by a full week, and by the days of rest that lie in it', () => {
    expect(promisedOn(of({ queued: 2 }))).toBe('2026-06-10')
    expect(promisedOn(of({ queued: 2 }), [harvest])).toBe('2026-06-10')
    expect(promisedOn(of({ queued: 3 }))).toBe('2026-06-17')
    expect(promisedOn(of({ queued: 3 }), [harvest])).toBe('2026-06-27')
    expect(promisedOn(of({ queued: 6 }), [harvest])).toBe('2026-07-04')
  })

  it('is the day before a rest begins, or the day on which she works again', () => {
    expect(promisedOn(of({ makeDays: 10 }), [harvest])).toBe('2026-06-11')
    expect(promisedOn(of({ makeDays: 11 }), [harvest])).toBe('2026-06-22')
  })

  const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 12 })
  const rests = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 20 })).map(([start, length]) => ({
      from: addDays(today, start),
      until: addDays(today, start + length),
    })),
    { maxLength: 3 },
  )

  it('never asks more of a week than she can make, in whatever order orders come and wherever she rests', () =>
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 6 }), rests, (orders, weeklyCapacity, own) => {
        let queued = 0
        let last: Day = today
        for (const wanted of orders) {
          const day = promisedOn(of({ weeklyCapacity, queued }), own, wanted)
          if (day === null) return
          queued += wanted
          expect(day >= last).toBe(true)
          expect(isResting(day, own)).toBe(false)
          // all that are promised until then fit into the weeks that she works until then, the first of them as long as one piece takes
          const worked = workingDays(day, own)
          expect(queued).toBeLessThanOrEqual((Math.floor((worked - 9) / 7) + 1) * weeklyCapacity)
          last = day
        }
      }),
    ))
})

/** Her days of work after today until a day. */
function workingDays(until: Day, rests: readonly Rest[]): number {
  let count = 0
  for (let day = addDays(today, 1); day <= until; day = addDays(day, 1))
    if (!isResting(day, rests)) count += 1
  return count
}

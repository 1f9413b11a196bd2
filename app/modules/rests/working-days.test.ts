import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '~/platform/calendar'
import { afterWorkingDays, isResting, restBefore } from './working-days'

const harvest = { from: '2026-06-20', until: '2026-07-05' }

describe('the promised day', () => {
  it('counts the days on which she works', () => {
    expect(afterWorkingDays('2026-06-10', 7, [harvest])).toBe('2026-06-17')
    expect(afterWorkingDays('2026-06-17', 7, [harvest])).toBe('2026-07-09')
  })

  it('on a day of rest, begins when it is over', () =>
    expect(afterWorkingDays('2026-06-25', 1, [harvest])).toBe('2026-07-05'))

  const days = fc.integer({ min: 1, max: 60 })
  const rests = fc.array(
    fc.tuple(fc.integer({ min: -30, max: 60 }), fc.integer({ min: 1, max: 30 })).map(([start, length]) => ({
      from: addDays('2026-06-01', start),
      until: addDays('2026-06-01', start + length),
    })),
    { maxLength: 4 },
  )
  it('never falls on a day of rest, and is as many working days away as was said', () =>
    fc.assert(
      fc.property(days, rests, (count, own) => {
        const promised = afterWorkingDays('2026-06-01', count, own)
        expect(isResting(promised, own)).toBe(false)
        let worked = 0
        for (let day = addDays('2026-06-01', 1); day <= promised; day = addDays(day, 1))
          if (!isResting(day, own)) worked += 1
        expect(worked).toBe(count)
      }),
    ))

  it('names the rest that moved it, and none that is over or later', () => {
    const later = { from: '2026-09-01', until: '2026-09-10' }
    expect(restBefore('2026-06-17', '2026-07-09', [later, harvest])).toEqual(harvest)
    expect(restBefore('2026-07-05', '2026-07-20', [later, harvest])).toBeNull()
  })
})

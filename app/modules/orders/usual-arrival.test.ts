import { expect, it } from 'vitest'
import { usualArrival } from './usual-arrival'

const parcel = {
  status: 'to_ship',
  shipBy: '2026-12-03',
  shippedAt: null,
  wayDays: 6,
} as const

it('is so many days after the day by which it leaves', () => {
  expect(usualArrival(parcel)).toBe('2026-12-09')
})

it('is counted from the day on which it was sent, once it was', () => {
  // half past midnight in Beijing
  expect(usualArrival({ ...parcel, status: 'shipped', shippedAt: new Date('2026-11-30T16:30:00Z') })).toBe(
    '2026-12-07',
  )
})

it.each(['pending_payment', 'received', 'completed', 'cancelled'] as const)(
  'is not said of one that is %s',
  (status) => {
    expect(usualArrival({ ...parcel, status })).toBeNull()
  },
)

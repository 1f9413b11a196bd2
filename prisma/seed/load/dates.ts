import { addDays, type Day, dayOf, monthStart, toDateColumn } from '~/platform/calendar'
import type { SeedDate } from '../data/types'

/** A day of the sample data as a date column: as it stands, counted back from the loading, or of the month that is closed. */
export function dayOfSeed(date: SeedDate, now: Date): Date {
  if (typeof date === 'string') return toDateColumn(date)
  if ('daysAgo' in date) return toDateColumn(addDays(dayOf(now), -date.daysAgo))
  return toDateColumn(addDays(closedMonth(now), date.dayOfClosedMonth - 1))
}

/** The month before the last one: the one that the sample data closes. */
export function closedMonth(now: Date): Day {
  return monthStart(addDays(monthStart(addDays(monthStart(dayOf(now)), -1)), -1))
}

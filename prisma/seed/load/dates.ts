import { addDays, dayOf, toDateColumn } from '~/platform/calendar'
import type { SeedDate } from '../data/types'

/** A day of the sample data as a date column: as it stands, or counted back from the loading. */
export function dayOfSeed(date: SeedDate, now: Date): Date {
  return toDateColumn(typeof date === 'string' ? date : addDays(dayOf(now), -date.daysAgo))
}

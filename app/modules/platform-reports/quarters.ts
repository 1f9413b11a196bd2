import { addDays, type Day } from '~/platform/calendar'

/** A quarter by its first day, as it stands in an address: 2026-Q4. */
export function quarterName(first: Day): string {
  return `${first.slice(0, 4)}-Q${Math.ceil(Number(first.slice(5, 7)) / 3)}`
}

/** The first day of a quarter in an address; null for any other words. */
export function quarterIn(name: string): Day | null {
  const [, year, quarter] = /^(20\d\d)-Q([1-4])$/.exec(name) ?? []
  return year && quarter ? `${year}-${String(3 * Number(quarter) - 2).padStart(2, '0')}-01` : null
}

/** The first day of the quarter of a day. */
export function quarterStart(day: Day): Day {
  const month = 3 * Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
}

/** The first day of the quarter before, and of the one after. */
export const quarterBefore = (first: Day): Day => quarterStart(addDays(first, -1))
export const quarterAfter = (first: Day): Day => quarterStart(addDays(first, 95))

/** Calendar days in Asia/Shanghai (UTC+8, no summer time since 1991), written YYYY-MM-DD. */
export type Day = string

const shanghaiOffset = 8 * 60 * 60 * 1000
const dayLength = 24 * 60 * 60 * 1000

/** The calendar day on which an instant falls in Lanzhou. */
export function dayOf(instant: Date): Day {
  return new Date(instant.getTime() + shanghaiOffset).toISOString().slice(0, 10)
}

/** The instant at which a day begins in Lanzhou. */
export function startOf(day: Day): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - shanghaiOffset)
}

/** The first day of the same month a year ago. */
export function yearBefore(month: Day): Day {
  return `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`
}

/** A day some days later (or earlier). */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10)
}

/** The same day as a Date at UTC midnight: how Prisma writes and reads a @db.Date column. */
export function toDateColumn(day: Day): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** A @db.Date column as a day. */
export function fromDateColumn(date: Date): Day {
  return date.toISOString().slice(0, 10)
}

/** First day of the month of a day. */
export function monthStart(day: Day): Day {
  return `${day.slice(0, 7)}-01`
}

/** First day of the following month: the exclusive end. */
export function nextMonthStart(day: Day): Day {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
}

/** The day of the week: 1 Monday to 7 Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** Whole days of 24 hours from one instant to a later one; 0 when it is not later. */
export function daysBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / (24 * 60 * 60 * 1000)))
}

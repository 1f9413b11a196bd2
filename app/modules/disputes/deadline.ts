const dayLength = 24 * 60 * 60 * 1000

/** Days before the deadline from which staff is called, if nothing was submitted. */
export const warnedDaysBefore = 3

/** Whole days that are left, 0 on the last; null once it has passed. Real time: the provider knows nothing of the demo's clock. */
export function daysLeft(dueBy: Date, now = new Date()): number | null {
  const left = dueBy.getTime() - now.getTime()
  return left <= 0 ? null : Math.floor(left / dayLength)
}
